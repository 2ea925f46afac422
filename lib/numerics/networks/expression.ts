/**
 * Matrices that remember what they were made of. Every pullback is written in the same operations as the values, so
 * that a gradient is an expression again and can be differentiated once more: Hessians, and parameter gradients of
 * functions of them, need nothing else.
 */
import type { Vec } from "../../arithmetic/vec.js";
import { fill, tabulate, times as productsOf } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { matmul } from "../../compute/index.js";

/** What a matrix was made of, and the adjoint of the derivative by it: ḡ ↦ (∂y/∂x)ᵀ ḡ. */
export interface Dependence {
  readonly on: Expression;
  readonly pullback: (adjoint: Expression) => Expression;
}

/** A matrix, row-major, one point in a row, and what it depends on; nothing for constants and variables. */
export interface Expression {
  readonly rows: number;
  readonly columns: number;
  readonly values: Vec;
  readonly dependences: readonly Dependence[];
}

const expression = (values: Vec, columns: number, dependences: readonly Dependence[]): Expression => ({
  rows: values.length / columns,
  columns,
  values,
  dependences,
});

/**
 * A matrix that depends on nothing: data, or a variable of `gradients`.
 *
 * ```ts
 * const points = networks.constant(normals(stream(1, "points"), 200), 2); // 100 points of the plane
 * ```
 */
export const constant = (values: Vec, columns: number): Expression =>
  columns >= 1 && Number.isInteger(values.length / columns)
    ? expression(values, columns, [])
    : refuse(`${values.length} numbers are no matrix of ${columns} columns`);

const shape = ({ rows, columns }: Expression): string => `${rows} x ${columns}`;

const requireEqual = (what: string, a: Expression, b: Expression): void => {
  if (a.rows !== b.rows || a.columns !== b.columns)
    refuse(`the ${what} of matrices of ${shape(a)} and ${shape(b)}: both must have one shape`);
};

/** αA + βB. */
function combined(alpha: number, a: Expression, beta: number, b: Expression): Expression {
  requireEqual(beta < 0 ? "difference" : "sum", a, b);
  const out = new Float64Array(a.values.length);
  const [x, y] = [a.values, b.values];
  for (let i = 0; i < out.length; i++) out[i] = alpha * x[i] + beta * y[i];
  return expression(out, a.columns, [
    { on: a, pullback: g => scaled(alpha, g) },
    { on: b, pullback: g => scaled(beta, g) },
  ]);
}

/**
 * A + B.
 *
 * ```ts
 * const one = networks.constant(Float64Array.of(1, 2), 1);
 * const two = networks.plus(one, one);
 * ```
 */
export const plus = (a: Expression, b: Expression): Expression => combined(1, a, 1, b);

/**
 * A - B.
 *
 * ```ts
 * const one = networks.constant(Float64Array.of(1, 2), 1);
 * const zero = networks.minus(one, one);
 * ```
 */
export const minus = (a: Expression, b: Expression): Expression => combined(1, a, -1, b);

/**
 * c A + s for numbers c and s (default 0).
 *
 * ```ts
 * const opposite = networks.scaled(-1, networks.constant(Float64Array.of(1, 2), 1));
 * ```
 */
export function scaled(c: number, a: Expression, s = 0): Expression {
  if (c === 1 && s === 0) return a;
  const out = new Float64Array(a.values.length);
  const x = a.values;
  for (let i = 0; i < out.length; i++) out[i] = c * x[i] + s;
  return expression(out, a.columns, [{ on: a, pullback: g => scaled(c, g) }]);
}

/**
 * A ⊙ B, entry by entry.
 *
 * ```ts
 * const one = networks.constant(Float64Array.of(1, 2), 1);
 * const squares = networks.times(one, one);
 * ```
 */
export function times(a: Expression, b: Expression): Expression {
  requireEqual("entrywise product", a, b);
  return expression(productsOf(a.values, b.values), a.columns, [
    { on: a, pullback: g => times(g, b) },
    { on: b, pullback: g => times(g, a) },
  ]);
}

/** Aᵀ */
function transposed(a: Expression): Expression {
  const { rows, columns, values } = a;
  const out = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j * rows + i] = values[i * columns + j];
  return expression(out, rows, [{ on: a, pullback: transposed }]);
}

/**
 * A B.
 *
 * ```ts
 * const points = networks.constant(normals(stream(1, "points"), 200), 2);
 * const sums = networks.product(points, networks.constant(Float64Array.of(1, 1), 1)); // x₁ + x₂
 * ```
 */
export function product(a: Expression, b: Expression): Expression {
  if (a.columns !== b.rows) refuse(`the product of matrices of ${shape(a)} and ${shape(b)}: the inner numbers differ`);
  return expression(matmul(a.values, b.values, a.columns), b.columns, [
    { on: a, pullback: g => product(g, transposed(b)) },
    { on: b, pullback: g => product(transposed(a), g) },
  ]);
}

/** Sums of rows, of columns, or both: to a matrix with `rows` and `columns`, each either 1 or as before. */
function gathered(a: Expression, rows: number, columns: number): Expression {
  if (rows === a.rows && columns === a.columns) return a;
  const out = new Float64Array(rows * columns);
  const [down, across] = [rows === 1 ? 0 : columns, columns === 1 ? 0 : 1];
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) out[i * down + j * across] += a.values[i * a.columns + j];
  return expression(out, columns, [{ on: a, pullback: g => spread(g, a.rows, a.columns) }]);
}

/**
 * A single row or column, or number, repeated to a matrix of `rows` × `columns`.
 *
 * ```ts
 * const biases = networks.spread(networks.constant(Float64Array.of(1, 2), 2), 100, 2); // one row, 100 times
 * ```
 */
export function spread(a: Expression, rows: number, columns: number): Expression {
  if (rows === a.rows && columns === a.columns) return a;
  if ((a.rows !== 1 && a.rows !== rows) || (a.columns !== 1 && a.columns !== columns))
    refuse(`a matrix of ${shape(a)} cannot be repeated to one of ${rows} x ${columns}`);
  const out = new Float64Array(rows * columns);
  const [down, across] = [a.rows === 1 ? 0 : a.columns, a.columns === 1 ? 0 : 1];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) out[i * columns + j] = a.values[i * down + j * across];
  return expression(out, columns, [{ on: a, pullback: g => gathered(g, a.rows, a.columns) }]);
}

/**
 * The sum of every row: one column.
 *
 * ```ts
 * const points = networks.constant(normals(stream(1, "points"), 200), 2);
 * const squares = networks.rowSums(networks.times(points, points)); // |x|²
 * ```
 */
export const rowSums = (a: Expression): Expression => gathered(a, a.rows, 1);

/**
 * The mean over all rows of the sum of a row: 1 × 1, the expectation of a function of points.
 *
 * ```ts
 * const points = networks.constant(normals(stream(1, "points"), 200), 2);
 * const second = networks.mean(networks.times(points, points)); // E |x|²
 * ```
 */
export const mean = (a: Expression): Expression => scaled(1 / a.rows, gathered(a, 1, 1));

/**
 * Column j.
 *
 * ```ts
 * const points = networks.constant(normals(stream(1, "points"), 200), 2);
 * const first = networks.column(points, 0);
 * ```
 */
export const column = (a: Expression, j: number): Expression =>
  product(
    a,
    constant(
      tabulate(a.columns, k => (k === j ? 1 : 0)),
      1,
    ),
  );

/** A matrix of equal entries. */
export const filled = (rows: number, columns: number, value: number): Expression =>
  constant(fill(rows * columns, value), columns);

/** A function of one number: its values, and f'(x) in terms of x and y = f(x). */
export interface Elementary {
  readonly values: (x: Vec) => Vec;
  readonly slope: (x: Expression, y: Expression) => Expression;
}

/** f(A), entry by entry; f'(A) is made once, for whoever differentiates first. */
export function applied({ values, slope }: Elementary, a: Expression): Expression {
  let derivative: Expression | undefined;
  const pullback = (g: Expression): Expression => times(g, (derivative ??= slope(a, y)));
  const y: Expression = expression(values(a.values), a.columns, [{ on: a, pullback }]);
  return y;
}
