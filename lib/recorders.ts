import type { Recorder, Solution } from "./types.js";
import { dot, sum } from "./numerics/vectors.js";
import { dualDissipation, rateDissipation } from "./dissipation.js";
import { square } from "./numerics/functions.js";

export const energyRecorder: Recorder = { name: "energy", record: (s, _t, u) => s.energy.value(u) };
/** R*(u, -DF) */
export const dualRecorder: Recorder = { name: "dual", record: (s, _t, u) => dualDissipation(s, u) };
/** R(u, u̇), computed independently of R* by solving 𝕂ξ = u̇. */
export const primalRecorder: Recorder = { name: "primal", record: (s, _t, u) => rateDissipation(s, u) };
export const massRecorder: Recorder = { name: "mass", record: (s, _t, u) => sum(s.space.masses(u)) };
/** Effective sample size (Σw)²/Σw². */
export const essRecorder: Recorder = {
  name: "ess",
  record: (s, _t, u) => {
    const w = s.space.masses(u);
    return square(sum(w)) / dot(w, w);
  },
};
/** The smallest mass: negative once positivity is lost. */
export const positivityRecorder: Recorder = {
  name: "positivity",
  record: (s, _t, u) => Math.min(...s.space.masses(u)),
};

/** F(T) - F(0) + ∫ R + R* dt by Simpson over the recorded times (an even number of equal steps). */
export function energyDissipationDefect({ t, series: { energy, dual, primal = dual } }: Solution): number {
  const n = t.length - 1,
    h = t[1] - t[0];
  if (n % 2 !== 0) throw new Error("Simpson needs an even number of steps");
  const weight = (i: number): number => (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * (h / 3);
  return energy[n] - energy[0] + t.reduce((s, _, i) => s + weight(i) * (dual[i] + primal[i]), 0);
}
