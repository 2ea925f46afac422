import assert from "node:assert/strict";
import test from "node:test";
import { pow } from "../../../arithmetic/functions.js";
import { NO_TICKS, type Panel } from "../canvas.js";
import { themeOf } from "../theme.js";
import { placedTriangles } from "./placed-triangles.js";

test("over six decades the triangle of y = x^p stands clear of the curve: what lies decades away is not looked at", () => {
  const x = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1];
  const panel: Panel = {
    id: 1,
    box: { x: 84, y: 120, width: 770, height: 270 },
    x: { range: [1e-6, 0.1], log: true, ticks: NO_TICKS },
    y: { range: [1e-6, 1], log: true, ticks: NO_TICKS },
  };
  for (const p of [0.5, 1]) {
    const [{ data = [] }] = placedTriangles(themeOf("light"), panel, [{ x, y: x.map(v => pow(v, p)) }], [p]);
    const corners = data[0] as unknown as { readonly x: readonly number[]; readonly y: readonly number[] };
    corners.x.forEach((v, i) => assert.ok(corners.y[i] < pow(v, p), `${v}: ${corners.y[i]}`));
  }
});
