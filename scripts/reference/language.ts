import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS } from "../../lib/experiments/language/formula/interpret.js";
import { packageRoot } from "../specs.js";
import { GENERATED } from "./generated.js";

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
  const head =
    `# The language of specs\n\n${GENERATED}\n\nA spec is an [experiment](#experiment). ` +
    `Every kind of words: ${links}.`;
  return `${[head, ...sorted.map(kind)].join("\n\n")}\n`;
}
