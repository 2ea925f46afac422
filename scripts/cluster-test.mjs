/**
 * `npm run test:cluster`: a sweep of 200 units under Snakemake's local executor and under a Slurm of one node, with
 * kills on the way; the archives must be equal, bit for bit, to that of `flows reproduce` in one process. Where a part
 * is missing one line says so, and that is no failure. `--snakemake FILE` names the program (default: the one in the
 * path); Slurm is started here, as root, with munge, and ended again. `--only local` and `--only slurm` run one of the
 * two.
 */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { begin, end, run, say, which } from "./cluster/processes.mjs";
import { startSlurm } from "./cluster/slurm.mjs";
import { root, setupOrExit } from "./setup.mjs";

const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);

/** 200 units: 2 starts × 100 seeds of noisy particles. */
const SPEC = {
  id: "sweep",
  title: "A sweep of 200 units",
  illustrates: [],
  seed: 1,
  runs: {
    flow: {
      task: "flow",
      space: { name: "particles", n: 20, d: 2 },
      initial: {
        name: "gaussian",
        mean: [0, 0],
        covariance: [
          [1, 0],
          [0, 1],
        ],
      },
      energy: {
        name: "half-mmd2",
        kernel: { name: "gaussian", bandwidth: 1 },
        target: {
          name: "gaussian",
          mean: [1, 0],
          covariance: [
            [1, 0],
            [0, 1],
          ],
        },
      },
      geometry: { name: "wasserstein" },
      integrator: { name: "noisy-euler", level: 0.1 },
      time: { end: 2, steps: 1000, records: 5 },
      record: { F: { name: "energy" } },
    },
  },
  axes: {
    level: { axis: "values", values: [0.1, 0.5], set: ["/runs/flow/integrator/level"] },
    seed: { axis: "seeds", count: 100, set: ["/runs/flow/seed"] },
  },
};

const folder = mkdtempSync(join(tmpdir(), "flows-cluster-"));
const flows = join(root, "scripts/flows.mjs");

/** A project of its own with the sweep. */
function project(name) {
  const place = join(folder, name);
  mkdirSync(join(place, "experiments/sweeps"), { recursive: true });
  cpSync(join(root, "experiments/catalogue.json"), join(place, "experiments/catalogue.json"));
  writeFileSync(join(place, "experiments/sweeps/sweep.json"), JSON.stringify(SPEC, null, 1));
  return place;
}

const call = (place, ...words) => run(process.execPath, [flows, ...words, "--project", place], place);

/** The sweep in a project, exported for Snakemake. */
async function exported(name) {
  const place = project(name);
  const workflow = join(place, "workflow");
  await call(place, "export", "snakemake", "sweep", "-o", workflow, "--minutes", "0.1");
  return { place, workflow };
}

const waited = ms => new Promise(done => setTimeout(done, ms));

/** Runs Snakemake, kills it with all its jobs `times` times on the way, and lets it end. */
async function throughKills(snakemake, workflow, words, times, disturb) {
  for (let kill = 0; kill < times; kill++) {
    const child = begin(snakemake, ["--rerun-incomplete", ...words], workflow);
    await waited(6_000 + 4_000 * kill);
    await disturb?.(kill);
    await end(child);
    await run(snakemake, ["--unlock"], workflow);
    say(`killed ${kill + 1} times`);
  }
  await run(snakemake, ["--rerun-incomplete", ...words], workflow);
}

try {
  const snakemake = option("--snakemake") ?? which("snakemake");
  if (snakemake === undefined) {
    say("test:cluster skipped: there is no snakemake in the path (pip install snakemake, or --snakemake FILE)");
    process.exit(0);
  }
  await setupOrExit();
  const { archiveHashes } = await import("../dist/scripts/testing/fixtures.js");
  const one = project("one");
  await call(one, "reproduce", "--jobs", "1", "--no-figures", "--no-notebooks");
  const bits = archiveHashes(one);
  say(`one process: ${Object.keys(bits).length} files`);

  if (option("--only") !== "slurm") {
    const local = await exported("local");
    await throughKills(snakemake, local.workflow, ["--cores", "2"], 3);
    assert.deepEqual(archiveHashes(local.place), bits);
    say("✓ Snakemake's local executor: equal bits after 3 kills");
  }

  const slurm = option("--only") === "local" ? "not asked for" : await startSlurm(join(folder, "slurm"));
  if (typeof slurm === "string") say(`Slurm skipped: ${slurm}`);
  else
    try {
      const remote = await exported("remote");
      const words = ["--executor", "slurm", "--jobs", "4", "--slurm-no-account", "--slurm-status-command", "squeue"];
      const waits = ["--slurm-init-seconds-before-status-checks", "5", "--latency-wait", "20", "--retries", "5"];
      const args = [...words, ...waits, "--config", "partition=all"];
      const disturb = kill => (kill === 0 ? slurm.cancelOne() : slurm.killNode());
      await throughKills(snakemake, remote.workflow, args, 2, disturb);
      assert.deepEqual(archiveHashes(remote.place), bits);
      say(
        "✓ Slurm of one node: equal bits after a job was cancelled, the node's daemon killed, " +
          "and Snakemake killed twice",
      );
    } finally {
      await slurm.stop();
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
