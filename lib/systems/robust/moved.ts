import { square } from "../../arithmetic/functions.js";
import { bisect } from "../../numerics/root.js";
import type { Vec } from "../../arithmetic/vec.js";
import { fill, sum, tabulate } from "../../arithmetic/vectors.js";
import type { RidgeLoss } from "./ridge-loss.js";

/** A worst case among all measures of R^d: residual i moves by t_i, in parts where two ways are as good. */
export interface Moved {
  readonly value: number;
  readonly dualValue: number;
  readonly multiplier: number;
  /** Ways to move all residuals, with their shares; none where the supremum is not reached. */
  readonly ways: readonly { readonly share: number; readonly t: Vec }[];
}

/**
 * sup Σ p_i φ(u_i + t_i) over Σ p_i t_i² ≤ b², which is inf_κ b²/4κ + Σ p_i sup_t φ(u_i + t) - t²/4κ: what W_2 ≤ r does
 * to residuals u = y - θ·x whose x move, with b = r|θ|. At the optimal κ the squares meet b²; where they jump over it,
 * two ways to move are mixed.
 */
export function movedSquares(loss: RidgeLoss, u: Vec, p: Vec, b: number): Moved {
  const at = (kappa: number): { readonly value: number; readonly squares: number; readonly t: Vec } => {
    const all = Array.from(u, v => loss.supremum(v, kappa));
    return {
      value: sum(tabulate(u.length, i => p[i] * all[i].value)),
      squares: sum(tabulate(u.length, i => p[i] * square(all[i].t))),
      t: Float64Array.from(all, ({ t }) => t),
    };
  };
  const excess = (kappa: number): number => at(kappa).squares - b * b;
  let high = 1e-8 * b;
  while (excess(high) < 0) high *= 2;
  const kappa = bisect(excess, 0, high);
  const [far, near] = [at(kappa), at(below(kappa))];
  const share =
    far.squares > near.squares ? Math.min(1, Math.max(0, (b * b - near.squares) / (far.squares - near.squares))) : 1;
  // squares without residuals gain as much by every way of this length
  const anyhow = far.value === Infinity;
  const ways = anyhow
    ? [{ share: 1, t: fill(u.length, b) }]
    : [
        { share, t: far.t },
        { share: 1 - share, t: near.t },
      ].filter(way => way.share > 0);
  const inside = ({ share: s, t }: Moved["ways"][number]): number =>
    s * sum(tabulate(u.length, i => p[i] * loss.value(u[i] + t[i])));
  return {
    value: ways.reduce((total, way) => total + inside(way), 0),
    dualValue: anyhow ? (b * b) / (4 * below(kappa)) + near.value : (b * b) / (4 * kappa) + far.value,
    multiplier: 1 / (4 * kappa),
    ways,
  };
}

/** A number next below x, up to some last bits. */
const below = (x: number): number => x * (1 - 4e-16);
