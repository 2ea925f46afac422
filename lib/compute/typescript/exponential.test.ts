import assert from "node:assert/strict";
import { test } from "node:test";
import { exponentialRow } from "./exponential.js";
import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";

const exponential = (x: Vec, rate = 1, factor = 1): Vec => {
  const out = new Float64Array(x.length);
  exponentialRow(factor, rate)(x, x.length, out);
  return out;
};

/** exp(-x) · 2^180 by its Taylor series in integers, for a double x in [0, 700]: exp(-x) = exp(-x/1024)^1024. */
function exact(x: number): bigint {
  const bits = 180n;
  const scaled = (BigInt(x * 2 ** 60) << bits) >> 70n;
  let term = 1n << bits;
  let sum = term;
  for (let k = 1n; term !== 0n; k++) {
    term = (-term * scaled) / (k << bits);
    sum += term;
  }
  for (let k = 0; k < 10; k++) sum = (sum * sum) >> bits;
  return sum;
}

test("|exp(-x) computed - exp(-x)| < 1 ulp, against integer arithmetic with 180 bits", () => {
  const random = stream(1, "exponents");
  // multiples of 2^-60 below 2^-8, and of 2^-44 up to 20, are exact as integers and leave 100 bits below the result
  const draw = (bits: number, range: number): number => random.integer(range * 2 ** bits) / 2 ** bits;
  const x = Float64Array.from({ length: 4000 }, (_, i) => (i % 2 ? draw(60, 2 ** -8) : draw(44, 20)));
  const computed = exponential(x);
  let worst = 0;
  x.forEach((v, i) => {
    const difference = exact(v) - ((BigInt(Math.round(computed[i] * 2 ** 100)) << 80n) as bigint);
    const ulp = 2 ** (Math.floor(Math.log2(computed[i])) - 52);
    worst = Math.max(worst, Math.abs(Number(difference) / 2 ** 180) / ulp);
  });
  assert.ok(worst < 1, `${worst} ulp`);
  assert.ok(worst > 0.5, "a table that were better than correct rounding would mean that the check is broken");
});

test("exp(0) = 1, exp(-∞) = 0, NaN stays NaN, and results underflow gradually to the last subnormal number", () => {
  assert.deepEqual(exponential(Float64Array.of(0, Infinity, 1e6)), Float64Array.of(1, 0, 0));
  assert.ok(Number.isNaN(exponential(Float64Array.of(NaN))[0]));
  assert.equal(exponential(Float64Array.of(745))[0], Number.MIN_VALUE);
  const x = Float64Array.from({ length: 500 }, (_, k) => 600 + 0.29 * k);
  // within one unit of the last subnormal place of the platform's own function, which is accurate, if not portable
  exponential(x).forEach((v, i) =>
    assert.ok(Math.abs(v - Math.exp(-x[i])) <= Math.max(Number.MIN_VALUE, 3e-16 * v), `${x[i]}`),
  );
});

test("exp(-a s) factor is decreasing in s over a fine grid and across the table's cells", () => {
  const x = Float64Array.from({ length: 200_000 }, (_, k) => k * 1e-4);
  const v = exponential(x, 2.5, 3);
  for (let k = 1; k < v.length; k++) assert.ok(v[k] <= v[k - 1], `${x[k]}`);
});

test("the bits of exp(-x) are the same for ever", () =>
  assert.deepEqual(exponential(Float64Array.of(0.1, 1, Math.PI, 10, 700)), GOLDEN));

const GOLDEN = Float64Array.of(
  0.9048374180359596,
  0.3678794411714423,
  0.04321391826377226,
  0.00004539992976248485,
  9.85967654375977e-305,
);
