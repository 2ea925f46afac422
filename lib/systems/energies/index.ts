/** Energies: functionals F of the state with their differentials DF. */
export { scaledEnergy as scaled, sumEnergy as sum } from "./combinations.js";
export { halfChi2, inclusiveKl, kl, phiDivergence } from "./divergences.js";
export { drMmd } from "./dr-mmd.js";
export { entropy, freeEnergy, potentialEnergy as potential } from "./free-energy.js";
export { ginzburgLandau } from "./ginzburg-landau.js";
export { halfMmd2, interaction } from "./half-mmd2.js";
export { jeffreys } from "./jeffreys.js";
export { blobKl, smoothedDerivativeKl, smoothedKl } from "./kernelised-kl.js";
export { type Loss, meanFieldRisk, moment } from "./mean-field.js";
export {
  kale,
  mmdRegularised,
  type RegularisedDivergence,
  type RegularisedEnergy,
  type RegularisedValue,
} from "./mmd-regularised.js";
export { quadraticKl } from "./quadratic-kl.js";
export { sinkhornEnergy as sinkhorn } from "./sinkhorn.js";
export { slicedWasserstein } from "./sliced-wasserstein.js";
export { ownEnergy as own, type OwnEnergy } from "./own.js";
