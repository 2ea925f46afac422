import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { plainText, plainTitle } from "./plain-text.js";

const experiments = join(dirname(fileURLToPath(import.meta.url)), "../../../../experiments");

test("alternative texts keep powers and indices: e^{-2t} is e⁻²ᵗ, λ_n is λₙ, and what has no such letter is in parentheses", () => {
  const cases: Readonly<Record<string, string>> = {
    "Exactly $e^{-t}$": "Exactly e⁻ᵗ",
    "below $e^{-2t}$, & < 1": "below e⁻²ᵗ, & < 1",
    "One factor $\\lambda_n$": "One factor λₙ",
    "$N^{-1/2}$": "N^(−1/2)",
    "$e^{-\\lambda t}$": "e^(−λt)",
    "$\\mathcal{F}^\\Lambda$": "F^Λ",
    "$x_{n}^{2}$ and $W_2^2$": "xₙ² and W₂²",
  };
  for (const [title, plain] of Object.entries(cases)) assert.equal(plainTitle(title), plain);
  assert.equal(plainText("<b>a<sub>i<sup>2</sup></sub></b>"), "a_(i²)");
});

/** Every title and caption of the committed specs. */
const titles = readdirSync(experiments, { recursive: true, encoding: "utf8" })
  .filter(file => file.endsWith(".json") && file !== "catalogue.json")
  .flatMap(file => {
    const { title, figures } = JSON.parse(readFileSync(join(experiments, file), "utf8")) as {
      readonly title: string;
      readonly figures: Readonly<Record<string, { readonly title: string; readonly caption?: string }>>;
    };
    return [title, ...Object.values(figures).flatMap(figure => [figure.title, figure.caption ?? ""])];
  });

test("no title or caption of an experiment has TeX or markup in its alternative text", () => {
  for (const title of titles) assert.doesNotMatch(plainTitle(title), /[$\\{}]|<\w|&\w+;/, title);
});
