import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Unit } from "../carrier.js";
import { inverseForm } from "../../../numerics/semidefinite.js";
import { columnsOf, scaleRows } from "../../../arithmetic/columns.js";
import { semidefiniteFactor } from "./gram.js";
import { weightsOf } from "./weights.js";

function take(x: Vec, rows: readonly number[], width: number): Vec {
  const out = new Float64Array(rows.length * width);
  rows.forEach((i, k) => out.set(x.subarray(i * width, (i + 1) * width), k * width));
  return out;
}

/** A block with the field r known on all of its points. */
export interface Supported {
  readonly block: Block;
  readonly field: Vec;
}

/** r = j/w on the points with w ≠ 0; undefined if a flux runs where w = 0. A field is known everywhere already. */
export function supported(block: Block, part: Vec, unit: Unit): Supported | undefined {
  if (unit === "field") return { block, field: part };
  const w = weightsOf(block);
  const { columns, dim, points, directions } = block;
  if (part.some((j, i) => j !== 0 && w[Math.floor(i / columns)] === 0)) return undefined;
  if (w.every(v => v !== 0))
    return {
      block,
      field: scaleRows(
        w.map(v => 1 / v),
        part,
        columns,
      ),
    };
  const rows = Array.from(w.keys()).filter(i => w[i] !== 0);
  const weights = take(w, rows, 1);
  const sub = {
    ...block,
    weights,
    points: take(points, rows, dim),
    directions: directions && take(directions, rows, dim),
  };
  return {
    block: sub,
    field: scaleRows(
      weights.map(v => 1 / v),
      take(part, rows, columns),
      columns,
    ),
  };
}

/**
 * Σ_c r_cᵀ K^{-1} r_c, the squared norm in ℋ of the smallest field through r; pivots below 1e-13 of the diagonal are
 * left out.
 */
export function inverseNorm(kernel: Kernel, { block, field }: Supported): number {
  const factor = semidefiniteFactor(kernel, block);
  return columnsOf(field, block.columns).reduce((s, r) => s + inverseForm(factor, r), 0);
}

/** Σ w r²; Infinity where a negative weight moves, since then 𝕂 is not ≥ 0. */
export function weightedNorm({ block, field }: Supported): number {
  const w = weightsOf(block);
  const { columns } = block;
  return field.reduce((s, r, i) => {
    const weight = w[Math.floor(i / columns)];
    return s + (weight < 0 && r !== 0 ? Infinity : weight * r * r);
  }, 0);
}

/** The flux of a part: w r where a field was given. */
export const fluxOf = (block: Block, part: Vec, unit: Unit): Vec =>
  unit === "flux" ? part : scaleRows(weightsOf(block), part, block.columns);
