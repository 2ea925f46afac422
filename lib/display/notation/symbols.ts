/** What stands for what: the signs of the plain notation, as it is typed, and their commands in TeX. */

const named = (names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(" ").map(name => [name, `\\${name}`]));

/** Greek letters by their names and as they are; φ and ε are the round ones. */
export const GREEK: Readonly<Record<string, string>> = {
  ...named("alpha beta gamma delta zeta eta theta kappa lambda mu nu xi pi rho sigma tau chi psi omega"),
  ...named("Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"),
  phi: "\\varphi",
  ell: "\\ell",
  eps: "\\varepsilon",
  epsilon: "\\varepsilon",
};

const letters = (greek: string, names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(" ").map((name, i) => [greek[i], GREEK[name]]));

/** Characters that are quantities by themselves. */
export const SIGNS: Readonly<Record<string, string>> = {
  ...letters(
    "αβγδεζηθκλμνξπρστφχψω",
    "alpha beta gamma delta eps zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega",
  ),
  ...letters("ΓΔΘΛΞΠΣΦΨΩ", "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"),
  ℓ: "\\ell",
  "∞": "\\infty",
  "½": "\\tfrac12",
  "¼": "\\tfrac14",
  "¾": "\\tfrac34",
  "⅓": "\\tfrac13",
  "⅔": "\\tfrac23",
  "⅛": "\\tfrac18",
};

/** What stands before an expression. */
export const PREFIXES: Readonly<Record<string, string>> = {
  ...named("log exp sin cos tan sinh cosh tanh max min sup inf det int sum"),
  grad: "\\nabla",
  div: "\\mathrm{div}",
  "∫": "\\int",
  "∂": "\\partial",
  "∇": "\\nabla",
  ...Object.fromEntries(
    "acosh arccosh arccos artanh osc tr cond hess".split(" ").map(name => [name, `\\mathrm{${name}}`]),
  ),
};

/** Quantities whose names have several letters, upright. */
export const NAMES: readonly string[] = [
  "KL",
  "MMD",
  "KSD",
  "IFT",
  "SHe",
  "He",
  "FR",
  "Var",
  "Cov",
  "Ei",
  "MSE",
  "TV",
  "osc",
];

/** Between two quantities, or before one. */
export const OPERATORS: Readonly<Record<string, string>> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "·": "\\cdot",
  "×": "\\times",
  "±": "\\pm",
  "∓": "\\mp",
  "/": "/",
};

export const RELATIONS: Readonly<Record<string, string>> = {
  "<->": "\\rightleftharpoons",
  "⇌": "\\rightleftharpoons",
  "<=": "\\le",
  ">=": "\\ge",
  "->": "\\to",
  "=": "=",
  "<": "<",
  ">": ">",
  "≤": "\\le",
  "≥": "\\ge",
  "≠": "\\ne",
  "→": "\\to",
  "∝": "\\propto",
  "≈": "\\approx",
  "~": "\\approx",
  "∈": "\\in",
};

const forms = (plain: string, script: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...script].map((letter, i) => [letter, plain[i]]));

/** Characters that are scripts by themselves. */
export const RAISED: Readonly<Record<string, string>> = forms("0123456789+-()tknmT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵗᵏⁿᵐᵀ");
export const LOWERED: Readonly<Record<string, string>> = forms("0123456789+-()tknimp", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₜₖₙᵢₘₚ");

/** Combining marks behind a letter. */
export const ACCENTS: Readonly<Record<string, string>> = { "\u0302": "\\hat", "\u0304": "\\bar", "\u0307": "\\dot" };
