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
  test(`the template ${name} is written, checked strictly where it has claims, runs, holds, and its numbers stand on the terminal`, async () => {
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
