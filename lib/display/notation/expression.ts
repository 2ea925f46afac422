/** Expressions of the plain notation, `KL(mu|pi) <= e^{-2t}` or W₂², as TeX: a grammar that is read from the left. */
import { ACCENTS, GREEK, LOWERED, OPERATORS, PREFIXES, RAISED, RELATIONS } from "./symbols.js";
import { atom, either, firstOf, group, matchAt, type Read, type Reader, word } from "./tokens.js";

/** Two parts of TeX: a command ends before a letter. */
const beside = (tex: string, next: string): string =>
  /\\[A-Za-z]+$/.test(tex) && /^[A-Za-z]/.test(next) ? `${tex} ${next}` : tex + next;

const afterSpaces = (text: string, place: number): number => place + (matchAt(/ */uy, text, place)?.[0].length ?? 0);

// ------------------------------------------------------------------ brackets
/** Open, closed, and both in TeX. */
const BRACKETS = [
  ["(", ")", "(", ")"],
  ["[", "]", "[", "]"],
  ["‖", "‖", "\\|", "\\|"],
  ["|", "|", "|", "|"],
] as const;

/** Expressions from a place on, with commas or bars between them, until `close`. */
function listed(text: string, place: number, close: string): Read | undefined {
  let [tex, wordy] = ["", false];
  for (let from = afterSpaces(text, place); ;) {
    const read = expression(text, from, true);
    if (read === undefined) return undefined;
    tex = beside(tex, read.tex);
    wordy ||= read.wordy === true;
    const end = afterSpaces(text, read.end);
    if (text.startsWith(close, end))
      return { tex, end: end + close.length, sure: read.sure || tex.includes(","), wordy };
    const separator = matchAt(/[,;|]/uy, text, end)?.[0];
    if (separator === undefined) return undefined;
    tex += separator === "|" ? "|" : `${separator} `;
    from = afterSpaces(text, end + 1);
  }
}

const bracketed: Reader = (text, place) => {
  for (const [open, close, opening, closing] of BRACKETS) {
    const read = text.startsWith(open, place) ? listed(text, place + open.length, close) : undefined;
    if (read !== undefined) return { ...read, tex: opening + read.tex + closing };
  }
  return undefined;
};

/** <x> and <f, g>: no spaces at the edges, or it were two relations. */
const mean: Reader = (text, place) => {
  const inner = matchAt(/<([^<> ](?:[^<>]*[^<> ])?)>/uy, text, place)?.[1];
  const read = inner === undefined ? undefined : listed(`${inner})`, 0, ")");
  return inner === undefined || read?.end !== inner.length + 1 || read.wordy === true
    ? undefined
    : { tex: `\\langle ${read.tex}\\rangle `, end: place + inner.length + 2, sure: true };
};

// ------------------------------------------------------------------ a quantity with what stands before and behind it
const FUNCTION = new RegExp(`(${either(Object.keys(PREFIXES))}|sqrt|√)(?![A-Za-z]|-[A-Za-z])(_\\w+|\\^\\d)?`, "uy");
/** The d of dF, dμ and d<x>. */
const DIFFERENTIAL = new RegExp(`[dD](?=[A-ZΑ-Ωα-ω<]|(?:${either(Object.keys(GREEK))})(?![A-Za-z]))`, "uy");

/** log mu, int f^2, √(ab), min_c f, dKL */
const prefixed: Reader = (text, place, within) => {
  const called = matchAt(FUNCTION, text, place) ?? matchAt(/([√∫∂∇])()/uy, text, place);
  const match = called ?? matchAt(DIFFERENTIAL, text, place);
  if (match === null) return undefined;
  const start = place + match[0].length;
  const read = factor(text, called === null ? start : afterSpaces(text, start), within || text[start] === "(");
  if (read === undefined) return undefined;
  const { tex, end } = read;
  const [all, sign, script = ""] = match;
  if (sign === "√" || sign === "sqrt") return { tex: `\\sqrt{${tex.replace(/^\((.*)\)$/, "$1")}}`, end, sure: true };
  return { tex: beside((PREFIXES[sign] ?? all) + script, tex), end, sure: true };
};

const base: Reader = firstOf(prefixed, atom, mean, bracketed, word);

const TYPED = /([_^])(?:\{([^{}]*)\}|(-?(?:\d+(?:\.\d+)?|[A-Za-z]+)|[α-ωΛ*+∞])|(?=\())/uy;

/** ^2, ^-1, ^{-2t}, _max, ^(1/2) and ^exp(-t) */
const typedScript: Reader = (text, place) => {
  const typed = matchAt(TYPED, text, place);
  if (typed === null) return undefined;
  const [all, mark, braces, bare] = typed;
  const called = matchAt(/[_^](?:[a-z]{2,})?(?=\()/uy, text, place) !== null;
  const read = called ? firstOf(prefixed, bracketed)(text, place + 1, true) : undefined;
  if (read !== undefined) return { tex: `${mark}{${read.tex.replace(/^\((.*)\)$/, "$1")}}`, end: read.end, sure: true };
  const body = braces ?? bare;
  if (body === undefined) return undefined;
  const inner = expression(body, 0, true);
  return { tex: mark + group(inner?.end === body.length ? inner.tex : body), end: place + all.length, sure: true };
};

const CHARACTERS = [
  ["^", RAISED, new RegExp(`[${Object.keys(RAISED).join("")}]+`, "uy")],
  ["_", LOWERED, new RegExp(`[${Object.keys(LOWERED).join("")}]+`, "uy")],
] as const;

/** ² and ₀ */
const characterScript: Reader = (text, place) => {
  for (const [mark, plain, pattern] of CHARACTERS) {
    const run = matchAt(pattern, text, place)?.[0];
    if (run === undefined) continue;
    const body = [...run].map(letter => plain[letter]).join("");
    return { tex: mark + group(body), end: place + run.length, sure: true };
  }
  return undefined;
};

/** f', the best m*, and the next step u+ */
const mark: Reader = (text, place) => {
  const match = matchAt(/(['′])(?![a-z])|(?<!\d)\*(?![A-Za-z0-9])|\+(?= =|\))/uy, text, place);
  return match === null
    ? undefined
    : { tex: match[1] === undefined ? `^${match[0]}` : "'", end: place + 1, sure: true };
};

const script: Reader = firstOf(typedScript, characterScript, mark);

/** A base with its accent and its scripts. */
const factor: Reader = (text, place, within) => {
  let read = base(text, place, within);
  if (read === undefined) return undefined;
  const accent = ACCENTS[text[read.end] ?? ""];
  if (accent !== undefined) read = { tex: `${accent}{${read.tex}}`, end: read.end + 1, sure: true };
  for (let more = script(text, read.end, within); more !== undefined; more = script(text, read.end, within))
    read = { tex: read.tex + more.tex, end: more.end, sure: true };
  return read.wordy === true && !within ? undefined : read;
};

// ------------------------------------------------------------------ what stands between two quantities
/** Multiplication is x between numbers, and * behind one; any other * is a convolution. */
const PRODUCT = /(?<=\d) x (?=\d)|(?<=\d) ?\* ?(?=[\w(])/uy;
const JOINT = new RegExp(` ?(${either([...Object.keys(RELATIONS), ...Object.keys(OPERATORS)])}) ?`, "uy");

interface Joint {
  readonly tex: string;
  readonly end: number;
}

function jointAt(text: string, place: number): Joint | undefined {
  const product = matchAt(PRODUCT, text, place);
  if (product !== null) return { tex: "\\cdot ", end: place + product[0].length };
  if (matchAt(/\*(?=\w)/uy, text, place) !== null) return { tex: "*", end: place + 1 };
  const [all, sign] = matchAt(JOINT, text, place) ?? [];
  if (all === undefined) return undefined;
  const tex = RELATIONS[sign] ?? OPERATORS[sign];
  const end = place + all.length;
  const negative = !/[-+]/.test(tex) && matchAt(/[-−](?=[^ ])/uy, text, end) !== null;
  return negative ? { tex: `${tex}-`, end: end + 1 } : { tex, end };
}

/** After a space no number follows, no word "a", and brackets only if they hold a sum or have a power. */
const SPACED = / (?!\d|[aAI](?![\w^_(²)])|\[|\((?![^()]*(?: [-−+] |\)[\^²³])))/uy;

const followsAt = (text: string, place: number): boolean =>
  matchAt(text[place] === " " ? SPACED : /(?!\d)[^ ]/uy, text, place) !== null;

/** The factor after another one, with what stands between them. */
function nextFactor(text: string, place: number, before: string, within: boolean): Read | undefined {
  const joint = mean(text, afterSpaces(text, place), true) === undefined ? jointAt(text, place) : undefined;
  const joined = joint && factor(text, joint.end, within);
  if (joint && joined) return { ...joined, tex: beside(joint.tex, joined.tex), sure: true };
  const read = followsAt(text, place) ? factor(text, afterSpaces(text, place), within) : undefined;
  const gap = text[place] === " " && (read?.tex.startsWith("\\mathrm") || /\\mathrm\{\w+\}$/.test(before));
  return read && { ...read, tex: gap ? `\\,${read.tex}` : read.tex };
}

// ------------------------------------------------------------------ all of it
const LEADING = Object.keys(RELATIONS).filter(relation => relation !== "=");
/** A relation or a sign before the first factor. */
const LEAD = new RegExp(`(?:(${either(LEADING)}) ?)?([-−+±∓](?=[^ ]))?`, "uy");

/** Whether an expression may end: no word goes on. */
const endsAt = (text: string, place: number): boolean => matchAt(/(?![A-Za-z0-9_^À-ÿ])/uy, text, place) !== null;

/** A sign, factors, and what stands between them: the longest that ends where a word may end. */
export const expression: Reader = (text, place, within) => {
  const lead = mean(text, place, true) === undefined ? matchAt(LEAD, text, place) : null;
  const [all = "", relation, sign] = lead ?? [];
  let tex = (relation === undefined ? "" : `{}${RELATIONS[relation]}`) + (sign === undefined ? "" : OPERATORS[sign]);
  let [sure, wordy] = [all !== "", false];
  let longest: Read | undefined;
  let read = factor(text, place + all.length, within);
  while (read !== undefined) {
    tex = beside(tex, read.tex);
    sure ||= read.sure;
    wordy ||= read.wordy === true;
    if (within || endsAt(text, read.end)) longest = { tex, end: read.end, sure, wordy };
    read = nextFactor(text, read.end, tex, within);
  }
  return longest;
};
