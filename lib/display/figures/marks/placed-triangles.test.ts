import assert from "node:assert/strict";
import test from "node:test";
import { pow } from "../../../arithmetic/functions.js";
import { NO_TICKS, pixelX, pixelY, type Panel } from "../canvas.js";
import { themeOf } from "../theme.js";
import { placedTriangles } from "./placed-triangles.js";

test("over six decades the triangle of y = x^p stands clear of the curve, whatever lies decades away", () => {
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

const RATES: Panel = {
  id: 1,
  box: { x: 84, y: 120, width: 640, height: 270 },
  x: { range: [0.05, 1.2], log: true, ticks: NO_TICKS },
  y: { range: [1e-5, 1], log: true, ticks: NO_TICKS },
};
const H = [0.0625, 0.125, 0.25, 0.5, 1] as const;
const power = (c: number, p: number): readonly number[] => H.map(h => c * pow(h, p));

interface Drawing {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** The triangles with the names beside their upright sides, px. */
function drawings(curves: Parameters<typeof placedTriangles>[2], slopes: readonly number[]): readonly Drawing[] {
  return placedTriangles(themeOf("light"), RATES, curves, slopes).map(({ data = [] }, i) => {
    const { x, y } = data[0] as unknown as { readonly x: readonly number[]; readonly y: readonly number[] };
    const [across, up] = [x.map(v => pixelX(RATES, v)), y.map(v => pixelY(RATES, v))];
    return {
      left: Math.min(...across) - (slopes[i] < 0 ? 60 : 0),
      right: Math.max(...across) + (slopes[i] < 0 ? 0 : 60),
      low: Math.max(...up),
      high: Math.min(...up),
    };
  });
}

test("triangles of two slopes keep off the curves, whichever way their points are listed, and off each other's names", () => {
  const rates = [
    { x: H, y: power(0.5, 1) },
    { x: H, y: power(3e-3, 2) },
  ];
  const reversed = rates.map(({ x, y }) => ({ x: [...x].reverse(), y: [...y].reverse() }));
  const crossing = [
    { x: H, y: power(0.5, 1) },
    { x: H, y: power(2e-3, -1) },
  ];
  for (const [curves, slopes] of [
    [rates, [1, 2]],
    [reversed, [1, 2]],
    [crossing, [1, -1]],
  ] as const) {
    const drawn = drawings(curves, slopes);
    assert.equal(drawn.length, 2);
    assert.ok(drawn[0].right < drawn[1].left || drawn[1].right < drawn[0].left, JSON.stringify(drawn));
    for (const { left, right, low, high } of drawn)
      for (const { x, y } of curves)
        x.forEach((v, i) => {
          const [at, height] = [pixelX(RATES, v), pixelY(RATES, y[i])];
          assert.ok(at < left || at > right || height < high || height > low, `a point of ${v} in ${left}, ${right}`);
        });
  }
});
