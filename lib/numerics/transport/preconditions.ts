/** What a problem of transport needs: masses, and a cost for each pair of points. */
import { leastMass } from "../../arithmetic/masses.js";
import { positive } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";

/** Refuses masses that are negative or no finite numbers. */
export function requireMasses(...measures: readonly [Vec, Vec]): void {
  measures.forEach((masses, which) => {
    const least = leastMass(masses);
    const k = masses.findIndex(m => !Number.isFinite(m) || m < least);
    if (k >= 0)
      refuse(
        `mass ${k + 1} of the ${which === 0 ? "first" : "second"} measure is ${masses[k]}: ` +
          "it must be a finite number of at least 0",
      );
  });
}

/** Refuses costs that are not one for each pair, or no numbers; ∞ is one, of what is out of reach. */
export function requireCosts(a: Vec, b: Vec, cost: Vec): void {
  if (cost.length !== a.length * b.length)
    refuse(`there are ${cost.length} costs for ${a.length} × ${b.length} points: give one for each pair, row by row`);
  const k = cost.findIndex(Number.isNaN);
  if (k >= 0)
    refuse(`the cost from point ${Math.floor(k / b.length) + 1} to point ${(k % b.length) + 1} is NaN: give a number`);
}

/** Refuses an ε at which no iteration ends. */
export const requireEpsilon = (epsilon: number): number => positive("epsilon", epsilon);
