import assert from "node:assert/strict";
import { test } from "node:test";
import { keptFew } from "./kept-few.js";

test("of three keys one after the other two are kept, and the first is made anew", () => {
  const keeps = keptFew<number[]>(2);
  const made: string[] = [];
  const of = (name: string): number[] => keeps({ name }, () => [made.push(name)]);
  const a = of("a");
  assert.equal(of("a"), a);
  of("b");
  of("c");
  assert.notEqual(of("a"), a);
  assert.deepEqual(made, ["a", "b", "c", "a"]);
});
