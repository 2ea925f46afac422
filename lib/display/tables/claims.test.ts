import assert from "node:assert/strict";
import { test } from "node:test";
import { decayFixture } from "../figures/fixtures/decay.js";
import type { Claim } from "../../experiments/language/types.generated.js";
import { claimsTable, publishedSources, saidClaims } from "./claims.js";

const [claim] = decayFixture().claims;
const published = { value: -2.1, spread: 0.05, source: "A. Author 2020, table 1", differs: "60 states" };

test("a table of claims has the column of published numbers where there is one, beside ours", () => {
  const { columns, rows } = claimsTable([{ ...claim, published }, claim]);
  const at = columns.indexOf("published");
  assert.equal(columns[at - 1], "measured");
  assert.deepEqual(
    rows.map(cells => cells[at]),
    ["-2.1 ± 0.05", ""],
  );
  assert.ok(!claimsTable([claim]).columns.includes("published"));
  assert.deepEqual(publishedSources([{ ...claim, published }, claim]), [
    "rate: published -2.1 ± 0.05 (A. Author 2020, table 1); ours differs: 60 states",
  ]);
});

test("a table of claims has what each of them says where one says anything: the sentence of its spec", () => {
  const { spec } = decayFixture();
  const own = spec.claims[claim.name]!;
  const said = (says?: string): ReturnType<typeof claimsTable> =>
    claimsTable(
      saidClaims({ claims: [claim], spec: { ...spec, claims: { [claim.name]: { ...own, says } satisfies Claim } } }),
    );
  const { columns, rows } = said("the energy falls like $e^{-2t}$");
  assert.equal(rows[0][columns.indexOf("says")], "the energy falls like $e^{-2t}$");
  assert.equal(columns.indexOf("says"), columns.indexOf("claim") + 1);
  assert.ok(!said().columns.includes("says"));
});
