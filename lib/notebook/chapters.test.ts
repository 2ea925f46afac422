import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadSpec } from "../experiments/archive/work/load.js";
import { projectAt, readCatalogue, resultFolder, specFiles } from "../experiments/archive/work/project.js";
import { packageRoot } from "../experiments/archive/package-root.js";
import { type CodeCell, isCode, type Multiline, readNotebook, textOf } from "./runner/notebook.js";

const project = projectAt(packageRoot);
const folder = join(packageRoot, "notebooks");
const chapters = readdirSync(folder)
  .filter(name => /^(?!00)\d\d-.*\.ipynb$/.test(name))
  .map(name => ({ name, notebook: readNotebook(join(folder, name)) }));
const texts = chapters.flatMap(({ notebook }) =>
  notebook.cells.filter(cell => !isCode(cell)).map(({ source }) => textOf(source)),
);
const codeOf = (cells: readonly CodeCell[]): readonly string[] => cells.map(({ source }) => textOf(source));

/** What has been run and archived: the others have nothing to show yet. */
const experiments = specFiles(project)
  .filter(({ path }) => existsSync(join(resultFolder(project, path), "manifest.json")))
  .flatMap(({ file }) => {
    const loaded = loadSpec(project, file);
    return "spec" in loaded ? [loaded.spec] : [];
  });

for (const { id, title, statement } of readCatalogue(project).filter(entry =>
  experiments.some(({ illustrates }) => illustrates.includes(entry.id)),
))
  test(`${id} has an archived experiment and stands in a chapter, word for word`, () => {
    const cell = texts.find(text => text.startsWith(`## ${id} · ${title}\n`));
    assert.ok(cell?.includes(`\n> ${statement}\n`), `no chapter has the statement of ${id}`);
  });

for (const { name, notebook } of chapters) {
  const code = codeOf(notebook.cells.filter(isCode));

  test(`${name} is thin: at most twelve code cells of at most six lines, without loops, choices and styles`, () => {
    assert.ok(code.length <= 12, `${code.length} code cells`);
    for (const cell of code) {
      assert.ok(cell.split("\n").length <= 6, cell);
      assert.doesNotMatch(cell, /\b(?:for|while|if|switch|function|import|color|colour|width|style)\b|=>|\?/);
    }
  });

  test(`${name} shows the claims of an archived result for its statements, and lets the reader change a run`, () => {
    const headings = notebook.cells
      .filter(cell => !isCode(cell))
      .flatMap(({ source }) => textOf(source).match(/^## (\S+) ·/)?.[1] ?? []);
    for (const id of headings)
      assert.ok(
        code.some(cell => cell.includes(`, "${id}")`)),
        `no claims of ${id}`,
      );
    assert.equal(code.filter(cell => cell.includes("await run(but(only(")).length, headings.length);
  });

  test(`${name} says which claims its try-it cells break, and why: all claims below them end as is said`, () => {
    const tries = notebook.cells.filter(isCode).filter(({ source }) => textOf(source).includes("await run("));
    for (const { source, outputs } of tries) {
      const cell = textOf(source);
      const words = outputs.flatMap(output =>
        "data" in output ? [textOf(output.data["text/plain"] as Multiline)] : [],
      );
      const tallies = words.flatMap(text => /^(\d+) of (\d+) claims hold$/m.exec(text)?.slice(1, 3).join("/") ?? []);
      assert.ok(tallies.length > 0, `no claims below ${cell}`);
      for (const tally of tallies) assert.match(tally, /^(\d+)\/\1$/, cell);
      for (const [, claim] of cell.matchAll(/"\/claims\/(\w+)\/control": true/g))
        assert.ok(cell.includes(`"/claims/${claim}/because": `), `${claim} is said to fail, without a reason: ${cell}`);
    }
  });
}
