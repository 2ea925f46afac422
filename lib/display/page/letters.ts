/**
 * Letters of mathematical alphabets as characters of their own: browsers ignore `mathvariant`, so that 𝒦, 𝕂, ℳ and ℛ
 * would be plain italic letters.
 */

/** Where an alphabet of Unicode begins: A, a, 0. */
interface Alphabet {
  readonly A: number;
  readonly a: number;
  readonly zero?: number;
  /** Letters that Unicode had before the others. */
  readonly earlier?: Readonly<Record<string, string>>;
}

const SCRIPT = { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" };
const FRAKTUR = { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" };
const DOUBLE = { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" };

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  script: { A: 0x1d49c, a: 0x1d4b6, earlier: SCRIPT },
  fraktur: { A: 0x1d504, a: 0x1d51e, earlier: FRAKTUR },
  "double-struck": { A: 0x1d538, a: 0x1d552, zero: 0x1d7d8, earlier: DOUBLE },
  bold: { A: 0x1d400, a: 0x1d41a, zero: 0x1d7ce },
  italic: { A: 0x1d434, a: 0x1d44e, earlier: { h: "ℎ" } },
  "bold-italic": { A: 0x1d468, a: 0x1d482 },
  "bold-script": { A: 0x1d4d0, a: 0x1d4ea },
  "bold-fraktur": { A: 0x1d56c, a: 0x1d586 },
  "sans-serif": { A: 0x1d5a0, a: 0x1d5ba, zero: 0x1d7e2 },
  "bold-sans-serif": { A: 0x1d5d4, a: 0x1d5ee, zero: 0x1d7ec },
  "sans-serif-italic": { A: 0x1d608, a: 0x1d622 },
  "sans-serif-bold-italic": { A: 0x1d63c, a: 0x1d656 },
  monospace: { A: 0x1d670, a: 0x1d68a, zero: 0x1d7f6 },
};

/** Where the Greek letters Α and α of an alphabet stand. */
const GREEK: Readonly<Record<string, readonly [number, number]>> = {
  bold: [0x1d6a8, 0x1d6c2],
  italic: [0x1d6e2, 0x1d6fc],
  "bold-italic": [0x1d71c, 0x1d736],
};

const offset = (letter: string, first: string): number => letter.charCodeAt(0) - first.charCodeAt(0);

/** The letter in the alphabet; itself where that has no such letter. */
function letterIn(variant: string, letter: string): string {
  const { A, a, zero, earlier } = ALPHABETS[variant];
  const [capital, small] = GREEK[variant] ?? [];
  if (earlier?.[letter] !== undefined) return earlier[letter];
  if (/[A-Z]/.test(letter)) return String.fromCodePoint(A + offset(letter, "A"));
  if (/[a-z]/.test(letter)) return String.fromCodePoint(a + offset(letter, "a"));
  if (/[0-9]/.test(letter) && zero !== undefined) return String.fromCodePoint(zero + offset(letter, "0"));
  if (/[Α-Ω]/.test(letter) && capital !== undefined) return String.fromCodePoint(capital + offset(letter, "Α"));
  if (/[α-ω]/.test(letter) && small !== undefined) return String.fromCodePoint(small + offset(letter, "α"));
  return letter;
}

/** MathML with letters of their own in the place of `mathvariant`; "normal" stays, which browsers know. */
export const withLetters = (mathml: string): string =>
  mathml.replace(/ mathvariant="([a-z-]+)">([^<]*)</g, (whole, variant: string, letters: string) =>
    variant in ALPHABETS ? `>${[...letters].map(letter => letterIn(variant, letter)).join("")}<` : whole,
  );
