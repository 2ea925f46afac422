import { label, type Panel } from "../canvas.js";
import { subscript, variable } from "../tex.js";
import { CORNERS, type Point2 } from "../ternary.js";
import { SIZE, type Theme } from "../theme.js";
import type { Part } from "../plotly-figure.js";
import { line, region } from "./lines.js";

/** Depth of the grey at the highest level. */
const DEPTH = 0.15;

/** A closed region in grey under its outline. */
function level(theme: Theme, panel: Panel, outline: readonly Point2[], depth: number, edge: number): Part {
  return region(
    panel,
    outline.map(p => p[0]),
    outline.map(p => p[1]),
    theme.tint(theme.ink, DEPTH * depth),
    { width: edge, color: theme.tint(theme.ink, 0.24), simplify: false },
  );
}

/** The triangle with level sets of an energy, from the highest to the lowest: grey rises with the energy. */
export const basin = (theme: Theme, panel: Panel, levels: readonly (readonly Point2[])[]): readonly Part[] => [
  level(theme, panel, [...CORNERS, CORNERS[0]], 1, 0),
  ...levels.map((outline, k) => level(theme, panel, outline, 1 - (k + 1) / levels.length, 0.7)),
];

const NAMES = [
  { align: "right", vertical: "middle", dx: -5, dy: 2 },
  { align: "left", vertical: "middle", dx: 5, dy: 2 },
  { align: "center", vertical: "bottom", dx: 0, dy: -3 },
] as const;

/** Edges and names of the states. */
export function simplexFrame(theme: Theme, panel: Panel): readonly Part[] {
  const closed = [...CORNERS, CORNERS[0]];
  return [
    line(
      panel,
      closed.map(p => p[0]),
      closed.map(p => p[1]),
      theme.rule,
      { width: 1.3 },
    ),
    ...CORNERS.map(([x, y], i) =>
      label(theme, panel, x, y, variable("x") + subscript(String(i + 1)), {
        ...NAMES[i],
        size: SIZE.note,
        colour: theme.muted,
      }),
    ),
  ];
}
