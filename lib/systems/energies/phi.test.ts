import assert from "node:assert/strict";
import { test } from "node:test";
import { phi, phiPrime } from "./phi.js";

const POWERS = [-2, -1, -1e-9, 0, 1e-12, 0.25, 0.5, 1 - 1e-11, 1, 1 + 1e-9, 1.5, 2, 3];

test("phi_p(1) = phi_p'(1) = 0 and phi_p''(1) = 1 for every p: phi_p(1 + h) = h²/2 (1 + O(h)), digits kept down to h = 1e-7", () => {
  for (const p of POWERS) {
    assert.equal(phi(p, 1), 0);
    assert.equal(phiPrime(p, 1), 0);
    for (const h of [1e-3, 1e-5, 1e-7])
      assert.ok(Math.abs(phi(p, 1 + h) / ((h * h) / 2) - 1) < 3 * h, `p = ${p}, h = ${h}`);
  }
});

test("phi_p is the integral of phi_p': Simpson over [1, s] agrees to 1e-9", () => {
  for (const p of POWERS)
    for (const s of [0.2, 0.9, 1.3, 4, 20]) {
      const n = 2000;
      const h = (s - 1) / n;
      let total = 0;
      for (let i = 0; i <= n; i++) total += phiPrime(p, 1 + i * h) * (i === 0 || i === n ? 1 : i % 2 ? 4 : 2);
      assert.ok(Math.abs((total * h) / 3 - phi(p, s)) <= 1e-9 * (1 + phi(p, s)), `p = ${p}, s = ${s}`);
    }
});

test("phi_2(s) = (s-1)²/2, phi_{1/2}(s) = 2 (sqrt(s) - 1)², phi_{-1}(s) = (s-1)²/(2s), over twelve decades", () => {
  for (const s of [1e-6, 0.1, 0.5, 0.999, 1.001, 2, 100, 1e6]) {
    const expected = { "2": (s - 1) ** 2 / 2, "0.5": 2 * (Math.sqrt(s) - 1) ** 2, "-1": (s - 1) ** 2 / (2 * s) };
    for (const [p, value] of Object.entries(expected))
      assert.ok(Math.abs(phi(Number(p), s) / value - 1) < 2e-12, `p = ${p}, s = ${s}`);
  }
});

test("phi_p(0) = 1/p for p > 0 and +infinity otherwise", () => {
  assert.deepEqual(
    [2, 1, 0.5, 0, -1].map(p => phi(p, 0)),
    [0.5, 1, 2, Infinity, Infinity],
  );
});

test("duality s phi_p(1/s) = phi_{1-p}(s)", () => {
  for (const p of POWERS)
    for (const s of [0.01, 0.8, 1.1, 7])
      assert.ok(Math.abs((s * phi(p, 1 / s)) / phi(1 - p, s) - 1) < 1e-12, `p = ${p}, s = ${s}`);
});

test("A1: below 0 a divergence is +∞ where φ_p is no polynomial: no minimising step leaves the cone", () => {
  for (const p of [-1, 0, 0.5, 1, 1.5])
    for (const s of [-1e-300, -1e-9, -0.3, -1, -7.1, -1e9]) assert.equal(phi(p, s), Infinity, `p = ${p}, s = ${s}`);
  assert.ok(Math.abs(phi(2, -1) - 2) < 1e-15 && Math.abs(phi(3, -1) - 2 / 3) < 1e-14);
});
