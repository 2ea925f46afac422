import type { Vec } from "../../arithmetic/vec.js";
import { exp, log1p } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { finite } from "../../arithmetic/range.js";
import { dot, row, scale, sum, tabulate } from "../../arithmetic/vectors.js";
import type { Potential } from "../measures/cloud.js";
import type { Table } from "../measures/data/table.js";
import { slopeAtZero, smoothField } from "../measures/formula-field.js";
import type { Space } from "../spaces/space.js";
import { combinedCovector } from "./combinations.js";
import type { Energy } from "./energy.js";
import { potentialEnergy } from "./free-energy.js";
import { energyWord, type EnergyWord } from "./word.js";

/** ℓ(f, y) of a prediction f and a response y, convex in f, with ∂ℓ/∂f. */
interface LossFunction {
  value(f: number, y: number): number;
  slope(f: number, y: number): number;
}

/** How a prediction is held against a response. */
export type Loss = "squared" | "logistic";

const LOSSES: Readonly<Record<Loss, LossFunction>> = {
  /** ½ (f - y)² */
  squared: { value: (f, y) => ((f - y) * (f - y)) / 2, slope: (f, y) => f - y },
  /** log(1 + e^f) - y f, y in {0, 1}: minus the log-likelihood of y under the probability 1/(1 + e^{-f}) of 1. */
  logistic: {
    value: (f, y) => Math.max(f, 0) + log1p(exp(-Math.abs(f))) - y * f,
    slope: (f, y) => 1 / (1 + exp(-f)) - y,
  },
};

/**
 * F(u) = (1/n) Σ_i ℓ(<φ_i>, y_i) with <φ> = ∫ φ du / u(X): a risk that is convex and nonlinear in the measure, as of a
 * two-layer network whose neurons are distributed like u. As F does not see the mass, DF = (1/n) Σ_i ℓ'(<φ_i>, y_i)
 * (φ_i - <φ_i>) / u(X) is the flat derivative that is normalised, ∫ DF du = 0. On Gaussians <φ> is a Gauss-Hermite
 * quadrature (d ≤ 3).
 *
 * ```ts
 * const space = spaces.particles({ n: 100, dim: 1 });
 * const square = { value: ([x]: Float64Array) => x * x, gradient: ([x]: Float64Array) => Float64Array.of(2 * x) };
 * const energy = energies.meanFieldRisk(space, [square], Float64Array.of(3), "squared");
 * ```
 */
export function meanFieldRisk(space: Space, features: readonly Potential[], responses: Vec, loss: Loss): Energy {
  if (features.length === 0 || features.length !== responses.length)
    refuse(`${features.length} features for ${responses.length} responses: give as many of each, at least one`);
  if (loss === "logistic" && responses.some(y => y !== 0 && y !== 1))
    refuse("the logistic loss is for responses 0 and 1: relabel them, or take the squared loss");
  const n = features.length;
  const { value, slope } = LOSSES[loss];
  const moments = features.map(feature => potentialEnergy(space, feature));
  const mass = (u: Vec): number => sum(space.masses(u));
  const means = (u: Vec): Vec => tabulate(n, i => moments[i].value(u) / mass(u));
  return {
    name: "mean-field",
    form: { type: "other" },
    value: u => means(u).reduce((s, f, i) => s + value(f, responses[i]) / n, 0),
    differential: u => {
      const f = means(u);
      const slopes = scale(
        1 / (n * mass(u)),
        f.map((fi, i) => slope(fi, responses[i])),
      );
      return combinedCovector(Float64Array.of(...slopes, -dot(slopes, f)), [
        ...moments.map(m => m.differential(u)),
        space.one(u),
      ]);
    },
  };
}

/**
 * F(u) = ½ (<φ> - y)², a nonlinear function of one moment.
 *
 * ```ts
 * const coordinate = { value: ([x]: Float64Array) => x, gradient: () => Float64Array.of(1) };
 * const energy = energies.moment(spaces.gaussian(1), coordinate, 0.4);
 * ```
 */
export const moment = (space: Space, feature: Potential, value: number): Energy => ({
  ...meanFieldRisk(space, [feature], Float64Array.of(finite("the value of a moment", value)), "squared"),
  name: "moment",
});

/**
 * σ(w·z) as a function of the neuron θ = w; with one coordinate more σ(b + w·z), θ = (b, w); with two more a σ(b +
 * w·z), θ = (b, w, a).
 */
function neuron(activation: (s: number) => number, z: Vec, dim: number): Potential {
  const more = dim - z.length;
  if (more < 0 || more > 2)
    refuse(
      `neurons of R^${dim} for inputs of R^${z.length}: ` +
        `take d = ${z.length} (weights), ${z.length + 1} (bias) or ${z.length + 2} (bias and factor)`,
    );
  const bias = more > 0 ? 1 : 0;
  const factor = (theta: Vec): number => (more === 2 ? theta[dim - 1] : 1);
  const inner = (theta: Vec): number => (bias ? theta[0] : 0) + dot(theta.subarray(bias, bias + z.length), z);
  const at = (theta: Vec): number => activation(inner(theta));
  return {
    value: theta => factor(theta) * at(theta),
    gradient: theta => {
      const s = inner(theta);
      const slope = factor(theta) * slopeAtZero(h => activation(s + h));
      return tabulate(dim, i => (i < bias ? slope : i < bias + z.length ? slope * z[i - bias] : at(theta)));
    },
  };
}

/** The neurons of all rows of a table. */
const neurons = (
  activation: (s: number) => number,
  { points, dim: inputs }: Table,
  dim: number,
): readonly Potential[] =>
  Array.from({ length: points.length / inputs }, (_, i) => neuron(activation, row(points, i, inputs), dim));

export const meanFieldWord: EnergyWord = energyWord({
  name: "mean-field",
  description: "Risk of a two-layer network with neurons distributed like u; its flat derivative is normalised.",
  equation: "F = 1/n sum_i loss(int phi(theta, z_i) du(theta)/u(X), y_i)",
  properties: {
    data: { description: "Inputs z_i with responses y_i.", $ref: "data.schema.json" },
    activation: {
      description:
        "sigma as a formula in x; phi = sigma(w.z), with d = dim z + 1 sigma(b + w.z), with one more a sigma(b + w.z).",
      type: "string",
      "x-formula": "space",
    },
    loss: {
      description: "squared: (f - y)^2/2; logistic: log(1 + e^f) - y f for y in {0, 1}. Default squared.",
      optional: true,
      enum: ["squared", "logistic"],
    },
  },
  build: ({ data, activation, loss = "squared" }, { space, formula, table }) => {
    const rows = table(data);
    const responses = rows.labels ?? refuse("a risk needs data with responses: take a table with labels");
    const sigma = formula(activation);
    const of = neurons(s => sigma(Float64Array.of(s)), rows, space.dim);
    return meanFieldRisk(space, of, responses, loss as Loss);
  },
  on: ({ space, V }) =>
    meanFieldRisk(
      space,
      [V, { value: x => V.value(scale(2, x)), gradient: x => scale(2, V.gradient(scale(2, x))) }],
      Float64Array.of(0, 1),
      "logistic",
    ),
});

export const momentWord: EnergyWord = energyWord({
  name: "moment",
  description: "Half the squared distance of a moment from a value.",
  equation: "F = (int f du/u(X) - y)^2/2",
  properties: {
    of: { description: "f as a formula in x (1-D) or x1, x2, ...", type: "string", "x-formula": "space" },
    value: { description: "The value y.", type: "number" },
  },
  build: ({ of, value }, { space, formula }) => moment(space, smoothField(formula(of)), value),
  on: ({ space, V }) => moment(space, V, 0.3),
});
