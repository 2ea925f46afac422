import { axpy, scale, zeros } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Lowest, minimise } from "../../numerics/minimise.js";
import type { Examples } from "./examples.js";
import type { RidgeLoss } from "./ridge-loss.js";
import { type Tilted, tiltedLoss } from "./tilted.js";

/** Largest slope at which a minimisation may end. */
export const FLAT = 1e-12;

/** A convex combination of measures. */
const mixed = (cases: readonly Tilted[], shares: Vec): Tilted => ({
  parts: cases.flatMap(({ parts }, k) =>
    shares[k] === 0 ? [] : parts.map(part => ({ ...part, masses: scale(shares[k], part.masses) })),
  ),
  slope: cases.reduce((s, { slope }, k) => axpy(shares[k], slope, s), zeros(cases[0].slope.length)),
});

/**
 * A lower bound of min_θ sup_μ ∫ ℓ_θ dμ: the least loss under one measure of the ball. Where the worst case at θ is the
 * only one, it is that measure; else the combination of worst cases near θ whose slopes there cancel, which lies in the
 * ball too.
 */
export function saddleBound(
  loss: RidgeLoss,
  examples: Examples,
  { x, shortest: { points, shares } }: Lowest,
  worstAt: (theta: Vec) => Tilted,
  enough: number,
): number {
  const least = (tilted: Tilted): number => minimise(at => tiltedLoss(loss, examples, tilted, at), x, FLAT).value;
  const plain = least(worstAt(x));
  return plain >= enough ? plain : Math.max(plain, least(mixed(points.map(worstAt), shares)));
}
