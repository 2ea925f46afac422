/**
 * The schemas of the language. What a kind of words says of itself stands beside its builders in lib/systems and
 * lib/dynamics; `composed` makes the branches of its schema from that. `completed` is what an editor needs to offer all
 * names of a tagged union: the list of its tags, each with its description.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Schema -> the compiled list of its words, and what titles of its branches end with. */
export const KINDS = {
  "energy.schema.json": { file: "dist/lib/systems/energies/words.js", list: "ENERGY_WORDS", title: "Energy" },
  "smoother.schema.json": {
    file: "dist/lib/systems/geometries/smoothers/index.js",
    list: "words",
    title: "Smoother",
  },
  "integrator.schema.json": { file: "dist/lib/dynamics/integrators/index.js", list: "words", title: "Integrator" },
  "kernel.schema.json": { file: "dist/lib/systems/kernels/words.js", list: "KERNEL_WORDS", title: "Kernel" },
};

const said = ({ description, equation }) => (equation ? `${description} ${equation}` : description);

const capital = word => word[0].toUpperCase() + word.slice(1);

/** One branch: a closed object with the properties of a word. */
function branchOf({ name, description, equation, properties }, title) {
  const entries = Object.entries(properties);
  const required = entries.filter(([, { optional }]) => !optional).map(([key]) => key);
  return {
    title: `${name.split("-").map(capital).join("")}${title}`,
    description,
    ...(equation && { equation }),
    type: "object",
    additionalProperties: false,
    required: ["name", ...required],
    properties: {
      name: { const: name },
      ...Object.fromEntries(entries.map(([key, { optional: _, ...fragment }]) => [key, fragment])),
    },
  };
}

/** The schema of a kind, its branches as the words say. */
export function composed(schema, words, title) {
  return {
    ...schema,
    oneOf: words.map(({ name }) => ({ $ref: `#/$defs/${name}` })),
    $defs: Object.fromEntries(words.map(each => [each.name, branchOf(each, title)])),
  };
}

/** A tagged union with its tags listed: editors choose a branch by its required keys and would offer few of them. */
export function completed(schema) {
  if (!schema.discriminator) return schema;
  const tag = schema.discriminator.propertyName;
  const names = schema.oneOf.map(({ $ref }) => $ref.split("/").pop());
  const described = (name, branch) => [
    name,
    names.includes(name)
      ? { ...branch, properties: { ...branch.properties, [tag]: { description: said(branch), const: name } } }
      : branch,
  ];
  const { type, required, discriminator, oneOf, properties: _, $defs, ...head } = schema;
  const list = { description: "Which one.", enum: names, enumDescriptions: names.map(name => said($defs[name])) };
  const defs = Object.fromEntries(Object.entries($defs).map(([name, branch]) => described(name, branch)));
  return { ...head, type, required, properties: { [tag]: list }, discriminator, oneOf, $defs: defs };
}

/** File name -> schema, as they are committed. */
export const schemasOnDisk = () =>
  Object.fromEntries(
    readdirSync(join(root, "schemas"))
      .filter(file => file.endsWith(".schema.json"))
      .sort()
      .map(file => [file, JSON.parse(readFileSync(join(root, "schemas", file), "utf8"))]),
  );

/** File name -> schema, as the compiled words say; without them, as they are committed. */
export async function schemasOfWords() {
  const schemas = schemasOnDisk();
  for (const [file, { file: list, list: name, title }] of Object.entries(KINDS)) {
    const path = join(root, list);
    if (existsSync(path)) schemas[file] = composed(schemas[file], (await import(pathToFileURL(path)))[name], title);
  }
  return Object.fromEntries(Object.entries(schemas).map(([file, schema]) => [file, completed(schema)]));
}
