/* Generated from schemas/ by `npm run types`: do not edit. */

/**
 * Id of the catalogue.
 */
export type Statement = string;
/**
 * What one run computes.
 */
export type Task = FlowRun | CurveRun | RateRun | DistanceRun | SpectrumRun | SameAsRun;
/**
 * The representation of measures.
 */
export type Space = FiniteSetSpace | Grid1DSpace | Grid2DSpace | ParticlesSpace | GaussianSpace;
/**
 * A measure (initial state, target, weight) or an order parameter. A space turns it into its own state; states are masses on graphs and grids.
 */
export type Measure =
  | MassesMeasure
  | RandomMeasure
  | GaussianMeasure
  | MixtureMeasure
  | UniformMeasure
  | DiracMeasure
  | GibbsMeasure
  | PosteriorMeasure
  | SamplesMeasure
  | ScaledMeasure
  | PerturbedMeasure
  | WaveMeasure
  | SmoothNoiseMeasure
  | InterfaceMeasure;
/**
 * A function V on R^d with gradient: potential of a density, or objective of a descent.
 */
export type Potential = QuadraticPotential | DoubleWellPotential | BananaPotential;
/**
 * Where data come from: inside the spec, from a seeded generator, or from a file.
 */
export type Data = InlineData | GeneratorData | FileData | DatasetData;
/**
 * A symmetric positive definite kernel k(x, y) on R^d.
 */
export type Kernel =
  | GaussianKernel
  | LaplaceKernel
  | MaternKernel
  | InverseMultiquadricKernel
  | LinearKernel
  | SteinKernel
  | RationalQuadraticKernel
  | RieszKernel
  | PolynomialKernel
  | SumKernel
  | ScaledKernel;
/**
 * The driving functional F(u).
 */
export type Energy =
  | KlEnergy
  | InclusiveKlEnergy
  | PhiEnergy
  | HalfMmd2Energy
  | PotentialEnergy
  | EntropyEnergy
  | GinzburgLandauEnergy
  | SumEnergy
  | ScaledEnergy
  | HalfChi2Energy
  | InteractionEnergy;
/**
 * The dissipation geometry as a tree: Onsager operator K(u), u' = -K(u) DF(u).
 */
export type Geometry =
  | HellingerGeometry
  | KernelHellingerGeometry
  | RidgeHellingerGeometry
  | MmdGeometry
  | WassersteinGeometry
  | SteinGeometry
  | RidgeWassersteinGeometry
  | DeSteinGeometry
  | L2Geometry
  | HMinus1Geometry
  | TermGeometry
  | ScaledGeometry
  | SumGeometry
  | SphericalGeometry;
/**
 * S = f(K_w) in the Onsager operator M* D_w S M.
 */
export type Smoother = IdentitySmoother | KernelSmoother | RidgeSmoother | InverseSmoother | NadarayaWatsonSmoother;
/**
 * The time discretisation. `exact` takes the registered closed form of (space, energy, geometry) and is how a reference is written.
 */
export type Integrator =
  | ExactIntegrator
  | ExplicitEulerIntegrator
  | Rk4Integrator
  | ExponentialIntegrator
  | ImplicitEulerIntegrator
  | SemiImplicitIntegrator
  | ChangCooperIntegrator
  | JkoIntegrator
  | SplittingIntegrator
  | LangevinIntegrator
  | NoisyEulerIntegrator
  | BirthDeathIntegrator
  | AdaptiveIntegrator;
/**
 * What is saved along a curve; `dims` says over which dimensions.
 */
export type Recorder =
  | EnergyRecorder
  | ValueRecorder
  | DissipationRecorder
  | DualRecorder
  | PrimalRecorder
  | HamiltonianRecorder
  | MassRecorder
  | PositivityRecorder
  | SupportRecorder
  | EssRecorder
  | ExpectationRecorder
  | VarianceRecorder
  | OscillationRecorder
  | CumulantRecorder
  | DistanceRecorder
  | AmplitudeRecorder
  | InterfacePositionRecorder
  | RiskRecorder
  | MomentumRecorder
  | MassesRecorder
  | DensityRecorder
  | CoordinatesRecorder
  | PositionsRecorder
  | WeightsRecorder
  | MasslessRecorder;
/**
 * A distance between measures.
 */
export type Metric =
  | TvMetric
  | HellingerMetric
  | SphericalHellingerMetric
  | WassersteinMetric
  | MmdMetric
  | DeSteinMetric
  | KernelHellingerMetric
  | HellingerKantorovichMetric;
/**
 * How a curve is found.
 */
export type Curve = ExactCurve | ShootingCurve | MomentumCurve | ReleaseCurve | InterpolationCurve;
/**
 * The covector xi of a rate.
 */
export type Force = DifferentialForce | RandomForce | ValuesForce;
/**
 * How a distance or a spectrum is computed.
 */
export type Method =
  ExactMethod | StaticMethod | DualMethod | DynamicMethod | QuantilesMethod | LinearProgramMethod | SinkhornMethod;
/**
 * The operator of a spectrum.
 */
export type Operator = KernelOperator | GeneratorOperator;
/**
 * A named dimension of the experiment. A run has the axes that point into it; several axes give the product. A parameter that a formula needs is an axis with one value.
 */
export type Axis = ValuesAxis | GridAxis | ChoicesAxis | ZipAxis | SeedsAxis;
/**
 * A formula: numbers, + - * / ^, run.output, axis names, t, named quantities, functions (max min mean sum median sd stderr over a dimension; first last integral cumulative ddt along t; slope(y, x[, from, to]); exp log sqrt abs sin cos tanh ...), selection x[axis=value]. Values are arrays over named dimensions; operations broadcast by name; whatever dimension is left means `for all`.
 */
export type Formula = string;
/**
 * A machine-checked sentence; it holds for all entries of the dimensions that its formulas leave over.
 */
export type Claim = EqualClaim | AtMostClaim | AtLeastClaim | MonotoneClaim | EndsClaim;
/**
 * Id of the catalogue.
 */
export type Statement1 = string;
/**
 * A figure drawn from the archive; only what it takes, never how it looks.
 */
export type Figure =
  | InterpolationsFigure
  | DensitiesOverTimeFigure
  | DecayFigure
  | CurvesFigure
  | ConvergingFamilyFigure
  | OrderFigure
  | ParticlesFigure
  | EllipsesFigure
  | ResidualsFigure
  | SpaceTimeFigure;

/**
 * Runs x claims x figures.
 */
export interface Experiment {
  /**
   * For editors.
   */
  $schema?: string;
  /**
   * File name without .json.
   */
  id: string;
  /**
   * What is shown, one sentence.
   */
  title: string;
  /**
   * Ids of the catalogue.
   *
   * @minItems 1
   */
  illustrates: [Statement, ...Statement[]];
  /**
   * Seed of everything random that has no seed of its own.
   */
  seed: number;
  /**
   * Name -> run. Missing in a purely analytic experiment.
   */
  runs?: {
    [k: string]: Task | undefined;
  };
  /**
   * Name -> axis.
   */
  axes?: {
    [k: string]: Axis | undefined;
  };
  /**
   * Name -> formula: names for what several claims or figures use.
   */
  quantities?: {
    [k: string]: Formula | undefined;
  };
  /**
   * Name -> claim.
   */
  claims: {
    [k: string]: Claim | undefined;
  };
  /**
   * Name -> figure.
   */
  figures: {
    [k: string]: Figure | undefined;
  };
}
/**
 * Gradient flow u' = -K(u) DF(u) from an initial state. Outputs: the recorders.
 */
export interface FlowRun {
  /**
   * The word `flow`.
   */
  task: "flow";
  space: Space;
  initial: Measure;
  energy: Energy;
  geometry: Geometry;
  integrator: Integrator;
  time: Time;
  /**
   * What is saved at the recorded times: name used in formulas -> recorder.
   */
  record: {
    [k: string]: Recorder | undefined;
  };
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * n points; with coordinates if a kernel is used. Refused: transport without edges.
 */
export interface FiniteSetSpace {
  /**
   * The word `finite-set`.
   */
  name: "finite-set";
  /**
   * Number of points.
   */
  n: number;
  /**
   * Default line: equally spaced on [0,1].
   */
  coordinates?: "line" | "random-plane" | "triangle";
}
/**
 * Cells of an interval; the state holds masses.
 */
export interface Grid1DSpace {
  /**
   * The word `grid1d`.
   */
  name: "grid1d";
  /**
   * Cells.
   */
  n: number;
  /**
   * [a, b]
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
  /**
   * Default false: zero flux.
   */
  periodic?: boolean;
  /**
   * Mean of the edge mass; default log.
   */
  mobility?: "log" | "arithmetic" | "upwind";
}
/**
 * Cells of a rectangle.
 */
export interface Grid2DSpace {
  /**
   * The word `grid2d`.
   */
  name: "grid2d";
  /**
   * [nx, ny]
   *
   * @minItems 2
   * @maxItems 2
   */
  n: [number, number];
  /**
   * [ax, bx, ay, by]
   *
   * @minItems 4
   * @maxItems 4
   */
  box: [number, number, number, number];
  /**
   * Default false.
   */
  periodic?: boolean;
}
/**
 * Weighted particles in R^d.
 */
export interface ParticlesSpace {
  /**
   * The word `particles`.
   */
  name: "particles";
  /**
   * Number of particles.
   */
  n: number;
  /**
   * Dimension.
   */
  d: number;
  /**
   * How an initial density becomes particles; default independent.
   */
  placement?: "independent" | "quantiles";
  /**
   * Add the atoms of the target as unmoving particles of initial mass 0: makes MMD theory exact.
   */
  anchors?: boolean;
}
/**
 * Normal laws (m, S).
 */
export interface GaussianSpace {
  /**
   * The word `gaussian`.
   */
  name: "gaussian";
  /**
   * Dimension.
   */
  d: number;
  /**
   * Restriction; default full.
   */
  covariance?: "full" | "diagonal";
  /**
   * Gauss-Hermite nodes per dimension for targets that are not Gaussian.
   */
  quadrature?: number;
}
/**
 * Masses written out.
 */
export interface MassesMeasure {
  /**
   * The word `masses`.
   */
  name: "masses";
  /**
   * One mass per node.
   *
   * @minItems 1
   */
  values: [number, ...number[]];
}
/**
 * Seeded random positive masses of total 1.
 */
export interface RandomMeasure {
  /**
   * The word `random`.
   */
  name: "random";
  /**
   * Seed.
   */
  seed: number;
  /**
   * Standard deviation of log mass; default 1.
   */
  spread?: number;
  /**
   * Default true; false gives a signed measure of total 1.
   */
  positive?: boolean;
}
/**
 * Normal law.
 */
export interface GaussianMeasure {
  /**
   * The word `gaussian`.
   */
  name: "gaussian";
  /**
   * Mean, a number in 1-D.
   */
  mean: number | number[];
  /**
   * Variance in 1-D, or the covariance matrix.
   */
  covariance: number | number[][];
}
/**
 * Convex combination.
 */
export interface MixtureMeasure {
  /**
   * The word `mixture`.
   */
  name: "mixture";
  /**
   * Non-negative, sum 1.
   *
   * @minItems 1
   */
  weights: [number, ...number[]];
  /**
   * As many as weights.
   *
   * @minItems 1
   */
  components: [Measure, ...Measure[]];
}
/**
 * Uniform law of mass 1; without interval on the whole space.
 */
export interface UniformMeasure {
  /**
   * The word `uniform`.
   */
  name: "uniform";
  /**
   * [a, b]
   *
   * @minItems 2
   * @maxItems 2
   */
  interval?: [number, number];
}
/**
 * Point mass.
 */
export interface DiracMeasure {
  /**
   * The word `dirac`.
   */
  name: "dirac";
  /**
   * Where.
   */
  at: number | number[];
}
/**
 * Density proportional to exp(-V).
 */
export interface GibbsMeasure {
  /**
   * The word `gibbs`.
   */
  name: "gibbs";
  potential: Potential;
}
/**
 * Quadratic form.
 */
export interface QuadraticPotential {
  /**
   * The word `quadratic`.
   */
  name: "quadratic";
  /**
   * A, symmetric.
   */
  matrix: number[][];
  /**
   * Minimiser; default 0.
   *
   * @minItems 1
   */
  centre?: [number, ...number[]];
}
/**
 * Two wells at +-1.
 */
export interface DoubleWellPotential {
  /**
   * The word `double-well`.
   */
  name: "double-well";
  /**
   * theta; the barrier is 1/(4 theta)
   */
  depth: number;
}
/**
 * Rosenbrock-shaped density in the plane.
 */
export interface BananaPotential {
  /**
   * The word `banana`.
   */
  name: "banana";
  /**
   * b
   */
  curvature: number;
  /**
   * Standard deviation of the first coordinate.
   */
  width: number;
}
/**
 * Posterior of a model and data.
 */
export interface PosteriorMeasure {
  /**
   * The word `posterior`.
   */
  name: "posterior";
  /**
   * The model.
   */
  model: "gaussian-mean" | "logistic-regression";
  prior: Measure;
  data: Data;
  /**
   * Standard deviation of the observations (gaussian-mean).
   */
  noise?: number;
}
/**
 * Points written in the spec.
 */
export interface InlineData {
  /**
   * The word `inline`.
   */
  name: "inline";
  /**
   * One row per point.
   *
   * @minItems 1
   */
  points: [number[], ...number[][]];
  /**
   * Responses y_i, one per point.
   *
   * @minItems 1
   */
  labels?: [number, ...number[]];
}
/**
 * Points from a named generator with its own seed.
 */
export interface GeneratorData {
  /**
   * The word `generator`.
   */
  name: "generator";
  /**
   * Which generator.
   */
  generator: "gaussian" | "mixture" | "two-moons" | "ring" | "regression" | "classification" | "teacher-network";
  /**
   * Number of points.
   */
  n: number;
  /**
   * Dimension.
   */
  d?: number;
  /**
   * Standard deviation of the noise.
   */
  noise?: number;
  /**
   * Shift of the distribution (for tests out of sample).
   */
  shift?: number;
  /**
   * Seed of the data, independent of the runs.
   */
  seed: number;
}
/**
 * A table: .json, .csv or .npy.
 */
export interface FileData {
  /**
   * The word `file`.
   */
  name: "file";
  /**
   * Relative to the spec, inside its folder or the project.
   */
  path: string;
  /**
   * Columns of the points.
   */
  columns?: string[];
  /**
   * Column of the response.
   */
  label?: string;
  /**
   * Subtract the mean, divide by the standard deviation.
   */
  standardise?: boolean;
}
/**
 * A real data set that a package ships.
 */
export interface DatasetData {
  /**
   * The word `dataset`.
   */
  name: "dataset";
  /**
   * iris: petal length and width of versicolor (0) and virginica (1).
   */
  dataset: "iris";
  /**
   * Every fifth row is held out for `test`; default all rows.
   */
  part?: "all" | "train" | "test";
  /**
   * Subtract the mean, divide by the standard deviation of all rows.
   */
  standardise?: boolean;
}
/**
 * Empirical measure of data.
 */
export interface SamplesMeasure {
  /**
   * The word `samples`.
   */
  name: "samples";
  data: Data;
}
/**
 * A multiple: total mass z.
 */
export interface ScaledMeasure {
  /**
   * The word `scaled`.
   */
  name: "scaled";
  /**
   * z
   */
  mass: number;
  of: Measure;
}
/**
 * A density times a combination of eigenfunctions.
 */
export interface PerturbedMeasure {
  /**
   * The word `perturbed`.
   */
  name: "perturbed";
  of: Measure;
  kernel: Kernel;
  /**
   * mode{n} -> c_n
   */
  modes: {
    [k: string]: number | undefined;
  };
}
/**
 * Gaussian kernel.
 */
export interface GaussianKernel {
  /**
   * The word `gaussian`.
   */
  name: "gaussian";
  /**
   * ell, in units of length; `median` takes the median distance of the nodes of the initial state.
   */
  bandwidth: number | "median";
  /**
   * Divide by (2 pi ell^2)^(d/2), so that the integral is 1.
   */
  normalised?: boolean;
}
/**
 * Laplace kernel; tridiagonal inverse in 1-D.
 */
export interface LaplaceKernel {
  /**
   * The word `laplace`.
   */
  name: "laplace";
  /**
   * ell, in units of length; `median` takes the median distance of the nodes of the initial state.
   */
  bandwidth: number | "median";
}
/**
 * Matern kernel of half-integer smoothness.
 */
export interface MaternKernel {
  /**
   * The word `matern`.
   */
  name: "matern";
  /**
   * ell, in units of length; `median` takes the median distance of the nodes of the initial state.
   */
  bandwidth: number | "median";
  /**
   * nu
   */
  smoothness: 1.5 | 2.5;
}
/**
 * Inverse multiquadric.
 */
export interface InverseMultiquadricKernel {
  /**
   * The word `inverse-multiquadric`.
   */
  name: "inverse-multiquadric";
  /**
   * ell, in units of length; `median` takes the median distance of the nodes of the initial state.
   */
  bandwidth: number | "median";
}
/**
 * Affine functions; makes SVGD exact on Gaussians.
 */
export interface LinearKernel {
  /**
   * The word `linear`.
   */
  name: "linear";
}
/**
 * Stein kernel of a base kernel and a target: MMD becomes KSD.
 */
export interface SteinKernel {
  /**
   * The word `stein`.
   */
  name: "stein";
  base: Kernel;
  target: Measure;
}
/**
 * Scale mixture of Gaussian kernels.
 */
export interface RationalQuadraticKernel {
  /**
   * The word `rational-quadratic`.
   */
  name: "rational-quadratic";
  /**
   * ell, in units of length; `median` takes the median distance of the nodes of the initial state.
   */
  bandwidth: number | "median";
  /**
   * Exponent alpha.
   */
  alpha: number;
}
/**
 * Riesz kernel; r = 1 is the energy distance. Conditionally positive definite: for equal masses only.
 */
export interface RieszKernel {
  /**
   * The word `riesz`.
   */
  name: "riesz";
  /**
   * r in (0, 2)
   */
  exponent: number;
}
/**
 * Polynomial kernel.
 */
export interface PolynomialKernel {
  /**
   * The word `polynomial`.
   */
  name: "polynomial";
  /**
   * m
   */
  degree: number;
  /**
   * c >= 0
   */
  offset: number;
}
/**
 * Sum of kernels.
 */
export interface SumKernel {
  /**
   * The word `sum`.
   */
  name: "sum";
  /**
   * Summands.
   *
   * @minItems 1
   */
  of: [Kernel, ...Kernel[]];
}
/**
 * Positive multiple of a kernel.
 */
export interface ScaledKernel {
  /**
   * The word `scaled`.
   */
  name: "scaled";
  /**
   * a
   */
  factor: number;
  of: Kernel;
}
/**
 * Order parameter: one Fourier mode.
 */
export interface WaveMeasure {
  /**
   * The word `wave`.
   */
  name: "wave";
  /**
   * a
   */
  amplitude: number;
  /**
   * k
   */
  wavenumber: number;
}
/**
 * Order parameter: random smooth periodic field.
 */
export interface SmoothNoiseMeasure {
  /**
   * The word `smooth-noise`.
   */
  name: "smooth-noise";
  /**
   * Largest value.
   */
  amplitude: number;
  /**
   * Highest wavenumber.
   */
  modes: number;
  /**
   * Seed.
   */
  seed: number;
}
/**
 * Order parameter: a sharp step (1-D) or disc (2-D) from -1 to 1.
 */
export interface InterfaceMeasure {
  /**
   * The word `interface`.
   */
  name: "interface";
  /**
   * Place of the step, or radius.
   */
  at: number;
}
/**
 * Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1.
 */
export interface KlEnergy {
  /**
   * The word `kl`.
   */
  name: "kl";
  target: Measure;
}
/**
 * Inclusive Kullback-Leibler divergence (phi_0).
 */
export interface InclusiveKlEnergy {
  /**
   * The word `inclusive-kl`.
   */
  name: "inclusive-kl";
  target: Measure;
}
/**
 * Power divergence; p = 2 is half chi^2, p = 1/2 half Hellinger^2.
 */
export interface PhiEnergy {
  /**
   * The word `phi`.
   */
  name: "phi";
  /**
   * Exponent; 1 and 0 are the limits.
   */
  p: number;
  target: Measure;
}
/**
 * Half the squared maximum mean discrepancy.
 */
export interface HalfMmd2Energy {
  /**
   * The word `half-mmd2`.
   */
  name: "half-mmd2";
  kernel: Kernel;
  target: Measure;
}
/**
 * Linear energy.
 */
export interface PotentialEnergy {
  /**
   * The word `potential`.
   */
  name: "potential";
  potential: Potential;
}
/**
 * Negative entropy relative to Lebesgue measure, times a temperature.
 */
export interface EntropyEnergy {
  /**
   * The word `entropy`.
   */
  name: "entropy";
  /**
   * tau
   */
  temperature: number;
}
/**
 * Phase-field energy.
 */
export interface GinzburgLandauEnergy {
  /**
   * The word `ginzburg-landau`.
   */
  name: "ginzburg-landau";
  /**
   * Interface width, in units of length.
   */
  epsilon: number;
}
/**
 * Sum of energies.
 */
export interface SumEnergy {
  /**
   * The word `sum`.
   */
  name: "sum";
  /**
   * Terms.
   *
   * @minItems 2
   */
  of: [Energy, Energy, ...Energy[]];
}
/**
 * Multiple of an energy.
 */
export interface ScaledEnergy {
  /**
   * The word `scaled`.
   */
  name: "scaled";
  /**
   * Factor.
   */
  factor: number;
  of: Energy;
}
/**
 * Half the chi-squared divergence (phi_2).
 */
export interface HalfChi2Energy {
  /**
   * The word `half-chi2`.
   */
  name: "half-chi2";
  target: Measure;
}
/**
 * Quadratic interaction energy with W = k.
 */
export interface InteractionEnergy {
  /**
   * The word `interaction`.
   */
  name: "interaction";
  kernel: Kernel;
}
/**
 * growth x identity
 */
export interface HellingerGeometry {
  /**
   * The word `hellinger`.
   */
  name: "hellinger";
}
/**
 * growth x kernel (kernelised Fisher-Rao)
 */
export interface KernelHellingerGeometry {
  /**
   * The word `kernel-hellinger`.
   */
  name: "kernel-hellinger";
  kernel: Kernel;
}
/**
 * growth x ridge (KRR Fisher-Rao)
 */
export interface RidgeHellingerGeometry {
  /**
   * The word `ridge-hellinger`.
   */
  name: "ridge-hellinger";
  kernel: Kernel;
  /**
   * Ridge lambda.
   */
  lambda: number;
}
/**
 * deposit x inverse
 */
export interface MmdGeometry {
  /**
   * The word `mmd`.
   */
  name: "mmd";
  kernel: Kernel;
}
/**
 * transport x identity
 */
export interface WassersteinGeometry {
  /**
   * The word `wasserstein`.
   */
  name: "wasserstein";
}
/**
 * transport x kernel
 */
export interface SteinGeometry {
  /**
   * The word `stein`.
   */
  name: "stein";
  kernel: Kernel;
}
/**
 * transport x ridge
 */
export interface RidgeWassersteinGeometry {
  /**
   * The word `ridge-wasserstein`.
   */
  name: "ridge-wasserstein";
  kernel: Kernel;
  /**
   * Ridge lambda.
   */
  lambda: number;
}
/**
 * transport x inverse
 */
export interface DeSteinGeometry {
  /**
   * The word `de-stein`.
   */
  name: "de-stein";
  kernel: Kernel;
}
/**
 * deposit x identity
 */
export interface L2Geometry {
  /**
   * The word `l2`.
   */
  name: "l2";
}
/**
 * diffusion x identity
 */
export interface HMinus1Geometry {
  /**
   * The word `h-minus-1`.
   */
  name: "h-minus-1";
}
/**
 * Any mechanism with any smoother.
 */
export interface TermGeometry {
  /**
   * The word `term`.
   */
  name: "term";
  /**
   * What moves the mass.
   */
  mechanism: "transport" | "growth" | "deposit" | "diffusion";
  smoother: Smoother;
}
/**
 * f = 1
 */
export interface IdentitySmoother {
  /**
   * The word `identity`.
   */
  name: "identity";
}
/**
 * f(s) = s
 */
export interface KernelSmoother {
  /**
   * The word `kernel`.
   */
  name: "kernel";
  kernel: Kernel;
}
/**
 * f(s) = s/(s + lambda)
 */
export interface RidgeSmoother {
  /**
   * The word `ridge`.
   */
  name: "ridge";
  kernel: Kernel;
  /**
   * Ridge.
   */
  lambda: number;
}
/**
 * f(s) = 1/s
 */
export interface InverseSmoother {
  /**
   * The word `inverse`.
   */
  name: "inverse";
  kernel: Kernel;
}
/**
 * Local average. Not symmetric in L^2_w: NOT a gradient system.
 */
export interface NadarayaWatsonSmoother {
  /**
   * The word `nadaraya-watson`.
   */
  name: "nadaraya-watson";
  kernel: Kernel;
}
/**
 * Multiple: alpha for transport, beta for growth.
 */
export interface ScaledGeometry {
  /**
   * The word `scaled`.
   */
  name: "scaled";
  /**
   * Factor; 0 switches the term off.
   */
  factor: number;
  of: Geometry;
}
/**
 * K's add: infimal convolution of the metrics.
 */
export interface SumGeometry {
  /**
   * The word `sum`.
   */
  name: "sum";
  /**
   * Terms.
   *
   * @minItems 2
   */
  of: [Geometry, Geometry, ...Geometry[]];
}
/**
 * Fixed mass: K - K1 x K1/<1,K1>.
 */
export interface SphericalGeometry {
  /**
   * The word `spherical`.
   */
  name: "spherical";
  of: Geometry;
}
/**
 * Closed form; refused where none is known.
 */
export interface ExactIntegrator {
  /**
   * The word `exact`.
   */
  name: "exact";
}
/**
 * Order 1.
 */
export interface ExplicitEulerIntegrator {
  /**
   * The word `explicit-euler`.
   */
  name: "explicit-euler";
}
/**
 * Order 4.
 */
export interface Rk4Integrator {
  /**
   * The word `rk4`.
   */
  name: "rk4";
}
/**
 * Runge-Kutta in the chart log u: positivity for free.
 */
export interface ExponentialIntegrator {
  /**
   * The word `exponential`.
   */
  name: "exponential";
  /**
   * Order.
   */
  order: 1 | 2 | 4;
}
/**
 * Newton; order 1.
 */
export interface ImplicitEulerIntegrator {
  /**
   * The word `implicit-euler`.
   */
  name: "implicit-euler";
}
/**
 * Convex splitting or stabilised, for phase fields; order 1.
 */
export interface SemiImplicitIntegrator {
  /**
   * The word `semi-implicit`.
   */
  name: "semi-implicit";
  /**
   * S; default Eyre's splitting.
   */
  stabilisation?: number;
}
/**
 * Scharfetter-Gummel fluxes, implicit; exact stationary state.
 */
export interface ChangCooperIntegrator {
  /**
   * The word `chang-cooper`.
   */
  name: "chang-cooper";
}
/**
 * Minimizing movement: one proximal step per time step.
 */
export interface JkoIntegrator {
  /**
   * The word `jko`.
   */
  name: "jko";
  /**
   * Variational implicit midpoint (order 2).
   */
  midpoint?: boolean;
}
/**
 * One integrator per term of a sum, in order.
 */
export interface SplittingIntegrator {
  /**
   * The word `splitting`.
   */
  name: "splitting";
  /**
   * Lie (order 1) or Strang (order 2).
   */
  scheme: "lie" | "strang";
  /**
   * As many as terms of the sum.
   *
   * @minItems 2
   */
  of: [Integrator, Integrator, ...Integrator[]];
}
/**
 * Turns tau log u into noise (ULA).
 */
export interface LangevinIntegrator {
  /**
   * The word `langevin`.
   */
  name: "langevin";
}
/**
 * Explicit Euler with the force evaluated at perturbed points.
 */
export interface NoisyEulerIntegrator {
  /**
   * The word `noisy-euler`.
   */
  name: "noisy-euler";
  /**
   * Standard deviation.
   */
  level: number;
  /**
   * Time when the noise is switched off.
   */
  until?: number;
}
/**
 * Jump process: kill and duplicate (P2).
 */
export interface BirthDeathIntegrator {
  /**
   * The word `birth-death`.
   */
  name: "birth-death";
  density?: Kernel;
}
/**
 * Dormand-Prince 5(4) with error control between the recorded times; ends with the status `step-underflow` where no step is small enough.
 */
export interface AdaptiveIntegrator {
  /**
   * The word `adaptive`.
   */
  name: "adaptive";
  /**
   * Bound on the local error, relative to 1 + |u|.
   */
  tolerance: number;
}
/**
 * Times t_k = k end/steps; saved at `records` + 1 equally spaced times. `steps` must be a multiple of `records`, so that a sweep over steps keeps the recorded times.
 */
export interface Time {
  /**
   * Final time, in units of time.
   */
  end: number;
  /**
   * Number of time steps.
   */
  steps: number;
  /**
   * Number of recorded intervals; an even number makes `integral` Simpson's rule.
   */
  records: number;
}
/**
 * The driving energy F(u_t).
 */
export interface EnergyRecorder {
  /**
   * The word `energy`.
   */
  name: "energy";
}
/**
 * Another functional along the curve.
 */
export interface ValueRecorder {
  /**
   * The word `value`.
   */
  name: "value";
  energy: Energy;
}
/**
 * <DF, K DF> = -dF/dt.
 */
export interface DissipationRecorder {
  /**
   * The word `dissipation`.
   */
  name: "dissipation";
}
/**
 * R*(u, -DF).
 */
export interface DualRecorder {
  /**
   * The word `dual`.
   */
  name: "dual";
}
/**
 * R(u, u'), computed independently of R*.
 */
export interface PrimalRecorder {
  /**
   * The word `primal`.
   */
  name: "primal";
}
/**
 * <xi, K xi>/2 along a geodesic.
 */
export interface HamiltonianRecorder {
  /**
   * The word `hamiltonian`.
   */
  name: "hamiltonian";
}
/**
 * u(X).
 */
export interface MassRecorder {
  /**
   * The word `mass`.
   */
  name: "mass";
}
/**
 * Smallest mass: negative once positivity is lost.
 */
export interface PositivityRecorder {
  /**
   * The word `positivity`.
   */
  name: "positivity";
}
/**
 * Number of nodes of positive mass.
 */
export interface SupportRecorder {
  /**
   * The word `support`.
   */
  name: "support";
}
/**
 * Effective sample size (sum w)^2/sum w^2.
 */
export interface EssRecorder {
  /**
   * The word `ess`.
   */
  name: "ess";
}
/**
 * int f du / u(X).
 */
export interface ExpectationRecorder {
  /**
   * The word `expectation`.
   */
  name: "expectation";
  /**
   * f as a formula in x (1-D) or x1, x2, ...
   */
  of: string;
}
/**
 * Variance of one coordinate.
 */
export interface VarianceRecorder {
  /**
   * The word `variance`.
   */
  name: "variance";
  /**
   * From 1; default 1.
   */
  coordinate?: number;
}
/**
 * max - min of log(u/pi).
 */
export interface OscillationRecorder {
  /**
   * The word `oscillation`.
   */
  name: "oscillation";
}
/**
 * kappa_n of log(u/pi) under pi.
 */
export interface CumulantRecorder {
  /**
   * The word `cumulant`.
   */
  name: "cumulant";
  /**
   * n
   */
  order: number;
}
/**
 * Distance of u_t to a fixed measure.
 */
export interface DistanceRecorder {
  /**
   * The word `distance`.
   */
  name: "distance";
  metric: Metric;
  to: Measure;
}
/**
 * Total variation, half the L1 distance of masses.
 */
export interface TvMetric {
  /**
   * The word `tv`.
   */
  name: "tv";
}
/**
 * He, with the factor 4.
 */
export interface HellingerMetric {
  /**
   * The word `hellinger`.
   */
  name: "hellinger";
}
/**
 * SHe on probability measures.
 */
export interface SphericalHellingerMetric {
  /**
   * The word `spherical-hellinger`.
   */
  name: "spherical-hellinger";
}
/**
 * W_p.
 */
export interface WassersteinMetric {
  /**
   * The word `wasserstein`.
   */
  name: "wasserstein";
  /**
   * p
   */
  order: 1 | 2;
}
/**
 * Maximum mean discrepancy.
 */
export interface MmdMetric {
  /**
   * The word `mmd`.
   */
  name: "mmd";
  kernel: Kernel;
}
/**
 * De-kernelised Stein distance.
 */
export interface DeSteinMetric {
  /**
   * The word `de-stein`.
   */
  name: "de-stein";
  kernel: Kernel;
}
/**
 * RKHS norm of the log-ratio.
 */
export interface KernelHellingerMetric {
  /**
   * The word `kernel-hellinger`.
   */
  name: "kernel-hellinger";
  kernel: Kernel;
}
/**
 * HK = WFR; action |v|^2/alpha + r^2/beta.
 */
export interface HellingerKantorovichMetric {
  /**
   * The word `hellinger-kantorovich`.
   */
  name: "hellinger-kantorovich";
  /**
   * Mobility.
   */
  alpha: number;
  /**
   * Reaction.
   */
  beta: number;
}
/**
 * Coefficient of cos(k x) in an order parameter.
 */
export interface AmplitudeRecorder {
  /**
   * The word `amplitude`.
   */
  name: "amplitude";
  /**
   * k
   */
  wavenumber: number;
}
/**
 * Where u = 0 on the line; in the plane the radius of the disc of the area of {u > 0}.
 */
export interface InterfacePositionRecorder {
  /**
   * The word `interface-position`.
   */
  name: "interface-position";
}
/**
 * Mean logistic loss of the posterior predictive on test data.
 */
export interface RiskRecorder {
  /**
   * The word `risk`.
   */
  name: "risk";
  data: Data;
}
/**
 * Total momentum sum w_i p_i of a geodesic of particles.
 */
export interface MomentumRecorder {
  /**
   * The word `momentum`.
   */
  name: "momentum";
}
/**
 * The state on nodes.
 */
export interface MassesRecorder {
  /**
   * The word `masses`.
   */
  name: "masses";
}
/**
 * The state divided by the volumes.
 */
export interface DensityRecorder {
  /**
   * The word `density`.
   */
  name: "density";
}
/**
 * One coordinate of the nodes.
 */
export interface CoordinatesRecorder {
  /**
   * The word `coordinates`.
   */
  name: "coordinates";
  /**
   * From 1; default 1.
   */
  coordinate?: number;
}
/**
 * All coordinates of every particle, anchors last.
 */
export interface PositionsRecorder {
  /**
   * The word `positions`.
   */
  name: "positions";
}
/**
 * The weights of particles.
 */
export interface WeightsRecorder {
  /**
   * The word `weights`.
   */
  name: "weights";
}
/**
 * Number of particles whose weight is at most 1e-12 of the mass.
 */
export interface MasslessRecorder {
  /**
   * The word `massless`.
   */
  name: "massless";
}
/**
 * A curve between two states: geodesic or interpolation, parametrised by t in [0,1]. Outputs: the recorders.
 */
export interface CurveRun {
  /**
   * The word `curve`.
   */
  task: "curve";
  space: Space;
  from: Measure;
  to?: Measure;
  geometry: Geometry;
  energy?: Energy;
  by: Curve;
  /**
   * Number of recorded intervals.
   */
  records: number;
  /**
   * What is saved at the recorded times: name used in formulas -> recorder.
   */
  record: {
    [k: string]: Recorder | undefined;
  };
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * Closed form of the geodesic.
 */
export interface ExactCurve {
  /**
   * The word `exact`.
   */
  name: "exact";
}
/**
 * Hamiltonian system, initial momentum by Newton.
 */
export interface ShootingCurve {
  /**
   * The word `shooting`.
   */
  name: "shooting";
  integrator: Integrator;
  /**
   * Time steps.
   */
  steps: number;
}
/**
 * Hamiltonian system from the momentum of the closed form.
 */
export interface MomentumCurve {
  /**
   * The word `momentum`.
   */
  name: "momentum";
  integrator: Integrator;
  /**
   * Time steps.
   */
  steps: number;
}
/**
 * Hamiltonian system from seeded random momenta; no end state.
 */
export interface ReleaseCurve {
  /**
   * The word `release`.
   */
  name: "release";
  /**
   * Final time.
   */
  end: number;
  integrator: Integrator;
  /**
   * Time steps.
   */
  steps: number;
}
/**
 * Straight in a chart.
 */
export interface InterpolationCurve {
  /**
   * The word `interpolation`.
   */
  name: "interpolation";
  /**
   * mu, sqrt mu, log mu, positions, or great circle.
   */
  chart: "plain" | "root" | "log" | "positions" | "great-circle";
}
/**
 * One evaluation at a state: the force, the rate and both dissipation potentials.
 */
export interface RateRun {
  /**
   * The word `rate`.
   */
  task: "rate";
  space: Space;
  state: Measure;
  geometry: Geometry;
  force: Force;
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * xi = DF(u).
 */
export interface DifferentialForce {
  /**
   * The word `differential`.
   */
  name: "differential";
  energy: Energy;
}
/**
 * Seeded random values on nodes.
 */
export interface RandomForce {
  /**
   * The word `random`.
   */
  name: "random";
  /**
   * Seed.
   */
  seed: number;
}
/**
 * Values on nodes.
 */
export interface ValuesForce {
  /**
   * The word `values`.
   */
  name: "values";
  /**
   * xi
   *
   * @minItems 1
   */
  values: [number, ...number[]];
}
/**
 * Distance between two measures by one method.
 */
export interface DistanceRun {
  /**
   * The word `distance`.
   */
  task: "distance";
  space: Space;
  from: Measure;
  to: Measure;
  metric: Metric;
  method: Method;
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * Closed form.
 */
export interface ExactMethod {
  /**
   * The word `exact`.
   */
  name: "exact";
}
/**
 * Static problem on the nodes (linear algebra or quadrature).
 */
export interface StaticMethod {
  /**
   * The word `static`.
   */
  name: "static";
}
/**
 * Dual problem by a linear solve or ascent.
 */
export interface DualMethod {
  /**
   * The word `dual`.
   */
  name: "dual";
}
/**
 * Time-discretised dynamic problem.
 */
export interface DynamicMethod {
  /**
   * The word `dynamic`.
   */
  name: "dynamic";
  /**
   * Time steps.
   */
  steps: number;
}
/**
 * From quantile functions (1-D).
 */
export interface QuantilesMethod {
  /**
   * The word `quantiles`.
   */
  name: "quantiles";
  /**
   * Quadrature nodes.
   */
  nodes: number;
}
/**
 * Exact optimal plan.
 */
export interface LinearProgramMethod {
  /**
   * The word `linear-program`.
   */
  name: "linear-program";
}
/**
 * Entropic, log domain.
 */
export interface SinkhornMethod {
  /**
   * The word `sinkhorn`.
   */
  name: "sinkhorn";
  /**
   * Regularisation, in units of length^2.
   */
  epsilon: number;
  /**
   * Sinkhorn divergence.
   */
  debiased?: boolean;
}
/**
 * Eigenvalues of an operator, in decreasing order of size (of the generator: increasing).
 */
export interface SpectrumRun {
  /**
   * The word `spectrum`.
   */
  task: "spectrum";
  space: Space;
  operator: Operator;
  method: Method;
  /**
   * Number of modes.
   */
  modes: number;
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * K_rho f = int k(., y) f(y) drho(y).
 */
export interface KernelOperator {
  /**
   * The word `kernel`.
   */
  name: "kernel";
  kernel: Kernel;
  measure: Measure;
}
/**
 * Generator of the Fokker-Planck equation (sign: eigenvalues >= 0).
 */
export interface GeneratorOperator {
  /**
   * The word `generator`.
   */
  name: "generator";
  target: Measure;
}
/**
 * Another run of this experiment with some places changed: how controls and references are written.
 */
export interface SameAsRun {
  /**
   * The word `same-as`.
   */
  task: "same-as";
  /**
   * Name of the other run.
   */
  run: string;
  /**
   * JSON pointer inside the run -> new value.
   */
  but: {
    [k: string]: unknown | undefined;
  };
}
/**
 * Numbers, the same at every pointer.
 */
export interface ValuesAxis {
  /**
   * The word `values`.
   */
  axis: "values";
  /**
   * In the order of the sweep.
   *
   * @minItems 1
   * @maxItems 10000
   */
  values: [number, ...number[]];
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   *
   * Items: /runs/<run>/...
   */
  set?: [string, ...string[]];
}
/**
 * Equally spaced numbers; often a free variable.
 */
export interface GridAxis {
  /**
   * The word `grid`.
   */
  axis: "grid";
  /**
   * First.
   */
  from: number;
  /**
   * Last.
   */
  to: number;
  /**
   * Number of points.
   */
  points: number;
  /**
   * Default linear.
   */
  scale?: "linear" | "log";
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   *
   * Items: /runs/<run>/...
   */
  set?: [string, ...string[]];
}
/**
 * Named alternatives of any kind.
 */
export interface ChoicesAxis {
  /**
   * The word `choices`.
   */
  axis: "choices";
  /**
   * Label -> value.
   */
  choices: {
    [k: string]: unknown | undefined;
  };
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   *
   * Items: /runs/<run>/...
   */
  set: [string, ...string[]];
}
/**
 * Several places that change together.
 */
export interface ZipAxis {
  /**
   * The word `zip`.
   */
  axis: "zip";
  /**
   * Number of each row, for formulas.
   *
   * @minItems 1
   */
  values?: [number, ...number[]];
  /**
   * Label -> one value per pointer.
   */
  rows: {
    /**
     * One value per pointer.
     *
     * @minItems 2
     */
    [k: string]: [unknown, unknown, ...unknown[]] | undefined;
  };
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   *
   * Items: /runs/<run>/...
   */
  set: [string, ...string[]];
}
/**
 * Independent repetitions.
 */
export interface SeedsAxis {
  /**
   * The word `seeds`.
   */
  axis: "seeds";
  /**
   * Number of seeds.
   */
  count: number;
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   *
   * Items: /runs/<run>/...
   */
  set: [string, ...string[]];
}
/**
 * |measured - expected| <= tolerance
 */
export interface EqualClaim {
  /**
   * The word `equal`.
   */
  claim: "equal";
  measured: Formula;
  expected: Formula;
  /**
   * Largest admissible difference: a number or a formula such as 4*stderr(x, seed).
   */
  tolerance: number | string;
  /**
   * Divide by |expected|.
   */
  relative?: boolean;
  /**
   * The sentence in words, where the formula does not say it.
   */
  says?: string;
  /**
   * Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.
   */
  because: string;
  /**
   * Statements that the claim illustrates; needed if the experiment illustrates several.
   *
   * @minItems 1
   */
  for?: [Statement1, ...Statement1[]];
  /**
   * true: the claim must FAIL somewhere; shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * measured <= bound + slack
 */
export interface AtMostClaim {
  /**
   * The word `at-most`.
   */
  claim: "at-most";
  measured: Formula;
  bound: Formula;
  /**
   * Rounding or discretisation error; default 0.
   */
  slack?: number;
  /**
   * The sentence in words, where the formula does not say it.
   */
  says?: string;
  /**
   * Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.
   */
  because: string;
  /**
   * Statements that the claim illustrates; needed if the experiment illustrates several.
   *
   * @minItems 1
   */
  for?: [Statement1, ...Statement1[]];
  /**
   * true: the claim must FAIL somewhere; shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * measured >= bound - slack
 */
export interface AtLeastClaim {
  /**
   * The word `at-least`.
   */
  claim: "at-least";
  measured: Formula;
  bound: Formula;
  /**
   * Default 0.
   */
  slack?: number;
  /**
   * The sentence in words, where the formula does not say it.
   */
  says?: string;
  /**
   * Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.
   */
  because: string;
  /**
   * Statements that the claim illustrates; needed if the experiment illustrates several.
   *
   * @minItems 1
   */
  for?: [Statement1, ...Statement1[]];
  /**
   * true: the claim must FAIL somewhere; shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * Monotone along a dimension, in the order of the axis.
 */
export interface MonotoneClaim {
  /**
   * The word `monotone`.
   */
  claim: "monotone";
  measured: Formula;
  /**
   * t or an axis.
   */
  along: string;
  /**
   * Direction.
   */
  direction: "increasing" | "decreasing";
  /**
   * Default 0.
   */
  slack?: number;
  /**
   * The sentence in words, where the formula does not say it.
   */
  says?: string;
  /**
   * Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.
   */
  because: string;
  /**
   * Statements that the claim illustrates; needed if the experiment illustrates several.
   *
   * @minItems 1
   */
  for?: [Statement1, ...Statement1[]];
  /**
   * true: the claim must FAIL somewhere; shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * A run ends with a status.
 */
export interface EndsClaim {
  /**
   * The word `ends`.
   */
  claim: "ends";
  /**
   * Run.
   */
  run: string;
  /**
   * Status of every solution of the run.
   */
  status: "completed" | "stopped" | "diverged" | "not-converged" | "left-the-cone" | "step-underflow" | "refused";
  /**
   * The sentence in words, where the formula does not say it.
   */
  says?: string;
  /**
   * Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.
   */
  because: string;
  /**
   * Statements that the claim illustrates; needed if the experiment illustrates several.
   *
   * @minItems 1
   */
  for?: [Statement1, ...Statement1[]];
  /**
   * true: the claim must FAIL somewhere; shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * Ridgelines of curves of measures with a strip beside them.
 */
export interface InterpolationsFigure {
  /**
   * The word `interpolations`.
   */
  name: "interpolations";
  /**
   * One column each.
   *
   * @minItems 1
   *
   * Items: Run.
   */
  runs: [string, ...string[]];
  /**
   * What each column is, beside the name of its geometry; `$…$` is mathematics.
   *
   * Items: Words.
   */
  labels?: string[];
  /**
   * One series per run, beside its ridges: the mass, the speed.
   *
   * @minItems 1
   */
  strip?: [Series, ...Series[]];
  /**
   * Name of the strips.
   */
  ordinate?: string;
  /**
   * Axis -> label or value: which point is shown of runs that axes touch. Default: the first.
   */
  at?: {
    /**
     * Label or value.
     */
    [k: string]: string | number | undefined;
  };
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * A formula as a curve. A dimension that is left besides the abscissa gives one curve per point.
 */
export interface Series {
  of: Formula;
  /**
   * Its name beside the curve; default: the geometry or the run. `$…$` is mathematics.
   */
  label?: string;
  /**
   * Its colour; default: the geometry of the run in the formula.
   */
  geometry?: "de-stein" | "wasserstein" | "stein" | "mmd" | "fisher-rao" | "kernel-fisher-rao" | "ift" | "wfr";
}
/**
 * Ridgelines of flows with a panel of series.
 */
export interface DensitiesOverTimeFigure {
  /**
   * The word `densities-over-time`.
   */
  name: "densities-over-time";
  /**
   * One column each.
   *
   * @minItems 1
   *
   * Items: Run.
   */
  runs: [string, ...string[]];
  /**
   * What each column is, beside the name of its geometry; `$…$` is mathematics.
   *
   * Items: Words.
   */
  labels?: string[];
  /**
   * Recorded times that are shown; default equally spaced ones.
   *
   * @minItems 1
   *
   * Items: Time.
   */
  times?: [number, ...number[]];
  target?: Formula;
  /**
   * Series of the panel.
   *
   * @minItems 1
   */
  panel: [Series, ...Series[]];
  /**
   * Name of the ordinate; `$…$` is mathematics.
   */
  ordinate?: string;
  /**
   * Linear ordinate of the panel.
   */
  linear?: boolean;
  /**
   * Axis -> label or value: which point is shown of runs that axes touch. Default: the first.
   */
  at?: {
    /**
     * Label or value.
     */
    [k: string]: string | number | undefined;
  };
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * Decay in time, logarithmic, under its bounds.
 */
export interface DecayFigure {
  /**
   * The word `decay`.
   */
  name: "decay";
  /**
   * Solid curves over t.
   *
   * @minItems 1
   */
  series: [Series, ...Series[]];
  /**
   * Dashed.
   *
   * @minItems 1
   */
  bounds?: [Series, ...Series[]];
  /**
   * Dotted: limits and closed forms.
   *
   * @minItems 1
   */
  references?: [Series, ...Series[]];
  /**
   * Rates of the triangles.
   *
   * @minItems 1
   *
   * Items: Slope.
   */
  slopes?: [number, ...number[]];
  /**
   * Linear ordinate.
   */
  linear?: boolean;
  /**
   * Name of the ordinate; `$…$` is mathematics.
   */
  ordinate?: string;
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * Curves against a parameter or time, coloured by a parameter.
 */
export interface CurvesFigure {
  /**
   * The word `curves`.
   */
  name: "curves";
  /**
   * Abscissa.
   */
  x: string;
  /**
   * Solid.
   *
   * @minItems 1
   */
  curves: [Series, ...Series[]];
  /**
   * Dashed.
   *
   * @minItems 1
   */
  bounds?: [Series, ...Series[]];
  /**
   * Dotted: limits and closed forms.
   *
   * @minItems 1
   */
  references?: [Series, ...Series[]];
  /**
   * The parameter that colours.
   */
  by?: string;
  /**
   * Axes with a logarithmic scale.
   *
   * Items: Axis.
   */
  logarithmic?: ("x" | "y")[];
  /**
   * Name of the abscissa; `$…$` is mathematics.
   */
  abscissa?: string;
  /**
   * Name of the ordinate; `$…$` is mathematics.
   */
  ordinate?: string;
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * A family tending to a limit, with its errors, and both halves of the dissipation closing in on theirs.
 */
export interface ConvergingFamilyFigure {
  /**
   * The word `converging-family`.
   */
  name: "converging-family";
  /**
   * Parameter of the family.
   */
  along: string;
  family: Formula;
  limit: Formula;
  /**
   * Errors against the parameter.
   *
   * @minItems 1
   */
  errors: [Series, ...Series[]];
  halves?: Halves;
  /**
   * Name of the ordinate; `$…$` is mathematics.
   */
  ordinate?: string;
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * The integrals of R and R* against the parameter, and their common limit.
 */
export interface Halves {
  primal: Formula;
  dual: Formula;
  limit: Formula;
}
/**
 * Errors on doubly logarithmic axes with slope triangles.
 */
export interface OrderFigure {
  /**
   * The word `order`.
   */
  name: "order";
  /**
   * Abscissa.
   */
  x: string;
  /**
   * Errors.
   *
   * @minItems 1
   */
  curves: [Series, ...Series[]];
  /**
   * Slopes of the triangles.
   *
   * @minItems 1
   *
   * Items: Slope.
   */
  slopes?: [number, ...number[]];
  /**
   * Name of the abscissa; `$…$` is mathematics.
   */
  abscissa?: string;
  /**
   * Name of the ordinate; `$…$` is mathematics.
   */
  ordinate?: string;
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * Planar particles: trails, area is weight, hollow means none.
 */
export interface ParticlesFigure {
  /**
   * The word `particles`.
   */
  name: "particles";
  /**
   * One panel each.
   *
   * @minItems 1
   *
   * Items: Run.
   */
  runs: [string, ...string[]];
  /**
   * What each column is, beside the name of its geometry; `$…$` is mathematics.
   *
   * Items: Words.
   */
  labels?: string[];
  /**
   * Series beside them.
   *
   * @minItems 1
   */
  panel?: [Series, ...Series[]];
  /**
   * Name of the ordinate; `$…$` is mathematics.
   */
  ordinate?: string;
  /**
   * Linear ordinate of the panel.
   */
  linear?: boolean;
  /**
   * Axis -> label or value: which point is shown of runs that axes touch. Default: the first.
   */
  at?: {
    /**
     * Label or value.
     */
    [k: string]: string | number | undefined;
  };
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * Contours of a planar target, Gaussians as ellipses of one and two standard deviations, clouds of particles.
 */
export interface EllipsesFigure {
  /**
   * The word `ellipses`.
   */
  name: "ellipses";
  /**
   * Panels, at most three.
   *
   * @minItems 1
   * @maxItems 3
   */
  panels: [EllipsesPanel] | [EllipsesPanel, EllipsesPanel] | [EllipsesPanel, EllipsesPanel, EllipsesPanel];
  /**
   * Run whose target is drawn in grey.
   */
  target?: string;
  /**
   * Axis -> label or value: which point is shown of runs that axes touch. Default: the first.
   */
  at?: {
    /**
     * Label or value.
     */
    [k: string]: string | number | undefined;
  };
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * One panel.
 */
export interface EllipsesPanel {
  /**
   * What it is; `$…$` is mathematics.
   */
  label: string;
  /**
   * A smaller line under it.
   */
  detail?: string;
  /**
   * Gaussians.
   *
   * @minItems 1
   */
  gaussians?: [GaussianCurve, ...GaussianCurve[]];
  /**
   * Run whose particles are dots.
   */
  cloud?: string;
}
/**
 * A Gaussian by formulas; over t, the mean leaves a trail and the last one is drawn.
 */
export interface GaussianCurve {
  /**
   * [m1, m2]
   *
   * @minItems 2
   * @maxItems 2
   */
  mean: [Formula, Formula];
  /**
   * [s11, s12, s22]
   *
   * @minItems 3
   * @maxItems 3
   */
  covariance: [Formula, Formula, Formula];
  /**
   * Its name.
   */
  label?: string;
  /**
   * Its colour; default: the geometry of the run in the formula.
   */
  geometry?: "de-stein" | "wasserstein" | "stein" | "mmd" | "fisher-rao" | "kernel-fisher-rao" | "ift" | "wfr";
}
/**
 * One dot per claim, or per point of an axis, on a logarithmic abscissa, with what it must not exceed as a line.
 */
export interface ResidualsFigure {
  /**
   * The word `residuals`.
   */
  name: "residuals";
  /**
   * Claims.
   *
   * @minItems 1
   *
   * Items: Claim.
   */
  claims: [string, ...string[]];
  /**
   * One row per point of this axis.
   */
  by?: string;
  /**
   * Name of the abscissa; `$…$` is mathematics.
   */
  abscissa?: string;
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
/**
 * Fields in (x, t), or snapshots in the plane, with a panel of series.
 */
export interface SpaceTimeFigure {
  /**
   * The word `space-time`.
   */
  name: "space-time";
  /**
   * One panel each.
   *
   * @minItems 1
   *
   * Items: Run.
   */
  runs: [string, ...string[]];
  /**
   * What each column is, beside the name of its geometry; `$…$` is mathematics.
   *
   * Items: Words.
   */
  labels?: string[];
  /**
   * Recorded times that are shown; default equally spaced ones.
   *
   * @minItems 1
   *
   * Items: Time.
   */
  times?: [number, ...number[]];
  /**
   * Series.
   *
   * @minItems 1
   */
  panel?: [Series, ...Series[]];
  /**
   * Name of the ordinate; `$…$` is mathematics.
   */
  ordinate?: string;
  /**
   * Linear ordinate of the panel.
   */
  linear?: boolean;
  /**
   * Axis -> label or value: which point is shown of runs that axes touch. Default: the first.
   */
  at?: {
    /**
     * Label or value.
     */
    [k: string]: string | number | undefined;
  };
  /**
   * The finding, one sentence; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is drawn, one line.
   */
  caption?: string;
  /**
   * A line under the figure: what to know of the data.
   */
  note?: string;
  /**
   * Claims shown with their numbers.
   *
   * Items: Claim.
   */
  badges?: string[];
}
