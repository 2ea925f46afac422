import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chosenMutants } from "./areas.js";
import { mutationsOf, withMutation, offsetOf, withMutations } from "./operators.js";

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
    'const LIMIT = 2 * n; if (r < ROUNDING * r0 + tolerance * s) stop; x[i + 1]; for (let i = 0; i < n - 1; i++); refuse("a" + b); "a" + b; new Float64Array(2 * n);';
  assert.deepEqual(mutationsOf(code), []);
});

test("a module with several errors is the module itself, or has that whose number is MUTANT", () => {
  const code = "a - b, b * c";
  const [minus, , times] = mutationsOf(code);
  const text = withMutations(code, [
    [minus, 7],
    [times, 8],
  ]);
  assert.deepEqual(
    [7, 8].map(n => text.slice(offsetOf(text, n), offsetOf(text, n) + 23)),
    ["globalThis.MUTANT === 7", "globalThis.MUTANT === 8"],
  );
  const values = [undefined, 7, 8].map(MUTANT => {
    Object.assign(globalThis, { MUTANT });
    return new Function("a", "b", "c", `return [${text}]`)(5, 2, 3) as readonly number[];
  });
  Object.assign(globalThis, { MUTANT: undefined });
  assert.deepEqual(values, [
    [3, 6],
    [7, 6],
    [3, 2],
  ]);
});

test("every area of the mathematics gives as many errors, and no two of them overlap", () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const chosen = chosenMutants(root, 4, 1);
  const areas = [...new Set(chosen.map(({ area }) => area))];
  assert.deepEqual(
    areas.map(area => chosen.filter(mutant => mutant.area === area).length),
    areas.map(() => 4),
  );
  const overlapping = chosen.filter(({ file, start, end }, i) =>
    chosen.slice(0, i).some(other => other.file === file && other.start < end && start < other.end),
  );
  assert.deepEqual(overlapping, []);
});
