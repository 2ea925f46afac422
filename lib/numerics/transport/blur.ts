/** Entropic transport that knows nothing of transport. */

const short = (x: number): string => String(Number(x.toPrecision(3)));

/** Where ε is above all costs nothing pays for leaving the product of the two measures; undefined where it is not. */
export const productPlan = (epsilon: number, largest: number): string | undefined =>
  largest > 0 && epsilon >= largest
    ? `${short(epsilon)} is above all costs, of which the largest is ${short(largest)}: ` +
      "the plan is nearly the product of the two measures"
    : undefined;

/**
 * The same of a distance, whose plan and potentials still enclose d^p without entropy. All in the unit of the costs.
 */
export function productNote(
  epsilon: number,
  largest: number,
  [least, most]: readonly [number, number],
  debiased: boolean = false,
): { readonly notes?: { readonly epsilon: string } } {
  const fact = productPlan(epsilon, largest);
  if (fact === undefined) return {};
  const says = debiased ? "and the divergence says how far apart the means are" : "and its cost says little";
  const bracket = `without entropy the cost lies between ${short(Math.max(0, least))} and ${short(most)}`;
  return { notes: { epsilon: `${fact}, ${says}; ${bracket}; take epsilon far below the costs` } };
}
