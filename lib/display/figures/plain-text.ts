/** Text of figures and titles where only letters are possible: alternative texts, windows' titles, terminals. */
import { unescapeMarkup } from "../markup.js";
import { withMathematics } from "../notation/plain-notation.js";
import { markup } from "./text.js";

const letters = (plain: string, raised: string): ReadonlyMap<string, string> => {
  const forms = [...raised];
  return new Map([...plain].map((letter, i) => [letter, forms[i]]));
};

const SUPERSCRIPTS = letters(
  "0123456789+-−=()*abcdefghijklmnoprstuvwxyz",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾*ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
);
const SUBSCRIPTS = letters("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

const SCRIPTS = { sup: { forms: SUPERSCRIPTS, mark: "^" }, sub: { forms: SUBSCRIPTS, mark: "_" } } as const;

const withoutTags = (text: string): string => unescapeMarkup(text.replace(/<[^>]*>/g, "")).replace(/\u00a0/g, " ");

/** e⁻²ᵗ, xₙ; where a letter has no such form, e^(−λt), x_(i,j), x^Λ. */
function scriptText(kind: keyof typeof SCRIPTS, body: string): string {
  const { forms, mark } = SCRIPTS[kind];
  const plain = [...withoutTags(body)].filter(letter => letter !== " ");
  if (plain.every(letter => forms.has(letter))) return plain.map(letter => forms.get(letter)).join("");
  return plain.length === 1 ? mark + plain[0] : `${mark}(${plain.join("")})`;
}

const SCRIPT = /<(sup|sub)>((?:(?!<\/?su[pb]>)[^])*)<\/\1>/g;

/** The letters of plotly's small markup: the innermost scripts first, then those around them. */
export function plainText(text: string): string {
  const raised = text.replace(SCRIPT, (_, kind: keyof typeof SCRIPTS, body: string) => scriptText(kind, body));
  return raised === text ? withoutTags(text).trim() : plainText(raised);
}

/** A title with `$…$` in letters: "Exactly $e^{-t}$" is "Exactly e⁻ᵗ". */
export const plainTitle = (title: string): string => plainText(markup(title));

/** A text as pages set it, in letters: "the sum of l_n g_n^2" is "the sum of lₙgₙ²". */
export const inLetters = (text: string): string => plainTitle(withMathematics(text));
