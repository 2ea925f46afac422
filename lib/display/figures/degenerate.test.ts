import assert from "node:assert/strict";
import { test } from "node:test";
import { dice } from "../../experiments/language/fixtures/mutations.js";
import { png } from "../render/index.js";
import { isRefusal } from "../../arithmetic/refusal.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import { fixtures } from "./fixtures/all.js";
import { CHANGES, withClaims, withEqual, withLength, withNumbers } from "./fixtures/degenerate.js";
import { drawFigure } from "./index.js";
import type { Json, PlotlyFigure } from "./plotly-figure.js";

/** Pictures that are painted: a sample in the tests, all with `FUZZ=all`. */
const SAMPLE = process.env["FUZZ"] === "all" ? Infinity : 24;

interface Case {
  readonly label: string;
  readonly result: ExperimentResult;
}

const random = dice(29);
const DIMENSIONS = ["t", "node", "particle", "mode"] as const;

/** Every fixture with every kind of numbers, cut to one point and to none, and with all points at one place. */
const cases: readonly Case[] = fixtures().flatMap(result => [
  ...Object.entries(CHANGES).map(([label, change]) => ({ label, result: withNumbers(result, change, random) })),
  ...DIMENSIONS.flatMap(dim => [
    ...[0, 1, 2].map(n => ({ label: `${n} along ${dim}`, result: withLength(result, dim, n) })),
    { label: `equal ${dim}`, result: withEqual(result, dim) },
  ]),
  { label: "odd claims", result: withClaims(result, random) },
]);

interface PlotlyAxis {
  readonly type?: string;
  readonly range: readonly [number, number];
  readonly tickvals: readonly number[];
}

/** What is wrong with a figure as data: places that are no numbers, axes of no length, traces outside their panels. */
function faults({ data, layout }: PlotlyFigure): readonly string[] {
  const axis = (trace: Json, k: "x" | "y"): PlotlyAxis =>
    layout[String(trace[`${k}axis`]).replace(k, `${k}axis`)] as PlotlyAxis;
  const axes = Object.entries(layout).filter(([key]) => /^[xy]axis/.test(key)) as [string, PlotlyAxis][];
  const inside = (trace: Json, k: "x" | "y", i: number): boolean => {
    const { type, range } = axis(trace, k);
    const v = (trace[k] as readonly (number | null)[])[i];
    if (v === null) return true;
    const place = type === "log" ? Math.log10(v) : v;
    const [low, high] = [Math.min(...range), Math.max(...range)];
    return place >= low - 0.5 * (high - low) && place <= high + 0.5 * (high - low);
  };
  const stays = (trace: Json): boolean => {
    const points = (trace["x"] as readonly (number | null)[]).map(
      (v, i) => v !== null && (trace["y"] as readonly (number | null)[])[i] !== null,
    );
    return (
      points.includes(true) && points.every((there, i) => !there || (inside(trace, "x", i) && inside(trace, "y", i)))
    );
  };
  return [
    ...(/null/.test(JSON.stringify(layout)) ? ["a place in the layout is no number"] : []),
    ...axes.flatMap(([key, { range, tickvals }]) => [
      ...(Number.isFinite(range[1] - range[0]) && range[0] !== range[1]
        ? []
        : [`${key} has the range ${range.join()}`]),
      ...(tickvals.length <= 24 && tickvals.every(Number.isFinite) ? [] : [`${key} has the ticks ${tickvals.join()}`]),
    ]),
    ...data
      .filter(trace => trace["type"] === "scatter" && !stays(trace))
      .map(trace => `a trace leaves its panel: ${JSON.stringify(trace).slice(0, 300)}`),
  ];
}

interface Drawn {
  readonly title: string;
  /** Undefined where it is refused with a sentence. */
  readonly figure?: PlotlyFigure;
  readonly faults: readonly string[];
}

function drawnOf(result: ExperimentResult, name: string, title: string): Drawn {
  try {
    const figure = drawFigure(result, name, "light");
    return { title, figure, faults: faults(figure) };
  } catch (error) {
    return { title, faults: isRefusal(error) ? [] : [(error as Error).stack ?? "an error"] };
  }
}

const drawn = cases.flatMap(({ label, result }) =>
  Object.entries(result.spec.figures).map(([name, binding]) =>
    drawnOf(result, name, `${binding?.name ?? ""} "${name}", ${label}`),
  ),
);

test("flow-that-is-there-already: whatever the numbers are, figures stay inside their panels", () => {
  const wrong = drawn.flatMap(each => each.faults.map(fault => `${each.title}: ${fault}`));
  assert.equal(wrong.join("\n"), "");
});

test("such figures become pictures: no process dies on them", async () => {
  const figures = drawn.flatMap(({ title, figure }) => (figure === undefined ? [] : [{ title, figure }]));
  const every = Math.max(1, Math.ceil(figures.length / SAMPLE));
  for (const { title, figure } of figures.filter((_, i) => i % every === 0))
    assert.ok((await png(figure, 0.5).catch((error: Error) => assert.fail(`${title}: ${error.message}`))).length > 0);
});
