import type { EllipsesFigure, EllipsesPanel, GaussianCurve } from "../../../experiments/language/types.generated.js";
import { compose, frame, label, text, type Panel } from "../canvas.js";
import { cloudOf } from "../clouds.js";
import { alpha } from "../colour.js";
import { namedGeometry } from "../geometry.js";
import { heading } from "../heading.js";
import { ellipsePoints, ellipses as ellipseParts, type Planar } from "../marks/ellipse.js";
import { dots, line } from "../marks/lines.js";
import { extentOf, planePanel, type Extent } from "../plane.js";
import { runName } from "../ridge-column.js";
import { geometryOf } from "../runs.js";
import { familyOf } from "../source.js";
import { runOf } from "../strokes.js";
import { targetInPlane } from "../target.js";
import { bold, markup } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

type Place = readonly [number, number];

/** A Gaussian that has moved: its last state, and the way of its mean. */
interface Moving {
  readonly last: Planar;
  readonly path: readonly Place[];
  readonly colour: string;
  readonly name: string | undefined;
}

/**
 * Small multiples over one part of the plane: target in grey, ellipses of one and two standard deviations, particles as
 * dots.
 */
export const ellipses: FigureFunction<EllipsesFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const panels: readonly EllipsesPanel[] = binding.panels;
  const gaussians = panels.map(panel => (panel.gaussians ?? []).map(g => movingOf(theme, source, g)));
  const clouds = panels.map(panel => (panel.cloud === undefined ? [] : endsOf(source, panel.cloud, binding.at)));
  const extent = extentOf(
    [...gaussians.flat().flatMap(g => [...ellipsePoints(g.last, 2.3), ...g.path]), ...clouds.flatMap(bulk)],
    0.04,
  );
  const width = (room.width - (panels.length - 1) * GAP) / panels.length;
  const words = panels.some(panel => panel.detail !== undefined) ? 44 : 26;
  const height = Math.min(room.height - words, width * Math.max(0.8, aspect(extent)));
  const y = room.y + (room.height - words - height) / 2;
  return compose(theme, [
    ...parts,
    ...panels.flatMap((spec, i) => {
      const x = room.x + i * (width + GAP);
      const panel = planePanel(i + 1, { x, y: y + words, width, height }, extent);
      return [
        text(theme, x, y + 12, bold(markup(spec.label)), {
          size: SIZE.panel,
          colour: colourOf(theme, source, spec, gaussians[i]),
        }),
        ...(spec.detail === undefined
          ? []
          : [text(theme, x, y + 32, markup(spec.detail), { size: SIZE.note, colour: theme.muted })]),
        frame(theme, panel),
        ...target(theme, source, binding.target, panel),
        ...(spec.cloud === undefined ? [] : [cloudPart(theme, source, spec.cloud, panel, clouds[i])]),
        ...gaussians[i].flatMap(g => movingParts(theme, panel, g)),
      ];
    }),
  ]);
};

const GAP = 20;
const aspect = ({ x, y }: Extent): number => (y[1] - y[0]) / (x[1] - x[0]);

/** The points of a cloud without the farthest half percent on each side, which would make the rest small. */
function bulk(points: readonly Place[]): readonly Place[] {
  const [x, y] = ([0, 1] as const).map(k => points.map(p => p[k]).sort((a, b) => a - b));
  const cut = Math.floor(points.length / 200);
  const inside = (v: number, sorted: readonly number[]): boolean =>
    v >= sorted[cut] && v <= sorted[sorted.length - 1 - cut];
  return points.filter(p => inside(p[0], x) && inside(p[1], y));
}

/** A panel of one colour has it in its heading. */
function colourOf(theme: Theme, source: Source, spec: EllipsesPanel, gaussians: readonly Moving[]): string {
  const cloud = spec.cloud === undefined ? [] : [runName(theme, source, spec.cloud).colour];
  const colours = new Set([...cloud, ...gaussians.map(g => g.colour)]);
  const [only] = colours;
  return colours.size === 1 ? only : theme.ink;
}

function target(theme: Theme, source: Source, run: string | undefined, panel: Panel): readonly Part[] {
  return run === undefined ? [] : [targetInPlane(theme, source, run, panel)];
}

const endsOf = (source: Source, run: string, at: EllipsesFigure["at"]): readonly Place[] =>
  cloudOf(source, run, at).paths.map(path => path[path.length - 1]);

const cloudPart = (theme: Theme, source: Source, run: string, panel: Panel, ends: readonly Place[]): Part =>
  dots(
    panel,
    ends.map(p => p[0]),
    ends.map(p => p[1]),
    {
      size: 5.5,
      clipped: true,
      fill: alpha(runName(theme, source, run).colour, 0.75),
      edge: theme.paper,
      edgeWidth: 0.7,
    },
  );

function movingOf(theme: Theme, source: Source, g: GaussianCurve): Moving {
  const over = (formula: string): readonly number[] => familyOf(formula, "t", source).members[0].y;
  const end = (formula: string): number => over(formula)[over(formula).length - 1];
  const [x, y] = g.mean.map(over);
  const [a, b, d] = g.covariance.map(end);
  const run = runOf(source, g.mean[0]);
  const geometry = run === undefined ? undefined : geometryOf(source, run);
  const key = g.geometry ?? (geometry === undefined ? undefined : namedGeometry(geometry).key);
  return {
    last: { mean: [x[x.length - 1], y[y.length - 1]], covariance: [a, b, b, d] },
    path: x.map((v, k) => [v, y[Math.min(k, y.length - 1)]] as const),
    colour: key === undefined ? theme.ink : theme.geometry[key],
    name: g.label,
  };
}

/** The name stands above the highest point of the outer ellipse. */
function movingParts(theme: Theme, panel: Panel, { last, path, colour, name }: Moving): readonly Part[] {
  const highest = ellipsePoints(last, 2).reduce((a, b) => (b[1] > a[1] ? b : a));
  const [first] = path;
  return [
    ...(path.length < 2
      ? []
      : [
          line(
            panel,
            path.map(p => p[0]),
            path.map(p => p[1]),
            alpha(colour, 0.8),
            { width: 1.3 },
          ),
          dots(panel, [first[0]], [first[1]], { size: 6.5, fill: theme.paper, edge: colour, edgeWidth: 1.5 }),
        ]),
    ellipseParts(panel, last, colour),
    dots(panel, [last.mean[0]], [last.mean[1]], { size: 6, fill: colour }),
    ...(name === undefined
      ? []
      : [
          label(theme, panel, highest[0], highest[1], bold(markup(name)), {
            colour,
            align: "center",
            vertical: "bottom",
            dy: -4,
          }),
        ]),
  ];
}
