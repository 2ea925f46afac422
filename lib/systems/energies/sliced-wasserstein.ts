import { stream } from "../../arithmetic/random.js";
import { whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { square } from "../../arithmetic/functions.js";
import { row, sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import { atomsOnLine, type LineMeasure } from "../../numerics/transport/monotone.js";
import type { Cloud } from "../measures/cloud.js";
import type { Table } from "../measures/data/table.js";
import type { Space } from "../spaces/space.js";
import { covectorOn, perState, requireAtoms, scaledTo } from "./atoms-only.js";
import type { Energy } from "./energy.js";
import { energyWord, type EnergyWord, TARGET } from "./word.js";

/**
 * Unit vectors, one per row: `count` uniform ones of a seed.
 *
 * ```ts
 * const directions = energies.seededDirections(50, 2, 1);
 * ```
 */
export function seededDirections(count: number, dim: number, seed: number): Vec {
  whole("the number of directions", count, 1, 100_000);
  whole("the seed of directions", seed, 0);
  const random = stream(seed, "slices");
  return directionsOf({ dim, points: tabulate(count * dim, () => random.normal()) });
}

/**
 * Rows divided by their lengths; refused where one is 0.
 *
 * ```ts
 * const directions = energies.directionsOf({ dim: 2, points: Float64Array.of(1, 0, 1, 1) });
 * ```
 */
export function directionsOf({ points, dim }: Table): Vec {
  const out = zeros(points.length);
  for (let i = 0; i < points.length; i += dim) {
    let length = 0;
    for (let c = 0; c < dim; c++) length += square(points[i + c]);
    if (!(length > 0)) refuse(`direction ${i / dim + 1} is the zero vector: give vectors that point somewhere`);
    for (let c = 0; c < dim; c++) out[i + c] = points[i + c] / Math.sqrt(length);
  }
  return out;
}

/** x_i·θ */
const projected = (x: Vec, theta: Vec): Vec =>
  tabulate(x.length / theta.length, i => theta.reduce((s, t, c) => s + t * x[i * theta.length + c], 0));

/**
 * What the monotone rearrangement does on one line: half its cost, the mean of the targets of each atom, and the
 * quantile of π at the mass up to and with the k-th atom from below.
 */
interface Slice {
  readonly halfCost: number;
  readonly images: Vec;
  readonly quantiles: Vec;
}

/** Less than this fraction of an atom is none of it: the mass of u ends where an atom of π does. */
const ROUNDING = 1e-13;

/** From below. An atom without mass goes where the mass at its place would. */
function rearranged(mu: LineMeasure, nu: LineMeasure): Slice {
  const images = zeros(mu.masses.length);
  const quantiles = zeros(mu.masses.length);
  const last = nu.masses.length - 1;
  let j = 0;
  let left = nu.masses[0];
  let halfCost = 0;
  mu.masses.forEach((mass, k) => {
    let rest = mass;
    let moment = 0;
    while (rest > 0) {
      while (left <= ROUNDING * nu.masses[j] && j < last) left += nu.masses[++j];
      const part = j < last ? Math.min(rest, left) : rest;
      moment += part * nu.left[j];
      halfCost += 0.5 * part * square(mu.left[k] - nu.left[j]);
      rest -= part;
      left -= part;
    }
    const ends = left <= ROUNDING * nu.masses[j] && j < last;
    quantiles[k] = ends ? 0.5 * (nu.left[j] + nu.left[j + 1]) : nu.left[j];
    images[mu.labels[k]] = mass > 0 ? moment / mass : quantiles[k];
  });
  return { halfCost, images, quantiles };
}

/** f(x) = ∫ (s - Q_π(F_u(s))) ds up to each atom: the Kantorovich potential, up to a constant. */
function potentialOn({ left, labels }: LineMeasure, quantiles: Vec): Vec {
  const out = zeros(left.length);
  let value = 0;
  for (let k = 0; k < left.length; k++) {
    if (k > 0) value += (left[k] - left[k - 1]) * (0.5 * (left[k] + left[k - 1]) - quantiles[k - 1]);
    out[labels[k]] = value;
  }
  return out;
}

/**
 * The sliced Wasserstein energy F(u) = mean_θ ½W₂²(θ·u, θ·π) over given directions (rows, of any length > 0; Radon
 * transforms): ∇DF(x_i) = mean_θ (θ·x_i - T_θ(x_i)) θ with the mean T_θ(x_i) of where the monotone rearrangement on the
 * line sends x_i. DF is the mean of the
 * Kantorovich potentials on the lines, ∫ (s - Q_π(F_u(s))) ds. A u of another mass is scaled to that of π.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const data = { points: normals(stream(7, "data"), 60), weights: measures.equalWeights(30) };
 * const energy = energies.slicedWasserstein(space, energies.seededDirections(50, 2, 1), data);
 * ```
 */
export function slicedWasserstein(space: Space, directions: Vec, { points: y, weights: b }: Cloud): Energy {
  requireAtoms("sliced-wasserstein", space);
  const { dim } = space;
  const mass = sum(b);
  const count = directions.length / dim;
  whole("the number of directions", count, 1);
  const thetas = Array.from({ length: count }, (_, l) => row(directions, l, dim));
  const targets = thetas.map(theta => atomsOnLine(projected(y, theta), b));
  const slices = perState((u: Vec) => {
    const x = space.nodes(u);
    const own = scaledTo(mass, space.masses(u), "sliced-wasserstein");
    const lines = thetas.map((theta, l) => {
      const line = projected(x, theta);
      const mu = atomsOnLine(line, own.masses);
      return { theta, line, mu, ...rearranged(mu, targets[l]) };
    });
    return { own, lines };
  });
  return {
    name: "sliced-wasserstein",
    form: { type: "other" },
    value: u => sum(Float64Array.from(slices(u).lines, ({ halfCost }) => halfCost)) / count,
    differential: u => {
      const { own, lines } = slices(u);
      return covectorOn(
        space,
        () => {
          const each = lines.map(({ mu, quantiles }) => potentialOn(mu, quantiles));
          return own.centred(tabulate(own.masses.length, i => each.reduce((s, f) => s + f[i], 0) / count));
        },
        () =>
          tabulate(space.nodes(u).length, k => {
            const i = Math.floor(k / dim);
            const slope = lines.reduce((s, { theta, line, images }) => s + (line[i] - images[i]) * theta[k % dim], 0);
            return (own.factor * slope) / count;
          }),
      );
    },
  };
}

/** Random directions where nothing is said. */
const DIRECTIONS = 50;

export const slicedWassersteinWord: EnergyWord = energyWord({
  name: "sliced-wasserstein",
  description:
    "Half the squared Wasserstein distance of the projections on lines, averaged over seeded or given directions.",
  equation: "F = mean_theta W_2^2(theta.u, theta.pi)/2",
  properties: {
    directions: {
      description: "Number of random directions. Default 50.",
      optional: true,
      type: "integer",
      minimum: 1,
      maximum: 100000,
    },
    seed: { description: "Seed of the directions. Default 1.", optional: true, type: "integer", minimum: 0 },
    along: { description: "The directions themselves, one a row.", optional: true, $ref: "data.schema.json" },
    target: TARGET,
  },
  build: ({ directions, seed = 1, along, target }, { space, cloud, table }) => {
    if (directions !== undefined && along)
      refuse("sliced-wasserstein takes either `directions`, their number, or `along`, the directions themselves");
    const given = along && table(along);
    if (given && given.dim !== space.dim)
      refuse(`the directions have ${given.dim} components, and the space has dimension ${space.dim}`);
    const thetas = given ? directionsOf(given) : seededDirections(directions ?? DIRECTIONS, space.dim, seed);
    return slicedWasserstein(space, thetas, cloud(target));
  },
  on: ({ space, cloud, target = new Float64Array(0) }) =>
    slicedWasserstein(
      space,
      seededDirections(5, space.dim, 1),
      cloud ?? { points: target.subarray(0, space.dim), weights: Float64Array.of(1) },
    ),
});
