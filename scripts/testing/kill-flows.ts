import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stream } from "../../lib/arithmetic/random.js";
import { readArchive } from "../../lib/experiments/archive/archive.js";
import { temporary } from "../../lib/experiments/archive/temporary.js";
import type { FlowRun } from "../../lib/experiments/language/types.generated.js";
import { flowsAlone, smallProject, startFlows } from "./fixtures.js";

const I: [[number, number], [number, number]] = [
  [1, 0],
  [0, 1],
];

const base: FlowRun = {
  task: "flow",
  space: { name: "particles", n: 24, d: 2 },
  initial: { name: "gaussian", mean: [0, 0], covariance: I },
  energy: {
    name: "half-mmd2",
    kernel: { name: "gaussian", bandwidth: 1 },
    target: { name: "gaussian", mean: [1, 0], covariance: I },
  },
  geometry: { name: "wasserstein" },
  integrator: { name: "noisy-euler", level: 0.3 },
  time: { end: 4, steps: 20_000, records: 8 },
  record: { F: { name: "energy" } },
};

/** Flows of some seconds: with noise, with inertia, with a step size that is found on the way. */
const SPEC = {
  id: "long",
  title: "Long flows",
  seed: 3,
  illustrates: [],
  runs: {
    noisy: base,
    heavy: { ...base, integrator: { name: "heavy-ball", momentum: 0.9 } },
    adaptive: { ...base, integrator: { name: "adaptive", tolerance: 1e-12, budget: 10_000_000 } },
  },
};

const args = (root: string, out: string, spec: string): readonly string[] => [
  "run",
  spec,
  "--no-figures",
  "--out",
  out,
  "--project",
  root,
];

const digestIn = (folder: string): string => {
  const archive = readArchive(folder, "long");
  return archive.state === "whole" ? archive.manifest.digest : assert.fail(archive.state);
};

/** What kills did to long flows. */
export interface Killed {
  readonly digest: string;
  readonly undisturbed: string;
  /** Kills after which a checkpoint was there to go on from. */
  readonly resumed: number;
}

/**
 * Kills `run` (SIGKILL) of three long flows `times` times, each at a random moment, beginning anew whenever they had
 * ended; returns the digest of what the last one wrote, and of one that was never disturbed.
 */
export async function killFlows(times: number, seed: number): Promise<Killed> {
  const place = temporary();
  const spec = join(place, "long.json");
  writeFileSync(spec, JSON.stringify(SPEC));
  const [calm, root] = [smallProject(), smallProject()];
  const random = stream(seed, "kill flows");
  const start = performance.now();
  const { code, err } = await flowsAlone(args(calm, join(place, "calm"), spec));
  assert.equal(code, 0, err);
  const duration = performance.now() - start;
  const kept = join(root, ".cache/units/checkpoints");
  let resumed = 0;
  for (let kills = 0; kills < times;) {
    const child = startFlows(args(root, join(place, "out"), spec), root);
    const closed = once(child, "close");
    await Promise.race([closed, pause(duration * random.uniform())]);
    const killed = child.exitCode === null;
    child.kill("SIGKILL");
    await closed;
    if (killed) kills++;
    else rmSync(join(root, ".cache"), { recursive: true, force: true });
    if (killed && existsSync(kept) && readdirSync(kept).length > 0) resumed++;
  }
  const last = await flowsAlone(args(root, join(place, "out"), spec));
  assert.equal(last.code, 0, last.err);
  return { digest: digestIn(join(place, "out")), undisturbed: digestIn(join(place, "calm")), resumed };
}
