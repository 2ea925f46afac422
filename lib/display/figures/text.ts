/** Text of figures: plotly's small markup, mathematics without MathJax, numbers as they are printed. */
import { log10, pow } from "../../arithmetic/functions.js";
import { escapeMarkup } from "../markup.js";
import { fractionOf, letterOf } from "./symbols.js";
import { NBSP, mathematics, subscript, superscript, symbol, variable } from "./tex.js";

export const bold = (text: string): string => `<b>${text}</b>`;

/** A formula in a line or on one of its own; a lone dollar is a dollar. */
const FORMULA = /\$\$([^$]+)\$\$|\$([^$]+)\$/;

/** What stands between formulas; a hyphen between spaces is a minus sign. */
const spoken = (text: string): string => escapeMarkup(text.replace(/ - /g, " − "));

/** Text with `$…$` as figures show it; the gap of a relation at its edge and the space beside it are one. */
export const markup = (text: string): string =>
  text
    .split(FORMULA)
    .map((part, i) => (i % 3 === 0 ? spoken(part) : part === undefined ? "" : mathematics(escapeMarkup(part), NBSP)))
    .join("")
    .replace(/ *\u00a0[ \u00a0]*/g, NBSP);

/**
 * The name of an axis or a parameter: Greek where it is Greek, a variable if it is one letter, with its number below.
 */
export function parameter(name: string): string {
  const [, letter, index] = /^([A-Za-z])(\d+)$/.exec(name) ?? [];
  if (letter !== undefined) return variable(letter) + subscript(index);
  return letterOf(name) !== undefined ? symbol(name) : name.length === 1 ? variable(name) : escapeMarkup(words(name));
}

/** Words that are written otherwise than in small letters. */
const PROPER = [
  "IFT",
  "KL",
  "MMD",
  "KSD",
  "TV",
  "WFR",
  "HK",
  "JKO",
  "SVGD",
  "PDE",
  "Langevin",
  "Strang",
  "Lie",
  "Stein",
  "Wasserstein",
  "Hellinger",
  "Hamiltonian",
];
const cased = (word: string): string =>
  PROPER.find(name => name.toLowerCase() === word.toLowerCase()) ??
  (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase());

/** "notAFlow" -> "not a flow", "ift-beats-noise" -> "IFT beats noise". */
export const words = (name: string): string =>
  name
    .split(/[-_ ]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map(cased)
    .join(" ");

// ------------------------------------------------------------------ numbers
const minus = (text: string): string => text.replace("-", "−");
/** 10^e. */
export const powerOfTen = (e: number): string =>
  e === 0 ? "1" : e === 1 ? "10" : `10${superscript(minus(String(e)))}`;

/** A number in few characters: 0.5, −3, 2.5·10⁻⁷; `digits` significant ones, without trailing zeros. */
export function short(x: number, digits: number = 3): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "not a number" : x > 0 ? "∞" : "−∞";
  if (x === 0) return "0";
  const size = Math.abs(x);
  if (size >= 1e-3 && size < 1e5) return minus(String(Number(x.toPrecision(Math.max(digits, Math.ceil(log10(size)))))));
  const [mantissa, exponent] = x.toExponential(Math.max(0, digits - 1)).split("e");
  const factor = minus(String(Number(mantissa)));
  const power = powerOfTen(Number(exponent));
  return factor === "1" ? power : `${factor}·${power}`;
}

/** Numbers that are written as ¼ ½ ¾ ⅛ ⅓ ⅙ and their like: below 10, with such a rest or none. */
export const isFraction = (x: number): boolean =>
  Number.isInteger(x) || (Math.abs(x) < 10 && fractionOf(x) !== undefined);

/** A tick or a time: fractions as ¼ ½ ¾, powers of ten as such. */
export function tickText(x: number): string {
  const whole = Math.trunc(x);
  const part = fractionOf(x);
  return part !== undefined && Math.abs(x) < 10
    ? minus(`${whole === 0 ? (x < 0 ? "-" : "") : whole}${part}`)
    : decimalText(x);
}

/** Powers of ten that are written as such. */
export function isPower(x: number): boolean {
  const e = x > 0 ? Math.round(log10(x)) : 0;
  return Math.abs(e) > 2 && Math.abs(x / pow(10, e) - 1) < 1e-12;
}

/** A number by itself: a power of ten as such. */
export const decimalText = (x: number): string => (isPower(x) ? powerOfTen(Math.round(log10(x))) : short(x));

/** A rough width in px, for room at the right of curves: exact metrics belong to the renderer. */
export function roughWidth(text: string, size: number): number {
  const plain = text
    .replace(/<su[bp]>.*?<\/su[bp]>/g, small => small.replace(/<[^>]*>/g, "").slice(0, -1))
    .replace(/<[^>]*>/g, "")
    .replace(/&#?\w+;/g, "n");
  const narrow = /[\sil.,:;'|!()[\]tfjrI·−]/;
  const em = [...plain].reduce(
    (sum, c) => sum + (narrow.test(c) ? 0.36 : /[mwMW%√∫→]/.test(c) ? 0.85 : /[A-ZΣ]/.test(c) ? 0.63 : 0.57),
    0,
  );
  return em * size * (text.startsWith("<b>") ? 1.1 : 1);
}
