import type { GraphSpace } from "../../systems/spaces/graph-operators.js";
import { vec } from "../../arithmetic/vectors.js";
import assert from "node:assert/strict";
import { klTo } from "../../systems/energies/phi.js";
import { hellinger } from "../../systems/geometries/named.js";
import { unheard } from "../../arithmetic/notes.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { GradientSystem } from "../../systems/system.js";
import { type CurvePoint, type Recorder } from "./recorder.js";

export const at = (
  quantity: Recorder,
  system: GradientSystem,
  u: Vec,
  point: Omit<CurvePoint, "t" | "u"> = {},
): number[] => {
  const value = quantity.at(system, { t: 0, u, ...point }, unheard);
  return typeof value === "number" ? [value] : [...value];
};

export function closeTo(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void {
  assert.equal(a.length, b.length);
  Array.from(a).forEach((x, i) =>
    assert.ok(Math.abs(x - b[i]) <= tolerance, `${x} and ${b[i]} differ by more than ${tolerance}`),
  );
}

export const target: Vec = vec(0.1, 0.2, 0.3, 0.4);

export const u: Vec = vec(0.4, 0.3, 0.2, 0.1);

export const line: GraphSpace = grid1d({ n: 4, interval: [0, 2] });

export const onLine: GradientSystem = { space: line, energy: klTo(target), geometry: hellinger };
