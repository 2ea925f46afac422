import type { Curve, CurveState, SampledCurve } from "./curve.js";

/** A moment: far above the rounding of 1, and masses like its square far above the smallest ones. */
const MOMENT = 1e-12;

/** A state of a curve, at the ends with that a moment from it where masses appear there whose motion does not show. */
export function stateOn(curve: Curve, t: number): CurveState {
  const state = curve(t);
  if (t !== 0 && t !== 1) return state;
  const inside = curve(t === 0 ? MOMENT : 1 - MOMENT);
  const hidden = state.u.some((m, i) => m === 0 && state.rate[i] === 0 && inside.u[i] > 0);
  return hidden ? { ...state, inside } : state;
}

/** The states at t = 0, 1/records, …, 1. */
export const sample = (curve: Curve, records: number): SampledCurve => ({
  status: "completed",
  reason: "closed form",
  states: Array.from({ length: records + 1 }, (_, k) => stateOn(curve, k / records)),
});
