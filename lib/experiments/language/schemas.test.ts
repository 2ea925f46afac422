import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { SCHEMAS } from "./schemas.generated.js";

const root = new URL("../../../../", import.meta.url);
const folder = new URL("schemas/", root);
const files = readdirSync(folder).filter(file => file.endsWith(".schema.json"));

type Node = { readonly [key: string]: unknown };

/** Every object of a schema with its place. */
function nodes(value: unknown, place: string): readonly (readonly [string, Node])[] {
  if (value === null || typeof value !== "object") return [];
  return [[place, value as Node], ...Object.entries(value).flatMap(([key, child]) => nodes(child, `${place}/${key}`))];
}

const everywhere = files.flatMap(file => nodes(SCHEMAS[file], file));

test("the generated types, the constant and the lists of tags are what schemas/ say", () => {
  execFileSync(process.execPath, [fileURLToPath(new URL("scripts/types.mjs", root)), "--check"]);
  assert.deepEqual(Object.keys(SCHEMAS), files.sort());
});

test("every $ref is a path relative to its own file, as editors resolve it, and leads somewhere", () => {
  for (const [place, { $ref }] of everywhere) {
    if (typeof $ref !== "string") continue;
    const [file, fragment = ""] = $ref.split("#");
    const target = new URL(file || place.split("/")[0], folder);
    assert.ok(existsSync(target), `${place}: ${$ref}`);
    const found = fragment
      .split("/")
      .slice(1)
      .reduce<unknown>((at, key) => (at as Node | undefined)?.[key], JSON.parse(readFileSync(target, "utf8")));
    assert.ok(found !== undefined, `${place}: ${$ref}`);
  }
});

test("every property and every branch has a description", () => {
  const bare = everywhere.flatMap(([place, node]) =>
    Object.entries((node.properties ?? node.$defs ?? {}) as Node).flatMap(([key, child]) => {
      const description = (child as Node).description;
      return typeof description === "string" && description.length > 3 ? [] : [`${place}/${key}`];
    }),
  );
  assert.deepEqual(bare, []);
});

test("every object of the language is closed: an unknown key is a mistake", () => {
  const open = everywhere.filter(
    ([, node]) => node.type === "object" && node.additionalProperties === undefined && node.discriminator === undefined,
  );
  assert.deepEqual(
    open.map(([place]) => place),
    [],
  );
});
