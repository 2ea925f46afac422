import { norm } from "../../../arithmetic/functions.js";
import { rate } from "../../../systems/system.js";
import type { FlowRun, SimplexFlowFigure } from "../../../experiments/language/types.generated.js";
import { unitsOf, type Unit } from "../../../experiments/language/units.js";
import { targetOf } from "../../../experiments/language/builders/energy.js";
import { buildState } from "../../../experiments/language/builders/state.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { begin } from "../../../experiments/tasks/begin.js";
import { systemOf } from "../../../experiments/tasks/system.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { GradientSystem } from "../../../systems/system.js";
import { compose, frame, label, NO_TICKS, text, type Box, type Panel } from "../canvas.js";
import { namedGeometry, type Named } from "../geometry.js";
import { heading } from "../heading.js";
import { darts } from "../marks/darts.js";
import { dots, line } from "../marks/lines.js";
import { basin, simplexFrame } from "../marks/simplex.js";
import { recorded, rowAt, timesOf } from "../runs.js";
import { variable } from "../tex.js";
import { bold, markup, roughWidth } from "../text.js";
import { between, HEIGHT, latticeOf, levelSet, normalised, ternary, type Point2 } from "../ternary.js";
import { SIZE, type Theme } from "../theme.js";
import type { FigureFunction, Part, Source } from "../plotly-figure.js";

type FlowUnit = Unit & { readonly task: FlowRun };

/** The flows of one triangle: one gradient system, several starts. */
interface Portrait {
  readonly units: readonly FlowUnit[];
  readonly system: GradientSystem;
  /** Where the energy is least, as far as it has a target. */
  readonly target: Vec | undefined;
}

const isFlow = (unit: Unit): unit is FlowUnit => unit.task.task === "flow";

/**
 * Triangles of one energy under several geometries: where mass flows from everywhere, and the recorded flows from some
 * states.
 */
export const simplexFlow: FigureFunction<SimplexFlowFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const portraits = binding.runs.flatMap(run => portraitsOf(source, run, binding.by));
  const boxes = slots(room, portraits.length);
  return compose(theme, [
    ...parts,
    ...portraits.flatMap((portrait, i) => triangle(theme, source, portrait, i, boxes[i], binding.labels?.[i])),
  ]);
};

/** The units of a run, together where they differ in their start only. */
function portraitsOf(source: Source, run: string, by: string | undefined): readonly Portrait[] {
  const units = unitsOf(source.result.spec)
    .filter(unit => unit.run === run)
    .filter(isFlow);
  const key = ({ point }: Unit): string => (by === undefined ? "" : (point[by] ?? ""));
  return [...new Set(units.map(key))].map(k =>
    portraitOf(
      source,
      units.filter(unit => key(unit) === k),
    ),
  );
}

function portraitOf(source: Source, units: readonly FlowUnit[]): Portrait {
  const { task } = units[0];
  if (!("energy" in task))
    refuse(`run "${units[0].run}" was solved without a spec, whose energy and geometry a triangle shows: write one`);
  const measure = targetOf(task.energy);
  const context = {
    seed: source.result.spec.seed,
    readFile: () => refuse("a figure reads no file"),
    progress: () => undefined,
  };
  const { setting } = begin(task, task.initial, measure, context);
  if (setting.space.support !== "nodes" || setting.space.size !== 3)
    refuse(`run "${units[0].run}" does not live on three nodes: a triangle shows no other`);
  return {
    units,
    system: systemOf(task, setting),
    target: measure === undefined ? undefined : normalised(buildState(measure, setting)),
  };
}

// ------------------------------------------------------------------ places
const LEFT = 40;
const ABOVE = 20;
const BELOW = 8;
/** Room for a name and its detail above the tip, and for the names of the corners. */
const NAMES = 62;
const CORNERS = 26;
/** Room for the width of lines along the edges, of a side. */
const EDGE = 0.01;

/** Up to three triangles in a row, four and more in two. */
function slots(room: Box, count: number): readonly Box[] {
  const columns = count <= 3 ? count : Math.ceil(count / 2);
  const width = room.width / columns;
  const height = room.height / Math.ceil(count / columns);
  return Array.from({ length: count }, (_, i) => ({
    x: room.x + (i % columns) * width,
    y: room.y + Math.floor(i / columns) * height,
    width,
    height,
  }));
}

/** The largest triangle in the slot: to the right of its name, or below it. */
function panelIn(slot: Box, id: number): Panel {
  const beside = Math.min(slot.height - ABOVE - BELOW, HEIGHT * (slot.width - LEFT - 50));
  const below = Math.min(slot.height - NAMES - BELOW, HEIGHT * (slot.width - 2 * CORNERS));
  const height = Math.max(beside, below);
  const width = height / HEIGHT;
  const left = below > beside ? CORNERS : LEFT;
  const x = slot.x + Math.min(slot.width - width - 24, Math.max(left, (slot.width - width + left) / 2));
  const edge = EDGE * width;
  const top = below > beside ? NAMES : ABOVE;
  return {
    id: id + 1,
    box: { x: x - edge, y: slot.y + top - edge, width: width + 2 * edge, height: height + 2 * edge },
    x: { range: [-EDGE, 1 + EDGE], ticks: NO_TICKS, style: "hidden" },
    y: { range: [-EDGE, HEIGHT + EDGE], ticks: NO_TICKS, style: "hidden" },
  };
}

/** On a triangle all mass is one: its geometries need not say so. Left of the tip there is room for a short name. */
function nameOf({ name }: Named, room: number): string {
  const plain = name.replace("spherical ", "");
  return roughWidth(bold(plain), SIZE.panel) < room ? plain : plain.replace("Fisher–Rao", "FR");
}

function triangle(
  theme: Theme,
  source: Source,
  portrait: Portrait,
  i: number,
  slot: Box,
  detail: string | undefined,
): readonly Part[] {
  const panel = panelIn(slot, i);
  const named = namedGeometry(portrait.units[0].task.geometry);
  const colour = theme.geometry[named.key];
  const name = nameOf(named, panel.box.x + panel.box.width / 2 - slot.x - 14);
  return [
    frame(theme, panel),
    text(theme, slot.x, slot.y + 2, bold(name), { colour, size: SIZE.panel, vertical: "top" }),
    text(theme, slot.x, slot.y + 23, markup(detail ?? ""), { colour: theme.muted, size: SIZE.note, vertical: "top" }),
    ...landscape(theme, panel, portrait),
    ...trajectories(theme, source, panel, portrait, colour),
    ...(portrait.target === undefined ? [] : [goal(theme, panel, portrait.target, i)]),
  ];
}

/** The minimiser, named in the first triangle. */
function goal(theme: Theme, panel: Panel, target: Vec, i: number): Part {
  const [x, y] = ternary(target);
  const mark = dots(panel, [x], [y], { size: 10, fill: theme.ink, edge: theme.paper, symbol: "diamond" });
  const name =
    i === 0 ? label(theme, panel, x, y, bold(variable("π")), { align: "right", dx: -9, dy: 8, size: 15 }) : {};
  return { ...mark, ...name };
}

// ------------------------------------------------------------------ the landscape
const PARTS = 13;
const MARGIN = 0.42;
const LEVELS = 8;
const RAYS = 96;
const DART = 0.044;

/** Level sets of the energy, equally spaced in its square root, and the directions of the flow. */
function landscape(theme: Theme, panel: Panel, { system, target }: Portrait): readonly Part[] {
  const lattice = latticeOf(PARTS, MARGIN);
  const value = (m: Vec): number => system.energy.value(m);
  const least = target === undefined ? 0 : value(target);
  const highest = Math.max(...lattice.map(value));
  const height = (k: number): number => least + (highest - least) * (1 - k / LEVELS) * (1 - k / LEVELS);
  const levels =
    target === undefined ? [] : Array.from({ length: LEVELS }, (_, k) => levelSet(value, target, height(k), RAYS));
  const field = lattice.map(m => ({ at: ternary(m), direction: ternary(rate(system, m)) }));
  return [
    ...basin(theme, panel, levels),
    darts(panel, field, DART, theme.tint(theme.ink, 0.42)),
    ...simplexFrame(theme, panel),
  ];
}

// ------------------------------------------------------------------ trajectories
/** Chords longer than this are bent after the field. */
const STRAIGHT = 0.008;

const masses = (source: Source, { run, point }: Unit): readonly Vec[] => {
  const states =
    recorded(source, run, ["masses"], point) ??
    refuse(`run "${run}" has no states to draw: add {"name": "masses"} to its \`record\``);
  return timesOf(source, run)
    .map((_, k) => rowAt(states, k))
    .filter(m => m.every(Number.isFinite));
};

/** The recorded states, joined along the field. */
function path(source: Source, system: GradientSystem, unit: Unit): readonly Point2[] {
  const states = masses(source, unit);
  const points = states.map(ternary);
  const t = timesOf(source, unit.run);
  const velocity = (k: number): Point2 => ternary(rate(system, states[k]));
  const joined = (k: number): readonly Point2[] => {
    const [a, b] = [points[k], points[k + 1]];
    const parts = Math.ceil(norm(b[0] - a[0], b[1] - a[1]) / STRAIGHT);
    return parts <= 1 ? [b] : between(a, b, velocity(k), velocity(k + 1), t[k + 1] - t[k], Math.min(parts, 8));
  };
  return [...points.slice(0, 1), ...points.slice(1).flatMap((_, k) => joined(k))];
}

function trajectories(
  theme: Theme,
  source: Source,
  panel: Panel,
  { units, system }: Portrait,
  colour: string,
): readonly Part[] {
  const paths = units.map(unit => path(source, system, unit)).filter(p => p.length > 0);
  const starts = paths.map(p => p[0]);
  return [
    ...paths.map(p =>
      line(
        panel,
        p.map(q => q[0]),
        p.map(q => q[1]),
        colour,
        { width: 2.2 },
      ),
    ),
    dots(
      panel,
      starts.map(p => p[0]),
      starts.map(p => p[1]),
      { size: 6.5, fill: theme.paper, edge: colour, edgeWidth: 1.6 },
    ),
  ];
}
