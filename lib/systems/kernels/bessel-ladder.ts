import type { Profile } from "../../compute/kernel-form.js";
import { pow } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";

/** h = e^{-ρ} (c_0 + c_1 ρ + c_2 ρ² + c_3 ρ³) / ρ^power. */
interface Rung {
  readonly coefficients: readonly [number, number, number, number];
  readonly power: number;
}

/**
 * Half-integer Bessel functions ρ^ν K_ν(ρ) up to a constant, ν = 5/2, 3/2, …, -5/2: with ρ = κ√s each has dh_ν/ds =
 * -(κ²/2) h_{ν-1}.
 */
const RUNGS: readonly Rung[] = [
  { coefficients: [3, 3, 1, 0], power: 0 },
  { coefficients: [1, 1, 0, 0], power: 0 },
  { coefficients: [1, 0, 0, 0], power: 0 },
  { coefficients: [1, 0, 0, 0], power: 1 },
  { coefficients: [1, 1, 0, 0], power: 3 },
  { coefficients: [3, 3, 1, 0], power: 5 },
  { coefficients: [15, 15, 6, 1], power: 7 },
];

/**
 * φ(s) = h_ν(κ√s) / h_ν(0), starting on rung 0 (ν = 5/2), 1 (3/2) or 2 (1/2), with derivatives down to the last rung.
 */
export function besselProfile(kappa: number, start: 0 | 1 | 2): Profile {
  const atZero = RUNGS[start].coefficients[0];
  return order => ({
    name: "bessel",
    factor: pow(-0.5 * kappa * kappa, order) / atZero,
    rate: kappa,
    ...(RUNGS[start + order] ?? refuse(`derivative ${order} of a Matérn profile: at most ${RUNGS.length - 1 - start}`)),
  });
}
