import { atoms } from "../../../systems/measures/atoms.js";
import { sharpInterface, smoothNoise, wave } from "../../../systems/measures/fields.js";
import { polynomialDensity } from "../../../systems/measures/exponential-family.js";
import { gaussian } from "../../../systems/measures/gaussian.js";
import {
  bananaDensity,
  doubleWellDensity,
  gibbs as lawOf,
  quadraticDensity,
  rippledDensity,
} from "../../../systems/measures/gibbs.js";
import { masses, randomMasses, randomSigned } from "../../../systems/measures/masses.js";
import { mixture } from "../../../systems/measures/mixture.js";
import { randomMixture } from "../../../systems/measures/random-mixture.js";
import { perturbed } from "../../../systems/measures/perturbed.js";
import { gaussianMeanPosterior, logisticPosterior } from "../../../systems/measures/posterior.js";
import { scaledLaw } from "../../../systems/measures/scaled.js";
import type { Density, Law } from "../../../systems/measures/measure.js";
import type { Cloud } from "../../../systems/measures/cloud.js";
import { cloudOf } from "../../../systems/measures/particle-state.js";
import { truncated } from "../../../systems/measures/truncated.js";
import { uniformEverywhere, uniformOn } from "../../../systems/measures/uniform.js";
import { requireDimension, requireMeasure } from "../../../systems/measures/preconditions.js";
import { scale, sum } from "../../../arithmetic/vectors.js";
import { stream } from "../../../arithmetic/random.js";
import { whole } from "../../../arithmetic/range.js";
import { matrix } from "../../../numerics/matrices.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type {
  DiracMeasure,
  GibbsMeasure,
  Measure,
  PerturbedMeasure,
  PosteriorMeasure,
  SamplesMeasure,
} from "../types.generated.js";
import type { Context } from "./context.js";
import { buildData } from "./data.js";
import { buildKernel } from "./kernel.js";
import { squareMatrix, vectorOf } from "./numbers.js";
import { buildPotential } from "./potential.js";
import { construct, type Registry } from "./registry.js";

function gibbs({ potential }: GibbsMeasure, context: Context): Density {
  const { dim } = context;
  const V = buildPotential(potential, context);
  if (potential.name === "banana") return bananaDensity(V, potential.curvature, potential.width);
  if (potential.name === "double-well") return doubleWellDensity(V, potential.depth);
  if (potential.name === "polynomial") return polynomialDensity(V);
  if (potential.name === "rippled") return rippledDensity(V, potential.amplitude, potential.curvature);
  if (potential.name === "diagonal") {
    const a = potential.curvatures;
    return quadraticDensity(
      matrix(dim, dim, (i, j) => (i === j ? a[i] : 0)),
      new Float64Array(dim),
    );
  }
  if (potential.name !== "quadratic") return lawOf(V, dim);
  const centre = potential.centre ? vectorOf(potential.centre, dim) : new Float64Array(dim);
  return quadraticDensity(squareMatrix(potential.matrix, dim), centre);
}

function posterior({ model, prior, data, noise }: PosteriorMeasure, context: Context): Density {
  const law = buildMeasure(prior, context);
  const table = buildData(data, context);
  if (law.kind !== "density" || law.mass !== 1) return refuse("the prior of a posterior is a probability density");
  if (model === "logistic-regression") return logisticPosterior(law, table);
  if (noise === undefined)
    return refuse("the model gaussian-mean needs `noise`, the standard deviation of an observation");
  return gaussianMeanPosterior(law, table, noise);
}

const dirac = ({ at }: DiracMeasure, { dim }: Context): Law => atoms(dim, vectorOf(at, dim));

/** Atoms of equal or given weights; these are relative to their sum, unless the masses are meant as they stand. */
function samples({ data, draw: drawn = false, normalise = true }: SamplesMeasure, context: Context): Law {
  const { dim, points, weights } = buildData(data, context);
  if (weights === undefined) return { ...atoms(dim, points), drawn };
  requireMeasure(weights, "weights of a sample");
  const total = sum(weights);
  if (!(total > 0 && total < Infinity)) refuse(`weights of a sample need a positive sum, and it is ${total}`);
  return { ...atoms(dim, points, normalise ? scale(1 / total, weights) : weights), drawn };
}

/** mode1 is the eigenfunction of the largest eigenvalue. */
function modesOf({ modes }: PerturbedMeasure): readonly (readonly [number, number])[] {
  return Object.entries(modes).map(([name, c = 0]) => {
    const number = /^mode([1-9]\d*)$/.exec(name)?.[1] ?? refuse(`modes are called mode1, mode2, …, not ${name}`);
    return [Number(number) - 1, c] as const;
  });
}

const MEASURES: Registry<Measure, Context, Law> = {
  masses: ({ values }) => masses(Float64Array.from(values)),
  random: ({ seed, spread = 1, positive = true }) => (positive ? randomMasses : randomSigned)(seed, spread),
  gaussian: ({ mean, covariance }, { dim }) => gaussian(vectorOf(mean, dim), squareMatrix(covariance, dim)),
  mixture: ({ weights, components }, context) =>
    mixture(
      Float64Array.from(weights),
      components.map(c => buildMeasure(c, context)),
    ),
  "random-mixture": ({ name: _, ...recipe }, { dim }) => randomMixture(dim, recipe),
  uniform: ({ interval }, { dim }) => (interval ? uniformOn(...interval) : uniformEverywhere(dim)),
  dirac,
  gibbs,
  posterior,
  samples,
  drawn: ({ of, n, seed }, context) => {
    const law = buildMeasure(of, context);
    whole("the number of draws", n, 1, 1_000_000);
    const { dim, draws } = context;
    const from = law.kind === "atoms" ? { ...law, drawn: true } : law;
    const source = whole("the seed of draws", seed ?? context.seed, 0);
    const make = (): Cloud => cloudOf(from, n, "independent", stream(source, "drawn"));
    return { kind: "atoms", dim, cloud: draws ? draws(["drawn", of, dim, n, source], make) : make() };
  },
  truncated: ({ of }, context) => truncated(buildMeasure(of, context)),
  scaled: ({ mass, of }, context) => scaledLaw(mass, buildMeasure(of, context)),
  perturbed: (spec, context) =>
    perturbed(buildMeasure(spec.of, context), buildKernel(spec.kernel, context), modesOf(spec)),
  wave: ({ amplitude, wavenumber }) => wave(amplitude, wavenumber),
  "smooth-noise": ({ amplitude, modes, seed }) => smoothNoise(amplitude, modes, seed),
  interface: ({ at }) => sharpInterface(at),
};

/**
 * What a measure means on R^dim, before a space turns it into its state. A density that has no description of its own
 * is described by its words: two measures in the same words are the same, as Stein kernels want to know.
 */
export function buildMeasure(spec: Measure, context: Context): Law {
  const law = construct(MEASURES, spec, context);
  requireDimension(law, context.dim);
  return law.kind === "density" && law.law === undefined ? { ...law, law: spec } : law;
}
