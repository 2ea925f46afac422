/**
 * Gradient flows of measures: a state space × an energy × a dissipation geometry, advanced by an integrator.
 * Nothing here knows Node: static pictures are in `render`, archives in `results`.
 */
export type { NamedArray } from "./arithmetic/named-arrays.js";
export type { Rng } from "./arithmetic/random.js";
export type { Vec } from "./arithmetic/vec.js";
export type { Kernel, ScoreField } from "./compute/kernel-form.js";
export type { Integrator, Problem, Recorder, Solution, SolveOptions } from "./dynamics/integrator.js";
export type { Energy } from "./systems/energies/energy.js";
export type { Geometry } from "./systems/geometries/geometry.js";
export type { Smoother } from "./systems/geometries/smoothers/smoother.js";
export type { Cloud, Normal, Potential } from "./systems/measures/cloud.js";
export type { Covector, Space } from "./systems/spaces/space.js";
export type { GradientSystem } from "./systems/system.js";
export { isRefusal } from "./arithmetic/refusal.js";

// spaces and states
export { finiteSet, type FiniteSet } from "./systems/spaces/finite-set.js";
export { gaussian } from "./systems/spaces/gaussian.js";
export { grid1d, type Grid1d } from "./systems/spaces/grid1d.js";
export { grid2d, type Grid2d } from "./systems/spaces/grid2d.js";
export { particles, type Particles } from "./systems/spaces/particles.js";
export { arithmeticMean, logMean, upwind, type Mobility } from "./systems/spaces/mobilities.js";
export { equalWeights } from "./systems/measures/atoms.js";
export { gaussian as normalLaw } from "./systems/measures/gaussian.js";
export { gaussianState } from "./systems/measures/gaussian-state.js";
export { gibbs } from "./systems/measures/gibbs.js";
export { graphState } from "./systems/measures/graph-state.js";
export { mixture } from "./systems/measures/mixture.js";
export { banana, doubleWell, quadratic } from "./systems/measures/potentials.js";
export { concat } from "./arithmetic/vectors.js";
export { normals, stream, type Random } from "./arithmetic/random.js";

// kernels
export { medianDistance } from "./systems/kernels/bandwidth.js";
export { scaledKernel, sumKernel } from "./systems/kernels/combinations.js";
export { gaussianKernel, normalisedGaussianKernel } from "./systems/kernels/gaussian.js";
export { inverseMultiquadricKernel } from "./systems/kernels/inverse-multiquadric.js";
export { laplaceKernel } from "./systems/kernels/laplace.js";
export { maternKernel } from "./systems/kernels/matern.js";
export { linearKernel, polynomialKernel } from "./systems/kernels/polynomial.js";
export { rationalQuadraticKernel } from "./systems/kernels/rational-quadratic.js";
export { rieszKernel } from "./systems/kernels/riesz.js";
export { steinKernel } from "./systems/kernels/stein.js";
export { backend, gram, kernelGradientSum, kernelSum, threads, useBackend, useThreads } from "./compute/index.js";
export type { Backend } from "./compute/index.js";

// energies
export { scaledEnergy, sumEnergy } from "./systems/energies/combinations.js";
export { entropy, freeEnergy, potentialEnergy } from "./systems/energies/free-energy.js";
export { gaussianInclusiveKl, gaussianKl } from "./systems/energies/gaussian-kl.js";
export { ginzburgLandau } from "./systems/energies/ginzburg-landau.js";
export { halfMmd2, interaction } from "./systems/energies/half-mmd2.js";
export { halfChi2, inclusiveKl, kl, phiDivergence } from "./systems/energies/phi.js";

// geometries
export { scaled, spherical, sum, term } from "./systems/geometries/combinators.js";
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
} from "./systems/geometries/named.js";
export { centredSmoother } from "./systems/geometries/smoothers/centred.js";
export { identity } from "./systems/geometries/smoothers/identity.js";
export { inverseSmoother } from "./systems/geometries/smoothers/inverse.js";
export { kernelSmoother } from "./systems/geometries/smoothers/kernel.js";
export { nadarayaWatson } from "./systems/geometries/smoothers/nadaraya-watson.js";
export { productSmoother } from "./systems/geometries/smoothers/product.js";
export { projectionSmoother } from "./systems/geometries/smoothers/projection.js";
export { ridgeSmoother } from "./systems/geometries/smoothers/ridge.js";
export { onsager, rate } from "./systems/system.js";
export { dualDissipation } from "./systems/dissipation.js";
export { primalDissipation } from "./systems/primal-dissipation.js";

// time
export { solve } from "./dynamics/solve.js";
export { adaptive } from "./dynamics/integrators/adaptive.js";
export { birthDeath } from "./dynamics/integrators/birth-death.js";
export { changCooper } from "./dynamics/integrators/chang-cooper.js";
export { exact } from "./dynamics/integrators/exact.js";
export { exponential } from "./dynamics/integrators/exponential.js";
export { implicitEuler } from "./dynamics/integrators/implicit-euler.js";
export { jko, jkoMidpoint } from "./dynamics/integrators/jko.js";
export { langevin } from "./dynamics/integrators/langevin.js";
export { noisyEuler } from "./dynamics/integrators/noisy-euler.js";
export { explicitEuler, rk4 } from "./dynamics/integrators/runge-kutta.js";
export { semiImplicit } from "./dynamics/integrators/semi-implicit.js";
export { splitting } from "./dynamics/integrators/splitting.js";

// regression and spectra
export {
  FORMULATIONS as regressionFormulations,
  type Formulation as RegressionFormulation,
} from "./systems/operators/regression-fit.js";
export {
  dualValue,
  functionalValue,
  primalValue,
  regression,
  type Fit as RegressionFit,
  type Regression,
} from "./systems/operators/regression.js";
export { gaussianMercer, gaussianMercerFunctions } from "./systems/operators/gaussian-mercer.js";

// distances, transport, geodesics
export { distance } from "./dynamics/distances/distance.js";
export { computeDistance } from "./dynamics/distances/registry.js";
export type { Distance, Method, Metric } from "./dynamics/distances/metric.js";
export { costMatrix } from "./numerics/transport/cost.js";
export { optimalTransport, type OptimalPlan } from "./numerics/transport/exact.js";
export {
  type Costs,
  entropicTransport,
  type EntropicTransport,
  sinkhornDivergence,
} from "./numerics/transport/entropic.js";
export type { PointCosts } from "./numerics/transport/point-costs.js";
export { sinkhorn, type EntropicPlan, type EntropicPotentials } from "./numerics/transport/sinkhorn.js";
export { sinkhornOnPoints } from "./numerics/transport/sinkhorn-on-points.js";
export { unbalancedTransport } from "./numerics/transport/unbalanced.js";
export { exactGeodesic } from "./dynamics/geodesics/closed-form.js";
export { evolve } from "./dynamics/geodesics/evolve.js";
export { shoot } from "./dynamics/geodesics/shooting.js";
export type { Curve, CurveState } from "./dynamics/geodesics/curve.js";

// what is true of a flow
export { catalogue } from "./experiments/catalogue/index.js";
export { certificate } from "./dynamics/certificate.js";
export { systemRefusals } from "./systems/admissible.js";
export { checkBalance, checkChainRule } from "./dynamics/checks/balance.js";
export { checkDifferential } from "./dynamics/checks/differential.js";
export { checkOnsager } from "./dynamics/checks/onsager.js";

// specs and figures
export { runTask } from "./experiments/tasks/index.js";
export type { RunContext, RunResult } from "./experiments/tasks/task.js";
export type { Experiment, Figure } from "./experiments/language/types.generated.js";
export type { ExperimentResult } from "./experiments/language/result.js";
export { drawFlows, type SolvedFlow } from "./display/draw.js";
export { drawFigure } from "./display/figures/index.js";
export type { PlotlyFigure } from "./display/figures/plotly-figure.js";
