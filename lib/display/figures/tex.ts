/** Mathematics as plotly's small markup has it, without MathJax: one pass over the tokens of TeX. */
import { fractionOf, isRelation, symbolOf } from "./symbols.js";
import { MATH_FONT } from "./theme.js";

/** A variable: serif italic. */
export const variable = (text: string): string =>
  `<span style="font-family:${MATH_FONT};font-style:italic">${text}</span>`;
export const superscript = (text: string): string => `<sup>${text}</sup>`;
export const subscript = (text: string): string => `<sub>${text}</sub>`;

export const NBSP = "\u00a0";
/** `gap` stands on both sides of a relation. */
export const symbol = (name: string, gap: string = NBSP): string => {
  const glyph = symbolOf(name) ?? name;
  if (isRelation(glyph)) return `${gap}${glyph}${gap}`;
  return /^[α-ωa-z]$/.test(glyph) ? variable(glyph) : glyph;
};

// ------------------------------------------------------------------ one level of TeX
/** A kind of token at a place, and how it looks after what stands before it; scripts have no gaps. */
interface Rule {
  readonly token: RegExp;
  readonly show: (match: readonly string[], before: string, gap: string) => string;
}

/** A sign between operands has gaps, a sign of one has none. */
const sign = (glyph: string, before: string, gap: string): string =>
  before === "" || /[(,\u00a0]$/.test(before) ? glyph : gap + glyph + gap;
const script = (mark: string, body: string): string => (mark === "^" ? superscript : subscript)(mathematics(body, ""));
/** One character, one command or one word. */
const ATOM = /^(?:\\[A-Za-z]+|\\(?:mathrm|text)\{\w+\}|.)$/u;
const grouped = (body: string): string => (ATOM.test(body) ? mathematics(body, "") : `(${mathematics(body, "")})`);
/** ½, and 1/5, which has no character of its own. */
const fraction = (above: string, below: string): string =>
  (/^[1-9]$/.test(above) && /^[1-9]$/.test(below) && above < below && fractionOf(Number(above) / Number(below))) ||
  `${grouped(above)}/${grouped(below)}`;
/** A name is upright and keeps off its argument unless that is in parentheses. */
const upright = (name: string, after: string): string =>
  name.replace(/\\text\{([^{}]*)\}/g, "$1").replace(/\\[,;: ]/g, NBSP) + (/^[A-Za-z0-9\\|]/.test(after) ? NBSP : "");
/** An operator keeps off the factor before it as well: 2 log x, φ(1) log 2. */
const operator = (name: string, after: string, before: string): string =>
  (/[\p{L}\p{N})>]$/u.test(before) ? NBSP : "") + upright(name, after);

/** Any other command: a symbol, or its name where there is none. */
const COMMAND: Rule = {
  token: /\\([A-Za-z]+)\s*/y,
  show: ([, name], before, gap) => (/^(?:pm|mp)$/.test(name) ? sign(symbol(name), before, gap) : symbol(name, gap)),
};

/** A group that may hold groups of groups, as in _{L^2_{\mu_t}}. */
const GROUP = String.raw`\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}`;
/** What a command applies to: a group, or one command or character. */
const ARGUMENT = String.raw`(?:${GROUP}|(\\[A-Za-z]+|[^\s{}]))`;
const token = (pattern: string): RegExp => new RegExp(pattern, "uy");
/** No letter follows: \dot is not \dots. */
const END = String.raw`(?![A-Za-z])\s*`;

/** Accents as characters that stand behind their letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  bar: "\u0304",
  overline: "\u0304",
  hat: "\u0302",
  widehat: "\u0302",
  tilde: "\u0303",
  widetilde: "\u0303",
};
/** ḡ, f̂, μ̄: one letter with its accent; more than one have none. */
function accented(body: string, accent: string): string {
  const letter = symbolOf(body.replace("\\", "")) ?? body;
  return /^\p{L}$/u.test(letter) ? variable((letter + ACCENTS[accent]).normalize("NFC")) : mathematics(body, "");
}

const FUNCTIONS =
  "log|ln|exp|max|min|inf|sup|lim|arg|det|tr|KL|sin|cos|tan|arcsin|arccos|arctan|sinh|cosh|tanh|coth|osc";

const RULES: readonly Rule[] = [
  {
    token: token(String.raw`\\(?:mathrm|text)\s*${GROUP}(?:\\[,;:! ])?(?=(.?))`),
    show: ([, name, after], before) =>
      (/\w\w/.test(name) && before.endsWith("</span>") ? NBSP : "") + upright(name, after),
  },
  {
    token: token(String.raw`\\operatorname\*?\s*${GROUP}(?:\\[,;:! ])?(?=(.?))`),
    show: ([, name, after], before) => operator(name, after, before),
  },
  { token: token(String.raw`\\(?:mathrm|mathcal|mathbb|mathbf|boldsymbol|displaystyle)${END}`), show: () => "" },
  { token: token(String.raw`\\(?:[bB]igg?[lrm]?|left|right)${END}`), show: () => "" },
  { token: token(String.raw`\\q?quad${END}`), show: (_, __, gap) => gap },
  { token: /\\!/y, show: () => "" },
  { token: /\\[,;: ]/y, show: (_, __, gap) => gap },
  { token: /\\\|/y, show: () => "‖" },
  { token: /\\([{}_%#])/y, show: ([, character]) => character },
  {
    token: token(String.raw`\\(${FUNCTIONS})${END}(?=(.?))`),
    show: ([, name, after], before) => operator(name, after, before),
  },
  {
    token: token(String.raw`\\sqrt\s*${GROUP}`),
    show: ([, body]) => `√${grouped(body)}`,
  },
  {
    token: token(String.raw`\\[dt]?frac${END}${ARGUMENT}\s*${ARGUMENT}`),
    show: ([, above, a, below, b]) => fraction(above ?? a, below ?? b),
  },
  // an accent above a letter is lost in some browsers' fonts
  {
    token: token(String.raw`\\dot${END}${ARGUMENT}`),
    show: ([, body, letter]) => `∂${subscript(variable("t"))}${mathematics(body ?? letter, "")}`,
  },
  {
    token: token(String.raw`\\(${Object.keys(ACCENTS).join("|")})${END}${ARGUMENT}`),
    show: ([, accent, body, letter]) => accented(body ?? letter, accent),
  },
  COMMAND,
  {
    token: token(String.raw`([_^])\s*${ARGUMENT}`),
    show: ([, mark, group, single]) => script(mark, group ?? single),
  },
  { token: /&lt;|&gt;|=/y, show: ([relation], _, gap) => gap + relation + gap },
  { token: /&#?\w+;/y, show: ([entity]) => entity },
  { token: /[A-Za-z]/y, show: ([letter]) => variable(letter) },
  { token: /[-+]/y, show: ([glyph], before, gap) => sign(glyph === "-" ? "−" : glyph, before, gap) },
  { token: /,/y, show: () => `,${NBSP}` },
  { token: /[\s{}]/y, show: () => "" },
  { token: /[^]/uy, show: ([other]) => other },
];

/**
 * Letters italic, digits and operators upright, \greek, ^ and _ with one character or a group; other braces only group.
 */
export function mathematics(tex: string, gap: string): string {
  let shown = "";
  for (let at = 0; at < tex.length;) {
    const [rule, match] = first(tex, at);
    shown += rule.show(match, shown, gap);
    at += match[0].length;
  }
  return shown.replace(/\u00a0{2,}/g, NBSP);
}

/** The first rule whose token stands at a place of the text. */
function first(tex: string, at: number): readonly [Rule, readonly string[]] {
  for (const rule of RULES) {
    rule.token.lastIndex = at;
    const match = rule.token.exec(tex);
    if (match !== null) return [rule, match];
  }
  return [RULES[RULES.length - 1], [tex[at]]];
}

/** Commands between dollars that figures would print by their names, as they have no glyph for them. */
export function unknownCommands(text: string): readonly string[] {
  const names: string[] = [];
  for (const [, tex] of text.matchAll(/\$([^$]*)\$/g))
    for (const { index } of tex.matchAll(/\\[A-Za-z]/g)) {
      const [rule, [, name]] = first(tex, index);
      if (rule === COMMAND && symbolOf(name) === undefined) names.push(name);
    }
  return names;
}
