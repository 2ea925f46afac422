/**
 * Gradient flows of measures: a state space × an energy × a dissipation geometry, advanced by an integrator.
 * Nothing here knows Node: static pictures are in `render`, archives in `results`.
 */
export type { NamedArray } from "./arrays.js";
export type {
  Cloud,
  Covector,
  Energy,
  Geometry,
  GradientSystem,
  Integrator,
  Kernel,
  Normal,
  Potential,
  Problem,
  Recorder,
  Rng,
  ScoreField,
  Smoother,
  Solution,
  SolveOptions,
  Space,
  Vec,
} from "./types.js";
export { isRefusal } from "./refusal.js";

// spaces and states
export { finiteSet, type FiniteSet } from "./spaces/finite-set.js";
export { gaussian } from "./spaces/gaussian.js";
export { grid1d, type Grid1d } from "./spaces/grid1d.js";
export { grid2d, type Grid2d } from "./spaces/grid2d.js";
export { particles, type Particles } from "./spaces/particles.js";
export { arithmeticMean, logMean, upwind, type Mobility } from "./spaces/mobilities.js";
export { equalWeights } from "./densities/atoms.js";
export { gaussian as normalLaw } from "./densities/gaussian.js";
export { gaussianState } from "./densities/gaussian-state.js";
export { gibbs } from "./densities/gibbs.js";
export { graphState } from "./densities/graph-state.js";
export { mixture } from "./densities/mixture.js";
export { banana, doubleWell, quadratic } from "./densities/potentials.js";
export { concat } from "./numerics/vectors.js";
export { normals, stream, type Random } from "./random.js";

// kernels
export { medianDistance } from "./kernels/bandwidth.js";
export { scaledKernel, sumKernel } from "./kernels/combinations.js";
export { gaussianKernel, normalisedGaussianKernel } from "./kernels/gaussian.js";
export { inverseMultiquadricKernel } from "./kernels/inverse-multiquadric.js";
export { laplaceKernel } from "./kernels/laplace.js";
export { maternKernel } from "./kernels/matern.js";
export { linearKernel, polynomialKernel } from "./kernels/polynomial.js";
export { rationalQuadraticKernel } from "./kernels/rational-quadratic.js";
export { rieszKernel } from "./kernels/riesz.js";
export { steinKernel } from "./kernels/stein.js";
export { backend, gram, kernelGradientSum, kernelSum, threads, useBackend, useThreads } from "./compute/index.js";
export type { Backend } from "./compute/index.js";

// energies
export { scaledEnergy, sumEnergy } from "./energies/combinations.js";
export { entropy, freeEnergy, potentialEnergy } from "./energies/free-energy.js";
export { gaussianInclusiveKl, gaussianKl } from "./energies/gaussian-kl.js";
export { ginzburgLandau } from "./energies/ginzburg-landau.js";
export { halfMmd2, interaction } from "./energies/half-mmd2.js";
export { halfChi2, inclusiveKl, kl, phiDivergence } from "./energies/phi.js";

// geometries
export { scaled, spherical, sum, term } from "./geometries/combinators.js";
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
} from "./geometries/named.js";
export { centredSmoother } from "./smoothers/centred.js";
export { identity } from "./smoothers/identity.js";
export { inverseSmoother } from "./smoothers/inverse.js";
export { kernelSmoother } from "./smoothers/kernel.js";
export { nadarayaWatson } from "./smoothers/nadaraya-watson.js";
export { productSmoother } from "./smoothers/product.js";
export { projectionSmoother } from "./smoothers/projection.js";
export { ridgeSmoother } from "./smoothers/ridge.js";
export { onsager, rate } from "./system.js";
export { dualDissipation } from "./dissipation.js";
export { primalDissipation } from "./primal.js";

// time
export { solve } from "./solve.js";
export { adaptive } from "./integrators/adaptive.js";
export { birthDeath } from "./integrators/birth-death.js";
export { changCooper } from "./integrators/chang-cooper.js";
export { exact } from "./integrators/exact.js";
export { exponential } from "./integrators/exponential.js";
export { implicitEuler } from "./integrators/implicit-euler.js";
export { jko, jkoMidpoint } from "./integrators/jko.js";
export { langevin } from "./integrators/langevin.js";
export { noisyEuler } from "./integrators/noisy-euler.js";
export { explicitEuler, rk4 } from "./integrators/runge-kutta.js";
export { semiImplicit } from "./integrators/semi-implicit.js";
export { splitting } from "./integrators/splitting.js";

// regression and spectra
export { FORMULATIONS as regressionFormulations, type Formulation as RegressionFormulation } from "./regression/fit.js";
export {
  dualValue,
  functionalValue,
  primalValue,
  regression,
  type Fit as RegressionFit,
  type Regression,
} from "./regression/problem.js";
export { gaussianMercer, gaussianMercerFunctions } from "./spectra/gaussian-mercer.js";

// distances, transport, geodesics
export { distance } from "./distances/distance.js";
export { computeDistance } from "./distances/registry.js";
export type { Distance, Method, Metric } from "./distances/types.js";
export { costMatrix } from "./transport/cost.js";
export { optimalTransport, type OptimalPlan } from "./transport/exact.js";
export { type Costs, entropicTransport, type EntropicTransport, sinkhornDivergence } from "./transport/entropic.js";
export type { PointCosts } from "./transport/point-costs.js";
export { sinkhorn, type EntropicPlan, type EntropicPotentials } from "./transport/sinkhorn.js";
export { sinkhornOnPoints } from "./transport/sinkhorn-on-points.js";
export { unbalancedTransport } from "./transport/unbalanced.js";
export { exactGeodesic } from "./curves/closed-form.js";
export { evolve } from "./curves/evolve.js";
export { shoot } from "./curves/shooting.js";
export type { Curve, CurveState } from "./curves/types.js";

// what is true of a flow
export { catalogue } from "./catalogue.js";
export { certificate } from "./certificate.js";
export { systemRefusals } from "./refusals.js";
export { checkBalance, checkChainRule } from "./checks/balance.js";
export { checkDifferential } from "./checks/differential.js";
export { checkOnsager } from "./checks/onsager.js";

// specs and figures
export { runTask } from "./tasks/index.js";
export type { RunContext, RunResult } from "./tasks/types.js";
export type { Experiment, Figure } from "./spec/types.generated.js";
export type { ExperimentResult } from "./spec/result.js";
export { drawFlows, type SolvedFlow } from "./draw.js";
export { drawFigure } from "./figures/index.js";
export type { PlotlyFigure } from "./figures/types.js";
