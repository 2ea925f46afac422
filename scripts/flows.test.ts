import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { before, test } from "node:test";
import { pack, readArchive, writeArchive } from "../lib/experiments/archive/archive.js";
import type { Manifest } from "../lib/experiments/archive/manifest-record.js";
import { temporary } from "../lib/experiments/archive/temporary.js";
import * as experiments from "../lib/experiments/index.js";
import type { ExperimentResult } from "../lib/experiments/language/result.js";
import { archiveHashes, flows, flowsAlone, readSpec, smallProject, writeSpec } from "./testing/fixtures.js";

/** Without figures, which take longer than the numbers. */
const reproduce = ["reproduce", "--no-figures"];

const root = smallProject();

const project = ["--project", root];

const archive = (path: string): string => join(root, "results", path);

const writtenAt = (path: string): number => statSync(join(archive(path), "manifest.json")).mtimeMs;

/** Seconds that the first reproduction took. */
let taken = 0;

before(async () => {
  const start = performance.now();
  const { code, err } = await flows([...reproduce, ...project]);
  taken = (performance.now() - start) / 1000;
  assert.equal(code, 0, err);
});

test("every archive says how long its own units took: together no longer than all jobs had", () => {
  const seconds = Object.keys(archiveHashes(root))
    .filter(name => basename(name) === "manifest.json")
    .map(name =>
      Number((JSON.parse(readFileSync(join(root, "results", name), "utf8")) as Manifest).provenance.seconds),
    );
  assert.ok(seconds.length > 1 && seconds.every(each => each > 0));
  assert.ok(seconds.reduce((sum, each) => sum + each, 0) <= taken * availableParallelism());
});

/**
 * An archive that is whole and of the same spec, and holds another number: what an older version of the code might have
 * left.
 */
function shiftArchive(path: string, run: string, output: string): void {
  const read = readArchive(archive(path), path);
  assert.ok(read.state === "whole");
  const { result } = read;
  const array = result.runs[run].outputs[output];
  const data = array.data.slice();
  data[1] += 0.25;
  const runs = {
    ...result.runs,
    [run]: { ...result.runs[run], outputs: { ...result.runs[run].outputs, [output]: { ...array, data } } },
  };
  writeArchive(archive(path), pack({ ...result, runs } satisfies ExperimentResult, {}, {}).files);
}

test("reproduce again: equal to the archive bit for bit, nothing is computed and nothing is written", async () => {
  const time = writtenAt("paper/flow");
  const { code, err } = await flows([...reproduce, ...project]);
  assert.equal(code, 0);
  assert.match(err, /✓ paper\/flow: 3 of 3 claims hold; equal to the archive, bit for bit/);
  assert.doesNotMatch(err, /computed/);
  assert.equal(writtenAt("paper/flow"), time);
});

test("the archive has the same bits with 1 and 2 threads, from another folder, in a fresh process and a fresh project", async () => {
  for (const jobs of ["1", "2"]) {
    const other = smallProject();
    assert.equal((await flowsAlone([...reproduce, "--project", ".", "--jobs", jobs], other)).code, 0);
    assert.deepEqual(archiveHashes(other), archiveHashes(root));
  }
});

test("list and coverage have rows for programs: what is illustrated, how many claims hold, whether it is archived", async () => {
  const rows = JSON.parse((await flows(["list", "--json", ...project])).out) as unknown;
  assert.deepEqual((rows as unknown[])[1], {
    id: "limit",
    title: "The ridge flows tend to the Hellinger flow as lambda falls",
    illustrates: ["A-5.1"],
    runs: 2,
    claims: { held: 2, total: 2 },
    archived: true,
    archive: "yes",
  });
  mkdirSync(join(root, "notebooks"), { recursive: true });
  writeFileSync(join(root, "notebooks/paths.ipynb"), `{"cells": [{"source": ["A-4.2 and A-5.1e, not A-5.10"]}]}`);
  const coverage = JSON.parse((await flows(["coverage", "--json", ...project])).out) as { readonly id: string }[];
  const row = (id: string): unknown => coverage.find(each => each.id === id);
  assert.deepEqual(row("A-4.2"), {
    id: "A-4.2",
    source: "paper",
    experiments: ["flow"],
    claims: { held: 3, total: 3 },
    notebooks: ["paths.ipynb"],
  });
  assert.deepEqual(row("A-5.1"), {
    id: "A-5.1",
    source: "paper",
    experiments: ["limit"],
    claims: { held: 2, total: 2 },
    notebooks: [],
  });
  assert.deepEqual(row("A-1.1"), {
    id: "A-1.1",
    source: "paper",
    experiments: [],
    claims: { held: 0, total: 0 },
    notebooks: [],
  });
});

test("numbers that differ from the archive are named with place and amount; only --accept replaces them", async () => {
  shiftArchive("paper/flow", "flow", "mass");
  const archived = archiveHashes(root);
  for (const command of [reproduce, ["verify"]]) {
    const { code, err } = await flows([...command, "--only", "flow", ...project]);
    assert.equal(code, 1);
    assert.match(
      err,
      /flow\.mass at t=0\.1: was 1\.2\d*, now \S+, largest deviation 2\.500e-1 \(1 of 11 numbers differ\)/,
    );
    assert.deepEqual(archiveHashes(root), archived);
  }
  assert.deepEqual(readdirSync(join(root, ".cache/verify/paper/flow")), [
    "decay.new.svg",
    "decay.old.svg",
    "index.html",
  ]);
  assert.equal((await flows([...reproduce, "--accept", ...project])).code, 0);
  assert.equal((await flows(["verify", ...project])).code, 0);
});

test("one run: experiments.run(spec) in memory has the bits that `flows run` writes", async () => {
  for (const path of ["paper/flow", "paper/limit"]) {
    const out = join(temporary(), "out");
    const { code, err } = await flows(["run", `${path}.json`, "--no-figures", "--out", out], join(root, "experiments"));
    assert.equal(code, 0, err);
    const written = readArchive(out, path);
    assert.ok(written.state === "whole");
    const inMemory = experiments.run(readSpec(root, path) as experiments.Draft);
    assert.equal(pack(inMemory, {}, {}).manifest.digest, written.manifest.digest);
  }
});

test("a damaged file of the archive is named and not trusted", async () => {
  const file = join(archive("paper/flow"), "runs/flow.json");
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(file, bytes);
  for (const [command, expected] of [
    [reproduce, 1],
    [["verify"], 1],
    [["claims", "flow"], 2],
    [["figure", "flow"], 2],
  ] as const) {
    const { code, err } = await flows([...command, ...project]);
    assert.equal(code, expected, command[0]);
    assert.match(err, /runs\/flow\.json is damaged/);
  }
  assert.equal((await flows([...reproduce, "--accept", ...project])).code, 0);
});

test("why names what changed in the spec and which units that concerns; reproduce then archives the new result", async () => {
  assert.match(
    (await flows(["why", "flow", ...project])).out,
    /archive: whole\nnothing would be run again: all 2 units are in the cache/,
  );
  const spec = readSpec(root, "paper/limit");
  writeSpec(root, "paper/limit", {
    ...spec,
    axes: {
      lambda: { axis: "values", values: [0.001, 0.0005, 0.0001, 0.00001], set: ["/runs/ridge/geometry/lambda"] },
    },
  });
  const { out } = await flows(["why", "limit", ...project]);
  assert.match(
    out,
    /1 of 5 units would be run:\n {2}spec changed: (\/axes\/lambda\/values\/[123](, )?){3}\n {2}ridge\[lambda=0\.0005\]\n$/,
  );
  const { code, err } = await flows([...reproduce, ...project]);
  assert.equal(code, 0);
  assert.match(err, /paper\/limit: 2 of 2 claims hold; archived \(the archive is of another spec\)/);
});

test("reproduce draws every figure and writes the pages; a second time it writes nothing", async () => {
  assert.equal((await flows(["reproduce", ...project])).code, 0);
  const page = readFileSync(join(root, "results/index.html"), "utf8");
  const shown = join(archive("paper/limit"), "figures/decay.light.svg");
  assert.match(page, /The ridge flows tend to the Hellinger flow as <span class="katex">/);
  assert.match(readFileSync(shown, "utf8"), /^<svg/);
  const time = statSync(shown).mtimeMs;
  assert.equal((await flows(["reproduce", ...project])).code, 0);
  assert.equal(statSync(shown).mtimeMs, time);
});
