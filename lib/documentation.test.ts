/** Every public name says what it is, and every value shows how it is used, in words that compile. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));
const entry = join(root, "lib/index.ts");
const examples = join(root, "lib/examples.virtual.ts");

/** A public name: `solve`, `kernels.gaussian`. */
interface Name {
  readonly name: string;
  readonly documentation: string;
  readonly isValue: boolean;
}

function options(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile) as { readonly config: unknown };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root).options;
  return { ...parsed, noEmit: true, incremental: false, tsBuildInfoFile: undefined, noUnusedLocals: false };
}

/** The names that a program's entry exports, those of its namespaces one by one. */
function publicNames(program: ts.Program): readonly Name[] {
  const checker = program.getTypeChecker();
  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
  return checker.getExportsOfModule(module).flatMap(exported => {
    const symbol = resolved(exported);
    const inside = symbol.flags & ts.SymbolFlags.ValueModule ? checker.getExportsOfModule(symbol) : undefined;
    return (inside ?? [exported]).map(member => ({
      name: inside ? `${exported.name}.${member.name}` : member.name,
      documentation: ts.displayPartsToString(resolved(member).getDocumentationComment(checker)),
      isValue: (resolved(member).flags & ts.SymbolFlags.Value) !== 0,
    }));
  });
}

/** The fenced examples of a comment. */
const examplesOf = ({ documentation }: Name): readonly string[] =>
  Array.from(documentation.matchAll(/```ts\n([\s\S]*?)```/g), ([, code]) => code);

/** All examples as one module: each in a function of its own, with every public name in scope. */
function asModule(names: readonly Name[]): string {
  const scope = [...new Set(names.map(({ name }) => name.split(".")[0]))];
  const bodies = names.flatMap(name =>
    examplesOf(name).map(
      (code, k) => `// ${name.name}\nexport async function example_${name.name.replace(".", "_")}_${k}() {\n${code}\n}`,
    ),
  );
  return `import { ${scope.join(", ")} } from "./index.js";\n${bodies.join("\n")}\n`;
}

let names: readonly Name[] = [];

before(() => {
  names = publicNames(ts.createProgram([entry], options()));
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
  const host = ts.createCompilerHost(options());
  const { fileExists, readFile } = host;
  const program = ts.createProgram([examples], options(), {
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
