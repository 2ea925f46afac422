import assert from "node:assert/strict";
import { test } from "node:test";
import { exp } from "../../arithmetic/functions.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import { array, experiment, overTime, run, times } from "./fixtures/closed-forms.js";
import { drawFigure } from "./index.js";
import type { Json, PlotlyFigure } from "./plotly-figure.js";

/** e^{-t} + gap beside e^{-t}. */
const beside = (gap: number): ExperimentResult =>
  experiment({
    tasks: { flow: { task: "flow", geometry: { name: "hellinger" } } },
    runs: { flow: run({ F: overTime(t => exp(-t) + (t > 0 ? gap : 0)), exact: overTime(t => exp(-t)) }) },
    figures: {
      decay: {
        name: "decay",
        title: "F",
        linear: true,
        series: [{ of: "flow.F", label: "F" }],
        references: [{ of: "flow.exact", label: "exact" }],
      },
    },
  });

const axes = ({ layout }: PlotlyFigure): readonly string[] => Object.keys(layout).filter(key => /^xaxis/.test(key));

test("what agrees is a curve and a difference: |F - exact| = 10⁻⁶ in a panel of its own; what does not agree has one panel", () => {
  const near = drawFigure(beside(1e-6), "decay", "light");
  assert.equal(axes(near).length, 2);
  const difference = near.data.find(trace => trace["xaxis"] === "x2");
  for (const v of difference?.["y"] as readonly number[]) assert.ok(Math.abs(v - 1e-6) < 1e-12, String(v));
  assert.equal(axes(drawFigure(beside(0.2), "decay", "light")).length, 1);
});

test("one curve that does not agree hides no agreement: two of three lie on the dotted one, and are below", () => {
  const result = beside(1e-6);
  const figure = {
    name: "decay" as const,
    title: "F",
    linear: true,
    series: [
      { of: "flow.F", label: "F" },
      { of: "flow.F + 1e-7", label: "G" },
      { of: "flow.F + t", label: "H" },
    ] as const,
    references: [{ of: "flow.exact", label: "exact" }] as const,
  };
  const draw = (
    series:
      typeof figure.series | readonly [(typeof figure.series)[0], (typeof figure.series)[2], (typeof figure.series)[2]],
  ): PlotlyFigure =>
    drawFigure(
      {
        ...result,
        spec: {
          ...result.spec,
          figures: { decay: { ...figure, series: [...series], references: [...figure.references] } },
        },
      },
      "decay",
      "light",
    );
  const two = draw(figure.series);
  assert.equal(axes(two).length, 2);
  assert.equal(two.data.filter(trace => trace["xaxis"] === "x2").length, 2);
  const [agrees, , apart] = figure.series;
  assert.equal(axes(draw([agrees, apart, apart])).length, 1);
});

const names = ({ layout }: PlotlyFigure): readonly { readonly text: string; readonly y: number }[] =>
  (layout["annotations"] as readonly Json[])
    .filter(a => a["yref"] === "y")
    .map(a => ({ text: String(a["text"]), y: Number(a["y"]) }));

test("no name of a family is dropped, however near its curves end, and each is joined with its own curve", () => {
  const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;
  const result = experiment({
    tasks: { flow: { task: "flow", geometry: { name: "hellinger" } } },
    axes: { p: { axis: "values", values: [...values] } },
    runs: {
      flow: run(
        { F: array(["p", "t"], [values.length, times.length], (i, k) => exp(-times[k]) * (1 + 1e-3 * i)) },
        { t: times },
        ["p"],
      ),
    },
    figures: { decay: { name: "decay", title: "F", series: [{ of: "flow.F" }] } },
  });
  const figure = drawFigure(result, "decay", "light");
  const told = names(figure);
  assert.equal(told.length, values.length);
  told.forEach(({ text }, i) => assert.ok(text.endsWith(`= ${values[values.length - 1 - i]}</b>`), text));
  const leaders = (figure.layout["shapes"] as readonly Json[]).filter(shape => shape["type"] === "line");
  const starts = leaders.map(shape => Number(shape["y0"]));
  assert.equal(leaders.length, values.length);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => b - a),
  );
});

test("two runs of one geometry have two names", () => {
  const result = experiment({
    tasks: {
      slow: { task: "flow", geometry: { name: "hellinger" } },
      fast: { task: "flow", geometry: { name: "hellinger" } },
    },
    runs: { slow: run({ F: overTime(t => exp(-t)) }), fast: run({ F: overTime(t => exp(-3 * t)) }) },
    figures: { decay: { name: "decay", title: "F", series: [{ of: "slow.F" }, { of: "fast.F" }] } },
  });
  const told = names(drawFigure(result, "decay", "light")).map(({ text }) => text);
  assert.deepEqual(told, ["<b>Fisher–Rao, slow</b>", "<b>Fisher–Rao, fast</b>"]);
});

test("of other numbers each dotted curve is paired with the nearest solid one: two of three agree", () => {
  const result = beside(1e-6);
  const figure = {
    name: "decay" as const,
    title: "F",
    linear: true,
    series: [{ of: "2 + 0*flow.F" }, { of: "flow.F" }, { of: "flow.F/2" }],
    references: [{ of: "flow.exact/2 + 1e-6" }, { of: "flow.exact" }],
  };
  const drawn = drawFigure(
    { ...result, spec: { ...result.spec, figures: { decay: figure } } } as never,
    "decay",
    "light",
  );
  assert.equal(axes(drawn).length, 2);
  const differences = drawn.data.filter(trace => trace["xaxis"] === "x2");
  assert.equal(differences.length, 2);
  for (const { y } of differences as unknown as readonly { readonly y: readonly number[] }[])
    for (const v of y.slice(1)) assert.ok(v < 2e-6, String(v));
});

test("where several families share a panel, members have the name of theirs: no two names are alike", () => {
  const values = [1, 2] as const;
  const family = array(["p", "t"], [values.length, times.length], (i, k) => exp(-(i + 1) * times[k]));
  const result = experiment({
    tasks: {
      one: { task: "flow", geometry: { name: "hellinger" } },
      two: { task: "flow", geometry: { name: "wasserstein" } },
    },
    axes: { p: { axis: "values", values: [...values] } },
    runs: { one: run({ F: family }, { t: times }, ["p"]), two: run({ F: family }, { t: times }, ["p"]) },
    figures: { decay: { name: "decay", title: "F", series: [{ of: "one.F" }, { of: "two.F + t" }] } },
  });
  const told = names(drawFigure(result, "decay", "light")).map(({ text }) => text);
  assert.equal(told.length, 4);
  assert.equal(new Set(told).size, 4, told.join());
});

test("a name stands where its curve ends or leaves the panel: e^{-60 t} leaves the decades of e^{-t} early", () => {
  const result = experiment({
    tasks: { flow: { task: "flow", geometry: { name: "hellinger" } } },
    runs: { flow: run({ F: overTime(t => exp(-t)), fast: overTime(t => exp(-60 * t)) }) },
    figures: {
      decay: {
        name: "decay",
        title: "F",
        series: [{ of: "flow.F" }],
        references: [{ of: "flow.fast", label: "fast" }],
      },
    },
  });
  const labels = drawFigure(result, "decay", "light").layout["annotations"] as readonly Json[];
  const at = (text: string): number => Number(labels.find(a => String(a["text"]).includes(text))?.["x"]);
  assert.ok(at("fast") < 0.25 * times[times.length - 1], String(at("fast")));
});
