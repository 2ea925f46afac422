import type { Mutant } from "./outcome.js";

interface Harmless extends Pick<Mutant, "file" | "before" | "after"> {
  readonly because: string;
}

const FOLDER = "dist/lib/";

/**
 * Errors that no result can show: they change where a method starts or its way, and the end is held by something else.
 */
const HARMLESS: readonly Harmless[] = [
  {
    file: "numerics/active-set.js",
    before: "z[j] - x[i]",
    after: "z[j]",
    because: "a point on the way: the last one is solved for on its support, and `optimalityGap` holds it",
  },
  {
    file: "numerics/transport/relaxed-descent.js",
    before: "arc.flow + part * (goal[k] - arc.flow)",
    after: "arc.flow - (part * (goal[k] - arc.flow))",
    because: "a plan on the way: the last one is explicit on its forest, and the dual value holds it",
  },
  {
    file: "numerics/transport/relaxed.js",
    before: "entering.i * b.length",
    after: "entering.i",
    because: "a number of an arc that is not tried again: it costs pivots, and the dual value holds the end",
  },
  {
    file: "dynamics/integrators/minimizing-movement/hellinger-scalar.js",
    before: "a - exp(Math.min(a, 0))",
    after: "a",
    because: "where Newton's method starts on a concave function, whose root it finds from anywhere",
  },
  {
    file: "dynamics/integrators/minimizing-movement/network-jko.js",
    before: "fitted.still + 1e-12 * Math.abs(fitted.still)",
    after: "fitted.still - (1e-12 * Math.abs(fitted.still))",
    because: "rounding, when a fit is held against standing still",
  },
  {
    file: "numerics/transport/relaxed-start.js",
    before: "least / weight",
    after: "least * weight",
    because: "a mass at the start: the plan is solved for on its forest, and the dual value holds it",
  },
  {
    file: "numerics/moreau.js",
    before: "1",
    after: "2",
    because: "the first length of a Newton step, halved until the residual falls; the residual holds the end",
  },
  {
    file: "dynamics/integrators/minimizing-movement/implicit-step.js",
    before: "maxAbs(y) + maxAbs(b) + tau * maxAbs(force)",
    after: "maxAbs(y) + maxAbs(b)",
    because: "the scale of a residual that is rounding; at a root τf = y - b, so that it is less than twice of it",
  },
  {
    file: "systems/robust/moved.js",
    before: "1e-8 * b",
    after: "b",
    because: "where a bracket begins, which is doubled until the root lies in it, and bisected to the last bit",
  },
  {
    file: "dynamics/integrators/minimizing-movement/mmd-simplex.js",
    before: "n + 1",
    after: "n",
    because: "where a matrix has 1e-12 more, against its rounding: below what the step is claimed to",
  },
  {
    file: "systems/robust/kernel-price.js",
    before: "c - radius * radius",
    after: "c",
    because: "a guess of the price, taken only inside a bracket that is halved otherwise, until the radius is met",
  },
  {
    file: "systems/kernels/matern.js",
    before: "smoothness - 0.5",
    after: "smoothness",
    because: "how often a kernel can be differentiated is compared with 1 only: 1 and 2 are on the side of 3/2 and 5/2",
  },
  {
    file: "systems/measures/coverage.js",
    before: "Math.floor(log10(length)) - 1",
    after: "Math.floor(log10(length)) + 1",
    because: "the decimals of an interval in an advice, whose ends are rounded away from the law either way",
  },
  {
    file: "systems/measures/fields.js",
    before: "s + (2 * Math.PI * kc * (points[i * dim + c] - box[c][0])) / (box[c][1] - box[c][0])",
    after: "s - ((2 * Math.PI * kc * (points[i * dim + c] - box[c][0])) / (box[c][1] - box[c][0]))",
    because: "a random field with -b in the place of b, two normal numbers of the same law",
  },
  {
    file: "experiments/language/formula/calculus.js",
    before: "x[i] - mx",
    after: "x[i]",
    because: "in the covariance of a slope: what is left out is a mean times a sum of deviations, which is 0",
  },
  {
    file: "experiments/language/formula/calculus.js",
    before: "y[i] - my",
    after: "y[i]",
    because: "in the covariance of a slope: what is left out is a mean times a sum of deviations, which is 0",
  },
  {
    file: "numerics/moreau.js",
    before: "maxAbs(r) / Math.max(maxAbs(m), lambda)",
    after: "maxAbs(r) * Math.max(maxAbs(m), lambda)",
    because: "how small a residual must be to be no refusal; Newton's method has ended far below",
  },
  {
    file: "dynamics/integrators/minimizing-movement/proximal-points.js",
    before: "secondDerivative(V, y) + 1 / tau",
    after: "secondDerivative(V, y)",
    because: "which of two methods finds the lowest well; where the step is convex both find the one there is",
  },
  {
    file: "numerics/transport/forest-potentials.js",
    before: "2",
    after: "4",
    because: "where a logarithm is taken by log1p: both are log(x/y)",
  },
  {
    file: "dynamics/integrators/minimizing-movement/implicit-step.js",
    before: "maxAbs(y) + maxAbs(b) + tau * maxAbs(force)",
    after: "maxAbs(y) + maxAbs(b) - (tau * maxAbs(force))",
    because: "the scale of a residual that is rounding; at a root τf = y - b",
  },
  {
    file: "numerics/active-set.js",
    before: "x[i] + part * (z[j] - x[i])",
    after: "x[i]",
    because: "a point on the way: the last one is solved for on its support, and `optimalityGap` holds it",
  },
  {
    file: "dynamics/integrators/explicit/adaptive.js",
    before: "t + done",
    after: "t - (done)",
    because: "a time in the sentence of a run that has ended",
  },
  {
    file: "systems/primal-dissipation.js",
    before: "space.massRange[1] - space.massRange[0]",
    after: "space.massRange[1] + space.massRange[0]",
    because: "from how many particles on no Gram matrix is inverted for R",
  },
  {
    file: "numerics/transport/relaxed-pricing.js",
    before: "row * sinks",
    after: "row",
    because: "a number of an arc that is not tried again: it costs pivots, and the dual value holds the end",
  },
  {
    file: "numerics/transport/self-transport.js",
    before: "(f[i] - best[i]) / epsilon",
    after: "(f[i] - best[i]) * epsilon",
    because: "the mass that is reached, where the sweeps have ended: f is `best` to rounding, and both exponents are 0",
  },
  {
    file: "dynamics/integrators/minimizing-movement/network-jko.js",
    before: "fitted.still + 1e-12 * Math.abs(fitted.still)",
    after: "fitted.still",
    because: "rounding, when a fit is held against standing still",
  },
  {
    file: "systems/primal-dissipation.js",
    before: "n + projections(g)",
    after: "n - (projections(g))",
    because: "by which of two ways R is computed: a count below 0 takes that by a dense solve",
  },
  {
    file: "dynamics/distances/kernels.js",
    before: "k[i * n + j] - k[i * n] - k[j] + k[0]",
    after: "k[i * n + j] - k[i * n] - k[j]",
    because: "a constant in the kernel, which differences of equal masses do not see",
  },
  {
    file: "systems/robust/kernel-ball.js",
    before: "distance - radius",
    after: "distance",
    because:
      "whether a search for a price ends early; it ends where the price repeats itself, and the dual value holds it",
  },
  {
    file: "systems/operators/generator.js",
    before: "out[i * n + j] -= Math.sqrt(forth * back)",
    after: "out[i * n + j] += Math.sqrt(forth * back)",
    because: "the other half of a symmetric matrix, which is not read",
  },
  {
    file: "dynamics/integrators/explicit/exponential.js",
    before: "t + how[0]",
    after: "t - (how[0])",
    because: "a time in the sentence of a run that has ended",
  },
  {
    file: "dynamics/integrators/implicit/newton.js",
    before: "6e-6",
    after: "0.000012",
    because: "the step of the difference quotients in Newton's matrix: the residual holds the end",
  },
  {
    file: "experiments/language/formula/calculus.js",
    before: "x[1] - x[0]",
    after: "x[1] + x[0]",
    because: "recorded times begin at 0, so that x[0] is 0",
  },
  {
    file: "dynamics/integrators/minimizing-movement/line-minima.js",
    before: "of.top - energy",
    after: "of.top + energy",
    because: "how far a line is searched where no bound of F is known: a thousand sizes of F, or three thousand",
  },
  {
    file: "systems/robust/kernel-ball.js",
    before: "2",
    after: "4",
    because: "where between two prices the next is tried; the search ends where the price repeats itself",
  },
  {
    file: "numerics/transport/relaxed-descent.js",
    before: "to - flow[arc]",
    after: "to + flow[arc]",
    because: "masses on the way to a minimiser, where they are set anew; the dual value holds the end",
  },
  {
    file: "dynamics/integrators/minimizing-movement/proximal-points.js",
    before: "1 + part",
    after: "1 - (part)",
    because: "on which side of a point the rounding of a potential is measured",
  },
  {
    file: "numerics/networks/convex.js",
    before: "0.1",
    after: "0.2",
    because: "the size of random weights from which a network is trained",
  },
  {
    file: "systems/spaces/forest.js",
    before: "1e-12 * maxAbs(b)",
    after: "maxAbs(b)",
    because: "a second look: whether the weights carry the rate has been asked before",
  },
  {
    file: "systems/measures/gibbs.js",
    before: "2 * Math.abs(amplitude)",
    after: "2",
    because: "where the table of a density ends: at e^-60 of its maximum, or at e^-50",
  },
];

/** Why an error cannot matter; undefined where it can. */
export const whyHarmless = ({ file, before, after }: Mutant): string | undefined =>
  HARMLESS.find(known => FOLDER + known.file === file && known.before === before && known.after === after)?.because;
