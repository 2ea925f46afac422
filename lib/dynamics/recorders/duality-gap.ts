import { exp, log } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { add, axpy, concat, scale, sum } from "../../arithmetic/vectors.js";
import { matvec, type Subject } from "../../compute/index.js";
import { inverseSpd } from "../../numerics/spd.js";
import { temperatureOf } from "../../systems/energies/combinations.js";
import { gaussianKl } from "../../systems/energies/gaussian-kl.js";
import { bySupport } from "../../systems/spaces/support.js";
import { type Recorder, series } from "./recorder.js";

const GIBBS: Subject = {
  name: "the precision of the proximal Gibbs law",
  advice: "add a quadratic potential, or take a convex energy",
};
const STATE: Subject = { name: "the covariance of the state", advice: "start from a regular one" };

/** λ KL(u | p) for p ∝ u e^{-ξ/λ}: <ξ> + λ log <e^{-ξ/λ}>, means under u, with the least ξ taken out. */
function onNodes(u: Vec, xi: Vec, lambda: number): number {
  const mass = sum(u);
  const carried = xi.filter((_, i) => u[i] > 0);
  const least = carried.reduce((a, b) => Math.min(a, b), Infinity);
  let [mean, moment] = [0, 0];
  u.forEach((w, i) => {
    if (!(w > 0)) return;
    mean += (w / mass) * (xi[i] - least);
    moment += (w / mass) * exp((least - xi[i]) / lambda);
  });
  return mean + lambda * log(moment);
}

/** The same for u = N(m, Σ) and ξ = [b | C]: p = N(m - P⁻¹b/λ, P⁻¹) with P = Σ⁻¹ + C/λ. */
function onGaussians(u: Vec, xi: Vec, d: number, lambda: number): number {
  const precision = add(inverseSpd(u.slice(d), d, STATE), scale(1 / lambda, xi.slice(d)));
  const covariance = inverseSpd(precision, d, GIBBS);
  const mean = axpy(-1 / lambda, matvec(covariance, xi.slice(0, d)), u.slice(0, d));
  return lambda * gaussianKl(d, concat(mean, covariance)).value(u);
}

/**
 * The duality gap λ KL(u | p_u) of F = G + λ∫ u log u with G convex (Nitanda, Wu and Suzuki): p_u ∝ exp(-DG(u)/λ), the
 * proximal Gibbs law, is u e^{-ξ/λ} up to a factor for ξ = DF(u). F(u) - min F is at most this, and it needs no
 * minimum. On finite sets, grids and Gaussians; for energies with a temperature λ > 0. Of an energy that is a minimum
 * itself, such as an MMD-regularised divergence, it is the gap of that minimum at u: how far F(u) may be from what it
 * stands for.
 *
 * ```ts
 * const record = [recorders.energy, recorders.dualityGap];
 * ```
 */
export const dualityGap: Recorder = series("duality-gap", ({ space, energy }, { u }) => {
  if (energy.gap) return energy.gap(u);
  const lambda = temperatureOf(energy.form);
  if (!(lambda > 0))
    return refuse(
      "the duality gap is of an energy with entropy, or of one that is a minimum: " +
        "add `entropy`, or take `kl` or `mmd-regularised`",
    );
  const xi = (): Vec => energy.differential(u).value ?? refuse("this energy has no differential on nodes");
  return bySupport(space, {
    nodes: () => onNodes(u, xi(), lambda),
    atoms: "the duality gap needs log u, which a point cloud does not have: take a grid or Gaussians",
    density: ({ dim }) => onGaussians(u, xi(), dim, lambda),
  });
});
