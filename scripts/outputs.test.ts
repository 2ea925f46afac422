import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { flows, readSpec, smallProject } from "./testing/fixtures.js";
import type { Ended } from "./testing/host.js";

const root = smallProject();
const project = ["--project", root];
/** Without figures, which take longer than the numbers. */
const run = ["run", "--no-figures"];

const archives = join(root, "results/paper");

before(async () => {
  assert.equal((await flows(["reproduce", "--no-figures", ...project])).code, 0);
});

/** A folder with a spec of one's own: its id, and what is changed in it. */
function ownSpec(id: string, folder: string = temporary(), changes: object = {}): string {
  const file = join(folder, `${id}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...readSpec(root, "paper/flow"), id, ...changes }));
  return file;
}

/** Every file below a folder with its bytes. */
const snapshot = (folder: string): object =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter(name => statSync(join(folder, name)).isFile())
      .sort()
      .map(name => [name, readFileSync(join(folder, name), "latin1")]),
  );

/** The command is refused with these words, before anything is computed, and no byte in `folder` has changed. */
async function refusedAndKept(folder: string, args: readonly string[], words: RegExp): Promise<Ended> {
  const kept = snapshot(folder);
  const ended = await flows([...args, ...project], folder);
  assert.equal(ended.code, 2, ended.err);
  assert.match(ended.err, words);
  assert.doesNotMatch(ended.err, /computed/);
  assert.deepEqual(snapshot(folder), kept);
  return ended;
}

test("run --out: a folder that holds a manifest of somebody else is kept, file by file, and what would be lost is named", async () => {
  const folder = temporary();
  writeFileSync(join(folder, "manifest.json"), `{"name": "a web page"}`);
  writeFileSync(join(folder, "precious.txt"), "mine");
  await refusedAndKept(folder, [...run, ownSpec("own"), "--out", folder], /would be lost: manifest\.json/);
});

test("run --out: another id's are kept; those of the same id are replaced, files beside them stay", async () => {
  const folder = temporary();
  const out = join(folder, "out");
  assert.equal((await flows([...run, ownSpec("first"), "--out", out])).code, 0);
  await refusedAndKept(
    out,
    [...run, ownSpec("second"), "--out", out],
    /not results of "second".*spec\.json, manifest\.json/,
  );
  writeFileSync(join(out, "notes.txt"), "mine");
  const changed = ownSpec("first", temporary(), { title: "Another title" });
  const { code, err } = await flows([...run, changed, "--out", out]);
  assert.equal(code, 0, err);
  assert.equal(readFileSync(join(out, "notes.txt"), "utf8"), "mine");
  assert.match(readFileSync(join(out, "spec.json"), "utf8"), /Another title/);
});

test("run --out: what was put among the results, or changed there, is named and kept: numbers, pictures, foreign files", async () => {
  const spec = ownSpec("own");
  const clean = join(temporary(), "out");
  assert.equal((await flows(["run", spec, "--out", clean])).code, 0);
  for (const name of ["runs/flow.json", "spec.json", "figures/decay.svg", "figures/decay.html", "runs/mine.csv"]) {
    const out = join(temporary(), "out");
    cpSync(clean, out, { recursive: true });
    const was = existsSync(join(out, name)) ? readFileSync(join(out, name), "latin1") : "";
    writeFileSync(join(out, name), `${was} `, "latin1");
    await refusedAndKept(out, [...run, spec, "--out", out], new RegExp(`would be lost: ${name.replace(".", "\\.")}`));
  }
  assert.equal((await flows([...run, spec, "--out", clean])).code, 0, "unchanged results are replaced");
});

test("run never writes into the archive of a project, also not by a link; reproduce does", async () => {
  await refusedAndKept(
    root,
    [...run, join(root, "experiments/paper/flow.json"), "--out", join(archives, "flow")],
    /lies in the archive results, which only `flows reproduce` writes/,
  );
  await refusedAndKept(root, [...run, ownSpec("own"), "--out", join(root, "results/new")], /lies in the archive/);
});

test("run --out .: results appear in the working folder itself, which stays the same folder", async () => {
  const folder = temporary();
  const { ino } = statSync(folder);
  assert.equal((await flows([...run, ownSpec("own"), "--out", "."], folder)).code, 0);
  assert.ok(existsSync(join(folder, "manifest.json")));
  assert.equal(statSync(folder).ino, ino);
});

test("two specs that would write into one folder are refused", async () => {
  const [a, b] = [temporary(), temporary()];
  const args = [...run, ownSpec("own", a), ownSpec("own", b), "--out", join(a, "out")];
  await refusedAndKept(a, args, /two of the specs would write into/);
});

test("figure -o: foreign files and figures that were touched are kept; its own is replaced", async () => {
  const folder = temporary();
  const figure = (id: string, file: string): readonly string[] => [
    "figure",
    id,
    "decay",
    "--format",
    "json",
    "-o",
    file,
  ];
  const spec = ownSpec("own", folder);
  writeFileSync(join(folder, "notes.svg"), "<svg/>");
  mkdirSync(join(folder, "sub.json"));
  for (const file of [spec, "notes.svg", "sub.json"])
    await refusedAndKept(folder, figure("flow", file), /exists and is no figure of "flow"/);
  for (const format of ["json", "svg"]) {
    const file = `x.${format}`;
    const write = ["figure", "flow", "decay", "--format", format, "-o", file, ...project];
    assert.equal((await flows(write, folder)).code, 0);
    assert.equal((await flows(write, folder)).code, 0, `${format}: its own figure is replaced`);
    writeFileSync(join(folder, file), Buffer.concat([readFileSync(join(folder, file)), Buffer.from(" ")]));
    await refusedAndKept(folder, figure("flow", file), /exists and is no figure of "flow"/);
  }
  assert.equal((await flows([...figure("limit", "limit.json"), ...project], folder)).code, 0);
  await refusedAndKept(folder, figure("flow", "limit.json"), /no figure of "flow"/);
});

test("figure drops nothing into the working folder but one folder of its own, with small pictures", async () => {
  const folder = temporary();
  assert.equal((await flows(["figure", "flow", ...project], folder)).code, 0);
  assert.deepEqual(readdirSync(folder), ["flow.figures"]);
  assert.deepEqual(readdirSync(join(folder, "flow.figures")), ["decay.svg"]);
  assert.ok(statSync(join(folder, "flow.figures/decay.svg")).size < 500_000);
});

test("figure -o: the end of the name says the format, in any case of letters; --format says another", async () => {
  const folder = temporary();
  for (const [file, args, begin] of [
    ["a.png", [], /^\x89PNG/],
    ["b.SVG", [], /^<svg/],
    ["c.html", [], /^<!doctype html/i],
    ["d.json", [], /^\{/],
    ["e", [], /^<svg/],
    ["f.png", ["--format", "svg"], /^<svg/],
  ] as const) {
    const { code, err } = await flows(["figure", "flow", "decay", "-o", file, ...args, ...project], folder);
    assert.equal(code, 0, err);
    assert.match(readFileSync(join(folder, file), "latin1"), begin, file);
  }
});

test("export: files that are not as it wrote them are named and kept, whichever they are; its own are replaced", async () => {
  const spec = ownSpec("own");
  for (const engine of ["snakemake", "job-array"]) {
    const exported = (out: string): Promise<Ended> => flows(["export", engine, spec, "-o", out, ...project]);
    const clean = join(temporary(), "out");
    assert.equal((await exported(clean)).code, 0);
    assert.equal((await exported(clean)).code, 0, "what it wrote itself");
    const names = Object.keys(snapshot(clean)).filter(name => !/^(?:store|groups\/|\.)/.test(name));
    assert.ok(names.length > 3);
    for (const name of names) {
      const file = join(temporary(), name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "mine");
      const { code, err } = await exported(file.slice(0, -name.length - 1));
      assert.equal(code, 2, err);
      assert.match(err, new RegExp(`would be lost: ${name.replace(".", "\\.")};`));
      assert.equal(readFileSync(file, "utf8"), "mine");
    }
    writeFileSync(join(clean, names[0]), "changed since");
    assert.match((await exported(clean)).err, /would be lost/);
  }
});

test("new keeps a file that is there", async () => {
  const folder = temporary();
  writeFileSync(join(folder, "flow.json"), "mine");
  await refusedAndKept(folder, ["new", "flow"], /flow\.json exists already/);
});

test("reproduce: an archive of another id, and files in it that are not of it, are kept and named, also with --accept", async () => {
  const other = smallProject();
  const place = join(other, "results/paper/flow");
  cpSync(join(archives, "limit"), place, { recursive: true });
  const foreign = await flows(["reproduce", "--no-figures", "--accept", "--project", other]);
  assert.equal(foreign.code, 1);
  assert.match(foreign.err, /✗ paper\/flow: .*in its folder are files that are not of it: spec\.json, manifest\.json/);
  assert.deepEqual(snapshot(place), snapshot(join(archives, "limit")));
  rmSync(place, { recursive: true });
  cpSync(join(archives, "flow"), place, { recursive: true });
  writeFileSync(join(place, "runs/mine.csv"), "1");
  const { code, err } = await flows(["reproduce", "--no-figures", "--accept", "--project", other]);
  assert.equal(code, 1);
  assert.match(err, /✗ paper\/flow: .*runs\/mine\.csv/);
  assert.match(err, /✓ paper\/limit/);
});

test("reproduce: a page, picture or style of somebody else in results/ is kept and named, the others are written", async () => {
  const other = smallProject();
  const results = join(other, "results");
  cpSync(join(root, "results"), results, { recursive: true });
  const reproduce = ["reproduce", "--no-notebooks", "--project", other];
  const first = await flows(reproduce);
  assert.equal(first.code, 0, first.err);
  assert.equal((await flows(reproduce)).code, 0, "its own are replaced");
  const pages = ["index.html", "assets/page.css", "paper/flow/index.html", "paper/flow/figures/decay.png"];
  for (const name of pages) writeFileSync(join(results, name), "mine");
  rmSync(join(results, "paper/limit/index.html"));
  const { code, err } = await flows(reproduce);
  assert.equal(code, 1);
  for (const name of pages) {
    assert.equal(readFileSync(join(results, name), "utf8"), "mine");
    assert.ok(err.includes(name), err);
  }
  assert.ok(existsSync(join(results, "paper/limit/index.html")));
});

test("claims and figure accept what one's own runs wrote: the folder, or the spec beside it", async () => {
  const folder = temporary();
  const spec = ownSpec("own", folder);
  assert.equal((await flows([...run, spec], folder)).code, 0);
  for (const word of ["own.json", "own.results", join(folder, "own.results")]) {
    const claims = await flows(["claims", word], folder);
    assert.equal(claims.code, 0, claims.err);
    assert.match(claims.out, /✓ +mass/);
    assert.equal((await flows(["figure", word, "decay", "--format", "json", "-o", "-"], folder)).code, 0, word);
  }
  ownSpec("own", folder, { title: "Another title" });
  const { code, err } = await flows(["claims", "own.json"], folder);
  assert.equal(code, 2);
  assert.match(err, /is of another spec \(changed since: \/title\); run `flows run own\.json`/);
});

test("very-long-id: an id that the disk cannot take is refused before anything is computed", async () => {
  for (const length of [240, 101]) {
    const folder = temporary();
    const spec = ownSpec("a".repeat(length), folder);
    await refusedAndKept(dirname(spec), [...run, spec], /\/id .*100/);
  }
  const longest = ownSpec("a".repeat(100));
  assert.equal((await flows([...run, longest])).code, 0);
});
