/** Formulas of claims as mathematics: `max(abs(a.F - b.F))` becomes max_t |F_a − F_b|. */
import { parse } from "../../experiments/language/formula/parser.js";
import type { Selection, Tree } from "../../experiments/language/formula/tree.js";
import { nameTex } from "./mathematics.js";

/** How strongly an expression binds: sums are put in parentheses inside of products, and those inside of powers. */
const BINDS = { sum: 0, product: 1, power: 2, atom: 3 } as const;

interface Typeset {
  readonly tex: string;
  readonly binds: number;
}

const atom = (tex: string): Typeset => ({ tex, binds: BINDS.atom });
const within = ({ tex, binds }: Typeset, least: number): string => (binds < least ? `\\left(${tex}\\right)` : tex);

/** 1.5e-3 as 1.5 · 10⁻³. */
function numberTex(value: number): string {
  const [mantissa, exponent] = String(value).split("e");
  const power = `10^{${Number(exponent)}}`;
  return exponent === undefined ? mantissa : mantissa === "1" ? power : `${mantissa}\\cdot ${power}`;
}

const selectionTex = ({ dim, label }: Selection): string =>
  Number.isFinite(Number(label))
    ? `${nameTex(dim)}=${numberTex(Number(label))}`
    : `\\text{${label.replace(/[^\w .,-]/g, "")}}`;

const OPERATORS: Readonly<Record<string, (a: Typeset, b: Typeset) => Typeset>> = {
  add: (a, b) => ({ tex: `${a.tex}+${b.tex}`, binds: BINDS.sum }),
  subtract: (a, b) => ({ tex: `${a.tex}-${within(b, BINDS.product)}`, binds: BINDS.sum }),
  multiply: (a, b) => ({ tex: `${within(a, BINDS.product)}\\,${within(b, BINDS.product)}`, binds: BINDS.product }),
  divide: (a, b) => ({ tex: `\\frac{${a.tex}}{${b.tex}}`, binds: BINDS.power }),
  power: (a, b) => ({ tex: `${within(a, BINDS.atom)}^{${b.tex}}`, binds: BINDS.power }),
};

const FUNCTIONS: Readonly<Record<string, (...x: readonly string[]) => string>> = {
  abs: x => `\\left|${x}\\right|`,
  sqrt: x => `\\sqrt{${x}}`,
  exp: x => `e^{${x}}`,
  first: x => `${x}\\big|_{t=0}`,
  last: x => `${x}\\big|_{t=T}`,
  integral: (x, dim = "t") => `\\int ${x}\\,\\mathrm{d}${dim}`,
  cumulative: x => `\\int_0^t ${x}\\,\\mathrm{d}t`,
  ddt: x => `\\frac{\\mathrm{d}}{\\mathrm{d}t}${x}`,
  slope: (y, x, from, to) =>
    `\\text{slope of }${y}\\text{ over }${x}${from === undefined ? "" : `\\in[${from},${to}]`}`,
  min: (x, dim) => `\\min_{${dim}}${x}`,
  max: (x, dim) => `\\max_{${dim}}${x}`,
  sum: (x, dim) => `\\sum_{${dim}}${x}`,
  mean: (x, dim) => `\\operatorname{mean}_{${dim}}${x}`,
  larger: (x, y) => `\\max(${x},${y})`,
  smaller: (x, y) => `\\min(${x},${y})`,
};

/** Functions whose argument needs no parentheses. */
const CLOSED = /^(?:abs|sqrt|exp|larger|smaller|slope)$/;

function callOf(name: string, of: readonly Typeset[]): Typeset {
  if (name === "negate") return { tex: `-${within(of[0], BINDS.product)}`, binds: BINDS.sum };
  if (Object.hasOwn(OPERATORS, name)) return OPERATORS[name](of[0], of[1]);
  const parts = of.map((part, i) => (i > 0 || CLOSED.test(name) ? part.tex : within(part, BINDS.product)));
  if (Object.hasOwn(FUNCTIONS, name))
    return {
      tex: FUNCTIONS[name](...parts),
      binds: CLOSED.test(name) && name !== "slope" ? BINDS.power : BINDS.product,
    };
  return { tex: `\\operatorname{${name}}\\left(${of.map(part => part.tex).join(",")}\\right)`, binds: BINDS.atom };
}

function typeset(tree: Tree): Typeset {
  switch (tree.op) {
    case "number":
      return atom(numberTex(tree.value));
    case "name":
      return atom(nameTex(tree.name));
    case "output":
      return atom(`${nameTex(tree.output)}_{\\text{${tree.run}}}`);
    case "select":
      return atom(`${within(typeset(tree.of), BINDS.atom)}\\big|_{${selectionTex(tree.selection)}}`);
    case "call":
      return callOf(tree.name, tree.of.map(typeset));
  }
}

/** TeX of a formula; undefined where it is none. */
export function formulaTex(formula: string): string | undefined {
  try {
    return typeset(parse(formula)).tex;
  } catch {
    return undefined;
  }
}
