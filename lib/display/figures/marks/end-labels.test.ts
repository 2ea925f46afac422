import assert from "node:assert/strict";
import test from "node:test";
import { NO_TICKS, type Panel } from "../canvas.js";
import { themeOf } from "../theme.js";
import { endLabels } from "./end-labels.js";

const panel: Panel = {
  id: 1,
  box: { x: 84, y: 120, width: 770, height: 232 },
  x: { range: [0, 1], ticks: NO_TICKS },
  y: { range: [0, 1], ticks: NO_TICKS },
};

test("names of curves that end at one pixel are pushed apart and joined together, though 0.8 is not 0.8 (1 + 10⁻¹⁵)", () => {
  const ends = [0.8, 0.8 * (1 + 1e-15)].map((x, i) => ({ x, y: 0.5 + 1e-3 * i, text: `curve ${i}`, colour: "#000" }));
  const { annotations = [], shapes = [] } = endLabels(themeOf("light"), panel, ends);
  assert.equal(annotations.length, 2);
  assert.equal(shapes.length, 2);
});
