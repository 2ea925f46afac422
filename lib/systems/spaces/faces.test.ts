import assert from "node:assert/strict";
import { test } from "node:test";
import { finiteSet } from "./finite-set.js";
import { grid1d } from "./grid1d.js";
import { grid2d } from "./grid2d.js";

const spaces = [
  grid1d({ n: 7, interval: [-1, 2.5] }),
  grid2d({ shape: [4, 3], box: [[-1, 2], [0.5, 4]] }), // prettier-ignore
];

test("every face of a grid lies halfway between the centres that it parts, which are a + (i + ½)h in each direction", () => {
  for (const { dim, lattice } of spaces)
    for (const { from, to, midpoints } of lattice.groups)
      midpoints.forEach((x, k) => {
        const [e, c] = [Math.floor(k / dim), k % dim];
        const [p, q] = [from[e], to[e]].map(node => lattice.points[node * dim + c]);
        assert.ok(Math.abs(x - (p + q) / 2) < 1e-15 * 8, `${x} between ${p} and ${q}`);
      });
  const [line, plane] = spaces.map(({ lattice }) => lattice.points);
  line.forEach((x, i) => assert.ok(Math.abs(x - (-1 + (i + 0.5) * 0.5)) < 1e-15 * 8));
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 3; j++) {
      const k = 2 * (3 * i + j);
      assert.ok(Math.abs(plane[k] - (-1 + (i + 0.5) * 0.75)) < 1e-15 * 8, "x");
      assert.ok(Math.abs(plane[k + 1] - (0.5 + ((j + 0.5) * 3.5) / 3)) < 1e-15 * 8, "y");
    }
});

test("every edge of a finite set has its middle halfway between its ends, and the direction from one to the other", () => {
  const points = Float64Array.of(1, 2, 5, -1, 0.5, 4);
  const edges = [[0, 1], [2, 1], [0, 2]] as const; // prettier-ignore
  const { groups } = finiteSet({ n: 3, points, edges }).lattice;
  edges.forEach(([a, b], e) => {
    const length = Math.hypot(points[2 * b] - points[2 * a], points[2 * b + 1] - points[2 * a + 1]);
    for (const c of [0, 1]) {
      const [from, to] = [points[2 * a + c], points[2 * b + c]];
      assert.ok(Math.abs(groups[0].midpoints[2 * e + c] - (from + to) / 2) < 1e-15 * 8, `middle of edge ${e}`);
      assert.ok(Math.abs(groups[0].directions[2 * e + c] - (to - from) / length) < 1e-15, `direction of edge ${e}`);
    }
  });
});
