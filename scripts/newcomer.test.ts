import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { packageRoot } from "./specs.js";
import { flows } from "./testing/fixtures.js";

const readJson = (file: string): object => JSON.parse(readFileSync(file, "utf8")) as object;

const templates = readdirSync(join(packageRoot, "scripts/templates")).map(file => basename(file, ".json"));

for (const name of templates)
  test(`the template ${name} is written, checked strictly, runs, holds, and prints its numbers`, async () => {
    const folder = temporary();
    const made = await flows(["new", name], folder);
    assert.equal(made.code, 0, made.err);
    const strict = "claims" in readJson(join(folder, `${name}.json`)) ? ["--strict"] : [];
    const checked = await flows(["check", ...strict, `${name}.json`], folder);
    assert.equal(checked.code, 0, checked.err);
    const { code, out, err } = await flows(["run", "--no-figures", `${name}.json`], folder);
    assert.equal(code, 0, out + err);
    assert.match(out, /^run +output +value/m);
  });

test("an option of one value that is given twice is refused by name; --only takes several globs", async () => {
  const options = [
    ["run", "x.json", "--out", "a", "--out", "b"],
    ["figure", "mmd-flows", "--format", "svg", "--format", "png"],
    ["plan", "x.json", "--profile", "a", "--profile", "b"],
    ["verify", "--project", "a", "--project", "b"],
  ];
  for (const args of options) {
    const { code, err } = await flows(args);
    assert.equal(code, 2, err);
    assert.match(err, new RegExp(`${args.at(-2)} is given several times`));
  }
  const { code, err } = await flows(["verify", "--only", "paper/mmd-flows", "--only", "paper/nothing"]);
  assert.equal(code, 2);
  assert.match(err, /no experiment fits "paper\/nothing"/);
});

test("a command that wants words and is given none says which, and where they are explained", async () => {
  const { out } = await flows(["--help"]);
  const wanting = [...out.matchAll(/^ *flows ((\S+) <.*?[>\]])  /gm)];
  assert.ok(wanting.length >= 10, out);
  for (const [, words, name] of wanting) {
    const { code, err } = await flows([name]);
    assert.equal(code, 2);
    assert.ok(err.includes(`\`flows ${words}`) && err.includes(`flows ${name} --help`), err);
  }
});

test("a misprint in the name of a command or in a filter of the catalogue is called one, with the word that was meant", async () => {
  const misprints = [
    [["nwe"], /there is no such command: did you mean "new"\?/],
    [["zzzz"], /there is no command or option zzzz: `flows --help` lists them/],
    [["list", "--jason"], /there is no command or option jason/],
    [["catalogue", "--geometry", "hellingr"], /--geometry hellingr is in no name; only: .*did you mean "hellinger"\?/],
    [["catalogue", "--space", "finite", "--integrator", "langevin"], /no combination fits all these filters/],
  ] as const;
  for (const [args, sentence] of misprints) {
    const { code, err } = await flows(args);
    assert.equal(code, 2, err);
    assert.match(err, sentence);
  }
});
