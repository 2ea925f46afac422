import { column, type Expression, filled, plus } from "./expression.js";

/** What y is made of on the way to some expressions: each after what it is made of itself. */
function wayTo(y: Expression, ends: readonly Expression[]): readonly Expression[] {
  const way: Expression[] = [];
  const leads = new Map<Expression, boolean>();
  const visit = (e: Expression): boolean => {
    const known = leads.get(e);
    if (known !== undefined) return known;
    const on = e.dependences.map(dependence => visit(dependence.on)).some(Boolean) || ends.includes(e);
    leads.set(e, on);
    if (on) way.push(e);
    return on;
  };
  visit(y);
  return way;
}

/**
 * The derivatives of Σ_ij y_ij by each of some expressions, in their shapes: reverse mode, itself an expression that
 * can be differentiated. Where row i of y is a function of row i of x alone, as for a network, row i of its gradient is
 * the gradient at point i.
 *
 * ```ts
 * const x = networks.constant(Float64Array.of(1, 2, 3), 1);
 * const [slope] = networks.gradients(networks.times(x, x), [x]); // 2x
 * const [second] = networks.gradients(slope, [x]); // 2
 * ```
 */
export function gradients(y: Expression, by: readonly Expression[]): readonly Expression[] {
  const way = wayTo(y, by);
  const on = new Set(way);
  const adjoints = new Map<Expression, Expression>([[y, filled(y.rows, y.columns, 1)]]);
  for (const e of [...way].reverse()) {
    const adjoint = adjoints.get(e)!;
    for (const { on: part, pullback } of e.dependences) {
      if (!on.has(part)) continue;
      const before = adjoints.get(part);
      const back = pullback(adjoint);
      adjoints.set(part, before ? plus(before, back) : back);
    }
  }
  return by.map(x => (on.has(x) ? adjoints.get(x)! : filled(x.rows, x.columns, 0)));
}

/**
 * The Jacobian matrices of a field of R^d at n points x: entry [j][k] is ∂f_j/∂x_k as a column of n numbers. For
 * f = ∇ψ it is the Hessian of ψ.
 *
 * ```ts
 * const x = networks.constant(normals(stream(1, "x"), 20), 2);
 * const [field] = networks.gradients(networks.times(x, x), [x]);
 * const second = networks.jacobian(field, x); // 2 on the diagonal, at each of ten points
 * ```
 */
export const jacobian = (field: Expression, x: Expression): readonly (readonly Expression[])[] =>
  Array.from({ length: field.columns }, (_, j) => {
    const [slopes] = gradients(column(field, j), [x]);
    return Array.from({ length: x.columns }, (__, k) => column(slopes, k));
  });
