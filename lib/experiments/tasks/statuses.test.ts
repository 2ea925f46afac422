import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { SCHEMAS } from "../language/schemas.generated.js";
import { STATUSES } from "./task.js";

const TEXT = readFileSync(fileURLToPath(new URL("../../../../docs/troubleshooting.md", import.meta.url)), "utf8");

interface EndsBranch {
  readonly $defs: { readonly ends: { readonly properties: { readonly status: { readonly enum: readonly string[] } } } };
}

test("docs/troubleshooting.md has one section for every status, in their order, each of some sentences", () => {
  const sections = TEXT.split(/^## /m).slice(1);
  assert.deepEqual(
    sections.map(section => section.split("\n")[0]),
    [...STATUSES],
  );
  for (const section of sections) assert.ok(section.length > 100, section);
});

test("a claim may say of a run that it ends with any of the statuses, and with no other", () => {
  const { ends } = (SCHEMAS["claim.schema.json"] as unknown as EndsBranch).$defs;
  assert.deepEqual(ends.properties.status.enum, [...STATUSES]);
});
