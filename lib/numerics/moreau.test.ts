import assert from "node:assert/strict";
import test from "node:test";
import { exp } from "../arithmetic/functions.js";
import { maxAbs, scale, subtract, tabulate, vec } from "../arithmetic/vectors.js";
import { matvec } from "../compute/index.js";
import { CHI2_CONJUGATE, KL_CONJUGATE, moreauEnvelope } from "./moreau.js";

const x = vec(-0.7, 0.1, 0.6, 1.4);
const b = vec(0.1, 0.3, 0.4, 0.2);
const k = tabulate(16, ij => exp(-0.5 * (x[Math.floor(ij / 4)] - x[ij % 4]) * (x[Math.floor(ij / 4)] - x[ij % 4])));
const m = matvec(k, vec(0.5, 0.2, 0.2, 0.4));

test("λ h(y_j) = m(y_j) - Σ c_i k(y_i, y_j) with c = b φ*'(h), for KL and χ²", () => {
  for (const phi of [KL_CONJUGATE, CHI2_CONJUGATE]) {
    const { masses, witness } = moreauEnvelope(k, b, m, 0.3, phi);
    assert.ok(maxAbs(subtract(scale(0.3, witness), subtract(m, matvec(k, masses)))) < 1e-12);
    masses.forEach((c, j) => assert.ok(Math.abs(c - b[j] * phi.slope(witness[j])) < 1e-15));
  }
});

test("k, m and λ times s leave masses and witness; the residual is below 1e-13 for s from 1e-12 to 1e12", () => {
  const one = moreauEnvelope(k, b, m, 0.3, KL_CONJUGATE);
  for (const s of [1e-12, 1e-3, 1e6, 1e12]) {
    const { masses, witness, residual } = moreauEnvelope(scale(s, k), b, scale(s, m), 0.3 * s, KL_CONJUGATE);
    assert.ok(maxAbs(subtract(masses, one.masses)) < 1e-11 && maxAbs(subtract(witness, one.witness)) < 1e-11, `${s}`);
    assert.ok(residual < 1e-13, `${s}: ${residual}`);
  }
});
