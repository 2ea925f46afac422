import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { axpy, dot, maxAbs, scale, subtract, tabulate, zeros } from "../arithmetic/vectors.js";
import type { Subject } from "../compute/index.js";
import { activeSet } from "./active-set.js";
import { bfgs } from "./bfgs.js";
import { type Minimum, type Objective, wolfe } from "./wolfe.js";

/** Σ a_k g_k with a_k ≥ 0, Σ a_k = 1: a convex combination of gradients at points near x, nearly a subgradient at x. */
export interface Subgradient {
  readonly points: readonly Vec[];
  readonly shares: Vec;
  readonly gradient: Vec;
}

/** Where a minimisation ended, and the shortest subgradient there: 0 if it is a minimiser. */
export interface Lowest extends Minimum {
  readonly shortest: Subgradient;
}

/** Points are near where their values differ by this part of the value at most. */
const NEAR = 1e-10;
/** A subgradient as short as this part of the gradients it combines is 0. */
const SHORT = 1e-9;
/** What cuts off less of a subgradient than one minus this part does not shorten it. */
const CUT = 0.9;
/** A step that lowers the value by less than this part of it is rounding. */
const FALL = 1e-13;
/** Most points near x, and most starts. */
const [POINTS, STARTS] = [300, 50];

/** The matrix of inner products of gradients. */
const PRODUCTS: Subject = {
  name: "the matrix of inner products of gradients near a minimiser",
  advice: "take data in other units, or a smaller radius",
};

const norm = (x: Vec): number => Math.sqrt(dot(x, x));

/** min |Σ a_k g_k| */
function shortestOf(gradients: readonly Vec[]): Pick<Subgradient, "shares" | "gradient"> {
  const n = gradients.length;
  const products = tabulate(n * n, k => dot(gradients[Math.floor(k / n)], gradients[k % n]));
  const largest = maxAbs(products);
  const a = products.map((v, k) => v / largest + (k % (n + 1) === 0 ? 1e-14 : 0));
  const first = tabulate(n, k => (k === 0 ? 1 : 0));
  const shares = activeSet({ a, b: zeros(n), mass: 1, subject: PRODUCTS }, first);
  return { shares, gradient: gradients.reduce((s, g, k) => axpy(shares[k], g, s), zeros(gradients[0].length)) };
}

/**
 * The shortest g among convex combinations of gradients near x, by conjugate subgradients (Wolfe 1975): while f does
 * not fall along -g, its gradient at x - hg/|g| cuts g off and joins the others.
 */
function shortestNear(f: Objective, { x, value, gradient }: Minimum): Subgradient {
  let near = [{ point: x, gradient }];
  for (;;) {
    const { shares, gradient: g } = shortestOf(near.map(({ gradient: at }) => at));
    const longest = Math.max(...near.map(({ gradient: at }) => norm(at)));
    const point = axpy((-NEAR * Math.abs(value)) / (longest * norm(g)), g, x);
    const short = norm(g) <= SHORT * longest || near.length === POINTS;
    const next = short ? g : f(point).gradient;
    if (short || dot(next, g) >= CUT * dot(g, g)) return { points: near.map(at => at.point), shares, gradient: g };
    near = [...near.filter((_, k) => shares[k] > 0), { point, gradient: next }];
  }
}

/** The lower end of a step: it, or where the quasi-Newton method leads from a point beside it, off the kink. */
function onwards(f: Objective, from: Vec, next: Minimum, tolerance: number): Minimum {
  const beside = axpy(norm(subtract(next.x, from)), normals(stream(1, "beside"), from.length), next.x);
  const other = bfgs(f, beside, tolerance);
  return other.value < next.value ? other : next;
}

/**
 * A minimiser of a positive convex function, at a kink too. A quasi-Newton method that ends at a kink may have found a
 * minimiser or be stuck: in the first case the shortest subgradient is 0, in the second f falls along its opposite.
 */
export function minimise(f: Objective, start: Vec, tolerance: number): Lowest {
  let now = bfgs(f, start, tolerance);
  for (let k = 1; ; k++) {
    if (maxAbs(now.gradient) <= tolerance)
      return { ...now, shortest: { points: [now.x], shares: Float64Array.of(1), gradient: now.gradient } };
    const shortest = shortestNear(f, now);
    const next = wolfe(f, { ...now, gradient: shortest.gradient }, scale(-1, shortest.gradient));
    if (k === STARTS || !next || !(next.value < now.value - FALL * Math.abs(now.value))) return { ...now, shortest };
    now = onwards(f, now.x, next, tolerance);
  }
}
