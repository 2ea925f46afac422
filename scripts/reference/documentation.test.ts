/** Every public name says what it is, and every value shows how it is used, in words that compile. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { before, test } from "node:test";
import ts from "typescript";
import { compilerOptions, ENTRIES, type PublicName, publicNames } from "./library.js";
import { pages } from "./main.js";
import { packageRoot } from "../specs.js";

const examples = join(packageRoot, "lib/examples.virtual.ts");

/** The fenced examples of a comment. */
const examplesOf = ({ documentation }: PublicName): readonly string[] =>
  Array.from(documentation.matchAll(/```ts\n([\s\S]*?)```/g), ([, code]) => code);

/** All examples as one module: each in a function of its own, with every public name in scope. */
function asModule(names: readonly PublicName[]): string {
  const imports = Object.entries(ENTRIES).map(([from, file]) => {
    const scope = new Set(names.filter(name => name.from === from).map(({ name }) => name.split(".")[0]));
    return `import { ${[...scope].join(", ")} } from "./${relative(dirname(examples), file).replace(/\.ts$/, ".js")}";`;
  });
  const bodies = names.flatMap(name =>
    examplesOf(name).map(
      (code, k) => `// ${name.name}\nexport async function example_${name.name.replace(".", "_")}_${k}() {\n${code}\n}`,
    ),
  );
  return `${[...imports, ...bodies].join("\n")}\n`;
}

let names: readonly PublicName[] = [];

before(() => {
  names = publicNames();
});

test("every public name has a comment", () =>
  assert.deepEqual(
    names.filter(({ documentation }) => documentation.trim() === "").map(({ name }) => name),
    [],
  ));

test("every public value has an example", () =>
  assert.deepEqual(
    names.filter(name => name.isValue && examplesOf(name).length === 0).map(({ name }) => name),
    [],
  ));

test("every example compiles", () => {
  const text = asModule(names);
  const host = ts.createCompilerHost(compilerOptions());
  const { fileExists, readFile } = host;
  const program = ts.createProgram([examples], compilerOptions(), {
    ...host,
    fileExists: file => file === examples || fileExists(file),
    readFile: file => (file === examples ? text : readFile(file)),
    getSourceFile: (file, version) =>
      file === examples ? ts.createSourceFile(file, text, version) : host.getSourceFile(file, version),
  });
  const flaws = program.getSemanticDiagnostics(program.getSourceFile(examples)).map(({ messageText, start = 0 }) => {
    const above = text.slice(0, start).lastIndexOf("\n// ");
    const name = text.slice(above + 4, text.indexOf("\n", above + 1));
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  assert.deepEqual(flaws, []);
});

test("docs/language.md and docs/library.md say what schemas and comments say: run `npm run docs`", async () => {
  for (const [file, text] of Object.entries(await pages(names)))
    assert.equal(readFileSync(join(packageRoot, file), "utf8"), text, file);
});
