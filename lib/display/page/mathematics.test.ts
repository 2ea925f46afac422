import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, pick } from "../../experiments/language/fixtures/mutations.js";
import { plainTitle } from "../figures/plain-text.js";
import { markup } from "../figures/text.js";
import { formulaTex } from "./formula-tex.js";
import { mathText } from "./mathematics.js";

const shown = (text: string): string =>
  mathText(text)
    .markup.replace(/<annotation[\s\S]*?<\/annotation>/g, "")
    .replace(/<[^>]*>/g, "");

test("𝒦, 𝕂, ℳ, ℛ, 𝐱 and 𝔤 are letters of their own, since browsers ignore mathvariant; KL stays upright", () => {
  const text =
    "$\\mathcal{K}\\mathbb{K}\\mathcal{M}\\mathcal{R}\\mathbf{x}\\mathfrak{g}\\boldsymbol{\\mu}\\mathrm{KL}$";
  assert.equal(shown(text), "𝒦𝕂ℳℛ𝐱𝔤𝝁KL");
  assert.doesNotMatch(mathText(text).markup, /mathvariant="(?!normal)/);
});

test("K^-1, chi^2 and e^{-2t} are powers without dollars too, and words with a caret elsewhere are not", () => {
  assert.match(mathText("the inverse K^-1 and chi^2").markup, /<msup><mi>K<\/mi>.*<msup><mi>χ<\/mi>/s);
  assert.match(mathText("e^{-2t}").markup, /<msup><mi>e<\/mi>/);
  assert.doesNotMatch(mathText("2^").markup, /msup/);
});

test("a claim is a sentence of mathematics: max(abs(a.F - b.F)), integrals, slopes, selections", () => {
  assert.equal(formulaTex("max(abs(a.F - b.F), t)"), "\\max_{t}\\left|F_{\\text{a}}-F_{\\text{b}}\\right|");
  assert.equal(formulaTex("2*(x + 1)^2/3"), "\\frac{2\\,\\left(x+1\\right)^{2}}{3}");
  assert.equal(
    formulaTex("last(flow.F)[lambda=0.1]"),
    "\\left(F_{\\text{flow}}\\big|_{t=T}\\right)\\big|_{\\lambda=0.1}",
  );
  assert.equal(formulaTex("not a formula("), undefined);
});

test("alternative texts are words and characters, not TeX", () => {
  assert.equal(plainTitle("$\\mathrm{KL}(\\mu_t|\\pi) \\le e^{-2t}$ & more"), "KL(μₜ|π) ≤ e⁻²ᵗ & more");
  assert.equal(plainTitle("$\\tfrac12\\mathrm{MMD}^2$").includes("\\"), false);
});

const PIECES = [
  "{", "}", "$", "\\frac", "\\sqrt", "^", "_", "\\def\\a{\\a\\a}", "\\a", "\\left(", "\\right)", "\\mathcal",
  "\\begin{matrix}", "\\newcommand{\\b}{x}", "&", "<b>", "\\rule{9999em}{9999em}", "\\kern9999em", "\\char`x", "%", "#1",
  "\\\\", "é", "\u0000", "\ud800", "'", '"', "x", "0", " ", "\\unknown", "\\hspace{1e9em}", "\\text{", "\\color{red}",
  "\\href{javascript:a}{b}",
] as const; // prettier-ignore

/** Markup that a title of n characters may become. */
const bound = (n: number): number => 20_000 + 400 * n;

test("2 000 seeded titles of braces, commands and definitions: none throws, grows without bound, brings markup", () => {
  const random = dice(31);
  for (let k = 0; k < 2000; k++) {
    const title = Array.from({ length: 1 + Math.floor(40 * random()) }, () => pick(PIECES, random)).join("");
    const page = mathText(title).markup;
    assert.ok(page.length <= bound(title.length), `${title}: ${page.length}`);
    assert.doesNotMatch(page, /<(?:b|a|script|img)\b|<[^>]* (?:href|on\w+)=/, title);
    assert.ok(markup(title).length <= bound(title.length), title);
    assert.doesNotMatch(markup(title), /<(?!\/?(?:span|sup|sub)\b)/, title);
    assert.equal(typeof plainTitle(title), "string");
  }
});

test("titles that stopped the site or made 40 MB of it: 20 000 braces, nested roots, definitions that double", () => {
  const doubling = Array.from({ length: 26 }, (_, i) => {
    const [name, next] = [i, i + 1].map(j => `\\q${String.fromCharCode(97 + (j % 26))}`);
    return `\\def${name}{${next}${next}}`;
  }).join("");
  for (const tex of [
    "{".repeat(20_000),
    "{".repeat(1000) + "}".repeat(1000),
    "\\sqrt".repeat(399),
    `${doubling}\\qa`,
    "^".repeat(1999),
    "\\left(".repeat(300),
  ]) {
    const { markup: page } = mathText(`$${tex}$`);
    assert.ok(page.length < 1e6, `${tex.slice(0, 20)}: ${page.length}`);
    assert.ok(markup(`$${tex}$`).length < 1e6);
  }
});
