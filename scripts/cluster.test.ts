import assert from "node:assert/strict";
import { appendFileSync, cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { placeOf, readCached, writeCached } from "../lib/experiments/archive/work/cache.js";
import type { PlannedUnit } from "../lib/experiments/archive/work/planned.js";
import type { RunResult } from "../lib/experiments/tasks/task.js";
import { archiveHashes, flows, flowsAlone, readSpec, smallProject, writeSpec } from "./testing/fixtures.js";

/** A small project whose experiment has a profile, and what `flows` says of it. */
function project(): { readonly root: string; readonly at: (...args: string[]) => ReturnType<typeof flows> } {
  const root = smallProject();
  const spec = readSpec(root, "paper/flow");
  writeSpec(root, "paper/flow", { ...spec, profiles: { full: { because: "another seed", but: { "/seed": 5 } } } });
  return { root, at: (...args) => flows([...args, "--project", root], root) };
}

const FULL = ["paper/flow", "--profile", "full"] as const;

type Forgery = (store: string, plan: readonly PlannedUnit[]) => void;

/** Ways in which a store from elsewhere can be wrong. */
const FORGERIES: Readonly<Record<string, Forgery>> = {
  "a result with a byte more": (store, [{ hash }]) => appendFileSync(join(store, placeOf(hash)), "x"),
  "a result under the name of another": (store, [one, other]) =>
    cpSync(join(store, placeOf(other.hash)), join(store, placeOf(one.hash))),
  "whole results with other numbers": (store, plan) => {
    for (const { hash } of plan) {
      const { outputs, ...rest } = readCached<RunResult>(store, hash)!;
      const forged = Object.entries(outputs).map(([name, array]) => [
        name,
        { ...array, data: array.data.map(v => v + 1) },
      ]);
      writeCached(store, hash, { ...rest, outputs: Object.fromEntries(forged) as RunResult["outputs"] });
    }
  },
  "values that are no results": (store, plan) => plan.forEach(({ hash }) => writeCached(store, hash, "a result")),
};

test("plan, compute, collect: nothing is taken of damaged results; else the bits of `reproduce`", async () => {
  const [calm, there] = [project(), project()];
  assert.equal((await calm.at("reproduce", "--only", "paper/flow", "--profile", "full", "--no-figures")).code, 0);
  const store = join(temporary(), "store");
  const plan = JSON.parse((await there.at("plan", ...FULL, "--store", store, "--json")).out) as readonly PlannedUnit[];
  assert.equal(plan.length, 2);
  assert.ok(plan.every(({ seconds, memory, disk, done }) => seconds > 0 && memory > 1e7 && disk > 0 && !done));
  const some = plan.map(({ hash }) => hash.slice(0, 16));
  const computed = await flowsAlone(["compute", ...some, "--store", store, "--project", there.root], there.root);
  assert.equal(computed.code, 0, computed.err);
  for (const [forgery, forge] of Object.entries(FORGERIES)) {
    const forged = join(temporary(), "store");
    cpSync(store, forged, { recursive: true });
    forge(forged, plan);
    const { code, err } = await there.at("collect", ...FULL, "--store", forged);
    assert.equal(code, 1, forgery);
    assert.match(err, /missing or damaged|nothing is taken/, forgery);
    assert.ok(!existsSync(join(there.root, "results")), forgery);
  }
  assert.match(
    (await there.at("status", "--store", store)).out,
    /2 units: 2 done, 0 running, 0 failed, 0 damaged, 0 open/,
  );
  const collected = await there.at("collect", ...FULL, "--store", store);
  assert.equal(collected.code, 0, collected.err);
  assert.deepEqual(archiveHashes(there.root), archiveHashes(calm.root));
  assert.ok(readdirSync(join(there.root, "results")).includes("profiles"));
  assert.ok(!existsSync(join(there.root, "results/paper")));
});
