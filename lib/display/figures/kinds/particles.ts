import type { ParticlesFigure } from "../../../experiments/language/types.generated.js";
import { besidePanel } from "../beside-panel.js";
import { norm } from "../../../arithmetic/functions.js";
import { compose, frame, type Box, type Panel } from "../canvas.js";
import { alpha } from "../colour.js";
import { cloudOf, type Cloud } from "../clouds.js";
import { heading } from "../heading.js";
import { dots } from "../marks/lines.js";
import { trails, type Paths } from "../marks/trails.js";
import { extentOf, planePanel, type Extent } from "../plane.js";
import { columnDetails, columnTitle, runName } from "../ridge-column.js";
import { targetInPlane } from "../target.js";
import type { Theme } from "../theme.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

/** Relative weight below which a particle counts as massless. */
const MASSLESS = 0.02;

/** One panel per flow: trails from the small dots, area is weight, hollow means none, the target in grey. */
export const particles: FigureFunction<ParticlesFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const clouds = binding.runs.map(run => cloudOf(source, run, binding.at));
  const wide = binding.panel === undefined ? 0 : 236;
  const extent = extentOf(
    clouds.flatMap(cloud => cloud.paths.flat()),
    0.06,
  );
  const slot = slotOf(extent, { ...room, width: room.width - wide }, binding.runs.length, wide > 0);
  const beside = room.width - slot * binding.runs.length;
  const names = binding.runs.map(run => runName(theme, source, run, binding.at));
  const details = columnDetails(binding.runs, names, binding.labels);
  return compose(theme, [
    ...parts,
    ...binding.runs.flatMap((run, i) => {
      const x = room.x + i * slot;
      const name = names[i];
      const panel = planePanel(i + 1, { x, y: room.y + 30, width: slot - 16, height: room.height - 34 }, extent);
      return [
        columnTitle(theme, x, room.y + 12, slot - 10, name, details[i]),
        ...cloudParts(theme, source, run, panel, clouds[i], name.colour),
      ];
    }),
    ...besidePanel(theme, source, binding, room, beside),
  ]);
};

/** Least width of a cloud, px: its heading must fit. */
const NARROWEST = 250;

/** Width of a cloud: as much as its height can use where a panel beside it takes the rest. */
function slotOf({ x, y }: Extent, { width, height }: Box, count: number, shared: boolean): number {
  const full = width / count;
  const used = ((x[1] - x[0]) / (y[1] - y[0])) * (height - 34) + 16;
  return shared ? Math.min(full, Math.max(NARROWEST, used)) : full;
}

function cloudParts(
  theme: Theme,
  source: Source,
  run: string,
  panel: Panel,
  { paths, weights }: Cloud,
  colour: string,
): readonly Part[] {
  const ends = paths.map(path => path[path.length - 1]);
  const massless = ends.filter((_, i) => weights[i] <= MASSLESS);
  const heavy = ends.map((end, i) => ({ end, weight: weights[i] })).filter(({ weight }) => weight > MASSLESS);
  return [
    frame(theme, panel),
    targetInPlane(theme, source, run, panel),
    ...(isErratic(paths) ? [] : [trails(panel, paths, colour)]),
    at(
      panel,
      paths.map(path => path[0]),
      { size: 3, fill: theme.rule },
    ),
    at(panel, massless, { size: 6.5, fill: theme.paper, edge: colour, edgeWidth: 1.4 }),
    at(
      panel,
      heavy.map(({ end }) => end),
      {
        size: heavy.map(({ weight }) => 7 * Math.sqrt(weight)),
        fill: alpha(colour, 0.88),
        edge: theme.paper,
        edgeWidth: 0.9,
      },
    ),
  ];
}

/** Noise makes ways much longer than what they lead to; their trails would only be a cloud. */
function isErratic(paths: Paths): boolean {
  const distance = (p: readonly [number, number], q: readonly [number, number]): number =>
    norm(p[0] - q[0], p[1] - q[1]);
  const ways = paths.reduce((sum, path) => sum + path.slice(1).reduce((s, p, k) => s + distance(path[k], p), 0), 0);
  const moves = paths.reduce((sum, path) => sum + distance(path[0], path[path.length - 1]), 0);
  return ways > 4 * moves;
}

const at = (panel: Panel, points: readonly (readonly [number, number])[], style: Parameters<typeof dots>[3]): Part =>
  points.length === 0
    ? {}
    : dots(
        panel,
        points.map(p => p[0]),
        points.map(p => p[1]),
        style,
      );
