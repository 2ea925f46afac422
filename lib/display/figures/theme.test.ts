import assert from "node:assert/strict";
import { test } from "node:test";
import { alpha, contrast, mix, ramp } from "./colour.js";
import { themeOf, type GeometryKey } from "./theme.js";

const MODES = ["light", "dark"] as const;

for (const mode of MODES)
  test(`${mode}: every colour that text has reaches the contrast 4.5 : 1 with the paper (WCAG AA)`, () => {
    const theme = themeOf(mode);
    for (const colour of [theme.ink, theme.muted, theme.ok, theme.bad, ...Object.values(theme.geometry)])
      assert.ok(contrast(colour, theme.paper) >= 4.45, `${colour}: ${contrast(colour, theme.paper)}`);
  });

for (const mode of MODES)
  test(`${mode}: a sequence moves away from the paper, step by step, and keeps 3 : 1 as large text needs`, () => {
    const theme = themeOf(mode);
    for (const key of Object.keys(theme.geometry) as GeometryKey[]) {
      const colours = theme.sequence(key, 7);
      assert.equal(new Set(colours).size, 7, key);
      for (const colour of colours)
        assert.ok(contrast(colour, theme.paper) >= 2.95, `${key} ${colour} ${contrast(colour, theme.paper)}`);
      assert.deepEqual(theme.sequence(key, 1), [theme.geometry[key]]);
    }
  });

test("mix(a, b, 0) = a and mix(a, b, 1) = b: OKLab and back is exact to the byte", () => {
  for (const [a, b] of [
    ["#ffffff", "#12161b"],
    ["#a3320a", "#59a2fe"],
    ["#000000", "#ffffff"],
  ]) {
    assert.equal(mix(a, b, 0), a);
    assert.equal(mix(a, b, 1), b);
    assert.equal(ramp([a, b])(0.5), mix(a, b, 0.5));
  }
  assert.equal(alpha("#a3320a", 0.1), "rgba(163,50,10,0.1)");
});

test("black on white has the contrast 21", () => {
  assert.ok(Math.abs(contrast("#000000", "#ffffff") - 21) < 1e-12);
});
