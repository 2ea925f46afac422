import { leastMass } from "../../arithmetic/masses.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum } from "../../arithmetic/vectors.js";
import type { Law } from "./measure.js";

/** Refuses a density or atoms on another space than R^dim. Masses and fields have the dimension of their nodes. */
export function requireDimension(law: Law, dim: number): void {
  if (law.kind === "atoms" && law.dim !== dim)
    refuse(
      `the points have ${law.dim} coordinates and the space has dimension ${dim}: ` +
        `choose ${dim} columns, or another space`,
    );
  if (law.kind === "density" && law.dim !== dim)
    refuse(`the law lives on R^${law.dim} and the space has dimension ${dim}`);
}

/** Why these masses are no measure, since one of them is negative or no number; "" if they are one. */
export function signFault(masses: Vec): string {
  const least = leastMass(masses);
  const node = masses.findIndex(m => !(m >= least));
  return node < 0 ? "" : `masses that are not negative are needed, and node ${node + 1} has the mass ${masses[node]}`;
}

/** Why these masses have no positive total; "" if they have. */
export function totalFault(masses: Vec): string {
  const total = sum(masses);
  return total > 0 ? "" : `a positive total mass is needed, and it is ${total}`;
}

/** Refuses masses that are no measure; `what` needs one. */
export function requireMeasure(masses: Vec, what: string): void {
  const fault = signFault(masses);
  if (fault !== "") refuse(`${what}: ${fault}`);
}
