import type { Energy, Potential, Space, Vec } from "../types.js";
import { type GraphSpace, isGraph } from "../spaces/lattice.js";
import { concat, dot, row } from "../numerics/vectors.js";
import { refuse } from "../refusal.js";
import { log } from "../numerics/functions.js";

/** V and ∇V at n points of R^d. */
export const potentialAt = (V: Potential, points: Vec, d: number): { value: Vec; gradient: Vec } => {
  const at = Array.from({ length: points.length / d }, (_, i) => row(points, i, d));
  return { value: Float64Array.from(at, x => V.value(x)), gradient: concat(...at.map(x => V.gradient(x))) };
};

/** F(u) = ∫ V du + τ ∫ u(log u - 1), log of the density; with τ = 1 it is KL(u | e^{-V}) up to a constant. */
export function freeEnergy(space: Space, V: Potential, temperature: number): Energy {
  const form = { type: "free-energy", potential: V, temperature } as const,
    name = "potential + entropy";
  if (isGraph(space))
    return onGraph(space, potentialAt(V, space.nodes(new Float64Array(0)), space.dim).value, temperature, {
      form,
      name,
    });
  if (space.kind !== "particles") refuse("use gaussianKl on Gaussians");
  return {
    name,
    form,
    value: u => (temperature === 0 ? dot(space.masses(u), potentialAt(V, space.nodes(u), space.dim).value) : NaN),
    differential: u => ({ ...potentialAt(V, space.nodes(u), space.dim), temperature }),
  };
}

/** On a graph log u is known: ξ_i = V_i + τ log(μ_i / vol_i). */
function onGraph(space: GraphSpace, v: Vec, tau: number, head: Pick<Energy, "form" | "name">): Energy {
  const logDensity = (m: number, i: number): number => log(m / space.lattice.volumes[i]);
  return {
    ...head,
    value: u => u.reduce((s, m, i) => s + m * v[i] + (tau === 0 || m === 0 ? 0 : tau * m * (logDensity(m, i) - 1)), 0),
    differential: u => ({ value: u.map((m, i) => v[i] + (tau === 0 ? 0 : tau * logDensity(m, i))), temperature: 0 }),
  };
}
