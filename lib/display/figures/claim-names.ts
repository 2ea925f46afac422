import type { ClaimResult } from "../../experiments/language/result.js";
import { escapeMarkup } from "../markup.js";
import { markup, roughWidth, words } from "./text.js";
import { SIZE } from "./theme.js";
import type { Source } from "./plotly-figure.js";

/** What a claim says, where it says so and `room` px hold it at this size; otherwise its name as words. */
export function claimName(
  source: Source,
  { name }: Pick<ClaimResult, "name">,
  room: number,
  size: number = SIZE.label,
): string {
  const says = source.result.spec.claims[name]?.says;
  const sentence = says === undefined ? undefined : markup(says.replace(/\.$/, ""));
  return sentence !== undefined && roughWidth(sentence, size) <= room ? sentence : escapeMarkup(words(name));
}
