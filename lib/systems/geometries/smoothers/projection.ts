import type { Vec } from "../../../arithmetic/vec.js";
import type { Block, Force, Unit } from "../carrier.js";
import type { Smoother } from "./smoother.js";
import { smootherWord, type SmootherWord } from "./word.js";
import { square } from "../../../arithmetic/functions.js";
import { columnsOf, onColumns, scaleRows } from "../../../arithmetic/columns.js";
import { axpy, dot, ones, scale, subtract, times, zeros } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { supported, weightedNorm } from "./support.js";
import { weightsOf } from "./weights.js";
import { whole } from "../../../arithmetic/range.js";

const logRefusal =
  "∇log u of a point cloud cannot be projected from its values: take a kernel or ridge smoother, or a grid";

/** A function with less than this fraction of its norm outside a span lies in it. */
const ROUNDING = 1e-10;

/** f minus its part in the span of an orthonormal basis; twice, for rounding. */
function remainder(w: Vec, basis: readonly Vec[], f: Vec): Vec {
  const once = (g: Vec): Vec => basis.reduce((r, q) => axpy(-dot(times(w, q), r), q, r), g);
  return once(once(f));
}

const norm = (w: Vec, f: Vec): number => Math.sqrt(dot(w, f.map(square)));

/** The basis and f, orthonormal in L²_w; the basis alone where f lies in its span. */
function extended(w: Vec, basis: readonly Vec[], f: Vec): readonly Vec[] {
  const r = remainder(w, basis, f);
  const size = norm(w, r);
  return size <= ROUNDING * norm(w, f) ? basis : [...basis, scale(1 / size, r)];
}

/**
 * The polynomials of degree ≤ q on the points of a block, along directions the polynomial vector fields, orthonormal in
 * L²_w: each degree is the last one times every coordinate, made orthogonal at once, so that nothing grows.
 */
function polynomials(block: Block, degree: number): readonly Vec[] {
  const w = weightsOf(block);
  const coordinates = columnsOf(block.points, block.dim);
  const extend = (basis: readonly Vec[], list: readonly Vec[]): readonly Vec[] =>
    list.reduce((b, f) => extended(w, b, f), basis);
  let basis = extend([], block.directions ? columnsOf(block.directions, block.dim) : [ones(w.length)]);
  let known = 0;
  for (let k = 0; k < degree; k++) {
    const last = basis.slice(known);
    known = basis.length;
    basis = extend(
      basis,
      last.flatMap(q => coordinates.map(x => times(x, q))),
    );
  }
  return basis;
}

/** P f = Σ_q <q, f>_{L²_w} q per column. */
function project(degree: number, block: Block, f: Vec): Vec {
  const w = weightsOf(block);
  const basis = polynomials(block, degree);
  return onColumns(f, block.columns, c => basis.reduce((p, q) => axpy(dot(times(w, q), c), q, p), zeros(c.length)));
}

const plain = ({ values, temperature }: Force): Vec => (temperature === 0 ? values : refuse(logRefusal));

/** ½ Σ w r² of a polynomial r; Infinity of other rates, which P cannot make. */
function primal(degree: number, block: Block, part: Vec, unit: Unit): number {
  const s = supported(block, part, unit);
  if (!s) return Infinity;
  const rest = { ...s, field: subtract(s.field, project(degree, s.block, s.field)) };
  const total = weightedNorm(s);
  return weightedNorm(rest) <= square(1e3 * ROUNDING) * total ? 0.5 * total : Infinity;
}

/**
 * S = P, the orthogonal projection in L²_w on polynomials of degree ≤ q: least squares. Helmholtz-Rayleigh on a family
 * of rates: what the regression loses, the dissipation loses.
 *
 * ```ts
 * const smoother = smoothers.projection(2); // polynomials up to degree 2
 * ```
 */
export function projectionSmoother(degree: number): Smoother {
  whole("the degree of a projection", degree, 0, 30);
  const field = (b: Block, f: Force): Vec => project(degree, b, plain(f));
  const flux = (b: Block, f: Force): Vec => scaleRows(weightsOf(b), field(b, f), b.columns);
  return {
    name: "projection",
    form: "other",
    symmetric: true,
    spectral: false,
    conserves: false,
    weightless: false,
    local: true,
    logRefusal,
    field,
    flux,
    dissipation: (b, f) => dot(plain(f), flux(b, f)),
    primal: (b, part, unit) => primal(degree, b, part, unit),
  };
}

export const projectionWord: SmootherWord = smootherWord({
  name: "projection",
  description: "Least squares by polynomials: the orthogonal projection in L^2_w.",
  equation: "P f = argmin_{deg p <= q} |p - f|_{L^2_w}",
  adjective: "projected",
  properties: { degree: { description: "Largest degree q.", type: "integer", minimum: 0, maximum: 30 } },
  build: ({ degree }) => projectionSmoother(degree),
  samples: [{ degree: 2 }],
});
