import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readCatalogue } from "../experiments/archive/work/project.js";
import type { Draft } from "../experiments/check.js";
import { experiment } from "./live/archived.js";
import { but, experimentOf, only, project } from "./live/spec.js";
import { packageRoot } from "../experiments/archive/package-root.js";
import { isCode, readNotebook, textOf } from "./runner/notebook.js";

const folder = join(packageRoot, "notebooks");
const cells = readNotebook(join(folder, "talk.ipynb")).cells.slice(1);
const chapter = (name: string): string =>
  readNotebook(join(folder, `${name}.ipynb`))
    .cells.map(({ source }) => textOf(source))
    .join("\n");

/** Heading with its sentence, figure, and what varies it. */
const slides = Array.from({ length: cells.length / 3 }, (_, k) => {
  const [heading, figure, vary] = cells.slice(3 * k, 3 * k + 3);
  return { heading: textOf(heading.source), figure, vary: textOf(vary.source) };
});

test("the talk has a slide for every statement of its source, each behind a link to the chapter that has it", () => {
  const linked = slides.flatMap(({ heading }) =>
    [...heading.matchAll(/\[([A-Z]-[\d.]+)\]\((.+?)\.ipynb\)/g)].map(([, id, name]) => {
      assert.ok(chapter(name).includes(`\n## ${id} · `), `${name} does not have ${id}`);
      return id;
    }),
  );
  const source = readCatalogue(project).filter(({ source: from }) => from === "talk");
  assert.deepEqual(
    source.map(({ id }) => id).filter(id => !linked.includes(id)),
    [],
  );
});

for (const { heading, figure, vary } of slides) {
  const title = heading.split("\n")[0].slice(3);

  test(`${title}: one sentence, a figure of the archive, and a cell that varies it, in comments that are right`, async () => {
    assert.match(heading, /^## \d+ · .+\n\n.+\. \[/);
    assert.ok(isCode(figure));
    const [, id, name] = /^slide\("([\w-]+)", "(\w+)"\)$/.exec(textOf(figure.source)) ?? [];
    assert.ok(name in experiment(id).spec.figures);
    const [words, ...code] = vary.split("\n").map(line => line.replace(/^\/\/ /, ""));
    assert.match(words, /\.$/);
    const started: unknown[] = [];
    const run = (draft: Draft): void => void started.push(experimentOf(draft));
    const cell = new Function("run", "but", "only", `return (async () => {${code.join("\n")}})()`) as (
      ...names: readonly unknown[]
    ) => Promise<void>;
    await cell(run, but, only);
    assert.equal(started.length, 1);
  });
}

test("the talk is below 400 kB, and all notebooks together below 15 MB", () => {
  const sizes = readdirSync(folder)
    .filter(name => name.endsWith(".ipynb"))
    .map(name => [name, statSync(join(folder, name)).size] as const);
  assert.ok(new Map(sizes).get("talk.ipynb")! < 400e3);
  assert.ok(sizes.reduce((sum, [, size]) => sum + size, 0) < 15e6);
});
