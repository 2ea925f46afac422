import { claimsOf } from "../claims.js";
import { insteadOf, suggest } from "../../../arithmetic/suggest.js";
import type { Claim, Experiment } from "../types.generated.js";
import type { Finding } from "./problem.js";

/**
 * What a claim speaks for is among the illustrated statements; where there are several, it says which, unless it is
 * only about how a run ends.
 */
function checkFor(
  name: string,
  { claim, for: spoken }: Pick<Claim, "claim" | "for">,
  illustrates: readonly string[],
): readonly Finding[] {
  if (spoken === undefined)
    return illustrates.length <= 1 || claim === "ends"
      ? []
      : [{ pointer: `/claims/${name}/for`, message: `is missing: which of ${illustrates.join(", ")}?` }];
  return spoken.flatMap((id, i) =>
    illustrates.includes(id)
      ? []
      : [
          {
            pointer: `/claims/${name}/for/${i}`,
            message: `"${id}" is not among illustrates, ${insteadOf(id, illustrates)}`,
          },
        ],
  );
}

/** Every illustrated statement is in the catalogue. */
export const checkCatalogue = (illustrates: readonly string[], catalogue: readonly string[]): readonly Finding[] =>
  illustrates.flatMap((id, i) =>
    catalogue.includes(id)
      ? []
      : [{ pointer: `/illustrates/${i}`, message: `"${id}" is not in the catalogue${suggest(id, catalogue)}` }],
  );

/** Every claim speaks for illustrated statements. */
export const checkSpokenFor = (spec: Experiment): readonly Finding[] =>
  Object.entries(claimsOf(spec)).flatMap(([name, claim]) => checkFor(name, claim, spec.illustrates));

/** Every illustrated statement has a claim. */
export function checkClaimed(spec: Experiment): readonly Finding[] {
  const claimed = new Set(Object.values(claimsOf(spec)).flatMap(claim => claim.for ?? spec.illustrates));
  return spec.illustrates.flatMap((id, i) =>
    claimed.has(id) ? [] : [{ pointer: `/illustrates/${i}`, message: `no claim is made for "${id}"` }],
  );
}
