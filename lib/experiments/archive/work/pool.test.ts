import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { FlowRun } from "../../language/types.generated.js";
import type { RunResult } from "../../tasks/task.js";
import { temporary } from "../temporary.js";
import { readCached } from "./cache.js";
import { openPool } from "./pool.js";
import type { Order } from "./worker.js";
import { small as flow } from "../../tasks/fixtures.js";

/** Minutes of work, of which there is something to report at once. */
const long: FlowRun = { ...flow, space: { name: "finite-set", n: 100 }, time: { end: 1, steps: 1e7, records: 1000 } };

const place = temporary();
const orderOf = (task: FlowRun, watched = false): Order => ({
  task,
  seed: 1,
  folder: place,
  project: place,
  threads: 1,
  watched,
});

const silent = { progress: (): void => undefined };

test("one pool: a unit's result is the same to the bit whether it is returned or kept in the cache", async () => {
  const pool = await openPool({ least: 1, most: 2 });
  const key = "0".repeat(64);
  const orders = [orderOf(flow), { ...orderOf(flow), keep: { folder: place, key } }];
  const [returned, kept] = await Promise.all(pool.run(orders, silent, new AbortController().signal));
  await pool.close();
  assert.equal(returned?.status, "completed");
  assert.equal(kept, undefined);
  assert.deepEqual(readCached(place, key), returned);
});

test("one pool: progress under the number of the order; an interrupt leaves the threads usable", async () => {
  const pool = await openPool({ least: 1, most: 1 });
  const interruption = new AbortController();
  const heard: [number, RunResult][] = [];
  const fractions: number[] = [0, 0, 0];
  const outcomes = pool.run(
    [orderOf(flow), orderOf(long, true), orderOf(flow)],
    {
      progress: (i, fraction) => void (fractions[i] = fraction),
      sofar: (i, result) => {
        heard.push([i, result]);
        if (heard.length === 2) interruption.abort();
      },
    },
    interruption.signal,
  );
  const ends = await Promise.allSettled(outcomes);
  assert.deepEqual(
    ends.map(({ status }) => status),
    ["fulfilled", "rejected", "rejected"],
  );
  assert.match(String((ends[1] as PromiseRejectedResult).reason), /interrupted/);
  assert.ok(heard.every(([i]) => i === 1) && heard.length === 2);
  const times = heard[1][1].outputs.F.data;
  assert.ok(times.length > 0 && Number.isFinite(times[0]));
  assert.ok(fractions[0] === 1 && fractions[1] > 0 && fractions[1] < 1 && fractions[2] === 0, String(fractions));
  const [again] = await Promise.all(pool.run([orderOf(flow)], silent, new AbortController().signal));
  assert.equal(again?.status, "completed");
  await pool.close();
});

test("a thread may be ended while it loads: what `require` gives it names no other module, which would be linked at once", () => {
  const pool = readFileSync(new URL("./pool.js", import.meta.url), "utf8");
  const [, entry] = /filename: .*"(\.\/[a-z-]+\.js)"/.exec(pool) ?? [];
  const code = readFileSync(new URL(entry, import.meta.url), "utf8");
  assert.match(code, /await import\("\.\/worker\.js"\)/);
  assert.doesNotMatch(code, /^\s*(?:import\b(?!\()|export\b.*\bfrom\b)/m);
});

test("one pool: nobody else starts threads for units (two pools that execute units)", () => {
  const lib = fileURLToPath(new URL("../../../../../lib", import.meta.url));
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter(
    path => path.endsWith(".ts") && !path.endsWith(".test.ts"),
  );
  const containing = (words: RegExp): readonly string[] =>
    files.filter(path => words.test(readFileSync(join(lib, path), "utf8"))).sort();
  assert.deepEqual(containing(/"piscina"/), [join("experiments", "archive", "work", "pool.ts")]);
  assert.deepEqual(
    containing(/\bnew Worker\(/),
    [join("notebook", "kernel", "serve.ts")],
    "the I/O thread of a kernel",
  );
});
