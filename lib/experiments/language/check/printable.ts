/**
 * Characters that are no text: controls (C0 but tab and line ends, C1), which a terminal obeys, reversals of the
 * direction of writing, noncharacters, and halves of surrogate pairs.
 */
const UNPRINTABLE: RegExp =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** Whether a text can be printed and shown as it is. */
export const isPrintable = (text: string): boolean => text.search(UNPRINTABLE) < 0;

/** The text with what is no text written out: `\u001b`. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The beginning of a long text. */
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 3)}...` : text;
