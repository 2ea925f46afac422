import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { packageRoot } from "./specs.js";

/** A section of docs/from-python.md: the same number by numpy and by the library. */
interface Twin {
  readonly title: string;
  readonly python: string;
  readonly typescript: string;
}

const page = readFileSync(join(packageRoot, "docs/from-python.md"), "utf8");

const twins: readonly Twin[] = page.split(/^## /m).flatMap(section => {
  const [, python] = /```py\n([\s\S]*?)```/.exec(section) ?? [];
  const [, typescript] = /```ts\n([\s\S]*?)```/.exec(section) ?? [];
  return python && typescript ? [{ title: section.split("\n")[0], python, typescript }] : [];
});

/** What a program prints, as a number. */
function printed(program: string, args: readonly string[]): number {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd: packageRoot, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return Number(stdout);
}

let skip: string | false = false;

before(() => {
  const { status } = spawnSync("python3", ["-c", "import numpy, scipy, ot"]);
  skip = status === 0 ? false : "python3 with numpy, scipy and POT is missing";
});

test("docs/from-python.md: every pair of blocks prints the same number, to 1e-9", async t => {
  assert.ok(twins.length >= 6);
  for (const { title, python, typescript } of twins) {
    const ours = printed(process.execPath, ["--input-type=module", "-e", typescript]);
    assert.ok(Number.isFinite(ours), title);
    await t.test(title, { skip }, () => {
      const theirs = printed("python3", ["-c", python]);
      assert.ok(Math.abs(ours - theirs) <= 1e-9 * Math.abs(theirs), `${ours} here, ${theirs} there`);
    });
  }
});
