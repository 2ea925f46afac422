import { exponentialRow } from "../compute/typescript/exponential.js";
import { BLOCK } from "../compute/typescript/pairs.js";
import type { Profile, Row, Vec } from "../types.js";
import { pow } from "../numerics/functions.js";
import { refuse } from "../refusal.js";

/** h = e^{-ρ} (c_0 + c_1 ρ + c_2 ρ² + c_3 ρ³) / ρ^power. */
interface Rung {
  readonly coefficients: readonly [number, number, number, number];
  readonly power: number;
}

/** Half-integer Bessel functions ρ^ν K_ν(ρ) up to a constant, ν = 5/2, 3/2, …, -5/2: with ρ = κ√s each has dh_ν/ds = -(κ²/2) h_{ν-1}. */
const RUNGS: readonly Rung[] = [
  { coefficients: [3, 3, 1, 0], power: 0 },
  { coefficients: [1, 1, 0, 0], power: 0 },
  { coefficients: [1, 0, 0, 0], power: 0 },
  { coefficients: [1, 0, 0, 0], power: 1 },
  { coefficients: [1, 1, 0, 0], power: 3 },
  { coefficients: [3, 3, 1, 0], power: 5 },
  { coefficients: [15, 15, 6, 1], power: 7 },
];

/** out = factor h(κ√s), and 0 at s = 0 where h is singular. */
function rungRow(factor: number, kappa: number, { coefficients: [c0, c1, c2, c3], power }: Rung): Row {
  const rho = new Float64Array(BLOCK),
    exponential = exponentialRow(factor, 1);
  return (s, count, out) => {
    for (let j = 0; j < count; j++) rho[j] = kappa * Math.sqrt(s[j]);
    exponential(rho, count, out);
    for (let j = 0; j < count; j++) out[j] *= c0 + rho[j] * (c1 + rho[j] * (c2 + rho[j] * c3));
    if (power > 0) divideByPower(rho, power, count, out);
  };
}

/** out /= ρ^power, and 0 at ρ = 0. */
function divideByPower(rho: Vec, power: number, count: number, out: Vec): void {
  for (let j = 0; j < count; j++) {
    let divisor = 1;
    for (let p = 0; p < power; p++) divisor *= rho[j];
    out[j] = divisor === 0 ? 0 : out[j] / divisor;
  }
}

/** φ(s) = h_ν(κ√s) / h_ν(0), starting on rung 0 (ν = 5/2), 1 (3/2) or 2 (1/2), with derivatives down to the last rung. */
export function besselProfile(kappa: number, start: 0 | 1 | 2): Profile {
  const atZero = RUNGS[start].coefficients[0];
  return order =>
    rungRow(
      pow(-0.5 * kappa * kappa, order) / atZero,
      kappa,
      RUNGS[start + order] ?? refuse(`derivative ${order} of a Matérn profile: at most ${RUNGS.length - 1 - start}`),
    );
}
