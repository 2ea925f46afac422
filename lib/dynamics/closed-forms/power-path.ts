import type { Vec } from "../../arithmetic/vec.js";
import { scale, sum, tabulate } from "../../arithmetic/vectors.js";
import { exp, expm1, log, log1p, pow } from "../../arithmetic/functions.js";
import { integrate } from "../../numerics/integrate.js";
import { onlyPart } from "../../systems/geometries/parts.js";
import type { ClosedForm, Flow } from "./closed-form.js";

/**
 * s_t = [1 + (s_0^{1-p} - 1) e^{-t}]^{1/(1-p)}, p ≠ 1; s_0 = 0 stays for p > 1 and becomes (1 - e^{-t})^{1/(1-p)} for p
 * < 1.
 */
export const powerRatio = (p: number, s: number, t: number): number => ratioAt(p, excess(p, s), exp(-t));

/** s^{1-p} - 1, and back. */
const excess = (p: number, s: number): number => expm1((1 - p) * log(s));
const ratioAt = (p: number, start: number, fade: number): number => exp(log1p(start * fade) / (1 - p));

/** from u: σ -> u(σ), pointwise in s = u/π; s_0^{1-p} - 1 is taken once. */
function freeFlow(p: number, target: Vec, u: Vec): (sigma: number) => Vec {
  const start = tabulate(u.length, i => excess(p, u[i] / target[i]));
  return sigma => {
    const fade = exp(-sigma);
    return tabulate(u.length, i => target[i] * ratioAt(p, start[i], fade));
  };
}

const free = (p: number, target: Vec, u: Vec, t: number): Vec => freeFlow(p, target, u)(t);

/**
 * A-4.1s: the τ with ∫_0^τ (z/M)^{p-1} dσ = t, z(σ) the mass of the free flow: its shape with another clock is the
 * spherical flow.
 * Newton; each correction integrates only the piece that is new.
 */
function freeTime(mass: (sigma: number) => number, p: number, t: number): number {
  const total = mass(0);
  const speed = (sigma: number): number => pow(mass(sigma) / total, p - 1);
  let tau = 0;
  let reached = 0;
  for (let k = 0; k < 60; k++) {
    const next = Math.max(tau / 2, tau + (t - reached) / speed(tau));
    // the error of the next correction is the square of this one
    if (Math.abs(next - tau) <= 1e-8 * next) return next;
    reached += integrate(speed, tau, next);
    tau = next;
  }
  return tau;
}

function spherical(p: number, target: Vec, u: Vec, t: number): Vec {
  const path = freeFlow(p, target, u);
  const v = path(freeTime(sigma => sum(path(sigma)), p, t));
  return scale(sum(u) / sum(v), v);
}

export const powerPath: ClosedForm = {
  source: "A-4.1, A-4.1s, A-3.11",
  admits: "(spherical) hellinger with any φ_p divergence (inclusive KL, χ², Hellinger …) on finite sets and grids",
  flow: (system): Flow | undefined => {
    const part = onlyPart(system.geometry, ["growth"], "identity");
    const { form } = system.energy;
    if (!part || form.type !== "phi" || form.p === 1) return undefined;
    const move = part.spherical ? spherical : free;
    return (u, dt) => move(form.p, form.target, u, part.factor * dt);
  },
};
