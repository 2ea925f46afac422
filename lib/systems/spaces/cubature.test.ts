import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import { hellinger, stein, wasserstein } from "../geometries/named.js";
import { linearKernel } from "../kernels/polynomial.js";
import { erfc, exp, pow } from "../../arithmetic/functions.js";
import { matmul, matvec } from "../../compute/index.js";
import { add, concat, dot, maxAbs, scale, subtract, sum, tabulate, times } from "../../arithmetic/vectors.js";
import { stream } from "../../arithmetic/random.js";
import { onsager } from "../system.js";
import { type Cubature, hermitePoints, hermiteRule, sigmaPoints, trapezoidRule } from "./cubature.js";
import { gaussian } from "./gaussian.js";

const random = stream(5, "spaces");

const draws = (n: number, a = -1, b = 1): Vec => tabulate(n, () => a + (b - a) * random.uniform());

const distance = (a: Vec, b: Vec): number => maxAbs(subtract(a, b));

test("Gauss-Hermite rules integrate degree 2n - 1 exactly, tensor rules and sigma points theirs", () => {
  const odd = (n: number): number => (n <= 1 ? 1 : n * odd(n - 2));
  for (const n of [1, 2, 3, 7, 12, 24, 33, 64]) {
    const { points, weights } = hermiteRule(n);
    if (n % 2 === 1) assert.equal(points[(n - 1) / 2], 0);
    for (let m = 0; m <= Math.min(2 * n - 1, 20); m++) {
      const moment = dot(
        weights,
        points.map(x => pow(x, m)),
      );
      assert.ok(
        Math.abs(moment - (m % 2 === 0 ? odd(m - 1) : 0)) < 1e-12 * Math.max(1, odd(m)),
        `n = ${n}, x^${m}: ${moment}`,
      );
    }
  }
  const { points, weights } = hermitePoints(2, 3);
  const coordinate = (c: number): Vec => tabulate(9, i => points[2 * i + c]);
  assert.ok(
    Math.abs(dot(weights, times(times(coordinate(0), coordinate(0)), times(coordinate(1), coordinate(1)))) - 1) < 1e-14,
  );
  assert.ok(Math.abs(sum(sigmaPoints(3).weights) - 1) < 1e-15);
});

test("a pole at ρ = 0.2: E ρ²/(ρ² + Z²) by trapezoids to exp(-2πρ/h), not by 64 Hermite points", () => {
  const rho = 0.2;
  const exactly = rho * Math.sqrt(Math.PI / 2) * exp((rho * rho) / 2) * erfc(rho / Math.SQRT2);
  const by = ({ points, weights }: Cubature): number =>
    Math.abs(
      dot(
        weights,
        points.map(z => (rho * rho) / (rho * rho + z * z)),
      ) - exactly,
    );
  assert.ok(by(trapezoidRule(1 / 20)) < 1e-11);
  const coarse = by(trapezoidRule(1 / 10));
  assert.ok(coarse > 1e-7 && coarse < 1e-5, `${coarse}`);
  assert.ok(by(hermiteRule(64)) > 1e-3);
});

const transpose = (a: Vec, d: number): Vec => tabulate(d * d, k => a[(k % d) * d + Math.floor(k / d)]);

test("cubature carriers reproduce Bures, Fisher-Rao and Stein with k = x·y + 1 exactly, d = 1, 2, 3", () => {
  for (const d of [1, 2, 3]) {
    const space = gaussian(d);
    const root = draws(d * d);
    const m = draws(d);
    const b = draws(d);
    const raw = draws(d * d);
    const S = add(
      matmul(root, transpose(root, d), d),
      tabulate(d * d, k => (k % (d + 1) === 0 ? 0.3 : 0)),
    );
    const C = add(raw, transpose(raw, d));
    const u = concat(m, S);
    const xi = { value: concat(b, C), temperature: 0 };
    const CS = matmul(C, S, d);
    const outer = tabulate(d * d, k => b[Math.floor(k / d)] * m[k % d]);
    const AS = matmul(add(outer, CS), S, d);
    assert.ok(distance(onsager(space, wasserstein, u, xi), concat(b, add(CS, transpose(CS, d)))) < 1e-13);
    assert.ok(distance(onsager(space, hellinger, u, xi), concat(matvec(S, b), matmul(S, CS, d))) < 1e-12);
    const mean = add(scale(1 + dot(m, m), b), matvec(CS, m));
    assert.ok(distance(onsager(space, stein(linearKernel), u, xi), concat(mean, add(AS, transpose(AS, d)))) < 1e-12);
  }
});
