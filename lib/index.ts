/**
 * Gradient flows of measures: a state space × an energy × a dissipation geometry, advanced by an integrator.
 * Nothing here knows Node: static pictures are in `display/render`, archives in `experiments/archive`.
 */
export type { NamedArray } from "./arithmetic/named-arrays.js";
export type { Note, Notes } from "./arithmetic/notes.js";
export { normals, type Random, type Rng, stream } from "./arithmetic/random.js";
export { isRefusal, reasonOf } from "./arithmetic/refusal.js";
export type { Vec } from "./arithmetic/vec.js";
export { concat } from "./arithmetic/vectors.js";

// Otto's triple
export * as spaces from "./systems/spaces/index.js";
export * as energies from "./systems/energies/index.js";
export * as geometries from "./systems/geometries/index.js";
export type { Energy } from "./systems/energies/energy.js";
export type { Geometry } from "./systems/geometries/geometry.js";
export type { Covector, Space } from "./systems/spaces/space.js";
export { type GradientSystem, onsager, rate } from "./systems/system.js";
export { dualDissipation } from "./systems/dissipation.js";
export { primalDissipation } from "./systems/primal-dissipation.js";
export { systemRefusals } from "./systems/admissible.js";

// what it is made of
export * as measures from "./systems/measures/index.js";
export * as data from "./systems/measures/data/index.js";
export * as kernels from "./systems/kernels/index.js";
export * as smoothers from "./systems/geometries/smoothers/index.js";
export * as operators from "./systems/operators/index.js";
export * as robust from "./systems/robust/index.js";
export * as transport from "./numerics/transport/index.js";
export * as networks from "./numerics/networks/index.js";
export * as compute from "./compute/public.js";
export type { Kernel, ScoreField } from "./compute/kernel-form.js";
export type { Smoother } from "./systems/geometries/smoothers/smoother.js";
export type { Cloud, Normal, Potential } from "./systems/measures/cloud.js";

// time
export * as integrators from "./dynamics/integrators/index.js";
export * as distances from "./dynamics/distances/index.js";
export * as geodesics from "./dynamics/geodesics/index.js";
export * as recorders from "./dynamics/recorders/index.js";
export * as checks from "./dynamics/checks/index.js";
export { solve } from "./dynamics/solve.js";
export { type Certificate, certificate } from "./dynamics/certificate.js";
export { type Certified, certify } from "./dynamics/certify.js";
export type { Integrator, Problem, Solution, SolveOptions } from "./dynamics/integrator.js";
export type { Recorder } from "./dynamics/recorders/recorder.js";

// specs and figures
export * as experiments from "./experiments/index.js";
export { catalogue } from "./experiments/catalogue/index.js";
export { runTask } from "./experiments/task.js";
export type { RunContext, RunResult } from "./experiments/tasks/task.js";
export type { Experiment, Figure } from "./experiments/language/types.generated.js";
export type { ExperimentResult } from "./experiments/language/result.js";
export { drawFlows, type SolvedFlow } from "./display/draw.js";
export { drawFigure } from "./display/figures/index.js";
export type { PlotlyFigure } from "./display/figures/plotly-figure.js";
