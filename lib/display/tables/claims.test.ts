import assert from "node:assert/strict";
import { test } from "node:test";
import { decayFixture } from "../figures/fixtures/decay.js";
import { claimsTable, publishedSources } from "./claims.js";

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
