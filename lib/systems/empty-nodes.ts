/**
 * What 𝕂 DF is at nodes without mass, where DF = log u or -π/u is infinite: a limit from inside of the cone, or
 * nothing.
 */
import { pow } from "../arithmetic/functions.js";
import type { Vec } from "../arithmetic/vec.js";
import { sum } from "../arithmetic/vectors.js";
import type { Block, Force } from "./geometries/carrier.js";
import { type Geometry, isNetwork } from "./geometries/geometry.js";
import { weightsOf } from "./geometries/smoothers/weights.js";
import { isWeighted, leaves, type Term } from "./geometries/terms.js";
import { isGraph } from "./spaces/graph-operators.js";
import type { Covector, Space } from "./spaces/space.js";

export const hasEmptyNodes = (space: Space, u: Vec): boolean => isGraph(space) && u.includes(0);

/**
 * The first empty node where ξ is infinite; -1 if there is none. Values of ξ, which a cloud makes when asked, are asked
 * for only then.
 */
export const singularNode = (space: Space, u: Vec, xi: Covector): number =>
  hasEmptyNodes(space, u) ? (xi.value?.findIndex((v, i) => u[i] === 0 && !Number.isFinite(v)) ?? -1) : -1;

/** Whether nothing flows out of other nodes into an empty one: births and deaths multiply masses. */
export const onlyMultiplies = (geometry: Geometry): boolean =>
  leaves(geometry).every(({ term }) => term.mechanism === "growth" && isWeighted(term));

/** The state with its empty nodes filled with a part of the mean mass. */
export function filledWith(part: number, u: Vec): Vec {
  const floor = (part * sum(u)) / u.length;
  return u.map(m => (m === 0 ? floor : m));
}

const total = (exponents: readonly number[]): number => exponents.reduce((a, b) => a + b, 0);

/** Largest number of masses that a weight of 𝕂 multiplies, and one more: 1 but for reactions. */
const degree = (geometry: Geometry): number =>
  Math.max(
    ...leaves(geometry).map(({ term: { mechanism } }) =>
      isNetwork(mechanism) ? 1 + Math.max(...mechanism.reactions.flatMap(({ from, to }) => [from, to].map(total))) : 1,
    ),
  );

/** ε^{1/m} where the weights of 𝕂 multiply m masses, so that they do not vanish for masses of ε^{1/m}. */
export function partFor(geometry: Geometry, epsilon: number): number {
  const m = degree(geometry);
  return m === 1 ? epsilon : pow(epsilon, 1 / m);
}

/** Parts of the mean mass, each the square of the one before: log 1/ε doubles. */
const PARTS = [1e-75, 1e-150, 1e-300] as const;

/** Differences below this part of a value are rounding. */
const ROUNDING = 1e-6;

/** Larger parts, at which also what has overflown at the others is a number: powers of ε down to ε^-12. */
const LARGER = [1e-6, 1e-12] as const;

/**
 * lim q(u + ε) for ε → 0 in the empty nodes, for q ≥ 0. What converges like 1/log(1/ε) has differences that halve;
 * where they grow instead, as those of log 1/ε do, the limit is ∞.
 */
export function limitFromInside(geometry: Geometry, u: Vec, q: (near: Vec) => number): number {
  const at = (part: number): number => q(filledWith(partFor(geometry, part), u));
  const [far, near, closest] = PARTS.map(at);
  if (Number.isNaN(closest)) {
    const [before, after] = LARGER.map(at);
    return after > 2 * before ? Infinity : NaN;
  }
  const change = Math.abs(closest - near);
  const grows = change > Math.abs(near - far) && change > ROUNDING * Math.abs(closest);
  return closest > 0 && grows ? Infinity : closest;
}

/**
 * The force of a term where it has weight: what is infinite at weight 0 drops out of D_w S, unless S does not know the
 * weights.
 */
export function supportedForce({ smoother }: Term, block: Block, force: Force): Force {
  if (smoother.weightless || force.values.every(Number.isFinite)) return force;
  const w = weightsOf(block);
  const values = force.values.map((v, k) => (w[Math.floor(k / block.columns)] === 0 && !Number.isFinite(v) ? 0 : v));
  return { ...force, values };
}
