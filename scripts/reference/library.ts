import { join } from "node:path";
import ts from "typescript";
import { packageRoot } from "../specs.js";
import { GENERATED } from "./generated.js";

/** The public entry of the library, and how it is compiled. */
export const ENTRY: string = join(packageRoot, "lib/index.ts");

export function compilerOptions(): ts.CompilerOptions {
  const file = join(packageRoot, "tsconfig.json");
  const { config } = ts.readConfigFile(file, ts.sys.readFile) as { readonly config: unknown };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, packageRoot).options;
  return { ...parsed, noEmit: true, incremental: false, tsBuildInfoFile: undefined, noUnusedLocals: false };
}

/** A public name: `solve`, `kernels.gaussian`. */
export interface PublicName {
  readonly name: string;
  readonly documentation: string;
  readonly isValue: boolean;
}

/** The names that the entry of a program exports, those of its namespaces one by one. */
export function publicNames(program: ts.Program, entry: string): readonly PublicName[] {
  const checker = program.getTypeChecker();
  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  return (module ? checker.getExportsOfModule(module) : []).flatMap(exported => {
    const symbol = resolved(exported);
    const inside = symbol.flags & ts.SymbolFlags.ValueModule ? checker.getExportsOfModule(symbol) : undefined;
    return (inside ?? [exported]).map(member => ({
      name: inside ? `${exported.name}.${member.name}` : member.name,
      documentation: ts.displayPartsToString(resolved(member).getDocumentationComment(checker)),
      isValue: (resolved(member).flags & ts.SymbolFlags.Value) !== 0,
    }));
  });
}

/** What a comment says before its example, on one line. */
const said = (documentation: string): string =>
  documentation
    .replace(/```[\s\S]*$/, "")
    .trim()
    .replace(/\s+/g, " ");

/** The library, from the comments of its public names. */
export function libraryPage(names: readonly PublicName[]): string {
  const spaceOf = (name: string): string => (name.includes(".") ? name.split(".")[0] : "");
  const sections = [...new Set(names.map(({ name }) => spaceOf(name)))].map(space => {
    const lines = names
      .filter(({ name }) => spaceOf(name) === space)
      .map(({ name, documentation, isValue }) => `- **\`${name}\`**${isValue ? "" : " (type)"} ${said(documentation)}`);
    return `## ${space === "" ? "At the top" : space}\n\n${lines.join("\n")}`;
  });
  const head = `# The library\n\n${GENERATED}\n\nEvery name that \`import … from "gradient-flows"\` gives; an editor shows the same words, with examples.`;
  return `${[head, ...sections].join("\n\n")}\n`;
}
