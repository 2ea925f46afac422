/**
 * The schemas of the language. What a kind of words says of itself stands beside its builders in lib/systems and
 * lib/dynamics; `composed` makes the branches of its schema from that. `completed` is what an editor needs to offer all
 * names of a tagged union: the list of its tags, each with its description.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Schema -> the list of its words, and what titles of its branches end with. */
export const KINDS = {
  "energy.schema.json": { file: "lib/systems/energies/words.ts", list: "ENERGY_WORDS", title: "Energy" },
  "smoother.schema.json": {
    file: "lib/systems/geometries/smoothers/index.ts",
    list: "words",
    title: "Smoother",
  },
  "integrator.schema.json": { file: "lib/dynamics/integrators/index.ts", list: "words", title: "Integrator" },
  "kernel.schema.json": { file: "lib/systems/kernels/words.ts", list: "KERNEL_WORDS", title: "Kernel" },
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

/** Schema -> its words, bundled from their sources: schemas come before the types that the compiler needs. */
async function wordsOfKinds() {
  const { build } = await import("esbuild");
  const kinds = Object.entries(KINDS);
  const contents = kinds.map(([, { file, list }], i) => `export { ${list} as words${i} } from "./${file}";`).join("\n");
  const folder = mkdtempSync(join(root, "node_modules/.words-"));
  const outfile = join(folder, "words.mjs");
  try {
    const stdin = { contents, resolveDir: root, loader: "ts" };
    await build({ stdin, outfile, bundle: true, format: "esm", platform: "node", packages: "external" });
    const words = await import(pathToFileURL(outfile));
    return Object.fromEntries(kinds.map(([schema], i) => [schema, words[`words${i}`]]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** File name -> schema, as the words say. */
export async function schemasOfWords() {
  const schemas = schemasOnDisk();
  for (const [file, words] of Object.entries(await wordsOfKinds()))
    schemas[file] = composed(schemas[file], words, KINDS[file].title);
  return Object.fromEntries(Object.entries(schemas).map(([file, schema]) => [file, completed(schema)]));
}
