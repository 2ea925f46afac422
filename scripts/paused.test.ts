import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readArchive } from "../lib/experiments/archive/archive.js";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { flows, flowsAlone, readSpec, smallProject } from "./testing/fixtures.js";

interface Spec {
  readonly runs: { readonly flow: object };
}

/** A flow of some tenths of a second, and the same with a budget that is a fraction of it. */
const specOf = (root: string, time: object): object => {
  const { runs, ...rest } = readSpec(root, "paper/flow") as unknown as Spec;
  return {
    ...rest,
    id: "long",
    illustrates: [],
    axes: {},
    claims: undefined,
    figures: undefined,
    quantities: undefined,
    runs: { flow: { ...Object.values(runs)[0], time } },
  };
};

const TIME = { end: 1, steps: 20_000, records: 10 };

test("a run whose budget is used up is `paused`, says how to go on, and ends with the same bits", async () => {
  const root = smallProject();
  const place = temporary();
  const [whole, parts] = [join(place, "whole"), join(place, "parts")];
  const spec = join(place, "long.json");
  const run = (out: string): ReturnType<typeof flows> =>
    flowsAlone(["run", spec, "--out", out, "--no-figures", "--project", root], place);
  writeFileSync(spec, JSON.stringify(specOf(root, { ...TIME, budget: 0.05 })));
  const first = await run(parts);
  assert.equal(first.code, 1, first.err);
  assert.match(first.err, /paused: .*goes on from there: `flows .*long\.json/);
  assert.ok(readdirSync(join(root, ".cache/units/checkpoints")).length > 0);
  writeFileSync(spec, JSON.stringify(specOf(root, TIME)));
  assert.equal((await run(parts)).code, 0);
  const other = smallProject();
  assert.equal((await flows(["run", spec, "--out", whole, "--no-figures", "--project", other], place)).code, 0);
  const [a, b] = [parts, whole].map(folder => readArchive(folder, "long"));
  assert.ok(a.state === "whole" && b.state === "whole");
  assert.equal(a.manifest.digest, b.manifest.digest);
  assert.ok(!existsSync(join(root, "results")));
});
