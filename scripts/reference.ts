/**
 * The reference: docs/language.md from schemas/, docs/library.md from the comments of the public names. Run
 * `npm run docs` after a change; a test holds both pages against what they are made of.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { FUNCTIONS } from "../lib/experiments/language/formula/interpret.js";
import { packageRoot } from "./specs.js";

/** A public name: `solve`, `kernels.gaussian`. */
export interface PublicName {
  readonly name: string;
  readonly documentation: string;
  readonly isValue: boolean;
}

/** A schema, as far as a reader is told of it. */
interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly equation?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const GENERATED = "<!-- Written by `npm run docs`: do not edit. -->";

const schemas = (): readonly Schema[] =>
  readdirSync(join(packageRoot, "schemas"))
    .filter(file => file.endsWith(".schema.json"))
    .sort()
    .map(file => JSON.parse(readFileSync(join(packageRoot, "schemas", file), "utf8")) as Schema);

const kindOf = (reference: string): string => reference.replace(/^.*\$defs\//, "").replace(/\.schema\.json$/, "");

/** What may stand in a field: `number`, `a | b`, a link to a kind of words. */
function allowed({ $ref, const: constant, enum: choices, oneOf, anyOf, type, items }: Schema): string {
  if ($ref !== undefined) return $ref.includes("#") ? kindOf($ref) : `[${kindOf($ref)}](#${kindOf($ref)})`;
  if (constant !== undefined) return `\`${JSON.stringify(constant)}\``;
  if (choices) return choices.map(choice => `\`${JSON.stringify(choice)}\``).join(", ");
  const several = oneOf ?? anyOf;
  if (several) return [...new Set(several.map(allowed))].join(" or ");
  const names = typeof type === "string" ? [type] : (type ?? []);
  return names.map(name => (name === "array" && items ? `list of ${allowed(items)}` : name)).join(" or ");
}

/** The fields of an object, a line each. */
function fields({ properties = {}, required = [] }: Schema, tag: string | undefined): readonly string[] {
  return Object.entries(properties)
    .filter(([name]) => name !== tag)
    .map(([name, field]) => {
      const what = [allowed(field), required.includes(name) ? "" : "optional"].filter(text => text !== "").join(", ");
      return `  - \`${name}\`${what === "" ? "" : ` (${what})`}: ${field.description ?? ""}`.trimEnd();
    });
}

/** A word of the language: what it is, its equation, its fields. */
function wordOf(name: string, schema: Schema): readonly string[] {
  const equation = schema.equation === undefined ? "" : ` \`${schema.equation}\``;
  const [tag] = Object.entries(schema.properties ?? {}).find(([, field]) => field.const === name) ?? [];
  return [`- **\`${name}\`** ${schema.description ?? ""}${equation}`, ...fields(schema, tag)];
}

/** A kind of words: those that it may be, or its own fields. */
function kind(schema: Schema): string {
  const name = kindOf(schema.$id ?? "");
  const words = Object.entries(schema.$defs ?? {}).flatMap(([word, branch]) => wordOf(word, branch));
  const own = schema.oneOf ? [] : fields(schema, undefined).map(line => line.slice(2));
  const functions = name === "formula" ? [`- Functions: ${FUNCTIONS.map(each => `\`${each}\``).join(", ")}.`] : [];
  const lines = [...own, ...words, ...functions];
  return [`## ${name}`, schema.description ?? "", ...(lines.length === 0 ? [] : [lines.join("\n")])].join("\n\n");
}

/** The spec language, from its schemas. */
export function languagePage(): string {
  const all = schemas();
  const first = all.filter(({ $id }) => $id === "experiment.schema.json");
  const sorted = [...first, ...all.filter(schema => !first.includes(schema))];
  const links = sorted.map(({ $id = "" }) => `[${kindOf($id)}](#${kindOf($id)})`).join(", ");
  const head = `# The language of specs\n\n${GENERATED}\n\nA spec is an [experiment](#experiment). Every kind of words: ${links}.`;
  return `${[head, ...sorted.map(kind)].join("\n\n")}\n`;
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

/** The public entry of the library, and how it is compiled. */
export const ENTRY: string = join(packageRoot, "lib/index.ts");

export function compilerOptions(): ts.CompilerOptions {
  const file = join(packageRoot, "tsconfig.json");
  const { config } = ts.readConfigFile(file, ts.sys.readFile) as { readonly config: unknown };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, packageRoot).options;
  return { ...parsed, noEmit: true, incremental: false, tsBuildInfoFile: undefined, noUnusedLocals: false };
}

/** File -> what it says now. */
export const pages = (names: readonly PublicName[]): Readonly<Record<string, string>> => ({
  "docs/language.md": languagePage(),
  "docs/library.md": libraryPage(names),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = publicNames(ts.createProgram([ENTRY], compilerOptions()), ENTRY);
  for (const [file, text] of Object.entries(pages(names))) writeFileSync(join(packageRoot, file), text);
}
