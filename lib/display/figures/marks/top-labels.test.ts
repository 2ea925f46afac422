import assert from "node:assert/strict";
import test from "node:test";
import { exp } from "../../../arithmetic/functions.js";
import { NO_TICKS, pixelX, pixelY, type Panel } from "../canvas.js";
import { isBell, overTops, type Bell } from "./top-labels.js";

const panel: Panel = {
  id: 1,
  box: { x: 84, y: 120, width: 770, height: 232 },
  x: { range: [-3, 4], ticks: NO_TICKS },
  y: { range: [0, 0.85], ticks: NO_TICKS },
};
const X = Array.from({ length: 141 }, (_, i) => -3 + i / 20);
const density = (mean: number, variance: number): readonly number[] =>
  X.map(x => exp(-((x - mean) * (x - mean)) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance));
const named = (text: string, y: readonly number[]): Bell => ({ text, colour: "#000", stroke: { x: X, y } });

test("a bell rises from the foot of a linear panel and comes down to it; what ends high, or is low, is none", () => {
  const y = density(0.8, 0.4);
  assert.equal(isBell(panel.y, { x: X, y }), true);
  assert.equal(isBell({ range: [1e-3, 1], log: true }, { x: X, y }), false);
  assert.equal(isBell(panel.y, { x: X, y: X.map(x => exp(-x * x) * 0.1) }), false);
  assert.equal(isBell(panel.y, { x: X, y: X.map(x => 1 / (1 + exp(-x))) }), false);
});

test("names over the tops of nested densities meet no curve and one another; where there is no room there are none", () => {
  const bells = [density(0.65, 0.69), density(0.77, 0.455), density(0.88, 0.25)].map((y, i) => named(`t = ${i}`, y));
  const names =
    overTops(
      panel,
      bells,
      bells.map(({ stroke }) => stroke),
    ) ?? assert.fail("there is room");
  assert.equal(names.length, 3);
  for (const { left, right, upper, lower } of names)
    for (const { stroke } of bells)
      stroke.x.forEach((x, i) => {
        const [across, down] = [pixelX(panel, x), pixelY(panel, stroke.y[i])];
        assert.ok(!(across > left && across < right && down > upper && down < lower), `${x}`);
      });
  const twins = [named("the first of two", density(0, 0.3)), named("the second of two", density(0, 0.3001))];
  assert.equal(
    overTops(
      panel,
      twins,
      twins.map(({ stroke }) => stroke),
    ),
    undefined,
  );
});
