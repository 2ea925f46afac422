import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { check, run } from "./index.js";
import type { Draft } from "./check.js";
import type { Experiment } from "./language/types.generated.js";
import { small as flow } from "./tasks/fixtures.js";

test("a spec in memory needs only runs: it is checked, run, and claimed to reach its end", () => {
  const draft = { runs: { flow } };
  assert.deepEqual(check(draft), []);
  const fractions: number[] = [];
  const { runs, claims } = run(draft, { progress: fraction => void fractions.push(fraction) });
  assert.deepEqual(
    claims.map(({ name, holds }) => [name, holds]),
    [["flowEnds", true]],
  );
  assert.deepEqual(runs.flow.outputs.F.shape, [11]);
  assert.ok(runs.flow.certificate !== undefined && runs.flow.status[0].status === "completed");
  assert.ok(fractions.length > 0 && fractions.every(fraction => fraction >= 0 && fraction <= 1));
});

test("check lists all problems at their pointers, and what would be refused before the first step", () => {
  const draft: Draft = { runs: { flow: { ...flow, integrator: { name: "rk5" }, geometry: { name: "hellingr" } } } };
  assert.deepEqual(
    check(draft).map(({ file, pointer }) => [file, pointer]),
    [
      ["experiment.json", "/runs/flow/geometry/name"],
      ["experiment.json", "/runs/flow/integrator/name"],
    ],
  );
  const refused = { runs: { flow: { ...flow, geometry: { name: "wasserstein" } } } };
  assert.match(check(refused)[0].message, /transport × identity on finite-set/);
  const { runs, claims } = run(refused);
  assert.equal(runs.flow.status[0].status, "refused");
  assert.equal(claims[0].holds, false);
  assert.throws(() => run(draft), /the spec has mistakes:\n {2}\/runs\/flow\/geometry\/name/);
});

test("data files are read by `files`, and only by it; one that cannot be read is a problem with its reason", () => {
  const draft: Draft = {
    runs: {
      flow: {
        ...flow,
        space: { name: "particles", n: 2, d: 1 },
        initial: { name: "samples", data: { name: "file", path: "points.csv" } },
        energy: {
          name: "half-mmd2",
          target: { name: "gaussian", mean: [0], covariance: 1 },
          kernel: { name: "gaussian", bandwidth: 1 },
        },
        geometry: { name: "wasserstein" },
      },
    },
  };
  const [unread] = check(draft);
  assert.match(unread.message, /^points\.csv cannot be read: files are read only by `files`/);
  const files = (path: string): Uint8Array => {
    if (path !== "points.csv") throw new Error("no such file");
    return new TextEncoder().encode("x\n-1\n2\n");
  };
  assert.deepEqual(check(draft, { files }), []);
  assert.equal(run(draft, { files }).runs.flow.status[0].status, "completed");
  const missing = check(draft, {
    files: () => {
      throw new Error("gone");
    },
  });
  assert.match(missing[0].message, /points\.csv cannot be read: gone/);
});

test("what is no spec at all is a list of problems or a refusal, never an exception of the program", () => {
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  for (const draft of [null, 3, "runs", [], {}, { runs: {} }, { runs: { a: NaN } }, { id: 3, runs: { flow } }])
    assert.ok(check(draft as unknown as Draft).length > 0, JSON.stringify(draft));
  assert.throws(() => check(cyclic), /refused: the spec is not JSON/);
});

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Stored {
  readonly path: string;
  readonly spec: Experiment;
}

const stored = (path: string): Stored => ({
  path,
  spec: JSON.parse(readFileSync(join(root, "experiments", `${path}.json`), "utf8")) as Experiment,
});

test("statements: any may be illustrated where none are listed; those that are listed are all", () => {
  const draft = { illustrates: ["A-9.9"], runs: { flow } };
  assert.deepEqual(check(draft), []);
  assert.match(check(draft, { statements: ["A-2.1"] })[0].message, /"A-9.9" is not in the catalogue/);
});

/** Experiments of a second or less, which have every task of the language but curves between them. */
const CHEAP = ["integral-operator", "log-sobolev-contrast", "ridge-regression-dual", "hellinger-versus-fisher-rao"];

for (const path of CHEAP.map(id => `paper/${id}`))
  test(`the bits in memory are those of the archive: ${path}`, async () => {
    const { pack, readArchive } = await import("./archive/archive.js");
    const { spec } = stored(path);
    const archive = readArchive(join(root, "results", path), path);
    assert.ok(archive.state === "whole");
    assert.equal(pack({ ...run(spec), path }, {}, {}).manifest.digest, archive.manifest.digest);
  });
