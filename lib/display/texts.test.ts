/** What readers see of the experiments: their words are words, and their mathematics is set. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import katex from "katex";
import { withMathematics } from "./notation/plain-notation.js";

const folder = new URL("../../../experiments/", import.meta.url);

/** Entries of specs that are shown as they are. */
const SHOWN = new Set("title says because label labels caption note abscissa ordinate show".split(" "));

interface Text {
  readonly where: string;
  readonly text: string;
}

/** All texts of a part of a spec that stand under one of these names. */
const textsOf = (part: unknown, where: string, name: string): readonly Text[] =>
  typeof part === "string"
    ? SHOWN.has(name)
      ? [{ where, text: part }]
      : []
    : Object.entries(part ?? {}).flatMap(([key, inner]) =>
        textsOf(inner, `${where}/${key}`, Array.isArray(part) ? name : key),
      );

const texts = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(new URL(`${name}/`, folder)).flatMap(file => {
      const { title, claims, figures } = JSON.parse(
        readFileSync(new URL(`${name}/${file}`, folder), "utf8"),
      ) as Readonly<Record<string, unknown>>;
      return textsOf({ title, claims, figures }, `${name}/${file}`, "");
    }),
  );

/** Greek letters, scripts, relations and operators, as they are and as they are spelled. */
const UNSET =
  /[\u0370-\u03ff\u2070-\u209f²³¹\u2190-\u22ff\u{1d400}-\u{1d7ff}\u0300-\u036f^_<>*√ℓ‖](?<!−)|\b(?:alpha|beta|gamma|delta|eps(?:ilon)?|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi(?![ -]square)|psi|omega|sqrt|int|exp(?<!sum-exp))\b/u;

const outside = (text: string): string => text.replace(/\$[^$]*\$/g, "");

/** What is typed in the plain notation, as pages, figures and notebooks show it. */
const plain: readonly Text[] = [
  ...textsOf(JSON.parse(readFileSync(new URL("catalogue.json", folder), "utf8")), "catalogue.json", ""),
  ...texts.filter(({ where }) => where.endsWith("/because")),
].map(({ where, text }) => ({ where, text: withMathematics(text) }));

test("the titles of the catalogue and the reasons of claims are shown with their mathematics, which KaTeX understands", () => {
  assert.ok(plain.length > 700);
  for (const { where, text } of plain) {
    assert.doesNotMatch(outside(text), UNSET, where);
    for (const [, tex] of text.matchAll(/\$([^$]+)\$/g))
      assert.doesNotThrow(() => katex.renderToString(tex, { output: "mathml", strict: "ignore" }), `${where}: ${tex}`);
  }
});

test("no title, sentence of a claim, label or caption has mathematics outside of dollars", () => {
  assert.ok(texts.length > 1000);
  for (const { where, text } of texts.filter(each => !each.where.endsWith("/because")))
    assert.doesNotMatch(outside(text), UNSET, where);
  for (const text of ["½MMD² falls", "at most λ", "straight in log mu", "K^-1", "x <= 1", "x → 0"])
    assert.match(outside(text), UNSET);
  for (const text of ["$\\mathrm{MMD}^2$ falls", "½ of it", "mode by mode for chi-squared", "a − b, 5 %, spin-off"])
    assert.doesNotMatch(outside(text), UNSET);
});
