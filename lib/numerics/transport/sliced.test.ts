import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import { costMatrix } from "./cost.js";
import { optimalTransport } from "./exact.js";
import { sliced, sliceDirections } from "./sliced.js";

const [n, m] = [7, 5];
const x = normals(stream(1, "x"), 2 * n);
const y = normals(stream(1, "y"), 2 * m);
const a = Float64Array.from({ length: n }, (_, i) => (i + 1) / 28);
const b = Float64Array.from({ length: m }, (_, i) => (i + 1) / 15);

test("along an axis SW_p^p is W_p^p of a coordinate, whatever the length of the direction: the linear program agrees to 1e-14", () => {
  const first = Float64Array.from({ length: n }, (_, i) => x[2 * i]);
  const second = Float64Array.from({ length: m }, (_, j) => y[2 * j]);
  for (const order of [1, 2] as const) {
    const program = optimalTransport(a, b, costMatrix(first, second, 1, order)).value;
    assert.ok(Math.abs(sliced({ x, a, y, b, dim: 2 }, order, Float64Array.of(3, 0)) - program) < 1e-14);
  }
});

test("shifted clouds: SW_2² = mean (θ·v)² → |v|²/d, within 5 standard errors of 4000 seeded directions", () => {
  const v = [0.6, -0.8];
  const shifted = x.map((c, k) => c + v[k % 2]);
  const directions = sliceDirections(4000, 2, stream(3, "directions"));
  const value = sliced({ x, a, y: shifted, b: a, dim: 2 }, 2, directions);
  // (θ·v)² = cos² has the mean ½ and the variance 1/8
  assert.ok(Math.abs(value - 0.5) < 5 * Math.sqrt(0.125 / 4000), `${value}`);
  assert.throws(
    () => sliced({ x, a, y, b, dim: 2 }, 2, Float64Array.of(1, 0, 0, 0)),
    /refused: direction 2 has the length 0/,
  );
});
