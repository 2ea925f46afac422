import type { Vec } from "../arithmetic/vec.js";
import { dot, maxAbs, scale, subtract } from "../arithmetic/vectors.js";
import { matvec } from "../compute/index.js";
import { identity } from "./matrices.js";
import { type Minimum, type Objective, wolfe } from "./wolfe.js";

/** The inverse Hessian that maps y to s: H + (1 + yᵀHy/sᵀy) ssᵀ/sᵀy - (Hy sᵀ + s yᵀH)/sᵀy. */
function updated(h: Vec, s: Vec, y: Vec): Vec {
  const n = s.length;
  const sy = dot(s, y);
  const hy = matvec(h, y);
  const factor = (1 + dot(y, hy) / sy) / sy;
  return h.map((v, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return v + factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
  });
}

/** Steps in a row that lower neither the value nor the gradient: what rounding leaves to do, or a kink. */
const IDLE = 15;

/**
 * A minimiser of a convex function by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with weak Wolfe
 * steps, which also ends at kinks (Lewis, Overton 2013). It ends where the gradient is below `tolerance`, or where no
 * step decreases the value any more; how near the minimum is then is for a certificate to say.
 */
export function bfgs(f: Objective, start: Vec, tolerance: number): Minimum {
  let now: Minimum = { x: start, ...f(start) };
  let inverse: Vec | undefined;
  let [least, flattest, idle] = [now.value, maxAbs(now.gradient), 0];
  for (let k = 0; k < 2000 && idle < IDLE && maxAbs(now.gradient) > tolerance; k++) {
    const direction = scale(-1, inverse ? matvec(inverse, now.gradient) : now.gradient);
    const next = dot(direction, now.gradient) < 0 ? wolfe(f, now, direction) : undefined;
    if (next === undefined) {
      if (inverse === undefined) return now;
      inverse = undefined;
      continue;
    }
    const s = subtract(next.x, now.x);
    const y = subtract(next.gradient, now.gradient);
    const sy = dot(s, y);
    if (sy > 0) inverse = updated(inverse ?? scale(sy / dot(y, y), identity(s.length)), s, y);
    idle = next.value < least || maxAbs(next.gradient) < flattest ? 0 : idle + 1;
    [least, flattest] = [Math.min(least, next.value), Math.min(flattest, maxAbs(next.gradient))];
    now = next;
  }
  return now;
}
