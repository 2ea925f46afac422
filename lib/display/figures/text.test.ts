import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { spread } from "./marks/end-labels.js";
import { escapeMarkup } from "../markup.js";
import { unknownCommands, variable } from "./tex.js";
import { markup, parameter, powerOfTen, short, tickText, words } from "./text.js";
import { decadeTicks, linearRange, linearTicks, logRange, ticksAt } from "./ticks.js";

test("numbers are written as in print: true minus, powers of ten, no trailing zeros", () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, "0"],
    [2, "2"],
    [-2, "−2"],
    [0.25, "0.25"],
    [-1.9999, "−2"],
    [0.1 + 0.2, "0.3"],
    [12345, "12345"],
    [2.5e-7, "2.5·10<sup>−7</sup>"],
    [1e-5, "10<sup>−5</sup>"],
    [-3e8, "−3·10<sup>8</sup>"],
    [NaN, "not a number"],
    [-Infinity, "−∞"],
  ];
  for (const [x, text] of cases) assert.equal(short(x), text);
  assert.equal(short(0.123456789, 6), "0.123457");
  assert.equal(powerOfTen(-4), "10<sup>−4</sup>");
});

test("ticks are fractions where they are: ¼ ½ 1½", () => {
  assert.deepEqual([0.25, 0.5, 1.5, -0.5, 2, 0.1].map(tickText), ["¼", "½", "1½", "−½", "2", "0.1"]);
  assert.deepEqual(ticksAt([0, 2.5, 5, 12.5]).texts, ["0", "2.5", "5", "12.5"], "decimals and fractions are not mixed");
});

test("`$…$` becomes mathematics, everything else is text", () => {
  assert.equal(markup("a < b"), "a &lt; b");
  assert.equal(markup("$\\mu_t$"), `${variable("μ")}<sub>${variable("t")}</sub>`);
  assert.equal(markup("$e^{-2t}$"), `${variable("e")}<sup>−2${variable("t")}</sup>`);
  assert.equal(markup("$x \\to 0$"), markup("$x\\to0$"));
  assert.equal(markup("$(m, \\Sigma)$"), `(${variable("m")},\u00a0Σ)`);
  assert.equal(markup("$\\sqrt{\\mu}\\,d\\mathcal{K}$"), `√${variable("μ")}\u00a0${variable("d")}${variable("K")}`);
  assert.equal(markup("$\\sqrt{\\mu\\pi}$"), `√(${variable("μ")}${variable("π")})`);
  assert.equal(markup("$\\dot\\mu$"), `∂<sub>${variable("t")}</sub>${variable("μ")}`);
  assert.equal(markup("$\\frac{\\rho}{1+\\rho}$"), `${variable("ρ")}/(1+${variable("ρ")})`);
  for (const size of ["t", "d"]) assert.equal(markup(`$\\${size}frac12 x$`), markup("$\\frac12 x$"));
  assert.equal(markup("$\\mathrm{artanh}\\,B$"), `artanh\u00a0${variable("B")}`);
  assert.equal(escapeMarkup("<b>&"), "&lt;b&gt;&amp;");
  assert.deepEqual(["birthDeath", "notAFlow", "iftBeatsPlain", "planeCHMass", "at-most"].map(words), [
    "birth death",
    "not a flow",
    "IFT beats plain",
    "plane CH mass",
    "at most",
  ]);
});

test("figures know every command of TeX that the texts of experiments use", () => {
  const root = new URL("../../../../experiments/", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    file => file.endsWith(".json") && file !== "catalogue.json",
  );
  assert.ok(files.length > 30);
  for (const file of files) {
    const { claims, figures } = JSON.parse(readFileSync(new URL(file, root), "utf8")) as {
      readonly claims: object;
      readonly figures: object;
    };
    const says = Object.values(claims).map((claim: { readonly says?: string }) => claim.says ?? "");
    const inline = JSON.stringify([says, figures]).match(/\$[^$"]*\$/g) ?? [];
    for (const text of inline.map(quoted => JSON.parse(`"${quoted}"`) as string))
      assert.deepEqual(unknownCommands(text), [], `${file}: ${text} becomes ${markup(text)}`);
  }
});

test("a command without a glyph is known as such: it would be printed by its name", () => {
  assert.deepEqual(unknownCommands("$\\check m$ and \\wide, $\\mu \\circ \\kernelised$"), ["check", "kernelised"]);
  assert.deepEqual(unknownCommands("$\\frac12 \\dot\\mu \\log\\sqrt{x} \\mathcal{K}\\,\\le 1$"), []);
});

test("a fraction takes braces, or the next characters and commands, and is one character where there is such: \\frac12, \\frac1{5}, \\frac\\pi2", () => {
  for (const [tex, shown] of [
    ["\\frac15", "1/5"],
    ["\\frac1{5}", "1/5"],
    ["\\frac1{2}", "½"],
    ["\\frac43", "4/3"],
    ["\\frac\\pi2", `${variable("π")}/2`],
    ["\\frac d{dt}", `${variable("d")}/(${variable("d")}${variable("t")})`],
  ])
    assert.equal(markup(`$${tex}$`), shown);
});

test("spaces of mathematics are its own: around relations and operators, none in scripts", () => {
  assert.equal(markup("$\\varepsilon = 0.02$"), `${variable("ε")}\u00a0=\u00a00.02`);
  assert.equal(markup("$\\varepsilon=0.02$"), markup("$\\varepsilon = 0.02$"));
  assert.equal(markup("$1-\\tau/2$"), `1\u00a0−\u00a0${variable("τ")}/2`);
  assert.equal(markup("$N(-1, x)$"), `${variable("N")}(−1,\u00a0${variable("x")})`);
  assert.equal(markup("$a<b$"), `${variable("a")}\u00a0&lt;\u00a0${variable("b")}`);
});

test("ranges hold their data and ticks are round", () => {
  const [a, b] = linearRange([0.013, 0.69]);
  assert.ok(a <= 0.013 && b >= 0.69 && b < 0.8);
  assert.deepEqual(linearTicks([0, 6], 6).values, [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(
    decadeTicks([1e-8, 60]).values.map(v => Math.round(Math.log10(v))),
    [-8, -6, -4, -2, 0],
  );
  const [low, high] = logRange([3e-7, 2, NaN, -1]);
  assert.ok(low <= 3e-7 && low >= 1e-8 && high >= 2);
  assert.deepEqual(linearRange([]), [0, 1]);
  const [bottom, head] = linearRange([0.1162, 0.1162 + 1e-13]);
  assert.ok(bottom === 0 && head > 0.1162, "a constant is drawn as one");
  assert.ok(linearTicks([-4, 4], 3).values.length >= 3);
});

test("labels are pushed apart to the gap, in order, and no farther than the limit", () => {
  const at = spread([10, 11, 12, 300], 19, 290);
  for (let i = 1; i < at.length; i++) assert.ok(at[i] - at[i - 1] >= 18.9, String(at));
  assert.ok(at[3] <= 290);
  assert.deepEqual(spread([0, 50], 19, 100), [0, 50]);
});

test("the gap of a relation at the edge of mathematics and the space beside it are one: at $y=$ ½, at $\\pm 2$", () => {
  for (const text of ["at $y=$ ½", "at $\\pm 2$", "$x$ $=$ 1", "of $\\to$ and $\\le$ 3"]) {
    const plain = markup(text).replace(/<[^>]*>/g, "");
    assert.doesNotMatch(plain, /[ \u00a0]{2}/, text);
  }
});

test("a letter with a number is a variable with an index; thirds and sixths are written as fractions", () => {
  assert.equal(parameter("v0"), `${variable("v")}<sub>0</sub>`);
  assert.deepEqual([1 / 6, 2 / 3, 1 + 1 / 3, 0.3].map(tickText), ["⅙", "⅔", "1⅓", "0.3"]);
});

test("an axis of less than two decades begins at 1, 2 or 5 times a power of ten, with ticks alike", () => {
  assert.deepEqual(logRange([0.83, 10])[0], 0.5);
  assert.deepEqual(decadeTicks(logRange([0.83, 10])).texts, ["½", "1", "2", "5", "10"]);
  assert.deepEqual(decadeTicks([0.0001, 0.0015]).texts.slice(-2), ["5·10<sup>−4</sup>", "10<sup>−3</sup>"]);
  assert.deepEqual(linearTicks([0, 1000], 5).texts.at(-1), "1000");
  assert.deepEqual(logRange([0.0083, 10])[0], 0.001);
});

test("± is a sign: of a number alone without gaps, between two with them; a script follows its letter", () => {
  assert.equal(markup("at $\\pm2$"), "at ±2");
  assert.equal(markup("$\\mp\\tfrac12 x$"), `∓½${variable("x")}`);
  assert.equal(markup("$1\\pm2$"), "1\u00a0±\u00a02");
  assert.equal(markup("$\\mathrm{H}_2\\mathrm{O}$"), "H<sub>2</sub>O");
});

test("a script is a group, with what groups it holds: the words of G_{\\mathrm{MMD}} stand below the line", () => {
  assert.match(markup("$G_{\\mathrm{MMD}} = 1$"), /<sub>MMD<\/sub>/);
  assert.match(markup("$x^{\\mathrm{T}}y$"), /<sup>T<\/sup>/);
  assert.match(markup("$\\bar g$"), />ḡ</);
});
