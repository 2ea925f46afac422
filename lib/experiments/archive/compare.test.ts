import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExperimentResult, RunArchive } from "../language/result.js";
import { compareResults, describe } from "./compare.js";
import { smallResult } from "./fixtures.js";

const sentences = (was: ExperimentResult, now: ExperimentResult): readonly string[] =>
  compareResults(was, now).map(describe);

const withFlow = (change: Partial<RunArchive>): ExperimentResult => {
  const result = smallResult();
  return { ...result, runs: { ...result.runs, flow: { ...result.runs.flow, ...change } } };
};

test("a difference is one sentence: which quantity, where, by how much, how often", () => {
  assert.deepEqual(sentences(smallResult(), smallResult(0.25)), [
    "flow.masses at lambda=0.01, node=#150: was 0.5, now 0.75, largest deviation 2.500e-1 (1 of 300 numbers differ)",
  ]);
});

test("a change of the last bit, of the sign of zero and of NaN to a number are differences", () => {
  assert.equal(compareResults(smallResult(), smallResult(Number.EPSILON / 2)).length, 1);
  const { outputs } = smallResult().runs.flow;
  const change = (index: number, value: number): ExperimentResult => {
    const data = outputs.F.data.slice();
    data[index] = value;
    return withFlow({ outputs: { ...outputs, F: { ...outputs.F, data } } });
  };
  assert.match(
    sentences(smallResult(), change(3, 0))[0],
    /^flow\.F at lambda=0\.1, t=0\.375: was -0, now 0, largest deviation 0\.000e\+0/,
  );
  assert.match(
    sentences(smallResult(), change(0, 1))[0],
    /^flow\.F at lambda=0\.1, t=0: was "NaN", now 1, largest deviation Infinity/,
  );
});

test("runs, quantities, shapes, statuses, coordinates, notes and claims are compared too", () => {
  const small = smallResult();
  const { F, mass } = small.runs.flow.outputs;
  assert.deepEqual(sentences(small, { ...small, runs: { flow: small.runs.flow } }), [
    "run spec: was there, now absent",
  ]);
  assert.deepEqual(sentences(small, withFlow({ outputs: { F, mass } })), ["flow.masses: was there, now absent"]);
  assert.match(
    sentences(small, withFlow({ outputs: { ...small.runs.flow.outputs, mass: F } }))[0],
    /^flow\.mass: was a scalar, now lambda: 2, t: 11$/,
  );
  assert.match(sentences(small, withFlow({ status: [] }))[0], /^flow: status/);
  assert.match(sentences(small, withFlow({ notes: {} }))[0], /^flow: notes: was \{"bandwidth":"0\.5"\}, now \{\}$/);
  assert.equal(sentences(small, withFlow({ coordinates: {} })).length, 2);
  assert.match(sentences(small, { ...small, claims: [] })[0], /^claim same: was \{.*\}, now "absent"$/);
});
