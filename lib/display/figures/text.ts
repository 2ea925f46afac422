/** Text of figures: plotly's small markup, mathematics without MathJax, numbers as they are printed. */
import { log10, pow } from "../../arithmetic/functions.js";
import { escapeMarkup } from "../markup.js";
import { MATH_FONT } from "./theme.js";

export const bold = (text: string): string => `<b>${text}</b>`;
/** A variable: serif italic. */
export const variable = (text: string): string =>
  `<span style="font-family:${MATH_FONT};font-style:italic">${text}</span>`;
const superscript = (text: string): string => `<sup>${text}</sup>`;
export const subscript = (text: string): string => `<sub>${text}</sub>`;

const NBSP = "\u00a0";
const SYMBOLS: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  varepsilon: "ε",
  eps: "ε",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  ell: "l",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  zeta: "ζ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  varphi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
  Sigma: "Σ",
  Lambda: "Λ",
  infty: "∞",
  to: "→",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  ne: "≠",
  in: "∈",
  propto: "∝",
  rightleftharpoons: "⇌",
  cdot: "·",
  times: "×",
  sqrt: "√",
  int: "∫",
  partial: "∂",
  nabla: "∇",
  approx: "≈",
  pm: "±",
  mp: "∓",
  sum: "Σ",
  langle: "⟨",
  rangle: "⟩",
  mid: "|",
  circ: "∘",
};
const RELATIONS = /^[→≤≥≠∈∝⇌≈×|]$/;

/** `gap` stands on both sides of a relation. */
const symbol = (name: string, gap: string = NBSP): string => {
  const glyph = SYMBOLS[name] ?? name;
  if (RELATIONS.test(glyph)) return `${gap}${glyph}${gap}`;
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
/** One character or one command. */
const ATOM = /^(?:\\[A-Za-z]+|.)$/u;
const grouped = (body: string): string => (ATOM.test(body) ? mathematics(body, "") : `(${mathematics(body, "")})`);
/** ½, and 1/5, which has no character of its own. */
const fraction = (above: string, below: string): string =>
  (/^[1-9]$/.test(above) && /^[1-9]$/.test(below) && above < below && fractionOf(Number(above) / Number(below))) ||
  `${grouped(above)}/${grouped(below)}`;
/** An operator is upright and keeps off its argument unless that is in parentheses. */
const operator = (name: string, after: string): string => (/^[A-Za-z0-9\\|]/.test(after) ? name + NBSP : name);

/** Any other command: a symbol, or its name where there is none. */
const COMMAND: Rule = {
  token: /\\([A-Za-z]+)\s*/y,
  show: ([, name], before, gap) => (/^(?:pm|mp)$/.test(name) ? sign(SYMBOLS[name], before, gap) : symbol(name, gap)),
};

const RULES: readonly Rule[] = [
  {
    token: /\\(?:mathrm|operatorname|text)\{([^{}]*)\}(?:\\[,;:! ])?(?=(.?))/uy,
    show: ([, name, after]) => operator(name, after),
  },
  { token: /\\(?:mathrm|mathcal|mathbb|mathbf)\b/y, show: () => "" },
  { token: /\\!/y, show: () => "" },
  { token: /\\[,;: ]/y, show: (_, __, gap) => gap },
  {
    token: /\\(log|exp|max|min|inf|sup|det|KL|sin|cos|sinh|cosh|tanh|osc)(?![A-Za-z])\s*(?=(.?))/uy,
    show: ([, name, after]) => operator(name, after),
  },
  { token: /\\sqrt\{([^{}]*)\}/y, show: ([, body]) => `√${grouped(body)}` },
  {
    token: /\\[dt]?frac\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|\w))\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|\w))/y,
    show: ([, above, a, below, b]) => fraction(above ?? a, below ?? b),
  },
  // an accent above a letter is lost in some browsers' fonts
  {
    token: /\\dot\s*\{?(\\[A-Za-z]+|[A-Za-z])\}?/y,
    show: ([, letter]) => `∂${subscript(variable("t"))}${mathematics(letter, "")}`,
  },
  // one letter with its bar, where there is one: ḡ
  {
    token: /\\bar\s*\{?([A-Za-z])\}?/y,
    show: ([, letter]) => variable(`${letter}\u0304`.normalize("NFC")),
  },
  COMMAND,
  {
    // a group may hold groups, as in _{\mathrm{KL}}
    token: /([_^])(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+|.))/uy,
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
function mathematics(tex: string, gap: string): string {
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

/**
 * Text with `$…$` as figures show it; a hyphen between spaces is a minus sign; the gap of a relation at its edge and
 * the space beside it are one.
 */
export const markup = (text: string): string =>
  text
    .split("$")
    .map((part, i) => (i % 2 === 1 ? mathematics(escapeMarkup(part), NBSP) : escapeMarkup(part.replace(/ - /g, " − "))))
    .join("")
    .replace(/ *\u00a0[ \u00a0]*/g, NBSP);

/**
 * The name of an axis or a parameter: Greek where it is Greek, a variable if it is one letter, with its number below.
 */
export function parameter(name: string): string {
  const [, letter, index] = /^([A-Za-z])(\d+)$/.exec(name) ?? [];
  if (letter !== undefined) return variable(letter) + subscript(index);
  return name in SYMBOLS ? symbol(name) : name.length === 1 ? variable(name) : escapeMarkup(words(name));
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
const FRACTIONS: readonly (readonly [number, string])[] = [
  [0.25, "¼"],
  [0.5, "½"],
  [0.75, "¾"],
  [0.125, "⅛"],
  [1 / 3, "⅓"],
  [2 / 3, "⅔"],
  [1 / 6, "⅙"],
  [5 / 6, "⅚"],
];

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

const fractionOf = (x: number): string | undefined =>
  FRACTIONS.find(([value]) => Math.abs(Math.abs(x - Math.trunc(x)) - value) < 1e-12)?.[1];

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

/** Commands between dollars that figures would print by their names, as they have no glyph for them. */
export function unknownCommands(text: string): readonly string[] {
  const names: string[] = [];
  for (const [, tex] of text.matchAll(/\$([^$]*)\$/g))
    for (const { index } of tex.matchAll(/\\[A-Za-z]/g)) {
      const [rule, [, name]] = first(tex, index);
      if (rule === COMMAND && !(name in SYMBOLS)) names.push(name);
    }
  return names;
}
