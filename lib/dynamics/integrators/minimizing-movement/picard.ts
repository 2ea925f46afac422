import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, maxAbs, subtract } from "../../../arithmetic/vectors.js";

/** Below this size points are measured by their own, all others by 1, as numbers of O(1) are. */
const SMALL = 1e-3;

/** Picard's iteration for y = b + τ f(y); undefined where it does not contract. */
export function picard(f: (y: Vec) => Vec, tau: number, b: Vec): Vec | undefined {
  const unit = maxAbs(b) < SMALL ? maxAbs(b) : 1;
  let y = b;
  let before = Infinity;
  for (let k = 0; k < 100; k++) {
    const next = axpy(tau, f(y), b);
    const moved = maxAbs(subtract(next, y));
    const size = unit + maxAbs(next);
    if (moved <= 1e-15 * size) return next;
    if (!(moved < 0.7 * before)) return moved < 1e-13 * size ? next : undefined;
    y = next;
    before = moved;
  }
  return undefined;
}
