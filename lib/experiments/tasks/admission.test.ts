import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { keptFew } from "../../arithmetic/kept-few.js";
import { unheard } from "../../arithmetic/notes.js";
import { isRefusal, reasonOf, refuse, sentenceOf } from "../../arithmetic/refusal.js";
import type { Cloud } from "../../systems/measures/cloud.js";
import type { Law } from "../../systems/measures/measure.js";
import { buildMeasure } from "../language/builders/measure.js";
import { SWEEP } from "../language/fixtures/experiments.js";
import { dice, pick } from "../language/fixtures/mutations.js";
import { resolveRuns } from "../language/same-as.js";
import type { Experiment, Measure } from "../language/types.generated.js";
import { checkExperiment } from "../language/validate.js";
import { admissionOf } from "./admission.js";
import { pointsOf } from "./estimate.js";
import { runTask } from "./index.js";
import type { ResolvedRun } from "./task.js";

/** How many times as many runs as usual are tried. */
const LENGTH = Number(process.env.FUZZ ?? 1);

const root = join(dirname(fileURLToPath(import.meta.url)), "../../../../experiments");
const readFile = (path: string): never => refuse(`there is no file ${path}`);
const admissions = admissionOf(readFile);
const admit = (task: ResolvedRun, seed: number): string | undefined =>
  admissions(task, seed).map(sentenceOf).join("; ") || undefined;

type FlowTask = Extract<ResolvedRun, { readonly task: "flow" }>;

/** Every flow of the project that is small. */
const flows: readonly FlowTask[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter(file => file.endsWith(".json") && file !== "catalogue.json")
  .flatMap(file => Object.values(resolveRuns(JSON.parse(readFileSync(join(root, file), "utf8")) as Experiment)))
  .filter((task): task is FlowTask => task.task === "flow" && pointsOf(task.space) <= 150);

/** Why running is refused; undefined if it is not. */
function refusalOf(task: ResolvedRun): string | undefined {
  try {
    runTask(task, { seed: 1, readFile, progress: () => undefined });
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return reasonOf(error);
    throw error;
  }
}

test("C2: of flows put together at random, check admits those that take a step, and refuses the others with run's own words", () => {
  const random = dice(43);
  const count = { admitted: 0, refused: 0 };
  const missed: string[] = [];
  for (let n = 0; n < 120 * LENGTH; n++) {
    const { space, initial } = pick(flows, random);
    const { energy } = pick(flows, random);
    const { geometry } = pick(flows, random);
    const { integrator, record } = pick(flows, random);
    const time = { end: 0.002, steps: 2, records: 2 } as const;
    const task: FlowTask = { task: "flow", space, initial, energy, geometry, integrator, record, time };
    const [said, refused] = [admit(task, 1), refusalOf(task)];
    count[refused === undefined ? "admitted" : "refused"]++;
    if (said !== refused) missed.push(`${JSON.stringify(task)}\n  check: ${said}\n  run:   ${refused}`);
  }
  assert.ok(count.admitted > 5 && count.refused > 50, JSON.stringify(count));
  assert.deepEqual(missed, []);
});

test("C2: a spec that the schema is content with and that run would refuse has a problem at its run", () => {
  const spec = {
    ...SWEEP,
    runs: {
      ...SWEEP.runs,
      ridge: { ...(SWEEP.runs as Record<string, object>).ridge, integrator: { name: "langevin" } },
    },
  };
  const options = { file: "sweep.json", statements: ["A-3.6", "A-5.1"] };
  assert.deepEqual(checkExperiment(spec, options), []);
  const [problem, ...others] = checkExperiment(spec, { ...options, admit: admissions });
  assert.equal(problem.pointer, "/runs/ridge/integrator");
  assert.match(problem.message, /langevin/);
  assert.deepEqual(others, []);
  assert.deepEqual(checkExperiment(SWEEP, { ...options, admit: admissions }), []);
});

test("C2: a refusal points at the field that holds it: in a run, in a change of one that is the same, or in an axis", () => {
  const { ridge } = SWEEP.runs as unknown as Readonly<Record<string, object>>;
  const singular = { name: "gaussian", mean: 0, covariance: 0 };
  const at = (runs: object, axes: object = {}): readonly string[] =>
    checkExperiment(
      {
        id: "sweep",
        title: "t",
        illustrates: [],
        seed: 1,
        runs,
        axes,
        quantities: {},
        claims: {},
        figures: {},
      } as never,
      { file: "sweep.json", admit: admissions },
    )
      .filter(({ message }) => /covariance|langevin/.test(message))
      .map(({ pointer }) => pointer);
  const again = { task: "same-as", run: "ridge", but: { "/initial": singular } };
  const wrong = { ...ridge, geometry: { name: "h-minus-1" }, integrator: { name: "langevin" } };
  const choices = {
    axis: "choices",
    set: ["/runs/ridge/initial"],
    choices: { good: { name: "uniform" }, bad: singular },
  };
  assert.deepEqual(at({ ridge: { ...ridge, initial: singular } }), ["/runs/ridge/initial/covariance"]);
  assert.deepEqual(at({ ridge, again }), ["/runs/again/but/~1initial/covariance"]);
  assert.deepEqual(at({ ridge }, { choices }), ["/axes/choices/choices/bad/covariance"]);
  assert.deepEqual(at({ ridge: wrong }), ["/runs/ridge/integrator"]);
  const beyond = { name: "gaussian", mean: 100, covariance: 0.5 };
  assert.deepEqual(
    at({ ridge: { ...ridge, initial: beyond } }),
    ["/runs/ridge/initial"],
    "words of a measure are none of the reason",
  );
});

test("recorders without a value are refused by check, with few points and with many", () => {
  const normal: Measure = { name: "gaussian", mean: 0, covariance: 1 };
  const blind = (n: number): FlowTask => ({
    task: "flow",
    space: { name: "particles", n, d: 1 },
    initial: normal,
    energy: { name: "kl", target: normal },
    geometry: { name: "wasserstein" },
    integrator: { name: "langevin" },
    time: { end: 1, steps: 1, records: 1 },
    record: { F: { name: "energy" } },
  });
  for (const n of [16, 8192]) assert.match(admit(blind(n), 1) ?? "", /recorder F is not a number at the first state/);
});

test("check draws once what several runs draw alike: the same law, number, dimension and seed", () => {
  const law: Measure = {
    name: "gaussian",
    mean: [0, 0],
    covariance: [
      [1, 0],
      [0, 1],
    ],
  };
  const kept: unknown[] = [];
  const draws = keptFew<Cloud>(1);
  const draw = (seed: number): Law =>
    buildMeasure(
      { name: "drawn", of: law, n: 100 },
      { seed, dim: 2, readFile, note: unheard, draws: (key, make) => draws(key, () => (kept.push(key), make())) },
    );
  const [first, same, other] = [draw(1), draw(1), draw(2)];
  assert.deepEqual(same, first);
  assert.notDeepEqual(other, first);
  assert.equal(kept.length, 2);
});
