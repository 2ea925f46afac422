import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { lint, pngOf, svgOf } from "../render/index.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import { judge } from "../../experiments/language/claims.js";
import type { Axis } from "../../experiments/language/types.generated.js";
import { array, experiment, run, times } from "./fixtures/closed-forms.js";
import { decayFixture } from "./fixtures/decay.js";
import { fixtures } from "./fixtures/all.js";
import { residualsFixture } from "./fixtures/residuals.js";
import { thresholdFixture } from "./fixtures/threshold.js";
import { drawFigure, figures } from "./index.js";
import { themeOf } from "./theme.js";
import type { PlotlyFigure } from "./plotly-figure.js";

const drawn = fixtures().flatMap(result =>
  Object.keys(result.spec.figures).map(name => ({ result, name, kind: result.spec.figures[name]?.name })),
);

test("the fixtures show every kind of figure", () => {
  assert.deepEqual([...new Set(drawn.map(({ kind }) => kind))].sort(), Object.keys(figures).sort());
});

for (const { result, name, kind } of drawn)
  test(`${kind} "${name}": no text is clipped, overlaps another or lacks a glyph`, async () => {
    const { data, layout } = drawFigure(result, name, "light");
    const svg = await svgOf({ data, layout });
    assert.deepEqual(lint(svg, Number(layout["width"]), Number(layout["height"])), []);
    assert.ok(svg.length < 1e6, `${svg.length} bytes`);
    assert.doesNotThrow(() => new JSDOM(svg, { contentType: "image/svg+xml" }), "an SVG file is well-formed XML");
  });

const colourless = (figure: PlotlyFigure): string =>
  JSON.stringify(figure).replace(/#[0-9a-f]{6}|rgba\([^)]*\)/g, "colour");

test("dark figures differ from light ones by their colours alone, so one lint serves both", () => {
  for (const { result, name } of drawn)
    assert.equal(colourless(drawFigure(result, name, "dark")), colourless(drawFigure(result, name, "light")), name);
});

test("dark figures are drawn as well: pictures of both modes have their paper's colour", async () => {
  for (const mode of ["light", "dark"] as const) {
    const figure = drawFigure(decayFixture(), "decay", mode);
    assert.ok(!JSON.stringify(figure).includes(themeOf(mode === "dark" ? "light" : "dark").ink));
    assert.deepEqual(lint(await svgOf(figure), 960, 540), []);
  }
});

test("the same result gives the same bytes, whatever was drawn in between", async () => {
  const [first, second] = [drawn[0], drawn[3]].map(({ result, name }) => drawFigure(result, name, "light"));
  const svg = await svgOf(first);
  await svgOf(second);
  assert.equal(await svgOf(first), svg);
  const options = { scale: 1, background: themeOf("light").paper };
  assert.deepEqual(pngOf(svg, options), pngOf(svg, options));
});

const failing = (result: ExperimentResult): ExperimentResult => ({
  ...result,
  claims: result.claims.map(c => ({ ...c, satisfied: false, holds: false, measured: -1.5 })),
});
const annotations = (
  figure: PlotlyFigure,
): readonly { readonly text: string; readonly font: { readonly color: string } }[] =>
  figure.layout["annotations"] as readonly { readonly text: string; readonly font: { readonly color: string } }[];

test("a badge is a computed claim: ✓ in green where it holds, ✗ in red and the measured number where it fails", () => {
  const { ok, bad } = themeOf("light");
  const [holds, fails] = [decayFixture(), failing(decayFixture())].map(result =>
    annotations(drawFigure(result, "decay", "light")),
  );
  assert.equal(holds.find(a => a.text === "✓")?.font.color, ok);
  assert.equal(
    holds.find(a => a.text === "✗"),
    undefined,
  );
  assert.equal(fails.find(a => a.text === "✗")?.font.color, bad);
  assert.ok(fails.some(a => a.text.includes("measured −1.5")));
});

test("a badge speaks of the panel that is drawn: of F at the start in the figure, not of a worse one", () => {
  const starts = { axis: "choices" as const, choices: { near: 1, far: 2 }, set: ["/runs/flow/initial"] };
  const base = experiment({
    tasks: { flow: { task: "flow", geometry: { name: "hellinger" } } },
    axes: { start: starts as unknown as Axis },
    runs: {
      flow: run({ F: array(["start", "t"], [2, times.length], (i, k) => (i + 1) * (1 + times[k])) }, { t: times }, [
        "start",
      ]),
    },
    figures: {
      decay: { name: "decay", title: "F", series: [{ of: "flow.F[start=near]", label: "F" }], badges: ["small"] },
    },
  });
  const claims = { small: { claim: "at-most", measured: "last(flow.F)", bound: "20", because: "it is" } } as const;
  const spec = { ...base.spec, claims };
  const result = { ...base, spec, claims: judge(spec, base.runs) };
  assert.equal(result.claims[0].measured, 14);
  const shown = annotations(drawFigure(result, "decay", "light"));
  assert.ok(
    shown.some(a => a.text.includes("measured 7, at most 20")),
    shown.map(a => a.text).join(),
  );
});

test("labels of choices are shown as they are written, or as the name of a geometry that they spell, in its colour", () => {
  const shown = annotations(drawFigure(residualsFixture(), "geometries", "light"));
  const { geometry } = themeOf("light");
  assert.equal(shown.find(a => a.text === "spherical-Hellinger")?.font.color, geometry["fisher-rao"]);
  assert.equal(shown.find(a => a.text === "MMD")?.font.color, geometry.mmd);
  assert.equal(shown.find(a => a.text === "H⁻¹")?.font.color, geometry.wasserstein);
});

test("numbers of one quantity in one panel are written alike: ½ and ¾ beside 0.6 are 0.5 and 0.75", () => {
  const texts = annotations(drawFigure(thresholdFixture(), "rates", "light")).map(a => a.text);
  const names = texts.filter(each => /(0\.6|0\.75|¾)/.test(each));
  assert.deepEqual(names.map(each => each.replace(/<[^>]*>/g, "")).sort(), ["0.6", "0.75"]);
});

test("a claim that says something is shown by it, one that does not by its name as words", () => {
  const result = decayFixture();
  const name = result.claims[0].name;
  const claim = { ...result.spec.claims[name], says: "the curve is below its bound." };
  const spoken = {
    ...result,
    spec: { ...result.spec, claims: { ...result.spec.claims, [name]: claim } },
  } as ExperimentResult;
  assert.ok(
    annotations(drawFigure(spoken, "decay", "light")).some(a =>
      a.text.includes("the curve is below its bound: measured"),
    ),
  );
});

test("a title cannot bring markup of its own", () => {
  const result = decayFixture();
  const binding = { ...result.spec.figures["decay"], title: "<script>alert(1)</script> & $\\mu<\\pi$" } as NonNullable<
    ExperimentResult["spec"]["figures"][string]
  >;
  const figure = drawFigure({ ...result, spec: { ...result.spec, figures: { decay: binding } } }, "decay", "light");
  assert.ok(annotations(figure)[0].text.startsWith("<b>&lt;script&gt;alert(1)&lt;/script&gt; &amp; "));
});

/** A result whose numbers are NaN from a share of each output on. */
const diverged = (result: ExperimentResult, share: number): ExperimentResult => ({
  ...result,
  runs: Object.fromEntries(
    Object.entries(result.runs).map(([name, archive]) => [
      name,
      {
        ...archive,
        outputs: Object.fromEntries(
          Object.entries(archive.outputs).map(([output, whole]) => [
            output,
            { ...whole, data: whole.data.map((v, i) => (i < share * whole.data.length ? v : NaN)) },
          ]),
        ),
      },
    ]),
  ),
});

test("a run that diverged is drawn as far as it went: no place in the layout is NaN", () => {
  for (const share of [0.5, 0])
    for (const { result, name } of drawn) {
      const { layout } = drawFigure(diverged(result, share), name, "light");
      assert.doesNotMatch(JSON.stringify(layout), /null/, `${name}, ${share}`);
    }
});

test("an unknown figure is refused with the names that exist", () => {
  assert.throws(() => drawFigure(decayFixture(), "decoy", "light"), /no figure "decoy", only: decay/);
});

const sources = new URL("../../../../lib/display/", import.meta.url);
test("colours live in the theme: no other file of figures or page writes one", () => {
  const files = ["figures", "figures/marks", "page"].flatMap(folder =>
    readdirSync(new URL(`${folder}/`, sources))
      .filter(f => f.endsWith(".ts") && !f.endsWith(".test.ts"))
      .map(f => `${folder}/${f}`),
  );
  assert.ok(files.length > 30);
  for (const file of files.filter(f => f !== "figures/theme.ts"))
    assert.doesNotMatch(readFileSync(new URL(file, sources), "utf8"), /["'`:\s]#(?:[0-9a-f]{3}|[0-9a-f]{6})\b/i, file);
});
