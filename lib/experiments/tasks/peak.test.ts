import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import test from "node:test";
import { SCHEMAS } from "../language/schemas.generated.js";
import { memoryEstimate } from "./estimate.js";
import { CASES } from "./fixtures-large.js";
import type { ResolvedRun } from "./task.js";

/** All large runs with `PEAKS=all`; else one of so many, since each has a thread and half a second of its own. */
const ALL = process.env["PEAKS"] === "all";
const SHARE = 6;

/**
 * Bytes that runs take at their peak, the large ones each in a thread of its own, whose WebAssembly nobody has enlarged
 * before: the high-water mark of the process after it was set back.
 */
const MEASURE = `
  import { readFileSync, writeFileSync } from "node:fs";
  import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
  const [index, fixtures, runs] = isMainThread ? process.argv.slice(1) : workerData;
  if (isMainThread) {
    const out = [];
    for (const group of JSON.parse(readFileSync(0, "utf8"))) {
      const resourceLimits = { maxYoungGenerationSizeMb: 4 };
      const worker = new Worker(process.env.MEASURE, { eval: true, workerData: [index, fixtures, group], resourceLimits });
      out.push(...(await new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject))));
      await worker.terminate();
    }
    console.log(JSON.stringify(out));
  } else {
    const { attempt } = await import(index);
    const { bare } = await import(fixtures);
    const status = () => readFileSync("/proc/self/status", "utf8");
    const bytes = key => 1024 * Number(new RegExp(key + ":\\\\s+(\\\\d+)").exec(status())[1]);
    parentPort.postMessage(
      runs.map(run => {
        gc();
        writeFileSync("/proc/self/clear_refs", "5");
        const before = bytes("VmRSS");
        const { status, reason } = attempt(run, bare);
        return { peak: bytes("VmHWM") - before, status, reason };
      }),
    );
  }
`;

interface Measured {
  readonly peak: number;
  readonly status: string;
  readonly reason: string;
}

function measured(groups: readonly (readonly ResolvedRun[])[]): readonly Measured[] {
  const paths = ["./attempt.js", "./fixtures.js"].map(name => new URL(name, import.meta.url).href);
  const args = ["--expose-gc", "--input-type=module", "-e", MEASURE, ...paths];
  const input = JSON.stringify(groups);
  const out = execFileSync(process.execPath, args, { encoding: "utf8", input, env: { ...process.env, MEASURE } });
  return JSON.parse(out) as readonly Measured[];
}

/** Compiled code, stacks and young garbage: two matrices of the runs' size. */
const SLACK = 20e6;

type Definition = { readonly properties: object };

/** The words of a schema that no run names, of those that are wanted. */
function unnamed(schema: keyof typeof SCHEMAS, key: string, wanted: (word: Definition) => boolean): readonly string[] {
  const text = JSON.stringify(CASES);
  const words = Object.entries(SCHEMAS[schema].$defs as Readonly<Record<string, Definition>>);
  return words.flatMap(([name, word]) => (wanted(word) && !text.includes(`"${key}":"${name}"`) ? [name] : []));
}

test("B7: the runs name every task, recorder and ball, and all energies and geometries of pairs of points", () => {
  const all = (): boolean => true;
  const ofPairs = ({ properties }: Definition): boolean =>
    "kernel" in properties || ("epsilon" in properties && "target" in properties);
  assert.deepEqual(unnamed("task.schema.json", "task", all), ["same-as"]);
  assert.deepEqual(unnamed("recorder.schema.json", "name", all), []);
  assert.deepEqual(unnamed("ball.schema.json", "name", all), []);
  assert.deepEqual(unnamed("energy.schema.json", "name", ofPairs), []);
  assert.deepEqual(unnamed("geometry.schema.json", "name", ofPairs), []);
});

/** What none of these runs computes: it is for curves, phases, kernel geometries, Gaussian kernels, two Diracs. */
const ELSEWHERE: readonly string[] = [
  ...["de-stein by exact", "hellinger-kantorovich by exact"],
  ...["bandwidth", "hamiltonian", "interface-position", "momentum", "divergence"].map(name => `recorder ${name}`),
];

/** A run without the space that it is on. */
const kindOf = (label: string): string => label.replace(/ on .*/, "");

test(
  "B7: estimate + 20 MB ≥ measured peak for every metric and method, every recorder, implicit steps, rates, spectra, " +
    "regressions; and what is computed of n² numbers is estimated within a factor 4 " +
    "(of the large runs one in six; all with PEAKS=all)",
  { skip: !existsSync("/proc/self/clear_refs") },
  () => {
    const small = CASES.filter(({ run }) => memoryEstimate(run) < SLACK / 4);
    const large = CASES.filter(each => !small.includes(each)).filter((_, i) => ALL || i % SHARE === 0);
    const results = measured([small.map(({ run }) => run), ...large.map(({ run }) => [run])]);
    const told = [...small, ...large].map(({ label, run }, i) => ({
      label,
      estimate: memoryEstimate(run),
      ...results[i],
    }));
    if (ALL) console.log(told.map(row => JSON.stringify(row)).join("\n"));
    const ran = told.filter(({ status }) => status !== "refused");
    const computed = new Set(ran.map(({ label }) => kindOf(label)));
    const never = new Set(told.flatMap(({ label }) => (computed.has(kindOf(label)) ? [] : [kindOf(label)])));
    assert.deepEqual([...never].filter(kind => !ELSEWHERE.includes(kind)), []); // prettier-ignore
    assert.deepEqual(ran.filter(({ status }) => status === "failed"), []); // prettier-ignore
    assert.deepEqual(ran.filter(({ peak, estimate }) => peak > estimate + SLACK), []); // prettier-ignore
    assert.deepEqual(ran.filter(({ peak, estimate }) => estimate > 4 * (peak + SLACK)), []); // prettier-ignore
    assert.ok(ran.length > 30, `${ran.length} of ${told.length} ran`);
    assert.ok(ran.filter(({ peak }) => peak > SLACK).length > (ALL ? 8 : 0), "some take more than the slack");
  },
);
