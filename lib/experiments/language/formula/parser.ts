import { tokens, type Token } from "./lexer.js";
import { depth, formulaError, type Selection, type Tree } from "./tree.js";

/** Deepest nesting of brackets and of operations: total evaluation needs no more stack than this. */
const DEEPEST = 64;

const OPERATIONS: Readonly<Record<string, string>> = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" };

interface Reader {
  /** The next token. */
  peek(): Token;
  /** Takes the next token if it is one of these. */
  take(...texts: readonly string[]): Token | undefined;
  /** Takes exactly this symbol, or refuses. */
  need(text: string): Token;
  word(what: string): Token;
  number(): Token;
  /** The text up to a comma or a closing bracket: the label of a selection. */
  label(): string;
  nested<T>(read: () => T): T;
}

function reader(text: string): Reader {
  const all = tokens(text);
  let next = 0;
  let level = 0;
  const peek = (): Token => all[next];
  const advance = (): Token => all[next++];
  const shown = (token: Token): string => (token.kind === "end" ? "the end" : `"${token.text}"`);
  return {
    peek,
    take: (...texts) => (peek().kind === "symbol" && texts.includes(peek().text) ? advance() : undefined),
    need: symbol =>
      peek().text === symbol ? advance() : formulaError(`expected "${symbol}", not ${shown(peek())}`, peek().at),
    word: what =>
      peek().kind === "word" ? advance() : formulaError(`expected ${what}, not ${shown(peek())}`, peek().at),
    number: advance,
    label: () => {
      const from = peek().at;
      while (peek().kind !== "end" && ![",", "]"].includes(peek().text)) next++;
      const label = text.slice(from, peek().at).trim();
      return label || formulaError(`expected a value, not ${shown(peek())}`, from);
    },
    nested: read => {
      if (++level > DEEPEST) formulaError(`brackets are nested more than ${DEEPEST} deep`, peek().at);
      const result = read();
      level--;
      return result;
    },
  };
}

/** a (op b)* with the operators of one level, from the left. */
function chain(r: Reader, operators: readonly string[], operand: (r: Reader) => Tree): Tree {
  let left = operand(r);
  for (let sign = r.take(...operators); sign; sign = r.take(...operators))
    left = { op: "call", name: OPERATIONS[sign.text], of: [left, operand(r)], at: sign.at };
  return left;
}

const sum = (r: Reader): Tree => chain(r, ["+", "-"], product);
const product = (r: Reader): Tree => chain(r, ["*", "/"], unary);

/** -x^2 = -(x^2) */
function unary(r: Reader): Tree {
  const minus = r.take("-");
  return minus ? { op: "call", name: "negate", of: [unary(r)], at: minus.at } : power(r);
}

/** a^b^c = a^(b^c), and the exponent may carry a sign. */
function power(r: Reader): Tree {
  const base = postfix(r);
  const caret = r.take("^");
  return caret ? { op: "call", name: "power", of: [base, unary(r)], at: caret.at } : base;
}

function selection(r: Reader): Selection {
  const dim = r.word("a dimension");
  r.need("=");
  return { dim: dim.text, label: r.label(), at: dim.at };
}

function postfix(r: Reader): Tree {
  let tree = primary(r);
  while (r.take("[")) {
    do {
      const chosen = selection(r);
      tree = { op: "select", of: tree, selection: chosen, at: chosen.at };
    } while (r.take(","));
    r.need("]");
  }
  return tree;
}

function list(r: Reader): readonly Tree[] {
  const of = [sum(r)];
  while (r.take(",")) of.push(sum(r));
  r.need(")");
  return of;
}

function primary(r: Reader): Tree {
  const { kind, text, at } = r.peek();
  if (r.take("(")) {
    const inner = r.nested(() => sum(r));
    r.need(")");
    return inner;
  }
  if (kind === "number") return number(r);
  r.word("a number, a name or a bracket");
  if (r.take(".")) return { op: "output", run: text, output: r.word("an output").text, at };
  if (r.take("(")) return { op: "call", name: text, of: r.nested(() => list(r)), at };
  return { op: "name", name: text, at };
}

function number(r: Reader): Tree {
  const { text, at } = r.number();
  const value = Number(text);
  return Number.isFinite(value) ? { op: "number", value, at } : formulaError(`${text} is too large`, at);
}

/**
 * The tree of a formula. Grammar: sums, products, signs, powers (from the right), numbers, names, `run.output`, calls
 * `f(a, b)` and selections `x[dim=label, …]`. Refuses with the place.
 */
export function parse(text: string): Tree {
  const r = reader(text);
  const tree = sum(r);
  const rest = r.peek();
  if (rest.kind !== "end") formulaError(`unexpected "${rest.text}"`, rest.at);
  return depth(tree) <= DEEPEST
    ? tree
    : formulaError(`operations are nested more than ${DEEPEST} deep: name a part of it as a quantity`, 0);
}
