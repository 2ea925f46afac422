import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import { run } from "../../experiments/run.js";
import { markShown, show, showValue } from "./show.js";
import { type Bundle, setDisplaySink } from "./sink.js";

/** Begins a cell; what it shows is counted. */
function cell(): readonly Bundle[] {
  const bundles: Bundle[] = [];
  setDisplaySink({ display: bundle => void bundles.push(bundle), update: () => undefined });
  return bundles;
}

/** A result without figures shows as its table of claims. */
const newResult = (): ExperimentResult =>
  ({ spec: { figures: {} }, runs: {}, claims: [], path: "x" }) as unknown as ExperimentResult;

test("a result that the cell has run stands below it once, however often it is shown there, and again below another cell", () => {
  const result = newResult();
  const first = cell();
  markShown(result);
  show(result);
  showValue(result);
  assert.equal(first.length, 0);
  const second = cell();
  show(result);
  show(result);
  showValue(result);
  assert.equal(second.length, 1);
});

test("numbers stand below a result whose claims say no more than that its runs end", () => {
  const line = (...x: readonly number[]): object => ({
    name: "samples",
    data: { name: "inline", points: x.map(v => [v]) },
  });
  const distance = {
    task: "distance",
    space: { name: "particles", n: 2, d: 1 },
    from: line(0, 1),
    to: line(0.25, 1.25),
    metric: { name: "wasserstein", order: 2 },
    method: { name: "linear-program" },
  };
  const bundles = cell();
  show(run({ runs: { distance } }));
  assert.match(String(bundles[0].data["text/plain"]), /^run +output +value\ndistance +value +0\.25\n/);
});

test("a figure that the cell has shown is not shown again as the value of its last expression", () => {
  const figure: PlotlyFigure = { data: [], layout: { width: 100, height: 100 } };
  const bundles = cell();
  show(figure);
  showValue(figure);
  assert.equal(bundles.length, 1);
  showValue({ ...figure });
  assert.equal(bundles.length, 2);
});

test("other values are shown as often as they are asked for: they may have changed meanwhile", () => {
  const bundles = cell();
  const list = [1];
  show(list);
  list.push(2);
  showValue(list);
  assert.deepEqual(
    bundles.map(({ data }) => data["text/plain"]),
    ["[ 1 ]", "[ 1, 2 ]"],
  );
});
