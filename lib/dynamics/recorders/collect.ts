import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { Note } from "../../arithmetic/notes.js";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { GradientSystem } from "../../systems/system.js";
import type { CurvePoint, Recorder, RecorderEvent } from "./recorder.js";

const flat = (value: number | Vec): Vec => (typeof value === "number" ? Float64Array.of(value) : value);

/** What recorders want counted. */
export const eventsOf = (list: readonly Recorder[]): readonly RecorderEvent[] =>
  list.flatMap(({ event }) => event ?? []);

/**
 * A recorder along a curve: dimensions t and its own; without t where it is constant. Refused if the first point is; a
 * later point that is refused (coincident particles, say) has no value there, NaN, and a note says when and why.
 */
export function collect(
  recorder: Recorder,
  system: GradientSystem,
  points: readonly CurvePoint[],
  note: Note,
): NamedArray {
  const chosen = recorder.constant ? points.slice(0, 1) : points;
  const names = Object.keys(recorder.dims);
  const lengths = Object.values(recorder.dims);
  const size = lengths.reduce((a, b) => a * b, 1);
  const data = new Float64Array(chosen.length * size).fill(NaN);
  chosen.forEach((point, k) => {
    try {
      data.set(flat(recorder.at(system, point, note)), k * size);
    } catch (error) {
      if (k === 0 || !isRefusal(error)) throw error;
      note(recorder.name, `no value at t = ${point.t}: ${reasonOf(error)}`);
    }
  });
  return recorder.constant
    ? { dims: names, shape: lengths, data }
    : { dims: ["t", ...names], shape: [chosen.length, ...lengths], data };
}
