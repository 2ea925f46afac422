import { stream } from "../../arithmetic/random.js";
import { whole } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import { keptLast } from "../../arithmetic/kept-last.js";
import type { Vec } from "../../arithmetic/vec.js";
import { square } from "../../arithmetic/functions.js";
import { row, sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import { atomsOnLine, type LineMeasure } from "../../numerics/transport/monotone.js";
import { projected, sliceDirections, unitRows } from "../../numerics/transport/sliced.js";
import type { Cloud } from "../measures/cloud.js";
import type { Space } from "../spaces/space.js";
import { cloudOf, covectorOn, scaledTo } from "./atoms-only.js";
import { requirePoints } from "../spaces/support.js";
import type { Energy } from "./energy.js";
import { energyWord, type EnergyWord, TARGET } from "./word.js";

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
 * const energy = energies.slicedWasserstein(space, transport.sliceDirections(50, 2, stream(1, "directions")), data);
 * ```
 */
export function slicedWasserstein(space: Space, directions: Vec, { points: y, weights: b }: Cloud): Energy {
  requirePoints("sliced-wasserstein", space);
  const { dim } = space;
  const mass = sum(b);
  const count = directions.length / dim;
  whole("the number of directions", count, 1);
  const unit = unitRows(directions, dim);
  const thetas = Array.from({ length: count }, (_, l) => row(unit, l, dim));
  const targets = thetas.map(theta => atomsOnLine(projected(y, theta), b));
  const slices = keptLast((u: Vec) => {
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
  build: ({ directions, seed = 1, along: rows, target }, { space, cloud, table }) => {
    if (directions !== undefined && rows)
      refuse("sliced-wasserstein takes either `directions`, their number, or `along`, the directions themselves");
    const given = rows && table(rows);
    if (given && given.dim !== space.dim)
      refuse(`the directions have ${given.dim} components, and the space has dimension ${space.dim}`);
    const along = given?.points ?? sliceDirections(directions ?? DIRECTIONS, space.dim, stream(seed, "directions"));
    return slicedWasserstein(space, along, cloud(target));
  },
  on: ground =>
    slicedWasserstein(ground.space, sliceDirections(5, ground.space.dim, stream(1, "directions")), cloudOf(ground)),
});
