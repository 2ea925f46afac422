import assert from "node:assert/strict";
import { test } from "node:test";
import { exp, sin } from "../../arithmetic/functions.js";
import { packed, type Packed, unpacked } from "./packed.js";
import { simplified } from "./simplify.js";

const axes = {
  xaxis: { range: [0, 10], domain: [0, 1] },
  yaxis: { range: [-3, 0], domain: [0, 1], type: "log" },
  width: 1000,
  height: 500,
};
const curve = (x: readonly (number | null)[], y: readonly (number | null)[]): Readonly<Record<string, unknown>> => ({
  type: "scatter",
  mode: "lines",
  x,
  y,
  line: {},
});
const thin = (trace: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  simplified({ data: [trace], layout: axes }).data[0];
const list = (value: unknown): readonly number[] => Array.from(value as ArrayLike<number>);
const grid = (n: number, end: number): readonly number[] => Array.from({ length: n }, (_, i) => (end * i) / (n - 1));

/** Value at `x` of the polygon through the points (xs, ys). */
function polygonAt(xs: readonly number[], ys: readonly number[], x: number): number {
  const b = Math.max(
    1,
    xs.findIndex(value => value >= x),
  );
  const a = b - 1;
  return ys[a] + ((ys[b] - ys[a]) * (x - xs[a])) / (xs[b] - xs[a]);
}

test("a curve keeps its ends and is nowhere farther than 0.1 px from where it was, on log axes too", () => {
  const x = grid(2001, 10);
  const y = x.map(v => exp(-0.5 * v + 0.1 * sin(3 * v)));
  const kept = thin(curve(x, y));
  const [u, v] = [list(kept["x"]), list(kept["y"])];
  assert.ok(u.length < x.length / 10, `${u.length} points`);
  assert.deepEqual(
    [u[0], v[0], u.at(-1), v.at(-1)],
    [x[0], y[0], x.at(-1), y.at(-1)].map(value => Math.fround(value ?? NaN)),
  );
  const pixel = (value: number): number => (500 / 3) * Math.log10(value);
  const far = x.map((at, i) => Math.abs(polygonAt(u, v.map(pixel), at) - pixel(y[i])));
  assert.ok(
    Math.max(...far) <= 0.15,
    "0.1 px across the curve are at most 0.1/cos of its slope, here 0.15 px, upwards",
  );
});

test("gaps stay gaps, single points stay, and short curves, markers and figures without fixed axes stay as they are", () => {
  const x = [...grid(101, 4), null, 5, null, ...grid(101, 3)];
  const y = x.map(v => (v === null ? null : 1));
  assert.deepEqual(list(thin(curve(x, y))["x"]), [0, 4, NaN, 5, NaN, 0, 3]);
  for (const trace of [
    curve(grid(100, 1), grid(100, 1)),
    { ...curve(x, y), mode: "markers" },
    { ...curve(x, y), line: { shape: "hv" } },
    { ...curve(x, y), yaxis: "y7" },
  ])
    assert.equal(thin(trace), trace);
});

test("of many curves also the short ones are simplified", () => {
  const many = simplified({
    data: Array.from({ length: 20 }, () =>
      curve(
        grid(30, 1),
        grid(30, 1).map(() => 1),
      ),
    ),
    layout: axes,
  });
  for (const trace of many.data) assert.deepEqual(list(trace["x"]), [0, 1]);
});

test("a field keeps its border, and all its values up to 0.5 % of its range by bilinear interpolation", () => {
  const x = grid(80, 1);
  const y = grid(60, 1);
  const z = y.map(v => x.map(u => exp(-40 * (u - 0.3) * (u - 0.3) - 10 * (v - 0.6) * (v - 0.6))));
  const kept = thin({ type: "contour", x, y, z });
  const [u, v, w] = [list(kept["x"]), list(kept["y"]), kept["z"] as readonly (readonly number[])[]];
  assert.ok(u.length * v.length < (80 * 60) / 4, `${v.length} x ${u.length} values`);
  assert.deepEqual([u[0], u.at(-1), v[0], v.at(-1)], [0, 1, 0, 1]);
  const field = (a: number, b: number): number =>
    polygonAt(
      v,
      w.map(row => polygonAt(u, row, a)),
      b,
    );
  const far = y.map((b, j) => Math.max(...x.map((a, i) => Math.abs(field(a, b) - z[j][i]))));
  assert.ok(Math.max(...far) <= 0.005, `${Math.max(...far)}`);
});

test("numbers are packed with seven digits, and gaps as NaN, which plotly does not join", () => {
  const round = (x: readonly (number | null)[] | Float32Array): readonly number[] =>
    unpacked(packed({ x })["x"] as Packed);
  for (const numbers of [grid(20, Math.PI), grid(101, Math.PI)]) {
    assert.deepEqual(round([...numbers, null]), [...numbers.map(Math.fround), NaN]);
    assert.deepEqual(round(new Float32Array([...numbers, NaN])), [...numbers.map(Math.fround), NaN]);
  }
});
