import type { ClaimResult } from "../../experiments/language/result.js";
import { escapeMarkup } from "../markup.js";
import { markup, roughWidth, words } from "./text.js";
import { SIZE } from "./theme.js";
import type { Source } from "./plotly-figure.js";

/** What a claim says, where it says so and `room` px hold it; otherwise its name as words. */
export function claimName(source: Source, { name }: ClaimResult, room: number): string {
  const says = source.result.spec.claims[name]?.says;
  const sentence = says === undefined ? undefined : markup(says.replace(/\.$/, ""));
  return sentence !== undefined && roughWidth(sentence, SIZE.label) <= room ? sentence : escapeMarkup(words(name));
}
