import { refuse } from "../../arithmetic/refusal.js";
import { whole } from "../../arithmetic/range.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Profile, RadialFamily, Summation, SummationMethod } from "../kernel-form.js";
import type { Routines } from "../typescript/routines.js";
import { type Demand, type Outcome, refuseFast, verified } from "./accuracy.js";
import type { SmoothKernel } from "./fourier/kernel.js";
import { fourierCost, fourierSumOf, isSmooth, placed } from "./fourier/method.js";
import { sampledError, sampleOf } from "./sample.js";
import { slicedSum } from "./sliced.js";
import { type Ladder, ladderOf } from "./sorted/rung.js";
import { sortedSum } from "./sorted/sum.js";
import { type Derivative, outputsOf, type Pairs, type Sum } from "./pairs.js";

/** Default tolerance of a fast sum, relative to its largest value. */
export const TOLERANCE = 1e-10;

const AUTOMATIC: Summation = { method: { name: "auto", tolerance: TOLERANCE } };

/**
 * Pairs up to which `auto` is direct, whatever it costs: sums of that size are exact to rounding, and take a few
 * milliseconds.
 */
const SMALL = 2_097_152;

/** A kernel φ(|x-y|²) with the direct sums over its pairs. */
interface Radial {
  readonly family: RadialFamily;
  readonly profile: Profile;
  readonly direct: Sum;
}

type Fast = Extract<SummationMethod, { readonly tolerance: number }>;

/**
 * Nanoseconds of direct sums, roughly: values are made once for a cloud that meets itself, and take longer than what is
 * done with them.
 */
const directCost = ({ x, y, dim, columns }: Pairs): number =>
  (x.length / dim) * (y.length / dim) * ((x === y ? 0.6 : 1.2) + 0.3 * dim + 0.3 * columns);

/** By sorting on the line. */
function bySorting(ladder: Ladder, demand: Demand): Outcome {
  const {
    derivative,
    pairs: { x, y, w, columns },
  } = demand;
  // direct sums of what is 0 everywhere only round
  if (ladder[derivative].coefficients.every(c => c === 0)) return { values: new Float64Array(x.length), error: 0 };
  return verified(demand, () => sortedSum(ladder[derivative], x, y, w, columns));
}

/** Whether all targets and sources are in one place, where relative errors of gradients make no sense. */
const coincide = ({ x, y, dim }: Pairs): boolean => [x, y].every(points => points.every((v, k) => v === x[k % dim]));

/** One target's sums for all. */
function sumsOfOne({ direct, derivative, pairs, outputs }: Demand): Outcome {
  const { x, dim } = pairs;
  const one = direct(derivative, { ...pairs, x: x.slice(0, dim) });
  return { values: new Float64Array((x.length / dim) * outputs).map((_, k) => one[k % outputs]), error: 0 };
}

/** By Fourier transforms; nothing where `auto` finds direct sums cheaper. */
function byFourier(kernel: SmoothKernel, { name }: Fast, demand: Demand): Outcome {
  if (coincide(demand.pairs)) return sumsOfOne(demand);
  const { derivative, pairs, tolerance } = demand;
  const first = placed(kernel, derivative, pairs, tolerance);
  if (first === undefined || (name === "auto" && fourierCost(first, pairs) > directCost(pairs))) return { error: NaN };
  return verified(demand, delta => {
    const plan = placed(kernel, derivative, pairs, delta);
    return plan && fourierSumOf(plan, derivative, pairs);
  });
}

/** Why a kernel has no fast sums. */
const refuseKernel = (kernel: string, dim: number): never =>
  refuse(
    `there is no fast summation of the ${kernel} kernel for d = ${dim}: ` +
      "it is for Gaussian, inverse multiquadric and rational quadratic kernels " +
      'with d ≤ 3, and for Laplace, Matérn and Riesz (r = 1) kernels on the line; take "summation": "direct"',
  );

type Sliced = Extract<SummationMethod, { readonly name: "sliced" }>;

function sliced({ family, direct }: Radial, { directions, seed }: Sliced, { report }: Summation): Sum {
  return (derivative, pairs) => {
    const values = slicedSum(family, derivative, pairs, directions, seed);
    report?.({
      method: "sliced",
      error: sampledError(sampleOf(direct, derivative, pairs), values, outputsOf(derivative, pairs)),
    });
    return values;
  };
}

/**
 * What is left where a fast sum is not to be had: the direct one for `auto`, a sentence for who asked for a fast one.
 */
function otherwise(
  { family, direct }: Radial,
  { name, tolerance }: Fast,
  derivative: Derivative,
  pairs: Pairs,
  outcome?: Outcome,
): Vec {
  if (name === "auto") return direct(derivative, pairs);
  return outcome ? refuseFast(family.name, tolerance, outcome) : refuseKernel(family.name, pairs.dim);
}

function fastOrDirect(radial: Radial, method: Fast, { report }: Summation): Sum {
  const { family, profile, direct } = radial;
  const { tolerance } = method;
  return (derivative, pairs) => {
    const ladder = pairs.dim === 1 ? ladderOf(family) : undefined;
    const smooth = isSmooth(family, pairs.dim) ? { family, profile } : undefined;
    if (!(ladder || smooth)) return otherwise(radial, method, derivative, pairs);
    const demand = {
      direct,
      derivative,
      pairs,
      outputs: outputsOf(derivative, pairs),
      tolerance,
      sample: sampleOf(direct, derivative, pairs),
    };
    const outcome = ladder ? bySorting(ladder, demand) : byFourier(smooth!, method, demand);
    if (outcome.values === undefined) return otherwise(radial, method, derivative, pairs, outcome);
    report?.({ method: ladder ? "sorted" : "fourier", error: outcome.error });
    return outcome.values;
  };
}

const sumOf = (radial: Radial, method: Fast | Sliced, summation: Summation): Sum =>
  method.name === "sliced" ? sliced(radial, method, summation) : fastOrDirect(radial, method, summation);

/** Direct routines for a number of pairs. */
type ByPairs = (pairs: number) => Routines;

/** Direct sums as one function of the derivative. */
const directSum =
  (routines: ByPairs): Sum =>
  (derivative, { x, y, dim, w, columns }) => {
    const of = routines((x.length / dim) * (y.length / dim));
    if (derivative === "value") return of.sum(x, y, dim, w, columns);
    return derivative === "gradient" ? of.gradient1Sum(x, y, dim, w) : of.mixedTraceSum(x, y, dim, w);
  };

const negative = (x: Vec): Vec => x.map(v => -v);

const routinesOf = (sum: Sum, gram: Routines["gram"]): Routines => ({
  gram,
  sum: (x, y, dim, w, columns) => sum("value", { x, y, dim, w, columns }),
  gradient1Sum: (x, y, dim, w) => sum("gradient", { x, y, dim, w, columns: 1 }),
  gradient2Sum: (x, y, dim, w) => negative(sum("gradient", { x, y, dim, w, columns: 1 })),
  mixedTraceSum: (x, y, dim, w) => sum("trace", { x, y, dim, w, columns: 1 }),
});

/** The method, if its numbers are in their ranges. */
export function requireMethod<M extends SummationMethod>(method: M): M {
  if (method.name === "auto" || method.name === "fast") {
    const { tolerance } = method;
    if (!(tolerance >= 1e-13 && tolerance <= 0.01))
      refuse(`the tolerance of a fast summation is ${tolerance}: it must be at least 1e-13 and at most 0.01`);
  }
  if (method.name === "sliced") {
    whole("the number of directions of a sliced summation", method.directions, 1, 100_000);
    whole("the seed of a sliced summation", method.seed, 0);
  }
  return method;
}

/**
 * The routines of a radial kernel for this number of pairs, its sums computed as `summation` says. Gram matrices are
 * always direct.
 */
export function radialSums(
  { family, profile }: { readonly family: RadialFamily; readonly profile: Profile },
  direct: ByPairs,
  pairs: number,
  summation: Summation = AUTOMATIC,
): Routines {
  const method = requireMethod(summation.method);
  if (method.name === "direct" || (method.name === "auto" && pairs < SMALL)) return direct(pairs);
  const routines = routinesOf(sumOf({ family, profile, direct: directSum(direct) }, method, summation), (x, y, dim) =>
    direct(pairs).gram(x, y, dim),
  );
  // one pass for values and gradients is to be had in more dimensions than fast sums
  return method.name === "auto" ? { ...routines, field: (...points) => direct(pairs).field?.(...points) } : routines;
}

/** The routines of a kernel that has direct sums only: refused where others are asked for. */
export function directSums(kernel: string, direct: Routines, { method }: Summation = AUTOMATIC): Routines {
  return method.name === "direct" || method.name === "auto"
    ? direct
    : routinesOf((_, { dim }) => refuseKernel(kernel, dim), direct.gram);
}
