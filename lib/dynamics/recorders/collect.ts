import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { Note } from "../../arithmetic/notes.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { GradientSystem } from "../../systems/system.js";
import type { CurvePoint, Quantity } from "./quantity.js";

const flat = (value: number | Vec): Vec => (typeof value === "number" ? Float64Array.of(value) : value);

/** A quantity along a curve: dimensions t and its own; without t where it is constant. */
export function collect(
  quantity: Quantity,
  system: GradientSystem,
  points: readonly CurvePoint[],
  note: Note,
): NamedArray {
  const chosen = quantity.constant ? points.slice(0, 1) : points;
  const names = Object.keys(quantity.dims);
  const lengths = Object.values(quantity.dims);
  const size = lengths.reduce((a, b) => a * b, 1);
  const data = new Float64Array(chosen.length * size);
  chosen.forEach((point, k) => data.set(flat(quantity.at(system, point, note)), k * size));
  return quantity.constant
    ? { dims: names, shape: lengths, data }
    : { dims: ["t", ...names], shape: [chosen.length, ...lengths], data };
}
