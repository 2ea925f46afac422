/**
 * What is recorded along a flow or a geodesic: `solve(problem, integrator, { record: [recorders.mass, …] })` keeps each
 * under its name; `named` gives another one.
 */
export { dualityGap } from "./duality-gap.js";
export { bandwidth } from "./bandwidth.js";
export { distanceTo } from "./distance.js";
export { dissipation, dual, dualIn, energy, hamiltonian, power, primal, primalIn, valueOf } from "./energetics.js";
export { count, duplicates } from "./jumps.js";
export { gaussianCumulant, nodeCumulant, oscillation } from "./log-ratio.js";
export { allMasses, density, ess, mass, massless, positivity, support } from "./masses.js";
export { modeMasses } from "./mode-masses.js";
export { stepsUntil } from "./steps-until.js";
export { velocitySlope } from "./velocity-slope.js";
export { expectation, variance } from "./moments.js";
export { amplitude, interfacePosition } from "./phase-field.js";
export { estimatedDivergence } from "./estimated-divergence.js";
export { cellsOf, type Direction, divergence, type LogLaw } from "./moving-cells.js";
export { nodeCoordinates, positions, totalMomentum } from "./places.js";
export { named, type Recorder } from "./recorder.js";
export { risk } from "./risk.js";
