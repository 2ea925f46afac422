import type { Vec } from "../../arithmetic/vec.js";
import type { KernelForm, Profile } from "../kernel-form.js";
import { type ExpandedSum, farthestExpanded } from "../expanded.js";
import { slopeOf } from "../slope.js";
import { turned, weighted } from "../typescript/product.js";
import type { Routines } from "../typescript/routines.js";
import { type Lifted, liftBoth } from "../typescript/stein-points.js";
import { addTurnedRows } from "../typescript/stein.js";
import { gramOf } from "./gram.js";
import { type Pairs, steinTraceOf, type Sum, sumOf } from "./job.js";
import type { Machine } from "./machine.js";

type Form<T extends KernelForm["type"]> = Extract<KernelForm, { type: T }>;

const columnsOf = (w: Vec, columns: number): Sum => ({ of: "columns", w: [w], columns, sums: columns });

/** The routines of φ(|x-y|²), as in typescript/radial.ts. */
export function radialRoutines(machine: Machine, { profile }: Form<"radial">): Routines {
  const pairs = (x: Vec, y: Vec, dim: number, order: number): Pairs => ({
    values: "radial",
    terms: [profile(order)],
    x,
    y,
    dim,
    width: dim,
  });
  const differences =
    (factor: number) =>
    (x: Vec, y: Vec, dim: number, w: Vec): Vec =>
      sumOf(machine, pairs(x, y, dim, 1), { of: "differences", w: [w.map(v => factor * v)], columns: 1, sums: dim });
  return {
    gram: (x, y, dim) => gramOf(machine, pairs(x, y, dim, 0)),
    sum: (x, y, dim, w, columns) => sumOf(machine, pairs(x, y, dim, 0), columnsOf(w, columns)),
    gradient1Sum: differences(2),
    gradient2Sum: differences(-2),
    direction: (...points) => direction(machine, profile, ...points),
    mixedTraceSum: (x, y, dim, w) =>
      sumOf(
        machine,
        { values: "radial-trace", terms: [profile(1), profile(2)], x, y, dim, width: dim },
        columnsOf(w, 1),
      ),
  };
}

/** Sums over expanded clouds, as in typescript/radial.ts. */
export const expandedSum =
  (machine: Machine): ExpandedSum =>
  (term, x, y, dim, w, columns) =>
    sumOf(
      machine,
      { values: "radial", terms: [term], x, y, dim, width: dim + 1, bound: farthestExpanded(term) },
      columnsOf(w, columns),
    );

/** Values with weights f and gradients with weights w, in one pass, and their sum. */
function direction(machine: Machine, profile: Profile, x: Vec, dim: number, f: Vec, w: Vec): Vec {
  const { term, factor, shared } = slopeOf(profile);
  const clouds = { x, y: x, dim, width: dim };
  const pairs: Pairs = shared
    ? { values: "radial", terms: [term], ...clouds }
    : { values: "radial-both", terms: [profile(0), term], ...clouds };
  const parts = sumOf(machine, pairs, {
    of: "direction",
    w: [f, w.map(v => -2 * factor * v)],
    columns: dim,
    sums: 2 * dim,
  });
  return addHalves(parts, dim);
}

/** The sum of both halves of every row of 2 · dim numbers. */
function addHalves(rows: Vec, dim: number): Vec {
  const out = new Float64Array(rows.length / 2);
  for (let k = 0, at = 0; k < out.length; k += dim, at += 2 * dim)
    for (let c = 0; c < dim; c++) out[k + c] = rows[at + c] + rows[at + dim + c];
  return out;
}

/** The routines of φ(x·y), as in typescript/product.ts. */
export function productRoutines(machine: Machine, { profile }: Form<"product">): Routines {
  const sum = (x: Vec, y: Vec, dim: number, order: number, w: Vec, columns: number): Vec =>
    sumOf(machine, { values: "product", terms: [profile(order)], x, y, dim, width: dim }, columnsOf(w, columns));
  return {
    gram: (x, y, dim) => gramOf(machine, { values: "product", terms: [profile(0)], x, y, dim, width: dim }),
    sum: (x, y, dim, w, columns) => sum(x, y, dim, 0, w, columns),
    gradient1Sum: (x, y, dim, w) => sum(x, y, dim, 1, weighted(y, w, dim), dim),
    gradient2Sum: (x, y, dim, w) => turned(x, sum(x, y, dim, 1, w, 1), dim),
    mixedTraceSum: (x, y, dim, w) =>
      sumOf(
        machine,
        { values: "product-trace", terms: [profile(1), profile(2)], x, y, dim, width: dim },
        columnsOf(w, 1),
      ),
  };
}

/** Derivatives of the base kernel that values of a Stein kernel need. */
const ORDERS = { stein: 2, "stein-slopes": 3, "stein-trace": 4 } as const;

/** The routines of a Stein kernel, as in typescript/stein.ts. */
export function steinRoutines(machine: Machine, { base, target }: Form<"stein">): Routines {
  const pairs = (values: keyof typeof ORDERS, x: Lifted, y: Lifted, dim: number): Pairs => {
    const terms = Array.from({ length: ORDERS[values] + 1 }, (_, order) => base(order));
    return { values, terms, x: x.points, y: y.points, dim, width: 2 * dim };
  };
  return {
    gram: (x, y, dim) => gramOf(machine, pairs("stein", ...liftBoth(target, x, y, dim), dim)),
    sum: (x, y, dim, w, columns) =>
      sumOf(machine, pairs("stein", ...liftBoth(target, x, y, dim), dim), columnsOf(w, columns)),
    gradient1Sum: (x, y, dim, w) => {
      const [p, q] = liftBoth(target, x, y, dim);
      return addTurnedRows(
        p,
        sumOf(machine, pairs("stein-slopes", p, q, dim), { of: "stein-first", w: [w], columns: 1, sums: 2 * dim }),
        dim,
      );
    },
    gradient2Sum: (x, y, dim, w) => {
      const [p, q] = liftBoth(target, x, y, dim);
      return sumOf(machine, pairs("stein-slopes", p, q, dim), {
        of: "stein-second",
        w: [w],
        columns: 1,
        sums: dim,
        hessians: [q.hessians()],
      });
    },
    mixedTraceSum: (x, y, dim, w) => {
      const [p, q] = liftBoth(target, x, y, dim);
      return steinTraceOf(machine, pairs("stein-trace", p, q, dim), {
        ...columnsOf(w, 1),
        hessians: [q.hessians(), p.hessians()],
      });
    },
  };
}
