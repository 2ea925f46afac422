/** Laws on R^d and on nodes, the states that they are on a space, and potentials. */
export { atoms, equalWeights } from "./atoms.js";
export { sharpInterface, smoothNoise, wave } from "./fields.js";
export { gaussian } from "./gaussian.js";
export { gaussianState } from "./gaussian-state.js";
export { bananaDensity, doubleWellDensity, gibbs, gibbsOnLine, quadraticDensity, rippledDensity } from "./gibbs.js";
export { graphState } from "./graph-state.js";
export { masses, randomMasses, randomSigned } from "./masses.js";
export { type Atoms, type Density, type Field, type Law, type NodeMasses, type Nodes, nodesOf } from "./measure.js";
export { mixture } from "./mixture.js";
export { cloudOf, particlesOf, particleState, type Placement } from "./particle-state.js";
export { perturbed } from "./perturbed.js";
export { type RandomMixture, randomMixture } from "./random-mixture.js";
export { gaussianMeanPosterior, logisticPosterior } from "./posterior.js";
export { banana, diagonalQuadratic, doubleWell, logSumExp, quadratic, rippled, rosenbrock } from "./potentials.js";
export { negativeLogLikelihood, polynomial, polynomialDensity } from "./exponential-family.js";
export { truncated } from "./truncated.js";
export { scaledLaw as scaled } from "./scaled.js";
export { uniformEverywhere, uniformOn } from "./uniform.js";
