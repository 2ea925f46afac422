/** The plain notation's smallest parts: numbers, letters and names, and what they are in TeX. */
import { GREEK, NAMES, SIGNS } from "./symbols.js";

/** A part that was read. */
export interface Read {
  readonly tex: string;
  readonly end: number;
  /** Whether it can be nothing but mathematics: a number or a name of several letters can be in a sentence too. */
  readonly sure: boolean;
  /** Whether it has words, as in sqrt(gap): they stand within brackets only. */
  readonly wordy?: boolean;
}

/** Reads a part of a text from a place on; within brackets there is more that must be mathematics. */
export type Reader = (text: string, place: number, within: boolean) => Read | undefined;

/** The match of a pattern at a place. */
export function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** A pattern of any of these words, the longest first. */
export const either = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace(/[+*/|]/g, "\\$&"))
    .join("|");

export const firstOf =
  (...readers: readonly Reader[]): Reader =>
  (...place) => {
    for (const reader of readers) {
      const read = reader(...place);
      if (read !== undefined) return read;
    }
    return undefined;
  };

type Tells<T> = (match: readonly string[]) => T;

const token =
  (pattern: RegExp, tex: Tells<string>, sure: Tells<boolean> = () => true): Reader =>
  (text, place) => {
    const match = matchAt(pattern, text, place);
    return match === null ? undefined : { tex: tex(match), end: place + match[0].length, sure: sure(match) };
  };

const onlyWithin =
  (reader: Reader): Reader =>
  (text, place, within) =>
    within ? reader(text, place, within) : undefined;

/** In braces where it is more than one character or command. */
export const group = (tex: string): string => (/^(?:\w|\\[A-Za-z]+)$/.test(tex) ? tex : `{${tex}}`);

const itself: Tells<string> = ([text]) => text;
const upright = (word: string): string => `\\mathrm{${word}}`;

/** 0.1, .19, and 7e-6 as a multiple of a power of ten. */
const number = token(
  /(\d+(?:\.\d+)?|\.\d+)(?:e(-?\d+))?/uy,
  ([, digits, e]) => (e === undefined ? digits : `${digits === "1" ? "" : `${digits}\\cdot`}10^${group(e)}`),
  ([, , e]) => e !== undefined,
);

const sign = token(
  new RegExp(either(Object.keys(SIGNS)), "uy"),
  ([glyph]) => SIGNS[glyph],
  ([glyph]) => !/[¼-¾⅓⅔⅛]/.test(glyph),
);

/** By its name; chi2 is the square of χ. */
const greek = token(new RegExp(`(?:chi(2)|(${either(Object.keys(GREEK))}))(?![A-Za-z])`, "uy"), ([, square, name]) =>
  square === undefined ? GREEK[name] : "{\\chi^2}",
);

const name = token(
  new RegExp(`(?:${either(NAMES)})(?![A-Za-z0-9])`, "uy"),
  ([word]) => upright(word),
  () => false,
);

/** mass², EVI_1: a word with a script. */
const scripted = token(/[A-Za-z]{2,}(?:-[A-Za-z]{2,})*(?=[²³¹⁰-⁹^_])/uy, ([word]) =>
  upright(word.replace(/-/g, "\\text{-}")),
);

/** H2O */
const molecule = token(
  /(?=[HO]*[\d₂])(?:[HO][\d₂]*)+(?![A-Za-z(^])/uy,
  ([formula]) =>
    `\\,${formula.replace(/[HO]/g, upright("$&")).replace(/[\d₀-₉]+/g, count => `_${count.normalize("NFKC")}`)}`,
);

/** The spaces R^d, L2, H-1 and M+. */
const space = firstOf(
  token(/L2(?!\w)/uy, () => "L^2"),
  token(/H-1(?!\w)/uy, () => "H^{-1}"),
  token(/R(?=\^[dn](?!\w))/uy, () => "\\mathbb R"),
  token(/M\+(?!\s*[\w(])/uy, () => "\\mathcal M^+"),
);

/** x, x0 with its index; "a", "A" and "I" alone are words. */
const letter = token(
  /([A-Za-z])(\d+)?(?![A-Za-z0-9])/uy,
  ([, one, index]) => (index === undefined ? one : `${one}_${group(index)}`),
  ([, one, index]) => index !== undefined || !/[aAI]/.test(one),
);

/** dt, DF */
const differential = token(/d[txysmruv](?![A-Za-z0-9])|DF(?![A-Za-z])/uy, itself);

/** ab within brackets, where it is no word of two letters. */
const product = onlyWithin(
  token(
    /(?!(?:in|of|at|is|to|by|or|on|an|as|no|it|be|we|if|so|do|up)\b)(?:[A-Za-z][a-z]|[a-z][A-Z])(?![A-Za-z])/uy,
    itself,
  ),
);

/** The argument of KL(·|π). */
const argument = onlyWithin(token(/·(?=\s*[|),])/uy, () => "\\cdot"));

const dots = token(
  /\.\.\.|…/uy,
  () => "\\dots ",
  () => false,
);

export const atom: Reader = firstOf(
  ...[differential, molecule, space, name, greek, scripted, sign, number, argument, letter, product, dots],
);

/** A word within brackets. */
export const word: Reader = onlyWithin((text, place) => {
  const match = matchAt(/[A-Za-z]{2,}/uy, text, place);
  return match === null
    ? undefined
    : { tex: upright(match[0]), end: place + match[0].length, sure: false, wordy: true };
});
