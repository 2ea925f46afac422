import type { Energy } from "../language/types.generated.js";
import { sinkhornNumbers } from "./estimate-distances.js";

/** Gram matrix of the target's atoms, the shifted one that is factorised in place, and it once more in WebAssembly. */
const RIDGE = 3;
/** Gram matrix, and for two of Newton's steps the shifted one, its factor, and that once more in WebAssembly. */
const NEWTON = 7;

/** Numbers that an energy keeps for a state and a target of n points; those not named keep no pairs of them. */
const NUMBERS: { readonly [E in Energy["name"]]?: (n: number) => number } = {
  "dr-mmd": n => RIDGE * n * n,
  "mmd-regularised": n => NEWTON * n * n,
  kale: n => NEWTON * n * n,
  sinkhorn: n => sinkhornNumbers({ n, m: n }),
};

const numbersOf = (part: object): ((n: number) => number) | undefined => {
  const { name } = part as { readonly name?: unknown };
  return Object.hasOwn(NUMBERS, name as string) ? NUMBERS[name as Energy["name"]] : undefined;
};

/** What the energies in a part of a spec keep, each for itself; `points` counts those of one and of its target. */
export function energyNumbers(part: unknown, points: (energy: object) => number): number {
  if (typeof part !== "object" || part === null) return 0;
  const own = numbersOf(part)?.(points(part));
  return own ?? Object.values(part).reduce<number>((sum, child) => sum + energyNumbers(child, points), 0);
}
