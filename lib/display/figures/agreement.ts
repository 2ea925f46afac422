/** What agrees is a curve and a difference: two curves on each other show that they are near, not how near. */
import { pixelY, type Box } from "./canvas.js";
import { seriesPanel, type Content, type Drawn, type PanelSpec } from "./series-panel.js";
import type { Stroke } from "./strokes.js";
import type { Theme } from "./theme.js";

/** Curves nearer than this to their references, px (in the median), are not told from them. */
const NEAR = 5;

/** Room between the panels for the name of the lower one, px. */
const GAP = 52;

/** The distance of neighbouring double-precision numbers around 1: nearer than this is rounding. */
const ROUNDING = 2.2e-16;

/** Flows that start in the same state differ there by nothing: that far below the rest it is not shown. */
const COMMON_START = 1e-2;

const sameAbscissas = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 1 && a.length === b.length && a.every((v, i) => Math.abs(v - b[i]) <= 1e-9 * Math.abs(v));

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Infinity;

/** A curve and its reference. */
type Pair = readonly [Stroke, Stroke];

/** |a − b|, and where that is rounding the size of it. */
function differenceOf([a, b]: Pair): Stroke {
  const largest = a.y.reduce((m, v) => Math.max(m, Number.isFinite(v) ? Math.abs(v) : 0), 0);
  const y = a.y.map((v, i) => Math.max(Math.abs(v - b.y[i]), ROUNDING * largest));
  const typical = median(y.filter(Number.isFinite));
  const begun = y.map((v, i) => (i === 0 && v < COMMON_START * typical ? NaN : v));
  return { ...a, y: begun, label: "", brief: "" };
}

/** Room that a panel without names keeps at its right, px. */
const NO_NAMES = 8;

/**
 * Curves with their references over the same abscissas: each its own, or all the only one; of other numbers each
 * reference with the curve that is nearest to it.
 */
function pairsOf({ solid, references }: Content, distance: (pair: Pair) => number): readonly Pair[] {
  const own = references.length === solid.length;
  if (own || references.length === 1) {
    const pairs = solid.map((stroke, i): Pair => [stroke, references[own ? i : 0]]);
    return pairs.every(([a, b]) => sameAbscissas(a.x, b.x)) ? pairs : [];
  }
  return references.flatMap(reference => {
    const pairs = solid.filter(({ x }) => sameAbscissas(x, reference.x)).map((stroke): Pair => [stroke, reference]);
    return pairs.length === 0 ? [] : [pairs.reduce((a, b) => (distance(b) < distance(a) ? b : a))];
  });
}

/**
 * A panel of curves; where at least half of them agree with their references, a second one below it with their
 * differences.
 */
export function curvesAndDifferences(theme: Theme, spec: PanelSpec): Drawn {
  const whole = seriesPanel(theme, spec);
  const distance = ([a, b]: Pair): number =>
    median(a.y.map((v, i) => Math.abs(pixelY(whole.panel, v) - pixelY(whole.panel, b.y[i]))).filter(Number.isFinite));
  const all = pairsOf(spec.content, distance);
  const pairs = all.filter(pair => distance(pair) < NEAR);
  if (pairs.length === 0 || pairs.length < all.length / 2) return whole;
  const { x, y, width, height } = spec.box;
  const lower: Box = { x, width, height: 0.36 * (height - GAP), y: y + height - 0.36 * (height - GAP) };
  const room = spec.box.width - whole.panel.box.width;
  const upper = seriesPanel(theme, {
    ...spec,
    x: { log: spec.x.log, names: spec.x.names },
    box: { x, y, width, height: height - GAP - lower.height },
  });
  const differences: Content = { bounds: [], references: [], solid: pairs.map(differenceOf) };
  const below = seriesPanel(theme, {
    ...spec,
    id: spec.id + 1,
    box: { ...lower, width: width - room + NO_NAMES },
    y: { log: true, outdent: spec.y.outdent, title: "distance from the dotted curve" },
    content: differences,
    beside: [],
  });
  return { panel: upper.panel, parts: [...upper.parts, ...below.parts] };
}
