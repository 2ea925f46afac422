import assert from "node:assert/strict";
import { test } from "node:test";
import { pixelY, type Panel } from "./canvas.js";
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

/** The texts of the names beside curves, from above, with their distance from the axis in px. */
function namesOf(curves: readonly (readonly [string, readonly number[], readonly number[]])[], log: boolean) {
  const { panel, parts } = seriesPanel(themeOf("light"), {
    id: 1,
    box: { x: 80, y: 60, width: 700, height: 400 },
    x: { log: false },
    y: { log, outdent: 50 },
    content: {
      solid: curves.map(([label, x, y]) => ({ x, y, colour: "#000000", label, brief: label })),
      bounds: [],
      references: [],
    },
  });
  const names = parts
    .flatMap(({ annotations }) => annotations ?? [])
    .flatMap(({ text, y, yshift }) => {
      const name = curves.map(([label]) => label).find(label => String(text).includes(label));
      return name === undefined ? [] : [{ name, height: panel.box.height - pixelAt(panel, y) + Number(yshift) }];
    });
  return names.sort((a, b) => b.height - a.height);
}

/** Pixels from above of what an annotation has as its place: a logarithm on a logarithmic axis. */
const pixelAt = (panel: Panel, place: unknown): number =>
  pixelY(panel, panel.y.log === true ? 10 ** Number(place) : Number(place));

test("names of curves that end at one place stand as the curves come there, whatever rounding is left of their ends", () => {
  const x = Array.from({ length: 41 }, (_, i) => i);
  for (const noise of [0, 1e-9, -1e-9]) {
    const family = [1, 2, 3, 4].map(
      k =>
        [`start ${k}`, x, x.map(t => k * Math.exp(-t) + (t === 40 ? noise * (k % 2 === 0 ? 1 : -1) * k : 0))] as const,
    );
    const order = ["start 4", "start 3", "start 2", "start 1"];
    for (const given of [family, [...family].reverse()])
      assert.deepEqual(
        namesOf(given, false).map(({ name }) => name),
        order,
      );
  }
});

test("the name of a curve that leaves the panel through its axis stands above the line of that", () => {
  const x = Array.from({ length: 21 }, (_, i) => i / 10);
  const [, low] = namesOf(
    [
      ["slow", x, x.map(t => Math.exp(-t))],
      ["fast", x, x.map(t => Math.exp(-40 * t))],
    ],
    true,
  );
  assert.equal(low.name, "fast");
  assert.ok(low.height >= 9, `${low.height} px above the axis`);
});

test("names of curves that are the same to the pixel keep the order in which they are given", () => {
  const x = [0, 1, 2];
  for (const signs of [
    [1, -1, 1],
    [-1, 1, -1],
  ])
    assert.deepEqual(
      namesOf(
        signs.map((sign, i) => [`curve ${i}`, x, [0, 1, 2 + 1e-9 * sign * i]] as const),
        false,
      ).map(({ name }) => name),
      ["curve 0", "curve 1", "curve 2"],
    );
});
