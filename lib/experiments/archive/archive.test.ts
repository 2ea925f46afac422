import assert from "node:assert/strict";
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Archive, pack, readArchive, writeArchive } from "./archive.js";
import { compareResults } from "./compare.js";
import { smallResult } from "./fixtures.js";
import { sha256 } from "./hash.js";
import { readable } from "./json.js";
import { digestOf } from "./manifest.js";
import { temporary } from "./temporary.js";
import type { ExperimentResult } from "../language/result.js";

const archived = (result: ExperimentResult): string => {
  const folder = join(temporary(), "small");
  writeArchive(folder, pack(result, {}, { at: "now" }).files);
  return folder;
};

const damage = (archive: Archive): string =>
  archive.state === "damaged" ? archive.problems.join("; ") : archive.state;

test("read(write(result)) = result, bit for bit, with every kind of number", () => {
  const archive = readArchive(archived(smallResult()), "paper/small");
  assert.ok(archive.state === "whole");
  assert.deepEqual(archive.result, smallResult());
  assert.deepEqual(compareResults(smallResult(), archive.result), []);
});

test("arrays above 200 numbers are .npy files, others stand in the JSON", () => {
  const { manifest } = pack(smallResult(), {}, {});
  assert.deepEqual(Object.keys(manifest.files), [
    "spec.json",
    "runs/flow.json",
    "runs/flow.masses.npy",
    "runs/spec.json",
  ]);
});

test("the digest depends on the numbers, the spec and its data, and not on the provenance", () => {
  const digest = (result: ExperimentResult, data = {}, provenance = {}): string =>
    pack(result, data, provenance).manifest.digest;
  assert.equal(digest(smallResult()), digest(smallResult(), {}, { at: "another day" }));
  assert.notEqual(digest(smallResult()), digest(smallResult(1e-9)));
  assert.notEqual(digest(smallResult()), digest(smallResult(), { "data.csv": "00" }));
  assert.notEqual(digest(smallResult()), digest({ ...smallResult(), spec: { ...smallResult().spec, title: "Other" } }));
});

test("a manifest whose names lead out of the archive is damaged, and what they lead to is not read", () => {
  for (const name of [
    "../outside",
    "runs/../../outside",
    "/etc/hostname",
    "..\\outside",
    "C:outside",
    "runs//x",
    "./x",
  ]) {
    const folder = archived(smallResult());
    const { manifest } = pack(smallResult(), {}, {});
    const outside = { ...manifest, files: { ...manifest.files, [name]: sha256("") } };
    writeFileSync(join(folder, "..", "outside"), "");
    writeFileSync(join(folder, "manifest.json"), readable({ ...outside, digest: digestOf(outside) }));
    assert.equal(damage(readArchive(folder, "")), `${JSON.stringify(name)} is no file of an archive`);
  }
});

test("a flipped bit, a truncated file and a missing file are named in every file, and nothing is read", () => {
  const names = ["manifest.json", ...Object.keys(pack(smallResult(), {}, {}).manifest.files)];
  for (const name of names) {
    const folder = archived(smallResult());
    const path = join(folder, name);
    const bytes = readFileSync(path);
    const middle = name === "manifest.json" ? bytes.indexOf("A result") : bytes.length >> 1;
    bytes[middle] ^= 1;
    writeFileSync(path, bytes);
    assert.ok(damage(readArchive(folder, "")).includes(`${name} is damaged`), `${name}, a flipped bit`);
    truncateSync(path, bytes.length - 3);
    assert.match(
      damage(readArchive(folder, "")),
      new RegExp(`${name} (is damaged|cannot be read)`),
      `${name}, truncated`,
    );
    rmSync(path);
    assert.equal(damage(readArchive(folder, "")), `${name} is missing`);
  }
});

test("every field of a manifest but its provenance is in its digest, also where it is missing; files it does not name are not read", () => {
  const { manifest } = pack(smallResult(), {}, {});
  for (const [field, value] of Object.entries(manifest).filter(([name]) => name !== "provenance")) {
    const without = Object.fromEntries(Object.entries(manifest).filter(([name]) => name !== field));
    const changed = typeof value === "string" ? `${value} ` : typeof value === "number" ? value + 1 : {};
    for (const other of [without, { ...without, [field]: changed }]) {
      const folder = archived(smallResult());
      writeFileSync(join(folder, "manifest.json"), readable(other));
      assert.match(damage(readArchive(folder, "")), /manifest\.json (?:is damaged|cannot be read)/, field);
    }
  }
  const folder = archived(smallResult());
  writeFileSync(join(folder, "manifest.json"), readable({ ...manifest, provenance: {} }));
  writeFileSync(join(folder, "runs/another.json"), "no JSON");
  assert.equal(readArchive(folder, "").state, "whole");
});
