import { formulaError } from "./tree.js";

export interface Token {
  readonly kind: "number" | "word" | "symbol" | "end";
  readonly text: string;
  readonly at: number;
}

/** Longest formula that is read: far beyond what a person writes, far below what could exhaust the stack. */
const LONGEST_FORMULA = 2000;

const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9]*)|([-+*/^()[\],=.]))/y;

function tokenAt(text: string, from: number): Token {
  TOKEN.lastIndex = from;
  const match = TOKEN.exec(text);
  const rest = text.slice(from);
  if (match === null && rest.trim() === "") return { kind: "end", text: "", at: text.length };
  if (match === null) {
    const at = from + rest.length - rest.trimStart().length;
    return formulaError(`unexpected "${text[at]}"`, at);
  }
  const [whole, number, word, symbol] = match;
  const token = number ?? word ?? symbol;
  return { kind: number ? "number" : word ? "word" : "symbol", text: token, at: from + whole.length - token.length };
}

/** Numbers, words and symbols; the last token is the end. */
export function tokens(text: string): readonly Token[] {
  if (text.length > LONGEST_FORMULA)
    formulaError(`the formula has ${text.length} characters, at most ${LONGEST_FORMULA} are read`, LONGEST_FORMULA);
  const out: Token[] = [];
  let at = 0;
  do {
    const token = tokenAt(text, at);
    out.push(token);
    at = token.at + token.text.length;
  } while (out[out.length - 1].kind !== "end");
  return out;
}
