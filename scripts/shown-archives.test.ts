/** Which archives `list`, `claims` and `figure` show: none of another spec, none that is damaged, and all others. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { projectAt } from "../lib/experiments/archive/work/project.js";
import { listRows } from "./commands/list.js";
import { flows, readSpec, smallProject } from "./testing/fixtures.js";

const root = smallProject();

before(async () => {
  assert.equal((await flows(["reproduce", "--no-figures", "--project", root])).code, 0);
});

test("another spec's archive is not shown as this one's: list, claims and figure say what has changed", async () => {
  const other = smallProject();
  cpSync(join(root, "results"), join(other, "results"), { recursive: true });
  writeFileSync(
    join(other, "experiments/paper/flow.json"),
    JSON.stringify({ ...readSpec(other, "paper/flow"), seed: 2 }),
  );
  for (const command of ["claims", "figure"]) {
    const { code, err } = await flows([command, "flow", "--project", other]);
    assert.equal(code, 2);
    assert.match(err, /the archive of paper\/flow is of another spec \(changed since: \/seed\)/);
  }
  const { out } = await flows(["list", "--project", other]);
  assert.match(out, /^flow .* of another spec /m);
  assert.match(out, /^limit .* yes /m);
});

/** What may become of a file of an archive. */
const DAMAGE: Readonly<Record<string, (path: string) => void>> = {
  missing: path => rmSync(path),
  empty: path => writeFileSync(path, ""),
  truncated: path => writeFileSync(path, readFileSync(path).subarray(0, 40)),
  null: path => writeFileSync(path, "null"),
  "a number": path => writeFileSync(path, "7"),
  "a list": path => writeFileSync(path, "[]"),
  "an object": path => writeFileSync(path, "{}"),
  "no manifest": path => writeFileSync(path, `{"files": null, "claims": [null], "id": {}}`),
  "a folder": path => {
    rmSync(path);
    mkdirSync(path);
  },
};

test("one damaged archive hides no other: it is named damaged, and the others are there", () => {
  const other = smallProject();
  for (const [how, damage] of Object.entries(DAMAGE))
    for (const file of ["manifest.json", "spec.json", "runs/flow.json"]) {
      rmSync(join(other, "results"), { recursive: true, force: true });
      cpSync(join(root, "results"), join(other, "results"), { recursive: true });
      damage(join(other, "results/paper/flow", file));
      const rows = listRows(projectAt(other)).map(({ id, archive }) => [id, archive]);
      assert.deepEqual(
        rows,
        [
          ["flow", "damaged"],
          ["limit", "yes"],
        ],
        `${file} ${how}`,
      );
    }
});

test("a spec that is wrong hides no other: list names its problems", async () => {
  const other = smallProject();
  writeFileSync(join(other, "experiments/paper/flow.json"), "{");
  const { code, out, err } = await flows(["list", "--project", other]);
  assert.equal(code, 0);
  assert.match(out, /^limit /m);
  assert.match(err, /flow\.json {2}no JSON/);
});

test("a damaged archive says how to go on: restore it, or move it away and run its spec", async () => {
  const other = smallProject();
  cpSync(join(root, "results"), join(other, "results"), { recursive: true });
  writeFileSync(join(other, "results/paper/flow/manifest.json"), "");
  const { code, err } = await flows(["claims", "flow", "--project", other]);
  assert.equal(code, 2);
  assert.match(err, /damaged archive \(.*\): restore it, or move it away and run `flows reproduce --only paper\/flow`/);
});
