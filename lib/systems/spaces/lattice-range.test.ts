import assert from "node:assert/strict";
import test from "node:test";
import { maxAbs, subtract } from "../../arithmetic/vectors.js";
import { implicitEuler } from "../../dynamics/integrators/implicit/implicit-euler.js";
import { solve } from "../../dynamics/solve.js";
import { entropy } from "../energies/free-energy.js";
import { wasserstein } from "../geometries/named.js";
import { negativeLogLikelihood } from "../measures/exponential-family.js";
import { uniformOn } from "../measures/uniform.js";
import { finiteSet } from "./finite-set.js";
import { grid1d } from "./grid1d.js";
import { grid2d } from "./grid2d.js";

const vec = (...x: number[]): Float64Array => Float64Array.from(x);
const refused = (make: () => unknown, label: string): void => assert.throws(make, /^Error: refused: |refused: /, label);

/** Intervals without a length, a square of it or its inverse, or with one below the rounding of its ends. */
const BAD = [
  [1, 0],
  [0, 0],
  [NaN, 1],
  [0, NaN],
  [0, Infinity],
  [-Infinity, 0],
  [-1e308, 1e308],
  [0, 5e-324],
  [0, 1e-320],
  [-1e-160, 1e-160],
  [0, 1e-101],
  [0, 1e101],
  [-1e160, 0],
  [1e200, 2e200],
  [1, 1 + 1e-13],
  [1e16, 1e16 + 64],
] as const;

test("A5: a grid from code needs [a, b] whose cells have a width with a square and differ, in every direction", () => {
  for (const interval of BAD)
    for (const periodic of [false, true]) {
      refused(() => grid1d({ n: 8, interval, periodic }), `grid1d ${interval.join()}`);
      refused(() => grid2d({ shape: [4, 5], box: [interval, [0, 1]], periodic }), `grid2d x ${interval.join()}`);
      refused(() => grid2d({ shape: [4, 5], box: [[0, 1], interval], periodic }), `grid2d y ${interval.join()}`);
    }
  assert.equal(grid1d({ n: 8, interval: [-2, 1] }).size, 8);
});

test("A5: so do the intervals of uniform laws and of energy-based models, but for the cells", () => {
  for (const [a, b] of BAD.slice(0, -2)) {
    refused(() => uniformOn(a, b), `uniform ${a}, ${b}`);
    refused(() => negativeLogLikelihood([1], [a, b], vec(a)), `model ${a}, ${b}`);
  }
});

test("A5: the heat flow is the same in every unit of length from 1e-90 to 1e90, time in its square, and near 1e6", () => {
  const flow = (unit: number, shift: number): Float64Array => {
    const space = grid1d({ n: 8, interval: [shift, shift + 4 * unit] });
    const system = { space, energy: entropy(space, 1), geometry: wasserstein };
    const initial = vec(1, 1, 1, 1, 0.1, 0.1, 0.1, 0.1).map(m => m / 4.4);
    const { status, reason, final } = solve({ system, initial, end: unit * unit }, implicitEuler, { steps: 4 });
    assert.equal(status, "completed", reason);
    return final;
  };
  const expected = flow(1, 0);
  for (const [unit, shift] of [
    [1e-90, 0],
    [1e90, 0],
    [1, 1e6],
    [1e-3, -1e3],
  ] as const)
    assert.ok(maxAbs(subtract(flow(unit, shift), expected)) < 1e-8, `${unit}, ${shift}`);
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
    refused(() => finiteSet({ n: 3, edges: [edge] }), `edge ${edge.join()}`);
  assert.equal(finiteSet({ n: 3, points: vec(0, 0, 1, 1, 2, 2), edges: [[0, 2]] }).size, 3);
});
