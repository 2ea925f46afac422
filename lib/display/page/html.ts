import { escapeMarkup } from "../markup.js";

/** Markup that is escaped unless it says that it is markup. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | undefined;

function shown(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "string" || typeof value === "number") return escapeMarkup(String(value));
  return "markup" in value ? value.markup : value.map(part => part.markup).join("\n");
}

/** A template whose text values are escaped. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings.map((s, i) => s + (i < values.length ? shown(values[i]) : "")).join(""),
});

/** Markup made by this project: by KaTeX, or of numbers. */
export const trusted = (markup: string): Html => ({ markup });
