/** Mathematics that is typed without dollars, as the catalogue and the reasons of claims have it, set: in one place. */
import { expression } from "./expression.js";
import { RELATIONS } from "./symbols.js";
import { either, matchAt } from "./tokens.js";

/** Words that look like mathematics: De-Stein, (B-13), (i), 2-D, chi-squared, U-statistic, RK4, "x", initials. */
const EXCEPTION =
  /["“][A-Za-z]["”]|\(?[A-G]-\d[\d.]*[a-z]?\b|\([iv]+\)|\d-D\b|chi[- ]squared?s?|[A-Za-z]{2,}(?:-[A-Za-z]+)+(?![\^_²A-Za-z])|[A-Z]-[a-z]+|[A-Z]{2}\d\b|[A-Z]\. (?=[A-Z])/uy;
/** A word, or one character that is none. */
const WORD = /[A-Za-z0-9À-ÿ'’_]+(?:-[A-Za-z]+)*|[^]/uy;
/** A relation to what is said in words, as in "mass <= one". */
const LONE = new RegExp(either(Object.keys(RELATIONS).filter(relation => /[^<>=~]|../.test(relation))), "uy");

/** What stands at a place, set, and where it ends. */
function piece(text: string, place: number): readonly [string, number] {
  const exception = matchAt(EXCEPTION, text, place)?.[0];
  if (exception !== undefined) return [exception, place + exception.length];
  const read = expression(text, place, false);
  if (read?.sure === true) return [`$${read.tex}$`, read.end];
  const relation = matchAt(LONE, text, place)?.[0];
  if (relation !== undefined) return [`$${RELATIONS[relation]}$`, place + relation.length];
  const word = matchAt(WORD, text, place)?.[0] ?? "";
  return [word, place + word.length];
}

/** What a text may have to be read: attempts double with every bar. */
const MOST = { length: 2000, brackets: 60, bars: 12 } as const;

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

const isTangled = (text: string): boolean =>
  text.length > MOST.length || count(/[([<]/g, text) > MOST.brackets || count(/[|‖]/g, text) > MOST.bars;

function setWords(text: string): string {
  if (isTangled(text)) return text;
  const pieces: string[] = [];
  for (let place = 0; place < text.length;) {
    const [shown, end] = piece(text, place);
    pieces.push(shown);
    place = end;
  }
  return pieces.join("");
}

/** Formulas that are set, in a line or on one of their own. */
const SET = /(\$\$[^]*?\$\$|\$[^$]*\$)/;

/** A text whose mathematics stands in `$…$`; what stands so already, or in half of it, is left as it is. */
export const withMathematics = (text: string): string =>
  text
    .split(SET)
    .map((part, i) => (i % 2 === 1 || part.includes("$") ? part : setWords(part)))
    .join("");
