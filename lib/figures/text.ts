/** Text of figures: plotly's small markup, mathematics without MathJax, numbers as they are printed. */
import { log10, pow } from "../numerics/functions.js";
import { MATH_FONT } from "./theme.js";

/** Text of a spec, so that it can carry no markup of its own. */
export const escapeText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

export const bold = (text: string): string => `<b>${text}</b>`;
/** A variable: serif italic. */
export const variable = (text: string): string => `<span style="font-family:${MATH_FONT};font-style:italic">${text}</span>`;
export const superscript = (text: string): string => `<sup>${text}</sup>`;
export const subscript = (text: string): string => `<sub>${text}</sub>`;

const SYMBOLS: Readonly<Record<string, string>> = {
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", eps: "ε", eta: "η", theta: "θ", kappa: "κ", lambda: "λ",
  mu: "μ", nu: "ν", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", varphi: "φ", omega: "ω", Sigma: "Σ", Lambda: "Λ",
  infty: "∞", to: "→", le: "≤", leq: "≤", ge: "≥", geq: "≥", cdot: "·", times: "×", sqrt: "√", int: "∫", partial: "∂", nabla: "∇",
  approx: "≈", pm: "±", sum: "Σ", dot: "·", mid: "|",
};
const WORDS = new Set(["log", "exp", "max", "min", "sup", "KL", "sin", "cos", "tanh", "osc"]);
const RELATIONS = /^[→≤≥≈±×|]$/;

const symbol = (name: string): string => {
  const glyph = SYMBOLS[name] ?? name;
  if (RELATIONS.test(glyph)) return `\u00a0${glyph} `;
  return /^[α-ω]$/.test(glyph) ? variable(glyph) : glyph;
};

/** Spaces and faces of TeX that the small markup does not have. */
const plainTex = (tex: string): string =>
  tex.replace(/\\[,;:! ]/g, " ").replace(/\\(?:mathcal|mathrm|mathbb|mathbf|operatorname|text)\b/g, "");

/** One level of TeX: letters italic, digits upright, \greek, ^ and _ with one character or a group; other braces only group. */
function mathematics(tex: string): string {
  const token = /\\([A-Za-z]+)\s*|([_^])\{([^{}]*)\}|([_^])(\\[A-Za-z]+|.)|([A-Za-z])|(-)|([^\\])/gu;
  const script = (mark: string, body: string): string => (mark === "^" ? superscript : subscript)(mathematics(body));
  return plainTex(tex).replace(token, (all, command?: string, mark?: string, group?: string, single?: string, body?: string, letter?: string, minus?: string) => {
    if (command !== undefined) return WORDS.has(command) ? `${command}\u00a0` : symbol(command);
    if (mark !== undefined) return script(mark, group ?? "");
    if (single !== undefined) return script(single, body ?? "");
    if (letter !== undefined) return variable(letter);
    if (minus !== undefined) return "−";
    return all === "{" || all === "}" ? "" : all;
  }).replace(/[ \u00a0]{2,}/g, "\u00a0");
}

/** Text with `$…$` as figures show it. */
export const markup = (text: string): string =>
  text.split("$").map((part, i) => (i % 2 === 1 ? mathematics(escapeText(part)) : escapeText(part))).join("");

/** The name of an axis or a parameter: Greek where it is Greek, otherwise a variable if it is one letter. */
export const parameter = (name: string): string =>
  name in SYMBOLS ? symbol(name) : name.length === 1 ? variable(name) : escapeText(words(name));

/** "birthDeath" or "birth-death" -> "birth death". */
export const words = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[-_]/g, " ").toLowerCase();

// ------------------------------------------------------------------ numbers
const minus = (text: string): string => text.replace("-", "−");
const FRACTIONS: readonly (readonly [number, string])[] = [[0.25, "¼"], [0.5, "½"], [0.75, "¾"], [0.125, "⅛"]];

/** 10^e. */
export const powerOfTen = (e: number): string => (e === 0 ? "1" : e === 1 ? "10" : `10${superscript(minus(String(e)))}`);

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

/** A tick or a time: fractions as ¼ ½ ¾, powers of ten as such. */
export function tickText(x: number): string {
  const whole = Math.trunc(x);
  const part = FRACTIONS.find(([value]) => Math.abs(Math.abs(x - whole) - value) < 1e-12);
  if (part !== undefined && Math.abs(x) < 10) return minus(`${whole === 0 ? (x < 0 ? "-" : "") : whole}${part[1]}`);
  const e = x > 0 ? Math.round(log10(x)) : 0;
  return x > 0 && Math.abs(e) >= 2 && Math.abs(x / pow(10, e) - 1) < 1e-12 && Math.abs(e) !== 2 ? powerOfTen(e) : short(x);
}

/** A rough width in px, for room at the right of curves: exact metrics belong to the renderer. */
export function roughWidth(text: string, size: number): number {
  const plain = text.replace(/<su[bp]>.*?<\/su[bp]>/g, (script) => script.replace(/<[^>]*>/g, "").slice(0, -1)).replace(/<[^>]*>/g, "");
  const narrow = /[\sil.,:;'|!()[\]tfjrI·−]/;
  const em = [...plain].reduce((sum, c) => sum + (narrow.test(c) ? 0.36 : /[mwMW%√∫→]/.test(c) ? 0.85 : /[A-ZΣ]/.test(c) ? 0.63 : 0.57), 0);
  return em * size * (text.startsWith("<b>") ? 1.1 : 1);
}
