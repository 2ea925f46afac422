import type { Mobility } from "../../../systems/spaces/mobilities.js";
import { log } from "../../../arithmetic/functions.js";
import { refuse } from "../../../arithmetic/refusal.js";

type Slope = (a: number, b: number) => number;

/**
 * ∂_a Λ = (1 - Λ/a) / log(a/b); near a = b by ½(1 - x²/3) - 2xb/(3(a+b)), x = (a-b)/(a+b), with an error of order x³.
 */
function logarithmicSlope(a: number, b: number): number {
  if (a <= 0 || b <= 0) return 0;
  const x = (a - b) / (a + b);
  const l = log(a / b);
  return Math.abs(x) < 1e-4 ? 0.5 * (1 - (x * x) / 3) - (2 * x * b) / (3 * (a + b)) : (1 - (a - b) / (l * a)) / l;
}

/** ∂ mean(a, b) / ∂a; ∂/∂b by symmetry. */
export const mobilitySlopes: { readonly [N in Mobility["name"]]: Slope } = {
  log: logarithmicSlope,
  arithmetic: () => 0.5,
  upwind: () =>
    refuse("upwind mobilities depend on the force: 𝕂 is not linear and has no Hamiltonian; take `log` or `arithmetic`"),
};
