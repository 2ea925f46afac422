import { type Note, unheard } from "../../arithmetic/notes.js";
import type { Law } from "../measures/measure.js";
import type { Space } from "../spaces/space.js";
import { sumEnergy } from "./combinations.js";
import { inclusiveKl, inclusiveKlWord, kl, klWord } from "./divergences.js";
import type { Energy } from "./energy.js";
import { energyWord, type EnergyWord, TARGET } from "./word.js";

const named = (energy: Energy): Energy => ({ ...energy, name: "jeffreys" });

/**
 * Jeffreys' divergence J(u, π) = KL(u | π) + KL(π | u) = ∫ (u - π) log(u/π), symmetric; DJ = log(u/π) + 1 - π/u. On a
 * finite set or grid Σ (μ - π) log(μ/π), π > 0; on Gaussians in closed form between normal laws; refused on particles,
 * whose density is not known. Along u_t = (1-t) u + t π of equal mass, d/dt KL(u_t | π) = -J(u, π) at t = 0.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const energy = energies.jeffreys(space, measures.gaussian(Float64Array.of(0), Float64Array.of(1)));
 * ```
 */
export const jeffreys = (space: Space, target: Law, note: Note = unheard): Energy =>
  named(sumEnergy([kl(space, target, note), inclusiveKl(space, target, note)]));

export const jeffreysWord: EnergyWord = energyWord({
  name: "jeffreys",
  description: "Jeffreys divergence: the sum of both Kullback-Leibler divergences.",
  equation: "F = int (u - pi) log(u/pi) = KL(u|pi) + KL(pi|u)",
  properties: { target: TARGET },
  build: ({ target }, { against }) => against(target, jeffreys),
  on: ground => named(sumEnergy([klWord.on(ground), inclusiveKlWord.on(ground)])),
});
