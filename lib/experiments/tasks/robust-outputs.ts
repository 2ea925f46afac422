import { type NamedArray, scalar } from "../../arithmetic/named-arrays.js";
import type { Evidence } from "../../dynamics/evidence.js";
import type { RobustLoss } from "../../systems/robust/robust-loss.js";
import type { Beginning } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import type { TaskResult } from "./task.js";

type Outputs = Record<string, NamedArray>;

/** Part of the losses by which an upper and a lower bound may differ. */
const CLOSE = 1e-8;

/** The two bounds agree, for losses of some size. */
export const certified = (gap: number, size: number): readonly Evidence[] => [
  {
    what: "duality gap",
    size: Math.abs(gap),
    allowed: CLOSE * size,
    advice: "take another radius, a rougher kernel, or fewer and wider points",
  },
];

/** What every worst case has. */
export const numbers = ({ value, dualValue, multiplier }: RobustLoss, nominalValue: number, gap: number): Outputs => ({
  value: scalar(value),
  dualValue: scalar(dualValue),
  gap: scalar(gap),
  ...(multiplier < Infinity && { multiplier: scalar(multiplier) }),
  nominalValue: scalar(nominalValue),
});

/** The result. */
export const ended = (outputs: Outputs, evidence: readonly Evidence[], { setting, notes }: Beginning): TaskResult => ({
  status: "completed",
  reason: "computed",
  outputs,
  coordinates: coordinatesOf(outputs, setting),
  notes,
  evidence,
});
