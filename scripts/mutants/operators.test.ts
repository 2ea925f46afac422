import assert from "node:assert/strict";
import { test } from "node:test";
import { mutationsOf, withMutation } from "./operators.js";

const mutants = (code: string): readonly string[] => mutationsOf(code).map(mutation => withMutation(code, mutation));

test("a formula a - 2 b / c has an error for each sign, term, factor and constant, and no other", () => {
  assert.deepEqual(
    new Set(mutants("f = a - 2 * b / c;")),
    new Set([
      "f = (a + 2 * b / c);",
      "f = (a);",
      "f = a - (2 * b * c);",
      "f = a - (2 * b);",
      "f = a - (2) / c;",
      "f = a - (b) / c;",
      "f = a - (4) * b / c;",
    ]),
  );
});

test("an error keeps the brackets: a - (b + c) may become a + (b + c), (a), a - (b - (c)), a - (b)", () => {
  const values = mutants("a - (b + c)").map(code => Number(new Function("a", "b", "c", `return ${code}`)(7, 2, 1)));
  assert.deepEqual(values.sort(), [10, 5, 6, 7].sort());
});

test("no error is made where places are counted, text is joined, or a constant in capitals bounds an iteration", () => {
  const code =
    'const LIMIT = 2 * n; x[i + 1]; for (let i = 0; i < n - 1; i++); refuse("a" + b); "a" + b; new Float64Array(2 * n);';
  assert.deepEqual(mutationsOf(code), []);
});
