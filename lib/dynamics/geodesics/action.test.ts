import assert from "node:assert/strict";
import { test } from "node:test";
import { log, log1p } from "../../arithmetic/functions.js";
import { doubleExponential } from "./action.js";

test("∫_0^1 dt/(δ + t) = log(1 + 1/δ) for δ down to 1e-60: the end is resolved that a uniform grid would miss", () => {
  for (const delta of [1, 1e-4, 1e-20, 1e-60]) {
    const value = doubleExponential(
      t => 1 / (delta + t),
      t => 1 / (delta + 1 - t),
    );
    const exact = delta > 1e-10 ? log1p(1 / delta) : -log(delta);
    assert.ok(Math.abs(value / exact - 1) < 1e-2 * (delta < 1e-10 ? 1 : 1e-5), `${delta}: ${value} ${exact}`);
  }
});

test("polynomials are integrated to 1e-10, and a constant speed to itself", () => {
  assert.ok(
    Math.abs(
      doubleExponential(
        t => 3 * t * t,
        t => 3 * (1 - t) * (1 - t),
      ) - 1,
    ) < 1e-10,
  );
  assert.ok(
    Math.abs(
      doubleExponential(
        () => 7,
        () => 7,
      ) - 7,
    ) < 1e-10,
  );
});
