import assert from "node:assert/strict";
import { test } from "node:test";
import { temporary } from "../temporary.js";
import { secondsOf, writeTook } from "./took.js";

test("the seconds of work are those of its units, each once, whenever they were computed; unknown if one is", () => {
  const folder = temporary();
  const [a, b, c] = ["aa", "bb", "cc"].map(key => ({ key }));
  writeTook({ folder, ...a }, 1.5);
  writeTook({ folder, ...b }, 0.25);
  assert.equal(secondsOf(folder, [a, b, a]), 1.75);
  assert.equal(secondsOf(folder, [a, c]), undefined);
});
