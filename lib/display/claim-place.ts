import type { ClaimResult } from "../experiments/language/result.js";

/** Digits that tell coordinates apart; more are rounding, as in t = 1.1500000000000001. */
const DIGITS = 6;

const coordinate = (label: string): string =>
  label.trim() === "" || !Number.isFinite(Number(label)) ? label : String(Number(Number(label).toPrecision(DIGITS)));

/** The worst place of a claim as it is shown everywhere: "start = near, t = 1.15". */
export const placeOf = ({ at }: Pick<ClaimResult, "at">): string =>
  Object.entries(at)
    .map(([dim, label]) => `${dim} = ${coordinate(label)}`)
    .join(", ");
