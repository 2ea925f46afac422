import assert from "node:assert/strict";
import { vec } from "../../arithmetic/vectors.js";
import { test } from "node:test";
import { log } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { negativeLogLikelihood, polynomial, polynomialDensity } from "./exponential-family.js";

test("∇V, V″ of a polynomial and ∇V, ∇²V of a log-likelihood, by central differences, 1e-6", () => {
  const V = polynomial([1, 2, 4], [0.3, -1, 0.2]);
  const slope = (x: number): number => (V.value(vec(x + 1e-5)) - V.value(vec(x - 1e-5))) / 2e-5;
  assert.ok(Math.abs(slope(0.7) - V.gradient(vec(0.7))[0]) < 1e-6);
  assert.ok(Math.abs((V.gradient(vec(0.7 + 1e-5))[0] - V.gradient(vec(0.7 - 1e-5))[0]) / 2e-5 - V.second!(0.7)) < 1e-6);
  const L = negativeLogLikelihood([1, 2, 4], [-3, 3], normals(stream(1, "x"), 20));
  const theta = vec(0.2, -0.4, 0.3);
  for (const i of [0, 1, 2]) {
    const moved = (s: number): Vec => theta.map((value, j) => (j === i ? value + s : value));
    assert.ok(Math.abs((L.value(moved(1e-5)) - L.value(moved(-1e-5))) / 2e-5 - L.gradient(theta)[i]) < 1e-6);
    const below = L.gradient(moved(-1e-5));
    const column = L.gradient(moved(1e-5)).map((g, j) => (g - below[j]) / 2e-5);
    for (const j of [0, 1, 2]) assert.ok(Math.abs(column[j] - L.hessian!(theta)[3 * j + i]) < 1e-6);
  }
});

test("the likelihood of x, x² on a wide interval is that of N(m, s²) for θ = (-m, ½)/s²: V = ½ log 2πs² + mean (x-m)²/2s²", () => {
  const x = vec(-1, 0.4, 2);
  const [m, s2] = [0.7, 1.3];
  const L = negativeLogLikelihood([1, 2], [-14, 14], x);
  const density = x.reduce((s, y) => s + (y - m) * (y - m), 0) / 3 / (2 * s2) + log(2 * Math.PI * s2) / 2;
  assert.ok(Math.abs(L.value(vec(-m / s2, 1 / (2 * s2))) - density) < 1e-12);
});

test("a density e^{-V} has the moments of its quadrature, and none where V falls", () => {
  const law = polynomialDensity(polynomial([2], [0.5 / 1.7]));
  assert.ok(Math.abs(law.moments!.covariance[0] - 1.7) < 1e-10);
  assert.throws(() => polynomialDensity(polynomial([3], [1])), /rise on both sides/);
  assert.throws(() => polynomial([1, 2], [1]), /2 powers needs as many coefficients/);
  assert.throws(() => negativeLogLikelihood([2], [-1, 1], vec(0.5, 3)), /outside of the interval/);
});
