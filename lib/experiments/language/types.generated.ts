/* Generated from schemas/ by `npm run types`: do not edit. */

/**
 * Id of a statement of the catalogue, such as.
 */
export type Statement = string;
/**
 * What one run computes.
 */
export type Task = FlowRun | CurveRun | RateRun | DistanceRun | SpectrumRun | RegressionRun | SameAsRun;
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
export type Smoother =
  | IdentitySmoother
  | KernelSmoother
  | RidgeSmoother
  | InverseSmoother
  | NadarayaWatsonSmoother
  | ProjectionSmoother
  | ProductSmoother
  | CentredSmoother;
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
  | FisherRaoGaussianMetric
  | WassersteinMetric
  | MmdMetric
  | DeSteinMetric
  | KernelHellingerMetric
  | HellingerKantorovichMetric;
/**
 * How kernel sums over many particles are computed, where not pair by pair.
 */
export type Summation = FastSummation | SlicedSummation;
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
  | ExactMethod
  | StaticMethod
  | DualMethod
  | DynamicMethod
  | QuantilesMethod
  | LinearProgramMethod
  | SinkhornMethod
  | SamplesMethod;
/**
 * The operator of a spectrum.
 */
export type Operator = KernelOperator | GeneratorOperator;
/**
 * The function g that is regressed.
 */
export type Response = MercerResponse | SourceResponse | FunctionResponse | DifferentialResponse | DifferenceResponse;
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
 * Id of a statement of the catalogue, such as.
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
  | ThresholdFigure
  | ConvergingFamilyFigure
  | OrderFigure
  | ParticlesFigure
  | EllipsesFigure
  | ResidualsFigure
  | SpaceTimeFigure
  | SpectrumFigure
  | SimplexFlowFigure
  | WitnessFigure
  | TwoWayFigure
  | SwarmFigure;

/**
 * An experiment: runs x axes x claims x figures. A claim is a sentence about formulas, a formula is an array over named dimensions, a reference is a run, a control is `same-as`.
 */
export interface Experiment {
  /**
   * Path of experiment.schema.json relative to the spec: completion and hover text in editors.
   */
  $schema?: string;
  /**
   * Name of the file without .json.
   */
  id: string;
  /**
   * What is shown, as one sentence.
   */
  title: string;
  /**
   * Statements of the catalogue that the claims speak for; empty for a flow of your own.
   */
  illustrates: Statement[];
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
   * Name -> axis: a parameter that takes several values, and a dimension of formulas.
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
   * Name -> claim: what the numbers must satisfy.
   */
  claims: {
    [k: string]: Claim | undefined;
  };
  /**
   * Name -> figure: what is drawn, never how it looks.
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
   * Gradient flow u' = -K(u) DF(u) from an initial state. Outputs: the recorders. u' = -K(u) DF(u)
   */
  task: "flow";
  space: Space;
  initial: Measure;
  energy: Energy;
  geometry: Geometry;
  integrator: Integrator;
  time: Time;
  /**
   * Whether a negative mass ends the run as `left-the-cone`. Default: wherever the geometry weighs with the state and is meaningless with one.
   */
  cone?: "watch" | "ignore";
  /**
   * What is saved at the recorded times: name used in formulas -> recorder.
   */
  record: {
    [k: string]: Recorder | undefined;
  };
  /**
   * How kernel sums over many particles are computed. `auto`: pair by pair up to 2^21 pairs, beyond them fast (with the tolerance 1e-10) where that is cheaper; `direct`: pair by pair. Default `auto`. The notes of the run say what was fast, with the verified error.
   */
  summation?: ("auto" | "direct") | Summation;
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
   * n points; with coordinates if a kernel is used. Refused: transport without edges.
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
 * Cells of an interval; the state holds their masses.
 */
export interface Grid1DSpace {
  /**
   * Cells of an interval; the state holds their masses.
   */
  name: "grid1d";
  /**
   * Number of cells.
   */
  n: number;
  /**
   * Ends [a, b], in units of length.
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
 * Cells of a rectangle; the state holds their masses.
 */
export interface Grid2DSpace {
  /**
   * Cells of a rectangle; the state holds their masses.
   */
  name: "grid2d";
  /**
   * Numbers of cells [nx, ny].
   *
   * @minItems 2
   * @maxItems 2
   */
  n: [number, number];
  /**
   * Ends [ax, bx, ay, by], in units of length.
   *
   * @minItems 4
   * @maxItems 4
   */
  box: [number, number, number, number];
  /**
   * Default false: zero flux.
   */
  periodic?: boolean;
}
/**
 * Weighted particles in R^d.
 */
export interface ParticlesSpace {
  /**
   * Weighted particles in R^d.
   */
  name: "particles";
  /**
   * Number of particles.
   */
  n: number;
  /**
   * Dimension of R^d.
   */
  d: number;
  /**
   * How an initial density becomes particles: independent draws (default), or exact quantiles on the line.
   */
  placement?: "independent" | "quantiles";
  /**
   * Add the atoms of the target as unmoving particles of initial mass 0: makes MMD theory exact.
   */
  anchors?: boolean;
}
/**
 * Normal laws with mean m and covariance S in R^d.
 */
export interface GaussianSpace {
  /**
   * Normal laws with mean m and covariance S in R^d.
   */
  name: "gaussian";
  /**
   * Dimension of R^d.
   */
  d: number;
}
/**
 * Masses written out.
 */
export interface MassesMeasure {
  /**
   * Masses written out.
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
   * Seeded random positive masses of total 1.
   */
  name: "random";
  /**
   * Seed of the masses.
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
   * Normal law.
   */
  name: "gaussian";
  /**
   * Mean: a number in 1-D, else one number per coordinate.
   */
  mean: number | number[];
  /**
   * Variance in 1-D, else the covariance matrix, row by row.
   */
  covariance: number | number[][];
}
/**
 * Convex combination of laws.
 */
export interface MixtureMeasure {
  /**
   * Convex combination of laws.
   */
  name: "mixture";
  /**
   * Nonnegative weights of sum 1.
   *
   * @minItems 1
   */
  weights: [number, ...number[]];
  /**
   * The laws, as many as weights.
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
   * Uniform law of mass 1; without interval on the whole space.
   */
  name: "uniform";
  /**
   * [a, b]; default: the whole space.
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
   * Point mass.
   */
  name: "dirac";
  /**
   * The point.
   */
  at: number | number[];
}
/**
 * Density proportional to exp(-V).
 */
export interface GibbsMeasure {
  /**
   * Density proportional to exp(-V). pi = exp(-V)/Z
   */
  name: "gibbs";
  potential: Potential;
}
/**
 * Quadratic form.
 */
export interface QuadraticPotential {
  /**
   * Quadratic form. V = (x-b).A(x-b)/2
   */
  name: "quadratic";
  /**
   * Symmetric positive definite matrix A, row by row.
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
   * Two wells at +-1. V = (x^2-1)^2 / (4 theta)
   */
  name: "double-well";
  /**
   * theta; the barrier is 1/(4 theta).
   */
  depth: number;
}
/**
 * Rosenbrock-shaped density in the plane.
 */
export interface BananaPotential {
  /**
   * Rosenbrock-shaped density in the plane. V = x^2/(2 s^2) + (y - b x^2)^2/2
   */
  name: "banana";
  /**
   * Curvature b.
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
   * Posterior of a model and data.
   */
  name: "posterior";
  /**
   * gaussian-mean: the mean of normal observations; logistic-regression: the weights of a linear classifier.
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
   * Points written in the spec.
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
   * Points from a named generator with its own seed.
   */
  name: "generator";
  /**
   * gaussian, mixture, two-moons, ring, yin-yang (uniform on its dark half, radius 1): clouds; regression, classification, teacher-network: points with responses.
   */
  generator:
    "gaussian" | "mixture" | "two-moons" | "ring" | "yin-yang" | "regression" | "classification" | "teacher-network";
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
   * Seed of the data; it does not change with the seed of the run.
   */
  seed: number;
}
/**
 * A table: .json, .csv or .npy.
 */
export interface FileData {
  /**
   * A table: .json, .csv or .npy.
   */
  name: "file";
  /**
   * Path relative to the spec, inside its folder or the project; no `..`.
   */
  path: string;
  /**
   * Names of the columns that are the points, in order; default: all but `label`.
   */
  columns?: string[];
  /**
   * Name of the column of responses y_i.
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
   * A real data set that a package ships.
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
   * Empirical measure of data.
   */
  name: "samples";
  data: Data;
  /**
   * Whether particles are n independent draws from the data, with replacement, instead of the data themselves. Default: false.
   */
  draw?: boolean;
}
/**
 * Multiple of a probability measure.
 */
export interface ScaledMeasure {
  /**
   * Multiple of a probability measure.
   */
  name: "scaled";
  /**
   * Total mass z > 0.
   */
  mass: number;
  of: Measure;
}
/**
 * A density times a combination of eigenfunctions.
 */
export interface PerturbedMeasure {
  /**
   * A density times a combination of eigenfunctions. u = pi (1 + sum_n c_n e_n)
   */
  name: "perturbed";
  of: Measure;
  kernel: Kernel;
  /**
   * mode<n> -> coefficient c_n of the eigenfunction e_n.
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
   * Gaussian kernel. k = exp(-|x-y|^2 / (2 ell^2))
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
   * Laplace kernel; tridiagonal inverse in 1-D. k = exp(-|x-y| / ell)
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
   * Matern kernel of half-integer smoothness.
   */
  name: "matern";
  /**
   * ell, in units of length; `median` takes the median distance of the nodes of the initial state.
   */
  bandwidth: number | "median";
  /**
   * nu: 1.5 or 2.5.
   */
  smoothness: 1.5 | 2.5;
}
/**
 * Inverse multiquadric.
 */
export interface InverseMultiquadricKernel {
  /**
   * Inverse multiquadric. k = (1 + |x-y|^2/c^2)^(-1/2)
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
   * Affine functions; makes SVGD exact on Gaussians. k = x.y + 1
   */
  name: "linear";
}
/**
 * Stein kernel of a base kernel and a target: MMD becomes KSD.
 */
export interface SteinKernel {
  /**
   * Stein kernel of a base kernel and a target: MMD becomes KSD. k_pi = s(x).s(y) k + s(x).grad_y k + grad_x k.s(y) + tr grad_x grad_y k,  s = grad log pi
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
   * Scale mixture of Gaussian kernels. k = (1 + |x-y|^2 / (2 alpha ell^2))^-alpha
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
   * Riesz kernel; r = 1 is the energy distance. Conditionally positive definite: for equal masses only. k = -|x-y|^r
   */
  name: "riesz";
  /**
   * r in (0, 2).
   */
  exponent: number;
}
/**
 * Polynomial kernel.
 */
export interface PolynomialKernel {
  /**
   * Polynomial kernel. k = (x.y + c)^m
   */
  name: "polynomial";
  /**
   * Degree m.
   */
  degree: number;
  /**
   * Offset c >= 0.
   */
  offset: number;
}
/**
 * Sum of kernels.
 */
export interface SumKernel {
  /**
   * Sum of kernels.
   */
  name: "sum";
  /**
   * The kernels that are added.
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
   * Positive multiple of a kernel.
   */
  name: "scaled";
  /**
   * Factor a > 0.
   */
  factor: number;
  of: Kernel;
}
/**
 * Order parameter: one Fourier mode.
 */
export interface WaveMeasure {
  /**
   * Order parameter: one Fourier mode. u = a cos(k x)
   */
  name: "wave";
  /**
   * Amplitude a.
   */
  amplitude: number;
  /**
   * Wavenumber k, in units of 1/length.
   */
  wavenumber: number;
}
/**
 * Order parameter: random smooth periodic field.
 */
export interface SmoothNoiseMeasure {
  /**
   * Order parameter: random smooth periodic field.
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
   * Seed of the field.
   */
  seed: number;
}
/**
 * Order parameter: a sharp step (1-D) or disc (2-D) from -1 to 1.
 */
export interface InterfaceMeasure {
  /**
   * Order parameter: a sharp step (1-D) or disc (2-D) from -1 to 1.
   */
  name: "interface";
  /**
   * Place of the step, or radius of the disc.
   */
  at: number;
}
/**
 * Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1.
 */
export interface KlEnergy {
  /**
   * Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1. F = int log(du/dpi) du - u(X) + pi(X)
   */
  name: "kl";
  target: Measure;
}
/**
 * Inclusive Kullback-Leibler divergence (phi_0).
 */
export interface InclusiveKlEnergy {
  /**
   * Inclusive Kullback-Leibler divergence (phi_0). F = int log(dpi/du) dpi - pi(X) + u(X)
   */
  name: "inclusive-kl";
  target: Measure;
}
/**
 * Power divergence; p = 2 is half chi^2, p = 1/2 half Hellinger^2.
 */
export interface PhiEnergy {
  /**
   * Power divergence; p = 2 is half chi^2, p = 1/2 half Hellinger^2. F = int phi_p(du/dpi) dpi, phi_p(s) = (s^p - p(s-1) - 1)/(p(p-1))
   */
  name: "phi";
  /**
   * Exponent p; 1 and 0 are the limits KL(u|pi) and KL(pi|u).
   */
  p: number;
  target: Measure;
}
/**
 * Half the squared maximum mean discrepancy.
 */
export interface HalfMmd2Energy {
  /**
   * Half the squared maximum mean discrepancy. F = MMD^2(u, pi)/2
   */
  name: "half-mmd2";
  kernel: Kernel;
  target: Measure;
}
/**
 * Linear energy of a potential.
 */
export interface PotentialEnergy {
  /**
   * Linear energy of a potential. F = int V du
   */
  name: "potential";
  potential: Potential;
}
/**
 * Negative entropy relative to Lebesgue measure, times a temperature.
 */
export interface EntropyEnergy {
  /**
   * Negative entropy relative to Lebesgue measure, times a temperature. F = tau int log(u) du
   */
  name: "entropy";
  /**
   * tau > 0.
   */
  temperature: number;
}
/**
 * Phase-field energy.
 */
export interface GinzburgLandauEnergy {
  /**
   * Phase-field energy. F = int eps^2 |grad u|^2/2 + (1-u^2)^2/4
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
   * Sum of energies.
   */
  name: "sum";
  /**
   * The energies that are added.
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
   * Multiple of an energy.
   */
  name: "scaled";
  /**
   * Factor a.
   */
  factor: number;
  of: Energy;
}
/**
 * Half the chi-squared divergence (phi_2).
 */
export interface HalfChi2Energy {
  /**
   * Half the chi-squared divergence (phi_2). F = 1/2 int (mu/pi - 1)^2 dpi
   */
  name: "half-chi2";
  target: Measure;
}
/**
 * Quadratic interaction energy with W = k.
 */
export interface InteractionEnergy {
  /**
   * Quadratic interaction energy with W = k. F = 1/2 int int k(x, y) du(x) du(y)
   */
  name: "interaction";
  kernel: Kernel;
}
/**
 * Hellinger = Fisher-Rao: growth x identity.
 */
export interface HellingerGeometry {
  /**
   * Hellinger = Fisher-Rao: growth x identity. K xi = u xi
   */
  name: "hellinger";
}
/**
 * Kernelised Fisher-Rao: growth x kernel.
 */
export interface KernelHellingerGeometry {
  /**
   * Kernelised Fisher-Rao: growth x kernel. K xi = u K_u xi
   */
  name: "kernel-hellinger";
  kernel: Kernel;
}
/**
 * Fisher-Rao by kernel ridge regression: growth x ridge.
 */
export interface RidgeHellingerGeometry {
  /**
   * Fisher-Rao by kernel ridge regression: growth x ridge. K xi = u (K_u + lambda)^-1 K_u xi
   */
  name: "ridge-hellinger";
  kernel: Kernel;
  /**
   * Ridge lambda > 0.
   */
  lambda: number;
}
/**
 * MMD geometry: deposit x inverse.
 */
export interface MmdGeometry {
  /**
   * MMD geometry: deposit x inverse. K xi = K^-1 xi
   */
  name: "mmd";
  kernel: Kernel;
}
/**
 * Otto's geometry: transport x identity.
 */
export interface WassersteinGeometry {
  /**
   * Otto's geometry: transport x identity. K xi = -div(u grad xi)
   */
  name: "wasserstein";
}
/**
 * Stein geometry (SVGD on particles): transport x kernel.
 */
export interface SteinGeometry {
  /**
   * Stein geometry (SVGD on particles): transport x kernel. K xi = -div(u K_u grad xi)
   */
  name: "stein";
  kernel: Kernel;
}
/**
 * Between Wasserstein and Stein: transport x ridge.
 */
export interface RidgeWassersteinGeometry {
  /**
   * Between Wasserstein and Stein: transport x ridge. K xi = -div(u (K_u + lambda)^-1 K_u grad xi)
   */
  name: "ridge-wasserstein";
  kernel: Kernel;
  /**
   * Ridge lambda > 0.
   */
  lambda: number;
}
/**
 * De-kernelised Stein geometry: transport x inverse.
 */
export interface DeSteinGeometry {
  /**
   * De-kernelised Stein geometry: transport x inverse. K xi = -div(K^-1 grad xi)
   */
  name: "de-stein";
  kernel: Kernel;
}
/**
 * Flat L^2, of Allen-Cahn: deposit x identity.
 */
export interface L2Geometry {
  /**
   * Flat L^2, of Allen-Cahn: deposit x identity. K xi = xi
   */
  name: "l2";
}
/**
 * H^-1, of Cahn-Hilliard: diffusion x identity.
 */
export interface HMinus1Geometry {
  /**
   * H^-1, of Cahn-Hilliard: diffusion x identity. K xi = -Laplace xi
   */
  name: "h-minus-1";
}
/**
 * One term of the table: any mechanism with any smoother.
 */
export interface TermGeometry {
  /**
   * One term of the table: any mechanism with any smoother. K = M* D_w S M
   */
  name: "term";
  /**
   * transport and growth are weighted with the state, diffusion and deposit with the reference volumes.
   */
  mechanism: "transport" | "growth" | "deposit" | "diffusion";
  smoother: Smoother;
}
/**
 * No smoothing: f(s) = 1.
 */
export interface IdentitySmoother {
  /**
   * No smoothing: f(s) = 1.
   */
  name: "identity";
}
/**
 * Kernel smoothing: f(s) = s.
 */
export interface KernelSmoother {
  /**
   * Kernel smoothing: f(s) = s.
   */
  name: "kernel";
  kernel: Kernel;
}
/**
 * Kernel ridge regression: f(s) = s/(s + lambda).
 */
export interface RidgeSmoother {
  /**
   * Kernel ridge regression: f(s) = s/(s + lambda).
   */
  name: "ridge";
  kernel: Kernel;
  /**
   * Ridge lambda > 0.
   */
  lambda: number;
}
/**
 * Inverse of the kernel operator: f(s) = 1/s.
 */
export interface InverseSmoother {
  /**
   * Inverse of the kernel operator: f(s) = 1/s.
   */
  name: "inverse";
  kernel: Kernel;
}
/**
 * Local average. Not symmetric in L^2_w: NOT a gradient system.
 */
export interface NadarayaWatsonSmoother {
  /**
   * Local average. Not symmetric in L^2_w: NOT a gradient system.
   */
  name: "nadaraya-watson";
  kernel: Kernel;
}
/**
 * Least squares by polynomials: the orthogonal projection in L^2_w.
 */
export interface ProjectionSmoother {
  /**
   * Least squares by polynomials: the orthogonal projection in L^2_w. P f = argmin_{deg p <= q} |p - f|_{L^2_w}
   */
  name: "projection";
  /**
   * Largest degree q.
   */
  degree: number;
}
/**
 * Product of smoothers with the same kernel: f = f_1 f_2 ....
 */
export interface ProductSmoother {
  /**
   * Product of smoothers with the same kernel: f = f_1 f_2 .... S = S_1 S_2 ...
   */
  name: "product";
  /**
   * The factors; the last one smooths first.
   *
   * @minItems 2
   * @maxItems 10
   */
  of:
    | [Smoother, Smoother]
    | [Smoother, Smoother, Smoother]
    | [Smoother, Smoother, Smoother, Smoother]
    | [Smoother, Smoother, Smoother, Smoother, Smoother]
    | [Smoother, Smoother, Smoother, Smoother, Smoother, Smoother]
    | [Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother]
    | [Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother]
    | [Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother]
    | [Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother, Smoother];
}
/**
 * A smoother between projections on functions of mean 0: no mass is made.
 */
export interface CentredSmoother {
  /**
   * A smoother between projections on functions of mean 0: no mass is made. P S P, P f = f - int f dw / w(X)
   */
  name: "centred";
  of: Smoother;
}
/**
 * Multiple of a geometry: usually alpha for transport, beta for growth.
 */
export interface ScaledGeometry {
  /**
   * Multiple of a geometry: usually alpha for transport, beta for growth.
   */
  name: "scaled";
  /**
   * Factor >= 0 of K; 0 switches the term off.
   */
  factor: number;
  of: Geometry;
}
/**
 * Sum of Onsager operators, which is the infimal convolution of the metrics.
 */
export interface SumGeometry {
  /**
   * Sum of Onsager operators, which is the infimal convolution of the metrics.
   */
  name: "sum";
  /**
   * The geometries whose operators are added.
   *
   * @minItems 2
   */
  of: [Geometry, Geometry, ...Geometry[]];
}
/**
 * The geometry restricted to fixed mass.
 */
export interface SphericalGeometry {
  /**
   * The geometry restricted to fixed mass. K - K1 x K1/<1, K1>
   */
  name: "spherical";
  of: Geometry;
}
/**
 * Registered closed form of (space, energy, geometry): how a reference is written. Refused where none is known.
 */
export interface ExactIntegrator {
  /**
   * Registered closed form of (space, energy, geometry): how a reference is written. Refused where none is known.
   */
  name: "exact";
}
/**
 * Explicit Euler method; order 1.
 */
export interface ExplicitEulerIntegrator {
  /**
   * Explicit Euler method; order 1.
   */
  name: "explicit-euler";
}
/**
 * Classical Runge-Kutta method; order 4.
 */
export interface Rk4Integrator {
  /**
   * Classical Runge-Kutta method; order 4.
   */
  name: "rk4";
}
/**
 * Runge-Kutta method in the chart log u: the state stays positive.
 */
export interface ExponentialIntegrator {
  /**
   * Runge-Kutta method in the chart log u: the state stays positive.
   */
  name: "exponential";
  /**
   * Order of the Runge-Kutta method.
   */
  order: 1 | 2 | 4;
}
/**
 * Implicit Euler method by Newton's method; order 1.
 */
export interface ImplicitEulerIntegrator {
  /**
   * Implicit Euler method by Newton's method; order 1.
   */
  name: "implicit-euler";
}
/**
 * For phase fields: the stiff part implicitly, by Eyre's convex splitting or with a stabilising term; order 1.
 */
export interface SemiImplicitIntegrator {
  /**
   * For phase fields: the stiff part implicitly, by Eyre's convex splitting or with a stabilising term; order 1.
   */
  name: "semi-implicit";
  /**
   * Constant S of the stabilising term; default: Eyre's splitting.
   */
  stabilisation?: number;
}
/**
 * Implicit steps with Scharfetter-Gummel fluxes: the discrete stationary state is exact.
 */
export interface ChangCooperIntegrator {
  /**
   * Implicit steps with Scharfetter-Gummel fluxes: the discrete stationary state is exact.
   */
  name: "chang-cooper";
}
/**
 * Minimizing movement: one proximal step per time step.
 */
export interface JkoIntegrator {
  /**
   * Minimizing movement: one proximal step per time step. u+ = argmin F + d^2(., u)/(2 dt)
   */
  name: "jko";
  /**
   * Variational implicit midpoint (order 2).
   */
  midpoint?: boolean;
}
/**
 * One integrator per term of a sum geometry, one after the other.
 */
export interface SplittingIntegrator {
  /**
   * One integrator per term of a sum geometry, one after the other.
   */
  name: "splitting";
  /**
   * Lie (order 1) or Strang (order 2).
   */
  scheme: "lie" | "strang";
  /**
   * Integrators of the terms, in their order.
   *
   * @minItems 2
   */
  of: [Integrator, Integrator, ...Integrator[]];
}
/**
 * Euler-Maruyama: the part tau log u of the force becomes noise (unadjusted Langevin).
 */
export interface LangevinIntegrator {
  /**
   * Euler-Maruyama: the part tau log u of the force becomes noise (unadjusted Langevin). X+ = X - dt grad V + sqrt(2 tau dt) N
   */
  name: "langevin";
}
/**
 * Explicit Euler with the force evaluated at perturbed points.
 */
export interface NoisyEulerIntegrator {
  /**
   * Explicit Euler with the force evaluated at perturbed points.
   */
  name: "noisy-euler";
  /**
   * Standard deviation of the perturbation, in units of length.
   */
  level: number;
  /**
   * Time when the noise is switched off.
   */
  until?: number;
}
/**
 * Jump process on particles: they die and are duplicated at the rate of the growth field.
 */
export interface BirthDeathIntegrator {
  /**
   * Jump process on particles: they die and are duplicated at the rate of the growth field.
   */
  name: "birth-death";
  density?: Kernel;
}
/**
 * Dormand-Prince 5(4) with error control between the recorded times; ends with the status `step-underflow` where no step is small enough.
 */
export interface AdaptiveIntegrator {
  /**
   * Dormand-Prince 5(4) with error control between the recorded times; ends with the status `step-underflow` where no step is small enough.
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
   * The driving energy F(u_t).
   */
  name: "energy";
}
/**
 * Another energy along the curve.
 */
export interface ValueRecorder {
  /**
   * Another energy along the curve.
   */
  name: "value";
  energy: Energy;
}
/**
 * <DF, K DF> = -dF/dt.
 */
export interface DissipationRecorder {
  /**
   * <DF, K DF> = -dF/dt.
   */
  name: "dissipation";
}
/**
 * R*(u, -DF).
 */
export interface DualRecorder {
  /**
   * R*(u, -DF).
   */
  name: "dual";
  geometry?: Geometry;
}
/**
 * R(u, u'), computed independently of R*.
 */
export interface PrimalRecorder {
  /**
   * R(u, u'), computed independently of R*.
   */
  name: "primal";
  geometry?: Geometry;
}
/**
 * <xi, K xi>/2 along a geodesic.
 */
export interface HamiltonianRecorder {
  /**
   * <xi, K xi>/2 along a geodesic.
   */
  name: "hamiltonian";
}
/**
 * Total mass u(X).
 */
export interface MassRecorder {
  /**
   * Total mass u(X).
   */
  name: "mass";
}
/**
 * Smallest mass: negative once positivity is lost.
 */
export interface PositivityRecorder {
  /**
   * Smallest mass: negative once positivity is lost.
   */
  name: "positivity";
}
/**
 * Number of nodes of positive mass.
 */
export interface SupportRecorder {
  /**
   * Number of nodes of positive mass.
   */
  name: "support";
}
/**
 * Effective sample size (sum w)^2/sum w^2.
 */
export interface EssRecorder {
  /**
   * Effective sample size (sum w)^2/sum w^2.
   */
  name: "ess";
}
/**
 * int f du / u(X).
 */
export interface ExpectationRecorder {
  /**
   * int f du / u(X).
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
   * Variance of one coordinate.
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
   * max - min of log(u/pi).
   */
  name: "oscillation";
}
/**
 * kappa_n of log(u/pi) under pi.
 */
export interface CumulantRecorder {
  /**
   * kappa_n of log(u/pi) under pi.
   */
  name: "cumulant";
  /**
   * n, from 1 to 6.
   */
  order: number;
}
/**
 * Distance of u_t to a fixed measure.
 */
export interface DistanceRecorder {
  /**
   * Distance of u_t to a fixed measure.
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
   * Total variation, half the L1 distance of masses.
   */
  name: "tv";
}
/**
 * He, with the factor 4.
 */
export interface HellingerMetric {
  /**
   * He, with the factor 4. He^2 = 4 int (sqrt u - sqrt v)^2
   */
  name: "hellinger";
}
/**
 * SHe on probability measures.
 */
export interface SphericalHellingerMetric {
  /**
   * SHe on probability measures. SHe = 2 arccos int sqrt(uv)
   */
  name: "spherical-hellinger";
}
/**
 * Fisher-Rao distance restricted to normal laws: the length of the shortest path of normal laws.
 */
export interface FisherRaoGaussianMetric {
  /**
   * Fisher-Rao distance restricted to normal laws: the length of the shortest path of normal laws. d = sqrt 2 arcosh(1 + (dm^2/2 + ds^2)/(2 s0 s1)) on the line
   */
  name: "fisher-rao-gaussian";
}
/**
 * Wasserstein distance W_p.
 */
export interface WassersteinMetric {
  /**
   * Wasserstein distance W_p.
   */
  name: "wasserstein";
  /**
   * p: 1 or 2.
   */
  order: 1 | 2;
}
/**
 * Maximum mean discrepancy.
 */
export interface MmdMetric {
  /**
   * Maximum mean discrepancy.
   */
  name: "mmd";
  kernel: Kernel;
}
/**
 * De-kernelised Stein distance.
 */
export interface DeSteinMetric {
  /**
   * De-kernelised Stein distance.
   */
  name: "de-stein";
  kernel: Kernel;
}
/**
 * RKHS norm of the log-ratio.
 */
export interface KernelHellingerMetric {
  /**
   * RKHS norm of the log-ratio. d = |log dv/du|_H
   */
  name: "kernel-hellinger";
  kernel: Kernel;
}
/**
 * Hellinger-Kantorovich distance of the action |v|^2/alpha + r^2/beta.
 */
export interface HellingerKantorovichMetric {
  /**
   * Hellinger-Kantorovich distance of the action |v|^2/alpha + r^2/beta. d^2 = min int int |v|^2/alpha + r^2/beta du dt
   */
  name: "hellinger-kantorovich";
  /**
   * Mobility alpha of transport.
   */
  alpha: number;
  /**
   * Rate beta of growth.
   */
  beta: number;
}
/**
 * Coefficient of cos(k x) in an order parameter.
 */
export interface AmplitudeRecorder {
  /**
   * Coefficient of cos(k x) in an order parameter. a = (2/|X|) int u cos(k x) dx
   */
  name: "amplitude";
  /**
   * Wavenumber k, in units of 1/length.
   */
  wavenumber: number;
}
/**
 * Where u = 0 on the line; in the plane the radius of the disc of the area of {u > 0}.
 */
export interface InterfacePositionRecorder {
  /**
   * Where u = 0 on the line; in the plane the radius of the disc of the area of {u > 0}.
   */
  name: "interface-position";
}
/**
 * Mean logistic loss of the posterior predictive on test data.
 */
export interface RiskRecorder {
  /**
   * Mean logistic loss of the posterior predictive on test data. -(1/m) sum_j log p(y_j | x_j), p(1 | x) = int sigma(theta.x) du(theta) / u(X)
   */
  name: "risk";
  data: Data;
}
/**
 * Total momentum sum w_i p_i of a geodesic of particles.
 */
export interface MomentumRecorder {
  /**
   * Total momentum sum w_i p_i of a geodesic of particles.
   */
  name: "momentum";
}
/**
 * The state on nodes.
 */
export interface MassesRecorder {
  /**
   * The state on nodes.
   */
  name: "masses";
}
/**
 * The state divided by the volumes.
 */
export interface DensityRecorder {
  /**
   * The state divided by the volumes.
   */
  name: "density";
}
/**
 * One coordinate of the nodes.
 */
export interface CoordinatesRecorder {
  /**
   * One coordinate of the nodes.
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
   * All coordinates of every particle, anchors last.
   */
  name: "positions";
  /**
   * Record every k-th particle only, with the smallest k that leaves at most this many. Default: all.
   */
  sample?: number;
}
/**
 * The weights of particles.
 */
export interface WeightsRecorder {
  /**
   * The weights of particles.
   */
  name: "weights";
}
/**
 * Number of particles whose weight is at most 1e-12 of the mass.
 */
export interface MasslessRecorder {
  /**
   * Number of particles whose weight is at most 1e-12 of the mass.
   */
  name: "massless";
}
/**
 * In O(N log N): by sorting on the line (Laplace, Matern, Riesz with r = 1), by non-uniform Fourier transforms for smooth kernels (Gaussian, inverse multiquadric, rational quadratic) for d up to 3. Refused for other kernels.
 */
export interface FastSummation {
  /**
   * In O(N log N): by sorting on the line (Laplace, Matern, Riesz with r = 1), by non-uniform Fourier transforms for smooth kernels (Gaussian, inverse multiquadric, rational quadratic) for d up to 3. Refused for other kernels.
   */
  name: "fast";
  /**
   * Largest error relative to the largest value of the sum, verified in every sum against direct sums at random targets. Default 1e-10.
   */
  tolerance?: number;
}
/**
 * The Riesz kernel with r = 1 in any dimension as a mean over random lines: a Monte Carlo estimate, whose error falls like directions^(-1/2).
 */
export interface SlicedSummation {
  /**
   * The Riesz kernel with r = 1 in any dimension as a mean over random lines: a Monte Carlo estimate, whose error falls like directions^(-1/2). -|z| = -c_d E|theta.z|
   */
  name: "sliced";
  /**
   * Number of random lines.
   */
  directions: number;
  /**
   * Seed of the lines, the same ones for every sum. Default 1.
   */
  seed?: number;
}
/**
 * A curve between two states: geodesic or interpolation, parametrised by t in [0,1] (by release: from 0 to its end). Outputs: the recorders, and the action int 2R(u, u') dt.
 */
export interface CurveRun {
  /**
   * A curve between two states: geodesic or interpolation, parametrised by t in [0,1] (by release: from 0 to its end). Outputs: the recorders, and the action int 2R(u, u') dt.
   */
  task: "curve";
  space: Space;
  from: Measure;
  to?: Measure;
  geometry: Geometry;
  energy?: Energy;
  by: Curve;
  /**
   * Number of recorded intervals in [0, 1]; an even number makes `integral` Simpson's rule.
   */
  records: number;
  /**
   * What is saved at the recorded times: name used in formulas -> recorder.
   */
  record: {
    [k: string]: Recorder | undefined;
  };
  /**
   * How kernel sums over many particles are computed. `auto`: pair by pair up to 2^21 pairs, beyond them fast (with the tolerance 1e-10) where that is cheaper; `direct`: pair by pair. Default `auto`. The notes of the run say what was fast, with the verified error.
   */
  summation?: ("auto" | "direct") | Summation;
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
   * Closed form of the geodesic.
   */
  name: "exact";
}
/**
 * Geodesic in Hamiltonian form; Newton's method finds the initial momentum that reaches the end state.
 */
export interface ShootingCurve {
  /**
   * Geodesic in Hamiltonian form; Newton's method finds the initial momentum that reaches the end state.
   */
  name: "shooting";
  integrator: Integrator;
  /**
   * Number of time steps; a multiple of `records`.
   */
  steps: number;
}
/**
 * Geodesic in Hamiltonian form from the initial momentum of the closed form.
 */
export interface MomentumCurve {
  /**
   * Geodesic in Hamiltonian form from the initial momentum of the closed form.
   */
  name: "momentum";
  integrator: Integrator;
  /**
   * Number of time steps; a multiple of `records`.
   */
  steps: number;
}
/**
 * Geodesic in Hamiltonian form from seeded random momenta; it has no end state.
 */
export interface ReleaseCurve {
  /**
   * Geodesic in Hamiltonian form from seeded random momenta; it has no end state.
   */
  name: "release";
  /**
   * Final time, in units of time.
   */
  end: number;
  integrator: Integrator;
  /**
   * Number of time steps; a multiple of `records`.
   */
  steps: number;
}
/**
 * Straight line in a chart; a geodesic only where the metric is constant in that chart.
 */
export interface InterpolationCurve {
  /**
   * Straight line in a chart; a geodesic only where the metric is constant in that chart.
   */
  name: "interpolation";
  /**
   * plain: u itself; root: square root of the density; log: its logarithm; positions: quantiles of particles; great-circle: arc between square roots.
   */
  chart: "plain" | "root" | "log" | "positions" | "great-circle";
}
/**
 * One evaluation at a state: the force, the rate and both dissipation potentials.
 */
export interface RateRun {
  /**
   * One evaluation at a state: the force, the rate and both dissipation potentials. rate = -K(u) xi
   */
  task: "rate";
  space: Space;
  state: Measure;
  geometry: Geometry;
  force: Force;
  /**
   * How kernel sums over many particles are computed. `auto`: pair by pair up to 2^21 pairs, beyond them fast (with the tolerance 1e-10) where that is cheaper; `direct`: pair by pair. Default `auto`. The notes of the run say what was fast, with the verified error.
   */
  summation?: ("auto" | "direct") | Summation;
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * The differential of an energy.
 */
export interface DifferentialForce {
  /**
   * The differential of an energy. xi = DF(u)
   */
  name: "differential";
  energy: Energy;
}
/**
 * Seeded random values on nodes.
 */
export interface RandomForce {
  /**
   * Seeded random values on nodes.
   */
  name: "random";
  /**
   * Seed of the values.
   */
  seed: number;
}
/**
 * Values written out.
 */
export interface ValuesForce {
  /**
   * Values written out.
   */
  name: "values";
  /**
   * xi at the nodes, one number each.
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
   * Distance between two measures by one method.
   */
  task: "distance";
  space: Space;
  from: Measure;
  to: Measure;
  metric: Metric;
  method: Method;
  /**
   * Whether the plan, one number per pair of nodes, is kept; default false. Transport has one, and the Hellinger-Kantorovich distance by `sinkhorn`.
   */
  plan?: boolean;
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * Closed form; refused where none is known.
 */
export interface ExactMethod {
  /**
   * Closed form; refused where none is known.
   */
  name: "exact";
}
/**
 * The static problem on the nodes, by linear algebra or quadrature.
 */
export interface StaticMethod {
  /**
   * The static problem on the nodes, by linear algebra or quadrature.
   */
  name: "static";
}
/**
 * The dual problem, by a linear solve or ascent.
 */
export interface DualMethod {
  /**
   * The dual problem, by a linear solve or ascent.
   */
  name: "dual";
}
/**
 * The dynamic problem, discretised in time.
 */
export interface DynamicMethod {
  /**
   * The dynamic problem, discretised in time.
   */
  name: "dynamic";
  /**
   * Number of time steps.
   */
  steps: number;
}
/**
 * Quantile functions, on the line only.
 */
export interface QuantilesMethod {
  /**
   * Quantile functions, on the line only.
   */
  name: "quantiles";
  /**
   * Number of quadrature nodes.
   */
  nodes: number;
}
/**
 * Exact optimal plan of the linear program.
 */
export interface LinearProgramMethod {
  /**
   * Exact optimal plan of the linear program.
   */
  name: "linear-program";
}
/**
 * Entropic transport, in the log domain.
 */
export interface SinkhornMethod {
  /**
   * Entropic transport, in the log domain.
   */
  name: "sinkhorn";
  /**
   * Regularisation, in units of length^2.
   */
  epsilon: number;
  /**
   * true: Sinkhorn divergence instead of the entropic cost.
   */
  debiased?: boolean;
}
/**
 * Two independent samples, for MMD on particles: the U-statistic of the squared distance is unbiased, the V-statistic has the diagonal as well.
 */
export interface SamplesMethod {
  /**
   * Two independent samples, for MMD on particles: the U-statistic of the squared distance is unbiased, the V-statistic has the diagonal as well.
   */
  name: "samples";
  /**
   * u: distinct pairs only; v: all pairs.
   */
  statistic: "u" | "v";
}
/**
 * Eigenvalues of an operator, in decreasing order of size (of the generator: increasing).
 */
export interface SpectrumRun {
  /**
   * Eigenvalues of an operator, in decreasing order of size (of the generator: increasing).
   */
  task: "spectrum";
  space: Space;
  operator: Operator;
  method: Method;
  /**
   * Number of eigenvalues.
   */
  modes: number;
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * Integral operator of a kernel.
 */
export interface KernelOperator {
  /**
   * Integral operator of a kernel. K_rho f = int k(., y) f(y) drho(y)
   */
  name: "kernel";
  kernel: Kernel;
  measure: Measure;
}
/**
 * Generator of the Fokker-Planck equation, with eigenvalues >= 0.
 */
export interface GeneratorOperator {
  /**
   * Generator of the Fokker-Planck equation, with eigenvalues >= 0.
   */
  name: "generator";
  target: Measure;
}
/**
 * Kernel ridge regression of a function on a finite set, a grid or particles, with its optimality certificates.
 */
export interface RegressionRun {
  /**
   * Kernel ridge regression of a function on a finite set, a grid or particles, with its optimality certificates. min |f-g|^2/2 + lambda |f|_H^2/2
   */
  task: "regression";
  space: Space;
  measure: Measure;
  kernel: Kernel;
  /**
   * Ridge lambda > 0.
   */
  lambda: number;
  response: Response;
  /**
   * How f is found. primal: Cholesky factor of the normal equations; spectral: filter l/(l + lambda) mode by mode; functional: conjugate gradients in H, which know only the functional f -> int f g drho; dual: conjugate gradients in L^2_rho.
   */
  by: "primal" | "spectral" | "functional" | "dual";
  /**
   * Number of eigenvalues l_n and of coefficients <g, e_n> and <f, e_n>; default none.
   */
  modes?: number;
  /**
   * The functions on the nodes that are kept: the response g, the fit f, the smoothed K_rho g, the weights rho; default all.
   *
   * Items: Function.
   */
  functions?: ("response" | "fit" | "smoothed" | "weights")[];
  /**
   * Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.
   */
  seed?: number;
}
/**
 * Combination of eigenfunctions of the integral operator, from their closed form: a Gaussian kernel under a normal law on the line.
 */
export interface MercerResponse {
  /**
   * Combination of eigenfunctions of the integral operator, from their closed form: a Gaussian kernel under a normal law on the line. g = sum_n c_n e_n
   */
  name: "mercer";
  /**
   * mode1, mode2, … in decreasing order of the eigenvalue -> coefficient c_n.
   */
  modes: {
    [k: string]: number | undefined;
  };
}
/**
 * A function at the edge of the range of a power of the integral operator, from the closed form of its eigenfunctions.
 */
export interface SourceResponse {
  /**
   * A function at the edge of the range of a power of the integral operator, from the closed form of its eigenfunctions. g = sum_n l_n^theta e_n
   */
  name: "source";
  /**
   * Exponent theta > 0.
   */
  theta: number;
  /**
   * Number of terms.
   */
  modes: number;
}
/**
 * A formula in x (= x1), x2, x3.
 */
export interface FunctionResponse {
  /**
   * A formula in x (= x1), x2, x3.
   */
  name: "function";
  /**
   * The formula.
   */
  of: string;
}
/**
 * The first variation of an energy at the measure.
 */
export interface DifferentialResponse {
  /**
   * The first variation of an energy at the measure. g = DF(rho)
   */
  name: "differential";
  energy: Energy;
}
/**
 * One minus a density ratio: the problem (i) of A-2.4l needs only the difference of the two measures.
 */
export interface DifferenceResponse {
  /**
   * One minus a density ratio: the problem (i) of A-2.4l needs only the difference of the two measures. g = 1 - dpi/drho
   */
  name: "difference";
  to: Measure;
}
/**
 * Another run of this experiment with some places changed: how controls and references are written.
 */
export interface SameAsRun {
  /**
   * Another run of this experiment with some places changed: how controls and references are written.
   */
  task: "same-as";
  /**
   * Name of the other run.
   */
  run: string;
  /**
   * JSON pointer inside the run -> new value; `/geometry/lambda` changes one number, `/geometry` the whole geometry.
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
   * Numbers, the same at every pointer.
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
   * @maxItems 200
   *
   * Items: Place inside a run: /runs/<run>/...
   */
  set?: [string, ...string[]];
}
/**
 * Equally spaced numbers; often a free variable.
 */
export interface GridAxis {
  /**
   * Equally spaced numbers; often a free variable.
   */
  axis: "grid";
  /**
   * First number.
   */
  from: number;
  /**
   * Last number.
   */
  to: number;
  /**
   * Number of points.
   */
  points: number;
  /**
   * linear (default) or log: equally spaced in x or in log x.
   */
  scale?: "linear" | "log";
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Place inside a run: /runs/<run>/...
   */
  set?: [string, ...string[]];
}
/**
 * Named alternatives of any kind.
 */
export interface ChoicesAxis {
  /**
   * Named alternatives of any kind.
   */
  axis: "choices";
  /**
   * Label -> value of any kind; labels select in formulas: x[axis=label].
   */
  choices: {
    [k: string]: unknown | undefined;
  };
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Place inside a run: /runs/<run>/...
   */
  set: [string, ...string[]];
}
/**
 * Several places that change together.
 */
export interface ZipAxis {
  /**
   * Several places that change together.
   */
  axis: "zip";
  /**
   * One number per row: what the name of the axis stands for in formulas.
   *
   * @minItems 1
   */
  values?: [number, ...number[]];
  /**
   * Label -> one value per pointer; labels select in formulas: x[axis=label].
   */
  rows: {
    /**
     * One value per pointer.
     *
     * @minItems 1
     */
    [k: string]: [unknown, ...unknown[]] | undefined;
  };
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Place inside a run: /runs/<run>/...
   */
  set: [string, ...string[]];
}
/**
 * Independent repetitions: the seed of the experiment, the next one, and so on.
 */
export interface SeedsAxis {
  /**
   * Independent repetitions: the seed of the experiment, the next one, and so on.
   */
  axis: "seeds";
  /**
   * Number of repetitions.
   */
  count: number;
  /**
   * Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: Place inside a run: /runs/<run>/...
   */
  set: [string, ...string[]];
}
/**
 * Two quantities agree within a tolerance.
 */
export interface EqualClaim {
  /**
   * Two quantities agree within a tolerance. |measured - expected| <= tolerance
   */
  claim: "equal";
  measured: Formula;
  expected: Formula;
  /**
   * Largest admissible difference: a number or a formula such as 4*stderr(x, seed).
   */
  tolerance: number | string;
  /**
   * true: the difference is divided by |expected|.
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
   * true: the sentence must be false somewhere, which shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * A quantity stays below a bound.
 */
export interface AtMostClaim {
  /**
   * A quantity stays below a bound. measured <= bound + slack
   */
  claim: "at-most";
  measured: Formula;
  bound: Formula;
  /**
   * Room for rounding or discretisation error: a number or a formula; default 0.
   */
  slack?: number | string;
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
   * true: the sentence must be false somewhere, which shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * A quantity stays above a bound.
 */
export interface AtLeastClaim {
  /**
   * A quantity stays above a bound. measured >= bound - slack
   */
  claim: "at-least";
  measured: Formula;
  bound: Formula;
  /**
   * Room for rounding or discretisation error: a number or a formula; default 0.
   */
  slack?: number | string;
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
   * true: the sentence must be false somewhere, which shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * Monotone along a dimension, in the order of the axis.
 */
export interface MonotoneClaim {
  /**
   * Monotone along a dimension, in the order of the axis. x_{i+1} >= x_i - slack, or x_{i+1} <= x_i + slack
   */
  claim: "monotone";
  measured: Formula;
  /**
   * t, an axis, or another dimension of the quantity such as mode.
   */
  along: string;
  /**
   * increasing: x_{i+1} >= x_i; decreasing: x_{i+1} <= x_i.
   */
  direction: "increasing" | "decreasing";
  /**
   * Room for rounding or discretisation error: a number or a formula; default 0.
   */
  slack?: number | string;
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
   * true: the sentence must be false somewhere, which shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * Every point of a run ends with a status.
 */
export interface EndsClaim {
  /**
   * Every point of a run ends with a status.
   */
  claim: "ends";
  /**
   * The run.
   */
  run: string;
  /**
   * Status of every point: completed, uncertified (it ended, and its own certificate speaks against it), or how it failed; see docs/troubleshooting.md.
   */
  status:
    | "completed"
    | "stopped"
    | "uncertified"
    | "diverged"
    | "not-converged"
    | "left-the-cone"
    | "step-underflow"
    | "stiff"
    | "refused"
    | "failed";
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
   * true: the sentence must be false somewhere, which shows that a hypothesis matters.
   */
  control?: boolean;
}
/**
 * Ridgelines of curves of measures with a strip beside them.
 */
export interface InterpolationsFigure {
  /**
   * Ridgelines of curves of measures with a strip beside them.
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
   * Ridgelines of flows with a panel of series.
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
   * Decay in time, logarithmic, under its bounds.
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
   * Curves against a parameter or time, coloured by a parameter.
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
 * A quantity on both sides of a threshold of a parameter: over time, coloured by the parameter, and against the parameter.
 */
export interface ThresholdFigure {
  /**
   * A quantity on both sides of a threshold of a parameter: over time, coloured by the parameter, and against the parameter.
   */
  name: "threshold";
  /**
   * Value of the parameter where the behaviour changes.
   */
  threshold: number;
  /**
   * How curves and panels name the parameter; `$…$` is mathematics. Default: the name of the axis.
   */
  parameter?: string;
  /**
   * From left to right, with one scale.
   *
   * @minItems 1
   * @maxItems 3
   */
  panels: [ThresholdPanel] | [ThresholdPanel, ThresholdPanel] | [ThresholdPanel, ThresholdPanel, ThresholdPanel];
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
 * One panel: a fan over time or another abscissa, or a quantity against the parameter itself.
 */
export interface ThresholdPanel {
  /**
   * Abscissa.
   */
  x: string;
  /**
   * Solid; a dimension that is left is the parameter. Against the parameter: dots, broken at the threshold.
   *
   * @minItems 1
   */
  curves: [Series, ...Series[]];
  /**
   * Dashed, named after the parameter.
   *
   * @minItems 1
   */
  bounds?: [Series, ...Series[]];
  /**
   * Dotted in panels over time, thin lines under the dots of panels against the parameter.
   *
   * @minItems 1
   */
  references?: [Series, ...Series[]];
  /**
   * What is different here; `$…$` is mathematics.
   */
  title: string;
  /**
   * What is seen, a few words.
   */
  subtitle?: string;
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
}
/**
 * A family tending to a limit, with its errors, and both halves of the dissipation closing in on theirs.
 */
export interface ConvergingFamilyFigure {
  /**
   * A family tending to a limit, with its errors, and both halves of the dissipation closing in on theirs.
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
   * Errors on doubly logarithmic axes with slope triangles.
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
   * Dashed.
   *
   * @minItems 1
   */
  bounds?: [Series, ...Series[]];
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
   * Planar particles: trails, area is weight, hollow means none.
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
   * Contours of a planar target, Gaussians as ellipses of one and two standard deviations, clouds of particles.
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
   * One dot per claim, or per point of an axis, on a logarithmic abscissa, with what it must not exceed as a line.
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
   * Fields in (x, t), or snapshots in the plane, with a panel of series.
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
/**
 * Numbers of modes as stems on a logarithmic ordinate, closed forms as dotted lines.
 */
export interface SpectrumFigure {
  /**
   * Numbers of modes as stems on a logarithmic ordinate, closed forms as dotted lines.
   */
  name: "spectrum";
  /**
   * Dimension that counts the modes; default `mode`.
   */
  x?: string;
  /**
   * One stem per mode; beside each other where there are several.
   *
   * @minItems 1
   */
  stems: [Series, ...Series[]];
  /**
   * Dots without stems: families over seeds or a parameter.
   *
   * @minItems 1
   */
  dots?: [Series, ...Series[]];
  /**
   * Dotted: limits and closed forms.
   *
   * @minItems 1
   */
  references?: [Series, ...Series[]];
  /**
   * Linear ordinate.
   */
  linear?: boolean;
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
 * Flows on three states: trajectories over the directions of the field and the level sets of the energy, one triangle per geometry.
 */
export interface SimplexFlowFigure {
  /**
   * Flows on three states: trajectories over the directions of the field and the level sets of the energy, one triangle per geometry.
   */
  name: "simplex-flow";
  /**
   * Flows on three nodes of constant mass, one triangle each; other axes give several trajectories.
   *
   * @minItems 1
   *
   * Items: Run.
   */
  runs: [string, ...string[]];
  /**
   * An axis of the runs: one triangle per point of it.
   */
  by?: string;
  /**
   * A line under the name of each triangle, such as its equation; `$…$` is mathematics.
   *
   * Items: Words.
   */
  labels?: string[];
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
 * Two densities, and below them the function that tells them apart.
 */
export interface WitnessFigure {
  /**
   * Two densities, and below them the function that tells them apart.
   */
  name: "witness";
  /**
   * The distance or curve whose two ends are drawn: densities on the line.
   */
  run: string;
  witness: Formula;
  /**
   * Dimension of the family, if there is one.
   */
  by?: string;
  values?: Formula;
  /**
   * What these numbers are; `$…$` is mathematics.
   */
  valueName?: string;
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
 * A curve for every pair of two parameters, in rows and columns, each with a number.
 */
export interface TwoWayFigure {
  /**
   * A curve for every pair of two parameters, in rows and columns, each with a number.
   */
  name: "two-way";
  /**
   * The parameter of the rows.
   */
  rows: string;
  /**
   * The parameter of the columns.
   */
  columns: string;
  of: Formula;
  /**
   * In every cell: the first dotted, the others grey.
   *
   * @minItems 1
   * @maxItems 2
   */
  references?: [Series] | [Series, Series];
  value: Formula;
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
 * Thousands of particles in the plane at a few times, as tiny dots.
 */
export interface SwarmFigure {
  /**
   * Thousands of particles in the plane at a few times, as tiny dots.
   */
  name: "swarm";
  /**
   * The run, with `positions` recorded.
   */
  run: string;
  /**
   * Times that are shown, one panel each; the nearest recorded ones. Default: three.
   *
   * @minItems 1
   * @maxItems 4
   *
   * Items: Time.
   */
  times?: [number] | [number, number] | [number, number, number] | [number, number, number, number];
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
