/** Geometries: Onsager operators 𝕂 as trees of mechanism × smoother. */
export { scaled, spherical, sum, term } from "./combinators.js";
export type { Reaction } from "./network.js";
export { reactions } from "./reactions.js";
export {
  deStein,
  hellinger,
  hellingerKantorovich,
  hMinus1,
  interactionForceTransport,
  kernelHellinger,
  l2,
  mmd,
  ridgeHellinger,
  ridgeWasserstein,
  stein,
  wasserstein,
} from "./named.js";
