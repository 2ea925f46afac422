import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf } from "./claim-place.js";

test("the worst place of a claim has no digits of rounding: t = 1.1500000000000001 is t = 1.15, labels stay", () =>
  assert.equal(
    placeOf({ at: { t: "1.1500000000000001", start: "at one mode", x: "-2.5e-7", seed: "4" } }),
    "t = 1.15, start = at one mode, x = -2.5e-7, seed = 4",
  ));
