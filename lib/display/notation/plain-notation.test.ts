import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, pick } from "../../experiments/language/fixtures/mutations.js";
import { withMathematics } from "./plain-notation.js";

const CASES: Readonly<Record<string, string>> = {
  "dissipation = KSD^2": "dissipation = $\\mathrm{KSD}^2$",
  "flat in log mu, sqrt mu": "flat in $\\log\\mu$, $\\sqrt{\\mu}$",
  "all phi_p energies on M+": "all $\\varphi_p$ energies on $\\mathcal M^+$",
  "threshold p <= 1/2 on M+": "threshold $p\\le1/2$ on $\\mathcal M^+$",
  "gradient flow in R^d": "gradient flow in $\\mathbb R^d$",
  "L2 and H-1": "$L^2$ and $H^{-1}$",
  "limits p->0, p->1": "limits $p\\to0$, $p\\to1$",
  "exact e^-t, e^{-beta t}": "exact $e^{-t}$, $e^{-\\beta t}$",
  "2 H2O <-> 2 H2 + O2": "$2\\,\\mathrm{H}_2\\mathrm{O}\\rightleftharpoons2\\,\\mathrm{H}_2+\\,\\mathrm{O}_2$",
  "mass <= one": "mass $\\le$ one",
  "½MMD² of W₂² ≠ μ′": "$\\tfrac12\\mathrm{MMD}^2$ of $W_2^2\\ne\\mu'$",
  "KL(π|·) and KL(m*|m_t)": "$\\mathrm{KL}(\\pi|\\cdot)$ and $\\mathrm{KL}(m^*|m_t)$",
  "d<x>/dt and dμ": "$d\\langle x\\rangle /dt$ and $d\\mu$",
  "exp(-|δ|²/2) at 7e-6 x 4": "$\\exp(-|\\delta|^2/2)$ at $7\\cdot10^{-6}\\cdot 4$",
  "(1 − τ)ᵏ, C^(1/2), s_0^exp(-t)": "$(1-\\tau)^k$, $C^{1/2}$, $s_0^{\\exp(-t)}$",
  "of 1/sqrt(gap) steps": "of $1/\\sqrt{\\mathrm{gap}}$ steps",
  "the n-th of 2h, x0": "the $n$-th of $2h$, $x_0$",
  "min_c |ℓ - c|, |f|_H^2": "$\\min_c|\\ell-c|$, $|f|_H^2$",
  "$\\mu$ of x": "$\\mu$ of $x$",
  "x: $$\\int x^2\\,dx$$ for x": "$x$: $$\\int x^2\\,dx$$ for $x$",
  "5 $ for x": "5 $ for x",
};

test("mathematics that is typed as it is said is set: powers, indices, Greek, relations, brackets, functions", () => {
  for (const [plain, set] of Object.entries(CASES)) assert.equal(withMathematics(plain), set, plain);
});

test("words stay words: articles, names with hyphens, references, numbers, remarks in brackets", () => {
  for (const text of [
    "a flow of a De-Stein energy (see below), as I said: 4000 particles, 5 % of 0.015",
    "B-13 and (G-7), 1-D and 2-D, the U-statistic, RK4, problem (i), chi-squared, log-mean mobilities",
    "Newton's method, KL and MMD, Log-Sobolev / Bakry-Emery, by J. Moreau",
    "exp of it, log axis, and/or, Lion–Magenes, Łojasiewicz, naïve",
  ])
    assert.equal(withMathematics(text), text);
});

test("what is set is not set again", () => {
  for (const set of Object.values(CASES)) assert.equal(withMathematics(set), set);
});

const PIECES = ["(", ")", "[", "]", "|", "<", ">", "{", "}", "^", "_", "*", "+", "-", "/", " ", "a", "x", "mu", "log", "sqrt",
  "d", "KL", "²", "₀", "½", "'", ",", "·", "the", "1e-9", "...", "$", "\\", "\ud800", "constructor", "__proto__"] as const; // prettier-ignore

test("2 000 seeded texts of brackets, scripts and words: none throws, is slow or loses a dollar", () => {
  const random = dice(17);
  for (let k = 0; k < 2000; k++) {
    const text = Array.from({ length: 1 + Math.floor(60 * random()) }, () => pick(PIECES, random)).join("");
    const dollars = withMathematics(text).split("$").length - 1;
    assert.equal(dollars % 2, (text.split("$").length - 1) % 2, text);
  }
  for (const part of ["(", "|", "<", "log ", "a_(", "-", "a ", "^", "(a|"])
    assert.ok(withMathematics(part.repeat(1000)).length < 20_000);
});
