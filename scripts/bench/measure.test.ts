import assert from "node:assert/strict";
import { test } from "node:test";
import { measure } from "./measure.js";
import { report } from "./report.js";
import type { Contender, Name, Routine } from "./contender.js";

const routine: Routine = { name: "sum", unit: "ns/pair", sizes: [], ours: () => () => undefined };

/** Answers with prescribed seconds, over and over. */
const scripted = (name: Name, seconds: readonly number[]): Contender => {
  let run = 0;
  return { name, prepare: async () => async () => seconds[run++ % seconds.length] };
};

const absent: Contender = { name: "torch", prepare: async () => undefined };

test("a row has the least and the middle time per pair of whoever is present, after a first round that warms up", async () => {
  // 40 rounds: the first run is left out, of the others 20 are 3 µs long and 19 are 1 µs long
  const contenders = [scripted("wasm-1", [1e-6, 3e-6]), absent, scripted("numpy", [8e-6])];
  const row = await measure(routine, { n: 10, d: 2 }, contenders, { seconds: 60, clock: "wall" });
  assert.deepEqual(row, {
    routine: "sum",
    n: 10,
    d: 2,
    unit: "ns/pair",
    best: { "wasm-1": 10, numpy: 80 },
    median: { "wasm-1": 30, numpy: 80 },
  });
});

test("everybody runs at least once where there is no time at all", async () => {
  const { best } = await measure(routine, { n: 10, d: 2 }, [scripted("wasm-1", [1e-6])], { seconds: 0, clock: "wall" });
  assert.deepEqual(best, { "wasm-1": 10 });
});

test("who fails is absent", async () => {
  const contenders = [scripted("wasm-1", [1e-6]), scripted("numpy", [NaN])];
  const { best } = await measure(routine, { n: 10, d: 2 }, contenders, { seconds: 0, clock: "wall" });
  assert.deepEqual(best, { "wasm-1": 10 });
});

test("the table says how many times ours on one thread a peer takes", () => {
  const row = { routine: "sum", n: 10, d: 2, unit: "ms", best: { "wasm-1": 2, numpy: 5 }, median: {} } as const;
  assert.match(report([row]), /sum +10 +2 +ms +2\.00 +5\.00 \(2\.50\)/);
});
