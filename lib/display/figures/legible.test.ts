/** What a reader of a figure needs: ticks on both axes, numbers in their cells, and no name over a curve. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { exp } from "../../arithmetic/functions.js";
import { array, experiment, numbered, run, times } from "./fixtures/closed-forms.js";
import { plansFixture } from "./fixtures/plans.js";
import { twoWayFixture } from "./fixtures/two-way.js";
import { drawFigure } from "./index.js";
import type { Json, PlotlyFigure } from "./plotly-figure.js";
import { decadeTicks } from "./ticks.js";

const axesOf = ({ layout }: PlotlyFigure, letter: "x" | "y"): readonly Json[] =>
  Object.keys(layout)
    .filter(key => new RegExp(`^${letter}axis\\d*$`).test(key))
    .map(key => layout[key] as Json);

const ticksOf = (axis: Json): readonly number[] => axis["tickvals"] as readonly number[];

test("every plan has ticks on both axes, at the same numbers where both have the same unit and range", () => {
  for (const [name, count] of [
    ["plan", 3],
    ["sharp", 1],
  ] as const)
    for (const letter of ["x", "y"] as const) {
      const figure = drawFigure(plansFixture(), name, "light");
      const shown = axesOf(figure, letter).filter(axis => axis["visible"] !== false && ticksOf(axis).length > 0);
      assert.equal(shown.length, count, `${name}, ${letter}`);
      for (const axis of shown) assert.ok(ticksOf(axis).length >= 3, `${name}, ${letter}`);
    }
});

test("the number of a cell stands in it, where its curve is flat at the top, at the bottom or a peak", () => {
  const result = twoWayFixture();
  for (const of of ["flow.density", "1 + 0*flow.density", "0*flow.density", "flow.density^0.1"]) {
    const table = { ...result.spec.figures["table"], of, references: [] };
    const figure = drawFigure({ ...result, spec: { ...result.spec, figures: { table } } } as never, "table", "light");
    const numbers = (figure.layout["annotations"] as readonly Json[]).filter(a => String(a["yref"]).startsWith("y"));
    assert.equal(numbers.length, 12);
    for (const number of numbers) {
      const axis = figure.layout[String(number["yref"]).replace("y", "yaxis")] as Json;
      const [foot, peak] = axis["range"] as readonly number[];
      const inside = number["yanchor"] === "top" ? number["y"] === peak : number["y"] === foot;
      assert.ok(inside, `${of}: ${String(number["text"])} is ${String(number["yanchor"])} of ${String(number["y"])}`);
    }
  }
});

test("from half a decade to sixteen there are three to seven ticks on a logarithmic axis", () => {
  for (let length = 0.5; length <= 16; length += 0.05)
    for (const low of [1e-9, 2.3e-4, 0.5, 7]) {
      const { values } = decadeTicks([low, low * exp(length * Math.LN10)]);
      assert.ok(values.length >= 2 && values.length <= 7, `${low}, ${length} decades: ${values.join()}`);
      assert.ok(values.length >= 3 || length < 1.2, `${low}, ${length} decades: ${values.join()}`);
    }
});

/** Curves over numbered nodes, by their names. */
function curvesOf(x: Vec, curves: Readonly<Record<string, (v: number) => number>>): PlotlyFigure {
  const [first, ...others] = Object.keys(curves).map(name => ({ of: `flow.${name}`, label: name }));
  return drawFigure(
    experiment({
      tasks: { flow: { task: "flow", geometry: { name: "hellinger" } } },
      axes: {},
      runs: {
        flow: run(
          Object.fromEntries(
            Object.entries(curves).map(([name, f]) => [name, array(["node"], [x.length], k => f(x[k]))]),
          ),
          { node: x, t: times },
        ),
      },
      figures: {
        panel: {
          name: "curves",
          title: "Curves",
          x: "node",
          curves: [first, ...others],
        },
      },
    }),
    "panel",
    "light",
  );
}

/** The names of a figure, and where it has heights, px above its ordinate. */
function heightsOf(figure: PlotlyFigure): {
  readonly name: (text: string) => number;
  readonly of: (v: number) => number;
} {
  const [y] = axesOf(figure, "y");
  const [low, high] = y["range"] as readonly number[];
  const [bottom, top] = y["domain"] as readonly number[];
  const of = (v: number): number => ((v - low) / (high - low)) * 540 * (top - bottom);
  const name = (text: string): number => {
    const [found] = (figure.layout["annotations"] as readonly Json[]).filter(a => String(a["text"]).includes(text));
    return of(Number(found["y"])) + Number(found["yshift"] ?? 0);
  };
  return { name, of };
}

test("a curve that ends before others has its name where no curve passes through its letters", () => {
  const x = numbered(61, i => -3 + i / 10);
  const bell = (v: number, width: number): number => exp(-(v * v) / (2 * width * width));
  const { name, of } = heightsOf(
    curvesOf(x, { wide: v => bell(v, 1), narrow: v => (Math.abs(v) < 1.45 ? 0.9 * bell(v, 1) : NaN) }),
  );
  const passing = x.filter(v => v > 1.45 && v < 1.95).map(v => of(bell(v, 1)));
  for (const other of passing)
    assert.ok(Math.abs(other - name("narrow")) > 8, `${name("narrow")} px, and the other curve at ${other} px`);
  assert.ok(Math.min(...passing) < of(0.9 * bell(1.4, 1)), "beside its end there is the other curve");
});

test("names of curves that end side by side at the upper edge do not overlap: with no room above there is below", () => {
  const x = numbered(61, i => i / 60);
  const { name } = heightsOf(curvesOf(x, { last: v => v, early: v => (v < 0.99 ? v : NaN) }));
  const apart = Math.abs(name("last") - name("early"));
  assert.ok(apart >= 18, `${apart} px`);
});
