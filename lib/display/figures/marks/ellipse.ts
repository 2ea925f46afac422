import { cos, sin } from "../../../arithmetic/functions.js";
import type { Panel } from "../canvas.js";
import type { Part } from "../plotly-figure.js";
import { line } from "./lines.js";

/** A planar Gaussian: mean and covariance [[a, b], [b, d]]. */
export interface Planar {
  readonly mean: readonly [number, number];
  readonly covariance: readonly [number, number, number, number];
}

const POINTS = 97;

/** The curve m + k L (cos, sin) with L Lᵀ = Σ: k standard deviations. */
export function ellipsePoints(
  { mean, covariance: [a, b, , d] }: Planar,
  k: number,
): readonly (readonly [number, number])[] {
  const l11 = Math.sqrt(a);
  const l21 = b / l11;
  const l22 = Math.sqrt(Math.max(0, d - l21 * l21));
  return Array.from({ length: POINTS }, (_, i) => {
    const angle = (2 * Math.PI * i) / (POINTS - 1);
    const [c, s] = [k * cos(angle), k * sin(angle)];
    return [mean[0] + l11 * c, mean[1] + l21 * c + l22 * s] as const;
  });
}

/** One and two standard deviations: the same object, so the same colour and two widths. */
export function ellipses(panel: Panel, gaussian: Planar, colour: string, dash?: string): Part {
  const curves = (
    [
      [2, 1.6],
      [1, 2.8],
    ] as const
  ).map(([k, width]) => {
    const points = ellipsePoints(gaussian, k);
    return line(
      panel,
      points.map(p => p[0]),
      points.map(p => p[1]),
      colour,
      { width, ...(dash === undefined ? {} : { dash }) },
    );
  });
  return { data: curves.flatMap(part => part.data ?? []) };
}
