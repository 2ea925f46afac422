import assert from "node:assert/strict";
import { test } from "node:test";
import { erfinv } from "./functions.js";
import { normalQuantile } from "./normal-quantile.js";

// below 2^-30 the argument 1 - 2p of erfinv loses the digits of p, so that the comparison ends there
test("Φ^{-1}(½ + q) = √2 erf^{-1}(2q) to 2e-15, from the middle to the 1e-9 tails, and odd in q", () => {
  const tails = Array.from({ length: 300 }, (_, i) => 0.5 - 0.5 / 2 ** (i / 10));
  const middle = Array.from({ length: 500 }, (_, i) => i / 1000);
  for (const q of [...middle, ...tails].filter(v => v > 0)) {
    assert.ok(Math.abs(normalQuantile(q) / (Math.SQRT2 * erfinv(2 * q)) - 1) < 2e-15, `q = ${q}`);
    assert.equal(normalQuantile(-q), -normalQuantile(q));
  }
  assert.equal(normalQuantile(0), 0);
});

test("Φ^{-1}(p) = √2 erf^{-1}(2p - 1) also at the outermost draws of 53 bits, p = 2^-54", () => {
  for (const p of [2 ** -54, 2 ** -45, 2 ** -40])
    assert.ok(Math.abs(normalQuantile(p - 0.5) / (Math.SQRT2 * erfinv(2 * p - 1)) - 1) < 1e-15);
});
