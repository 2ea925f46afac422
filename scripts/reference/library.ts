import { join } from "node:path";
import ts from "typescript";
import { packageRoot } from "../specs.js";
import { GENERATED } from "./generated.js";

/** The public entries of the library: what they are imported by -> their modules. */
export const ENTRIES: Readonly<Record<string, string>> = {
  "gradient-flows": join(packageRoot, "lib/index.ts"),
  "gradient-flows/files": join(packageRoot, "lib/experiments/archive/specs-in.ts"),
};

/** How they are compiled. */
export function compilerOptions(): ts.CompilerOptions {
  const file = join(packageRoot, "tsconfig.json");
  const { config } = ts.readConfigFile(file, ts.sys.readFile) as { readonly config: unknown };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, packageRoot).options;
  return { ...parsed, noEmit: true, incremental: false, tsBuildInfoFile: undefined, noUnusedLocals: false };
}

/** A public name: `solve`, `kernels.gaussian`; `from` is what it is imported by. */
export interface PublicName {
  readonly from: string;
  readonly name: string;
  readonly documentation: string;
  readonly isValue: boolean;
}

/** The names that an entry of a program exports, those of its namespaces one by one. */
function namesOf(program: ts.Program, from: string, entry: string): readonly PublicName[] {
  const checker = program.getTypeChecker();
  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  return (module ? checker.getExportsOfModule(module) : []).flatMap(exported => {
    const symbol = resolved(exported);
    const inside = symbol.flags & ts.SymbolFlags.ValueModule ? checker.getExportsOfModule(symbol) : undefined;
    return (inside ?? [exported]).map(member => ({
      from,
      name: inside ? `${exported.name}.${member.name}` : member.name,
      documentation: ts.displayPartsToString(resolved(member).getDocumentationComment(checker)),
      isValue: (resolved(member).flags & ts.SymbolFlags.Value) !== 0,
    }));
  });
}

/** The names of all entries. */
export function publicNames(): readonly PublicName[] {
  const program = ts.createProgram(Object.values(ENTRIES), compilerOptions());
  return Object.entries(ENTRIES).flatMap(([from, entry]) => namesOf(program, from, entry));
}

/** What a comment says before its example, on one line. */
const said = (documentation: string): string =>
  documentation
    .replace(/```[\s\S]*$/, "")
    .trim()
    .replace(/\s+/g, " ");

/** The library, from the comments of its public names. */
export function libraryPage(names: readonly PublicName[]): string {
  const [main] = Object.keys(ENTRIES);
  const sectionOf = ({ from, name }: PublicName): string => {
    if (from !== main) return `From ${from}`;
    return name.includes(".") ? name.split(".")[0] : "At the top";
  };
  const sections = [...new Set(names.map(sectionOf))].map(section => {
    const lines = names
      .filter(name => sectionOf(name) === section)
      .map(({ name, documentation, isValue }) => `- **\`${name}\`**${isValue ? "" : " (type)"} ${said(documentation)}`);
    return `## ${section}\n\n${lines.join("\n")}`;
  });
  const head =
    `# The library\n\n${GENERATED}\n\nEvery name that \`import … from "gradient-flows"\` gives, ` +
    "and those of the entries that need Node; an editor shows the same words, with examples.";
  return `${[head, ...sections].join("\n\n")}\n`;
}
