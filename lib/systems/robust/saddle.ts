import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { axpy, dot, maxAbs, scale, tabulate, zeros } from "../../arithmetic/vectors.js";
import type { Subject } from "../../compute/index.js";
import { activeSet } from "../../numerics/active-set.js";
import { bfgs } from "../../numerics/bfgs.js";
import type { Examples } from "./examples.js";
import type { RidgeLoss } from "./ridge-loss.js";
import { type Tilted, tiltedLoss } from "./tilted.js";

/** How far neighbours of a parameter lie. */
const NEAR = 1e-8;
/** Largest slope at which a minimisation may end. */
const FLAT = 1e-12;

/** The matrix of slopes at neighbouring parameters. */
const SLOPES: Subject = {
  name: "the matrix of slopes of the loss near the robust parameter",
  advice: "take a larger ridge of the loss, or fewer examples that are the same",
};

const leastLoss = (loss: RidgeLoss, examples: Examples, tilted: Tilted, theta: Vec): number =>
  bfgs(at => tiltedLoss(loss, examples, tilted, at), theta, FLAT).value;

/** θ, its neighbours along the axes, and some more. */
function neighbours(theta: Vec): readonly Vec[] {
  const d = theta.length;
  const h = NEAR * (1 + maxAbs(theta));
  const axes = Array.from({ length: 2 * d }, (_, k) => tabulate(d, c => (c === k >> 1 ? 1 - 2 * (k % 2) : 0)));
  const random = normals(stream(1, "neighbours"), 4 * d * d);
  const others = Array.from({ length: 4 * d }, (_, k) => random.subarray(k * d, (k + 1) * d));
  return [theta, ...[...axes, ...others].map(direction => axpy(h, direction, theta))];
}

/** The convex combination of worst cases whose slopes at their parameters have the least sum. */
function combined(cases: readonly { readonly tilted: Tilted; readonly gradient: Vec }[]): Tilted {
  const n = cases.length;
  const products = tabulate(n * n, k => dot(cases[Math.floor(k / n)].gradient, cases[k % n].gradient));
  const ridge = 1e-14 * maxAbs(products);
  const a = products.map((v, k) => (k % (n + 1) === 0 ? v + ridge : v));
  const shares = activeSet(
    { a, b: zeros(n), mass: 1, subject: SLOPES },
    tabulate(n, i => (i === 0 ? 1 : 0)),
  );
  return {
    parts: cases.flatMap(({ tilted: { parts } }, k) =>
      shares[k] === 0 ? [] : parts.map(part => ({ ...part, masses: scale(shares[k], part.masses) })),
    ),
    slope: cases.reduce((s, { tilted }, k) => axpy(shares[k], tilted.slope, s), zeros(cases[0].gradient.length)),
  };
}

/**
 * A lower bound of min_θ sup_μ ∫ ℓ_θ dμ: the least loss under one measure of the ball. Where the worst case at θ is the
 * only one, it is that measure; else it is a combination of worst cases near θ, which lies in the ball too.
 */
export function saddleBound(
  loss: RidgeLoss,
  examples: Examples,
  theta: Vec,
  worstAt: (theta: Vec) => Tilted,
  enough: number,
): number {
  const plain = leastLoss(loss, examples, worstAt(theta), theta);
  if (plain >= enough) return plain;
  const cases = neighbours(theta).map(at => {
    const tilted = worstAt(at);
    return { tilted, gradient: tiltedLoss(loss, examples, tilted, at).gradient };
  });
  return Math.max(plain, leastLoss(loss, examples, combined(cases), theta));
}
