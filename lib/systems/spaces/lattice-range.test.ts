import assert from "node:assert/strict";
import test from "node:test";
import { finiteSet } from "./finite-set.js";
import { grid1d } from "./grid1d.js";
import { grid2d } from "./grid2d.js";

const vec = (...x: number[]): Float64Array => Float64Array.from(x);
const refused = (make: () => unknown, label: string): void => assert.throws(make, /^Error: refused: |refused: /, label);

test("A5: a grid from code needs [a, b] with a < b and b - a finite in every direction", () => {
  const bad = [
    [1, 0],
    [0, 0],
    [NaN, 1],
    [0, NaN],
    [0, Infinity],
    [-Infinity, 0],
    [-1e308, 1e308],
  ] as const;
  for (const interval of bad)
    for (const periodic of [false, true]) {
      refused(() => grid1d({ n: 8, interval, periodic }), `grid1d ${interval.join()}`);
      refused(() => grid2d({ shape: [4, 5], box: [interval, [0, 1]], periodic }), `grid2d x ${interval.join()}`);
      refused(() => grid2d({ shape: [4, 5], box: [[0, 1], interval], periodic }), `grid2d y ${interval.join()}`);
    }
  assert.equal(grid1d({ n: 8, interval: [-2, 1] }).size, 8);
});

test("A5: a finite set from code needs n × dim finite coordinates and edges between its nodes", () => {
  for (const points of [vec(0, 1), vec(0, 1, NaN), vec(0, 1, Infinity), vec(0, 1, 2, 3)])
    refused(() => finiteSet({ n: 3, points }), `points ${points.join()}`);
  for (const edge of [
    [0, 3],
    [-1, 0],
    [0.5, 1],
    [NaN, 1],
  ] as const)
    // prettier-ignore
    refused(() => finiteSet({ n: 3, edges: [edge] }), `edge ${edge.join()}`);
  assert.equal(finiteSet({ n: 3, points: vec(0, 0, 1, 1, 2, 2), edges: [[0, 2]] }).size, 3); // prettier-ignore
});
