import { log } from "../../../arithmetic/functions.js";
import { transformLength } from "../../typescript/fft-columns.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Line } from "./cutoff.js";
import { type Window, windowOf, windowTransform } from "./window.js";

/** One axis of the grid of a plan. */
export interface Axis {
  /** Largest difference of coordinates that the plan is for. */
  readonly extent: number;
  readonly period: number;
  /** Points per period: the length of the transform. */
  readonly length: number;
  /** Distance of grid points, period/length. */
  readonly spacing: number;
  /** Points that windows of the data can touch, from the first on, an even number; the others stay 0. */
  readonly used: number;
  /** Modes -K … K are kept. */
  readonly modes: number;
  readonly window: Window;
  /** 1/(window transform)² of the modes 0 … K: undoes spreading and interpolating. */
  readonly correction: Vec;
}

/**
 * Grid points per mode: with 2 the window is narrow, and the transforms are still cheaper than the spreading of many
 * points.
 */
const OVERSAMPLING = 2;

/** Even width with e^{-πw√(1-1/σ)} ≤ δ/2, at most 16: there rounding is larger than what a wider window would alias. */
function widthOf(delta: number): number {
  const needed = log(2 / delta) / (Math.PI * Math.sqrt(1 - 1 / OVERSAMPLING));
  return Math.min(16, 2 * Math.ceil(needed / 2));
}

/**
 * The grid along an axis; windows of points in [0, extent] never cross the end of the period, as that is longer by many
 * cells.
 */
export function axisOf({ period, modes }: Line, extent: number, delta: number): Axis {
  const width = widthOf(delta);
  const kept = 2 * modes + 2;
  const length = transformLength(Math.max(OVERSAMPLING * kept, Math.ceil((width + 3) / (1 - extent / period))));
  const spacing = period / length;
  const window = windowOf(width, length / kept);
  return {
    extent,
    period,
    length,
    spacing,
    modes,
    window,
    used: 2 * Math.ceil((Math.ceil(extent / spacing) + width + 1) / 2),
    correction: windowTransform(window, length, modes).map(v => 1 / (v * v)),
  };
}

/** The frequencies 2πk/P of an axis of modes 0 … K, K + 1, -K … -1. */
export const frequencies = ({ modes, period }: Axis): Vec =>
  Float64Array.from(
    { length: 2 * modes + 2 },
    (_, i) => ((2 * Math.PI) / period) * (i <= modes + 1 ? i : i - 2 * modes - 2),
  );
