import assert from "node:assert/strict";
import { test } from "node:test";
import type { Experiment } from "../../language/types.generated.js";
import { writeArchive, pack } from "../archive.js";
import { smallResult } from "../fixtures.js";
import { temporary } from "../temporary.js";
import { changedPointers, reasonsFor, remember } from "./history.js";
import type { Prepared } from "./prepare.js";
import { projectAt, resultFolder } from "./project.js";

const prepared: Prepared = {
  path: "paper/small",
  file: "",
  spec: smallResult().spec,
  data: { "a.csv": "1" },
  code: { hash: "h", parts: { "lib/a.js": "1", "lib/b.js": "1" } },
  work: [{ name: "flow[]", unit: {} as never, key: "00" }],
};

test("the pointers of a change are the deepest that explain it, escaped as JSON pointers are", () => {
  assert.deepEqual(changedPointers({ a: [1, { b: 2 }], c: 3 }, { a: [1, { b: 5 }], c: 3 }), ["/a/1/b"]);
  assert.deepEqual(changedPointers({ "x/y~": 1 }, { z: null }), ["/x~1y~0", "/z"]);
  assert.deepEqual(changedPointers({ a: [1] }, { a: { 0: 1 } }), ["/a"]);
  assert.deepEqual(changedPointers({ a: [1, 2] }, { a: [1, 2] }), []);
});

test("the reasons name the spec's pointers, the data and the modules that changed since the last computation", () => {
  const project = projectAt(temporary());
  assert.deepEqual(reasonsFor(project, prepared), {
    archive: "missing",
    open: ["flow[]"],
    units: 1,
    because: ["never run in this clone"],
  });
  remember(project, prepared);
  const changed = {
    ...prepared,
    spec: { ...prepared.spec, seed: 2 } as Experiment,
    data: { "a.csv": "2" },
    code: { hash: "i", parts: { "lib/a.js": "1", "lib/b.js": "2" } },
  };
  assert.deepEqual(reasonsFor(project, changed).because, [
    "spec changed: /seed",
    "data changed: /a.csv",
    "code changed: lib/b.js",
  ]);
});

test("where nothing was ever computed, the archive's spec is what it is compared with", () => {
  const project = projectAt(temporary());
  writeArchive(resultFolder(project, "paper/small"), pack(smallResult(), {}, {}).files);
  const { archive, because } = reasonsFor(project, { ...prepared, spec: { ...prepared.spec, title: "Other" } });
  assert.equal(archive, "whole");
  assert.deepEqual(because, ["never run in this clone", "spec changed since it was archived: /title"]);
});
