import type { Panel } from "../canvas.js";
import { alpha } from "../colour.js";
import type { Part } from "../plotly-figure.js";
import { line } from "./lines.js";

/** Planar paths, each a list of points in the order of time. */
export type Paths = readonly (readonly (readonly [number, number])[])[];

const BINS = 5;
/** Up to so many paths are drawn stronger, since they do not cover each other. */
const FEW = 24;

/** Fading trails: every path cut into pieces of time, the older ones fainter and thinner. */
export function trails(panel: Panel, paths: Paths, colour: string): Part {
  const pieces = Array.from({ length: BINS }, (_, bin) => piece(panel, paths, colour, bin));
  return { data: pieces.flatMap(part => part.data ?? []) };
}

function piece(panel: Panel, paths: Paths, colour: string, bin: number): Part {
  const age = (bin + 1) / BINS;
  const strength = paths.length <= FEW ? 2 : 1;
  const points = paths.flatMap(path => {
    const steps = path.length - 1;
    const cut = path.slice(Math.floor((steps * bin) / BINS), Math.floor((steps * (bin + 1)) / BINS) + 1);
    return [...cut, [NaN, NaN] as const];
  });
  const width = (1 + 0.5 * strength) * (0.6 + 0.4 * age);
  return line(
    panel,
    points.map(p => p[0]),
    points.map(p => p[1]),
    alpha(colour, strength * (0.06 + 0.36 * age)),
    { width },
  );
}
