import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hardNumbers } from "./fixtures.js";
import { canonical, readable, revive } from "./json.js";

const back = (text: string): number[] => (JSON.parse(text) as (number | string)[]).map(value => Number(revive(value)));

test("revive(parse(write(x))) has the bits of x for every double, in both styles", () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { maxLength: 60 }), values => {
      assert.deepEqual(back(canonical(values)), values);
      assert.deepEqual(back(readable(values)), values);
    }),
    { seed: 1 },
  );
  assert.deepEqual(back(canonical(hardNumbers)), hardNumbers);
});

test("write(x) is JSON of x for every JSON value, and the canonical form does not depend on the order of keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const expected = JSON.parse(JSON.stringify(value)) as unknown;
      const loose = (x: unknown): string => JSON.stringify(x);
      assert.equal(loose(JSON.parse(readable(value))), loose(expected));
      assert.equal(canonical(JSON.parse(readable(value))), canonical(value));
    }),
    { seed: 1 },
  );
  assert.equal(canonical({ b: 1, a: { d: 2, c: undefined } }), canonical({ a: { d: 2 }, b: 1 }));
});

test("no line of the readable form is longer than 140 characters where its parts are not", () => {
  const lines = readable({ data: Array.from({ length: 500 }, (_, i) => i / 7), nested: [{ a: [1, 2], b: "x" }] }).split(
    "\n",
  );
  assert.ok(Math.max(...lines.map(line => line.length)) <= 142);
});
