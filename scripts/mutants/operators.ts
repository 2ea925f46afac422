/**
 * Errors of one letter in formulas: the places of a compiled module at which one could be made, and what it would be.
 */
import ts from "typescript";

/** One error in one expression of a module. */
export interface Mutation {
  /** What kind of error it is, in words. */
  readonly kind: string;
  /** Offsets of the expression in the text of the module. */
  readonly start: number;
  readonly end: number;
  /** The expression as it stands, and what stands in its place. */
  readonly before: string;
  readonly after: string;
}

type Change = { readonly kind: string; readonly after: string };

const K = ts.SyntaxKind;

/** Whether an expression is text, as far as one sees without types. */
const isText = (node: ts.Expression): boolean =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  ts.isArrayLiteralExpression(node) ||
  (ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right))) ||
  (ts.isParenthesizedExpression(node) && isText(node.expression));

/** Operator -> the errors that a hand makes there, from the texts of both sides. */
const BINARY: ReadonlyMap<ts.SyntaxKind, (left: string, right: string) => readonly Change[]> = new Map([
  [
    K.PlusToken,
    (a: string, b: string) => [
      { kind: "sign", after: `${a} - (${b})` },
      { kind: "term dropped", after: a },
    ],
  ],
  [
    K.MinusToken,
    (a: string, b: string) => [
      { kind: "sign", after: `${a} + ${b}` },
      { kind: "term dropped", after: a },
    ],
  ],
  [
    K.AsteriskToken,
    (a: string, b: string) => [
      { kind: "factor dropped", after: a },
      { kind: "factor dropped", after: b },
    ],
  ],
  [
    K.SlashToken,
    (a: string, b: string) => [
      { kind: "factor inverted", after: `${a} * ${b}` },
      { kind: "factor dropped", after: a },
    ],
  ],
  [K.PlusEqualsToken, (a: string, b: string) => [{ kind: "sign", after: `${a} -= ${b}` }]],
  [K.MinusEqualsToken, (a: string, b: string) => [{ kind: "sign", after: `${a} += ${b}` }]],
  [K.AsteriskEqualsToken, (a: string, b: string) => [{ kind: "factor inverted", after: `${a} /= ${b}` }]],
]);

const SETTING = /^[A-Z][A-Z_0-9]+$/;

/** Constants that bound an iteration or an error are no mathematics: those are named in capitals, or `tolerance`. */
const isBound = (node: ts.Expression): boolean =>
  (ts.isIdentifier(node) && (SETTING.test(node.text) || node.text === "tolerance")) ||
  (ts.isBinaryExpression(node) && (isBound(node.left) || isBound(node.right)));

/** The errors that could be made at one node. */
function changesOf(node: ts.Node, text: (node: ts.Node) => string): readonly Change[] {
  if (ts.isBinaryExpression(node) && [node.left, node.right].some(side => isText(side) || isBound(side))) return [];
  if (ts.isBinaryExpression(node))
    return BINARY.get(node.operatorToken.kind)?.(text(node.left), text(node.right)) ?? [];
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken)
    return [{ kind: "sign", after: `(${text(node.operand)})` }];
  if (ts.isNumericLiteral(node) && Number(node.text) !== 0 && isFactor(node))
    return [{ kind: "constant doubled", after: String(2 * Number(node.text)) }];
  return [];
}

const isFactor = ({ parent }: ts.Node): boolean =>
  ts.isBinaryExpression(parent) &&
  (parent.operatorToken.kind === K.AsteriskToken || parent.operatorToken.kind === K.SlashToken);

/** What counts places rather than computes: an error there is no error of the mathematics, and crashes. */
function counts(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
    (ts.isForStatement(parent) && parent.statement !== node) ||
    ts.isNewExpression(node) ||
    ts.isTemplateExpression(node) ||
    (ts.isCallExpression(node) && COUNTING.test(node.expression.getText()))
  );
}

const COUNTING = /(^|\.)(refuse|subarray|slice|fill|copyWithin|from|set|zeros|push|require|quoted|join)$/;

/** What defines such a constant. */
const isSetting = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && SETTING.test(node.name.text);

/** All errors of one letter that a compiled module could hold. */
export function mutationsOf(code: string): readonly Mutation[] {
  const file = ts.createSourceFile("module.js", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: Mutation[] = [];
  const text = (node: ts.Node): string => node.getText(file);
  const visit = (node: ts.Node): void => {
    if (isSetting(node) || counts(node)) return;
    const [start, end] = [node.getStart(file), node.getEnd()];
    for (const change of changesOf(node, text)) found.push({ ...change, start, end, before: code.slice(start, end) });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

/** The module with the error in it. */
export const withMutation = (code: string, { start, end, after }: Mutation): string =>
  `${code.slice(0, start)}(${after})${code.slice(end)}`;

/** What stands where the error of a number may be made. */
const mark = (n: number): string => `globalThis.MUTANT === ${n} ? `;

/**
 * The module with all of these errors in it, none inside of another, each of which is made while `globalThis.MUTANT` is
 * its number.
 */
export const withMutations = (code: string, numbered: readonly (readonly [Mutation, number])[]): string =>
  [...numbered]
    .sort(([a], [b]) => b.start - a.start)
    .reduce(
      (text, [{ before, after, ...at }, n]) =>
        withMutation(text, { ...at, before, after: `${mark(n)}(${after}) : (${before})` }),
      code,
    );

/** The offset of the error of a number in a module that holds it: earlier ones have moved it. */
export const offsetOf = (code: string, n: number): number => code.indexOf(mark(n));
