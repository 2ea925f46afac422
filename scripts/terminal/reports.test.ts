import assert from "node:assert/strict";
import { test } from "node:test";
import { inLetters } from "../../lib/display/figures/plain-text.js";
import { projectAt } from "../../lib/experiments/archive/work/project.js";
import type { ExperimentResult } from "../../lib/experiments/language/result.js";
import { archivedExperiments } from "../archived.js";
import { listText } from "../commands/list.js";
import { packageRoot } from "../specs.js";
import { claimsTable } from "./claims.js";
import { claimsReport, resultReport } from "./reports.js";

/** TeX, markup, and characters that escape. */
const TEX = /[$\\]|<\/?(?:su[bp]|span|b)>|&\w+;/;

const project = projectAt(packageRoot);
const results: readonly ExperimentResult[] = archivedExperiments(project).flatMap(({ archive }) =>
  archive === undefined ? [] : [archive.result],
);

test("the terminal shows no experiment's title, claims, reasons, labels or notes in TeX", () => {
  assert.ok(results.length > 60);
  for (const result of results)
    for (const line of `${claimsReport(result)}\n${resultReport(result, "results: here")}`.split("\n"))
      assert.doesNotMatch(line, TEX, result.spec.id);
  assert.doesNotMatch(listText(project), TEX);
});

test("a label with mathematics is letters in the table of claims", () => {
  const [result] = results;
  const [claim] = result.claims;
  const table = claimsTable({ claims: [{ ...claim, at: { start: "straight in $\\sqrt{\\mu}$" } }] });
  assert.match(table, /start = straight in √μ$/);
});

test("a text in letters says what its TeX says: powers, indices, fractions, operators, norms, accents", () => {
  for (const [tex, letters] of [
    ["$\\exp(-\\beta t)$ at most $\\tfrac12\\lambda^2$", "exp(−βt) at most ½λ²"],
    ["$\\varphi(1)\\log 2 + a\\tanh(ax)$", "φ(1) log 2 + a tanh(ax)"],
    ["$\\sqrt{2r\\,\\mathrm{Var}}$ and $\\sqrt{\\mathrm{MSE}}$", "√(2r Var) and √MSE"],
    ["$\\bigl\\|\\hat f-\\bar g\\bigr\\|_{L^2_{\\mu_t}}$", "‖f̂ − ḡ‖_(L²_(μₜ))"],
    ["$\\{1,\\dots,n\\}$, $\\dot x$", "{1, …, n}, ∂ₜx"],
    ["$$\\frac{\\int\\mathcal K^{-1}g}{\\int\\mathcal K^{-1}1}$$", "(∫K⁻¹g)/(∫K⁻¹1)"],
    ["the sum of l_n g_n^2, for m^* and x <= 1e-13", "the sum of lₙgₙ², for m* and x ≤ 10⁻¹³"],
    ["$\\mathrm{De\\text{-}Stein}^2$ of a $\\constructor$", "De-Stein² of a constructor"],
    ["it costs 5 $", "it costs 5 $"],
  ])
    assert.equal(inLetters(tex), letters);
});
