/**
 * What front ends take from a bundle: the first type that it holds of their list. Those that run here are tested as
 * they are by
 * `npm run test:jupyter`; of Visual Studio Code and code hosts this table is what their documentation says.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import type { ClaimResult } from "../../experiments/language/result.js";
import { claimsBundle, figureBundle, latexBundle, progressBundle, tableBundle, textBundle } from "./bundles.js";
import type { Bundle } from "./sink.js";

const [PLOTLY, HTML, SVG, LATEX, PNG, TEXT] = [
  "application/vnd.plotly.v1+json",
  "text/html",
  "image/svg+xml",
  "text/latex",
  "image/png",
  "text/plain",
] as const;

/**
 * With the extension that `flows kernel install` brings, plotly comes first and is safe, whether the notebook is
 * trusted or not.
 */
const FRONT_ENDS: Readonly<Record<string, readonly string[]>> = {
  "JupyterLab 4 and Notebook 7": [PLOTLY, HTML, LATEX, SVG, PNG, TEXT],
  "JupyterLab 4 and Notebook 7, untrusted": [PLOTLY, HTML, LATEX, PNG, TEXT],
  "JupyterLab 4 without the extension": [HTML, LATEX, SVG, PNG, TEXT],
  "Visual Studio Code": [PLOTLY, HTML, SVG, LATEX, PNG, TEXT],
  "classic Notebook": [HTML, LATEX, SVG, PNG, TEXT],
  "nbconvert to HTML": [HTML, SVG, LATEX, PNG, TEXT],
  "preview of a code host": [HTML, LATEX, SVG, PNG, TEXT],
  "a terminal": [TEXT],
};

const taken = (bundle: Bundle, types: readonly string[]): string | undefined => types.find(type => type in bundle.data);

const figure: PlotlyFigure = { data: [{ type: "scatter", x: [0, 1], y: [0, 1] }], layout: { width: 300, height: 200 } };
const claim: ClaimResult = {
  name: "falls",
  claim: "at-most",
  holds: true,
  control: false,
  measured: 1,
  expected: 2,
  tolerance: 0,
  at: {},
  because: "1 < 2",
  for: [],
} as unknown as ClaimResult;

const painted = figureBundle(figure, new Uint8Array(8));
const tables = {
  table: tableBundle({ columns: ["a"], rows: [[1]] }),
  claims: claimsBundle([claim]),
  progress: progressBundle(0.5, "half"),
};

for (const [name, types] of Object.entries(FRONT_ENDS)) {
  const alive = types.includes(PLOTLY);
  const graphic = types.includes(PNG);

  test(`${name} shows a figure ${alive ? "alive" : graphic ? "as a picture" : "in words"}, whatever else is in its bundle`, () =>
    assert.equal(taken(painted, types), alive ? PLOTLY : graphic ? PNG : TEXT));

  test(`${name} shows claims ${graphic ? "as HTML" : "in words"}, formulas ${graphic ? "typeset" : "as TeX"}`, () => {
    for (const bundle of Object.values(tables)) assert.equal(taken(bundle, types), graphic ? HTML : TEXT);
    assert.equal(taken(latexBundle("e^{-t}"), types), graphic ? LATEX : TEXT);
  });
}

test("HTML of a bundle survives being sanitised: no scripts, no links, no handlers", () => {
  for (const { data } of Object.values(tables))
    assert.doesNotMatch(String(data[HTML]), /<(?!\/?(p|table|thead|tbody|tr|th|td|progress)\b)|\son\w+=|href|src/);
});

test("every bundle has words, and a size in pixels for its picture", () => {
  for (const { data } of [painted, latexBundle("x"), textBundle("x"), ...Object.values(tables)])
    assert.ok(String(data[TEXT]).length > 0);
  assert.deepEqual(painted.metadata, { [PNG]: { width: 300, height: 200 } });
});

test("the mathematics of a claim is set in pages, and in letters where there is only text", () => {
  const { data } = claimsBundle([{ ...claim, says: "Rate $e^{-\\beta t}$", because: "K^-1 of it" }]);
  assert.match(String(data["text/html"]), /Rate \$e\^\{-\\beta t\}\$.*\$K\^\{-1\}\$ of it/s);
  assert.match(String(data["text/plain"]), /Rate e\^\(−βt\).*K⁻¹ of it/s);
});
