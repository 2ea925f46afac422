import assert from "node:assert/strict";
import { test } from "node:test";
import { integrate } from "./integrate.js";
import { exp } from "../arithmetic/functions.js";
import { fitsSimpson, sampledIntegral } from "./sampled.js";
import { tabulate } from "../arithmetic/vectors.js";

test("Simpson's rule on an even number of equal intervals is exact for cubics: ∫_0^2 x³ dx = 4", () => {
  const x = tabulate(5, i => i / 2);
  assert.ok(fitsSimpson(x));
  assert.equal(
    sampledIntegral(
      x,
      x.map(v => v * v * v),
    ),
    4,
  );
});

test("on other grids the trapezoidal rule takes over, exact for straight lines", () => {
  for (const x of [tabulate(4, i => i), Float64Array.of(0, 1, 4), Float64Array.of(2, 3)]) {
    assert.ok(!fitsSimpson(x));
    const last = x[x.length - 1];
    assert.equal(sampledIntegral(x, x), (last * last - x[0] * x[0]) / 2);
  }
});

test("the error of Simpson's rule falls like h⁴ and that of the trapezoidal rule like h²", () => {
  const error = (n: number): number => {
    const x = tabulate(n + 1, i => i / n);
    return Math.abs(sampledIntegral(x, x.map(exp)) - (exp(1) - 1));
  };
  assert.ok(Math.abs(Math.log2(error(8) / error(16)) - 4) < 0.05);
  assert.ok(Math.abs(Math.log2(error(9) / error(19)) - 2 * Math.log2(19 / 9)) < 0.05);
});

test("no interval and no number: the integral over one time is 0", () =>
  assert.equal(sampledIntegral(Float64Array.of(1), Float64Array.of(5)), 0));

test("adaptive Gauss-Kronrod integrates a kink, ∫_0^1 |x - 1/3| dx = 5/18, and a narrow bell to 1e-12", () => {
  assert.ok(Math.abs(integrate(x => Math.abs(x - 1 / 3), 0, 1) - 5 / 18) < 1e-12);
  assert.ok(Math.abs(integrate(x => exp(-x * x * 1e4), -1, 1) - Math.sqrt(Math.PI) / 100) < 1e-12);
});
