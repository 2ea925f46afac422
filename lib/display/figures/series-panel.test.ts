import assert from "node:assert/strict";
import { test } from "node:test";
import { CHANGES } from "./fixtures/degenerate.js";
import { seriesPanel } from "./series-panel.js";
import type { Stroke } from "./strokes.js";
import { themeOf } from "./theme.js";

const TIMES = [0, 0.25, 0.5, 0.75, 1];
const PLAIN = Float64Array.from(TIMES, t => Math.exp(-t));
const stroke = (y: Iterable<number>): Stroke => ({ x: TIMES, y: [...y], colour: "#000000", label: "", brief: "" });

/** The curves that a panel shows, by the number of their points, and whether it says that there are none. */
function shownIn(solid: Iterable<number>, references: readonly Iterable<number>[], log: { x: boolean; y: boolean }) {
  const { parts } = seriesPanel(themeOf("light"), {
    id: 1,
    box: { x: 80, y: 60, width: 700, height: 400 },
    x: { log: log.x },
    y: { log: log.y, outdent: 50 },
    content: { solid: [stroke(solid)], bounds: [], references: references.map(stroke) },
  });
  const traces = parts.flatMap(({ data }) => data ?? []);
  return { curves: traces.length, silent: !JSON.stringify(parts).includes("no finite number to draw") };
}

/** Numbers of a curve as they come out of runs that went wrong, and some that no axis tells from 0. */
const odd: readonly (readonly [string, Float64Array])[] = [
  ...Object.entries(CHANGES).map(([name, change]) => [name, change(PLAIN, () => 0.5)] as const),
  ["below the smallest normal number", PLAIN.map(v => v * 1e-320)],
  ["below 1e-300", PLAIN.map(v => v * 1e-301)],
];

test("a panel shows a curve or says that there is none, on every scale", () => {
  for (const [name, numbers] of odd)
    for (const [x, y] of [
      [false, false],
      [false, true],
      [true, true],
    ]) {
      const { curves, silent } = shownIn(numbers, [], { x, y });
      assert.equal(curves > 0, silent, `${name}, logarithmic: x ${x}, y ${y}: ${curves} curves`);
    }
});

test("a closed form beside numbers that no panel can show is drawn", () => {
  for (const change of ["not a number", "infinite", "minus infinity"])
    for (const x of [false, true])
      for (const y of [false, true])
        assert.ok(
          shownIn(
            CHANGES[change](PLAIN, () => 0.5),
            [PLAIN],
            { x, y },
          ).curves > 0,
          `${change} ${x} ${y}`,
        );
});
