import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { erf } from "../../arithmetic/functions.js";
import { sum } from "../../arithmetic/vectors.js";
import { costMatrix } from "./cost.js";
import { displacedMasses, netInflow, passage } from "./displacement.js";
import { optimalTransport } from "./exact.js";
import { atomsOnLine, cellsOnLine, type LineMeasure, monotoneCost, monotonePieces } from "./monotone.js";

const cell = (n: number, a: number, b: number): { faces: Vec; midpoints: Vec; widths: Vec } => {
  const h = (b - a) / n;
  return {
    faces: Float64Array.from({ length: n + 1 }, (_, i) => a + i * h),
    midpoints: Float64Array.from({ length: n }, (_, i) => a + (i + 0.5) * h),
    widths: new Float64Array(n).fill(h),
  };
};
/** Exact cell masses of N(m, s²), both tails from their own side. */
const gaussianCells = (faces: Vec, m: number, s: number): Vec =>
  Float64Array.from(
    { length: faces.length - 1 },
    (_, i) => (erf((faces[i + 1] - m) / (s * Math.SQRT2)) - erf((faces[i] - m) / (s * Math.SQRT2))) / 2,
  );
const gaussians = (n: number): { faces: Vec; from: LineMeasure; to: LineMeasure } => {
  const { faces, midpoints, widths } = cell(n, -8, 12);
  const line = (m: number, s: number): LineMeasure => {
    const masses = gaussianCells(faces, m, s);
    const total = sum(masses);
    return cellsOnLine(
      midpoints,
      widths,
      masses.map(v => v / total),
    );
  };
  return { faces, from: line(-1, 0.5), to: line(2, 1.5) };
};

test("for atoms on the line the monotone plan costs what the network simplex finds, p = 1 and 2", () => {
  const x = Float64Array.of(0.3, -1, 2, 0.3, 5);
  const a = Float64Array.of(0.1, 0.2, 0.3, 0.15, 0.25);
  const y = Float64Array.of(4, 0, 0.5, -3);
  const b = Float64Array.of(0.4, 0.1, 0.2, 0.3);
  for (const order of [1, 2] as const) {
    const monotone = monotoneCost(monotonePieces(atomsOnLine(x, a), atomsOnLine(y, b)), order);
    assert.ok(Math.abs(monotone - optimalTransport(a, b, costMatrix(x, y, 1, order)).value) < 1e-14);
  }
});

test("uniform on [0,1] to uniform on [2,4]: W_2² = ∫ (2 + u)² du = 19/3 and W_1 = 5/2, exactly", () => {
  const unit = cellsOnLine(Float64Array.of(0.5), Float64Array.of(1), Float64Array.of(1));
  const wide = cellsOnLine(Float64Array.of(2.5, 3.5), Float64Array.of(1, 1), Float64Array.of(0.5, 0.5));
  assert.ok(Math.abs(monotoneCost(monotonePieces(unit, wide), 2) - 19 / 3) < 1e-15);
  assert.ok(Math.abs(monotoneCost(monotonePieces(unit, wide), 1) - 5 / 2) < 1e-15);
});

test("W_2²(N(-1, ½²), N(2, 1.5²)) = 3² + 1² = 10, with an error of order h² on cells of width h", () => {
  const errors = [200, 400, 800].map(n => {
    const { from, to } = gaussians(n);
    return Math.abs(monotoneCost(monotonePieces(from, to), 2) - 10);
  });
  assert.ok(errors[2] < (20 / 800) ** 2, `${errors}`);
  assert.ok(errors[0] / errors[1] > 3.5 && errors[1] / errors[2] > 3.5, `${errors}`);
});

test("the displaced measure starts at μ, ends at ν, and keeps its mass", () => {
  const { faces, from, to } = gaussians(300);
  const pieces = monotonePieces(from, to);
  displacedMasses(pieces, faces, 0).forEach((v, i) => assert.ok(Math.abs(v - from.masses[i]) < 1e-14));
  displacedMasses(pieces, faces, 1).forEach((v, i) => assert.ok(Math.abs(v - to.masses[i]) < 1e-14));
  for (const t of [0.1, 0.5, 0.9]) assert.ok(Math.abs(sum(displacedMasses(pieces, faces, t)) - 1) < 1e-14);
});

test("the rate is the time derivative of the displaced masses: the difference quotient over dt differs by rounding / dt", () => {
  const { faces, from, to } = gaussians(200);
  const pieces = monotonePieces(from, to);
  for (const t of [0.2137, 0.6173]) {
    const dt = 1e-7;
    const before = displacedMasses(pieces, faces, t - dt);
    const after = displacedMasses(pieces, faces, t + dt);
    netInflow(passage(pieces, faces, t)).forEach((v, i) =>
      assert.ok(Math.abs((after[i] - before[i]) / (2 * dt) - v) < 1e-5),
    );
  }
});

test("a shift by k cells: the velocity k h at every face, the flux with the mean of both densities", () => {
  const { faces, from } = gaussians(300);
  const [k, h] = [20, faces[1] - faces[0]];
  const to = { ...from, left: from.left.map(x => x + k * h), right: from.right.map(x => x + k * h) };
  const pieces = monotonePieces(from, to);
  const [n, shift] = [from.masses.length, 1e-9];
  for (const t of [0, 0.05, 0.35, 0.6, 0.9]) {
    const cells = Math.round(t * k);
    const passing = passage(pieces, faces, t);
    const rate = netInflow(passing);
    const moved = (i: number): number => (i >= cells ? from.masses[i - cells] : 0);
    passing.velocity.forEach((v, e) => {
      if (moved(e) > shift && moved(e + 1) > shift) assert.ok(Math.abs(v - k * h) < 1e-9, `${t} ${e}: ${v}`);
    });
    // k h (ρ_{i-½} - ρ_{i+½}) with ρ_{i+½} = (m_i + m_{i+1})/2h; rounding leaves slivers of 2e-15 in windows of 2e-6 h
    for (let i = 1; i < n - 1; i++)
      assert.ok(Math.abs(rate[i] - (k * (moved(i - 1) - moved(i + 1))) / 2) < 4e-9 * k, `${t} ${i}`);
  }
});
