/**
 * What of curves, regions and dots lies in a panel. What lies outside never reaches the picture: a rasteriser aborts on
 * a clipped group that is far from the page.
 */
import { pixelX, pixelY, valueX, valueY, type Panel } from "./canvas.js";

export interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A place in pixels of the panel. */
type Place = readonly [number, number];

/** Strokes are kept whole so far beyond the edges, px; the page clips them there. */
const EDGE = 12;

/** Both sides of the rectangle in one direction. */
const sides = ({ box }: Panel, k: 0 | 1): readonly [number, number] => [
  -EDGE,
  (k === 0 ? box.width : box.height) + EDGE,
];

const placeOf = (panel: Panel, x: number, y: number): Place => [pixelX(panel, x), pixelY(panel, y)];

const isPlace = (p: Place): boolean => p.every(Number.isFinite);

const isInside = (panel: Panel, p: Place): boolean =>
  ([0, 1] as const).every(k => p[k] >= sides(panel, k)[0] && p[k] <= sides(panel, k)[1]);

/** (1 − s) p + s q. */
const between = (p: Place, q: Place, s: number): Place => [p[0] + s * (q[0] - p[0]), p[1] + s * (q[1] - p[1])];

const GAP: Place = [NaN, NaN];

/** Runs of places as points of the panel, with gaps between them. */
function joined(panel: Panel, runs: readonly (readonly Place[])[]): Points {
  const places = runs.filter(run => run.length > 0).flatMap((run, i) => (i === 0 ? run : [GAP, ...run]));
  return { x: places.map(p => valueX(panel, p[0])), y: places.map(p => valueY(panel, p[1])) };
}

/** Indices of the points that lie in the panel. */
export const indicesInside = (panel: Panel, { x, y }: Points): readonly number[] =>
  x.flatMap((v, i) => (isInside(panel, placeOf(panel, v, y[i])) ? [i] : []));

// ------------------------------------------------------------------ curves
/** The shares [s, t] of the way from p to q that lie in the panel; s > t where none do (Liang and Barsky). */
function insideOf(panel: Panel, p: Place, q: Place): readonly [number, number] {
  const ways = ([0, 1] as const).map((k): readonly [number, number] => {
    const [low, high] = sides(panel, k);
    const d = q[k] - p[k];
    if (d === 0) return p[k] >= low && p[k] <= high ? [0, 1] : [1, 0];
    return d > 0 ? [(low - p[k]) / d, (high - p[k]) / d] : [(high - p[k]) / d, (low - p[k]) / d];
  });
  return [Math.max(0, ...ways.map(w => w[0])), Math.min(1, ...ways.map(w => w[1]))];
}

/** The parts of a curve in the panel, with gaps (NaN) between them; a point without neighbours stays. */
export function clippedCurve(panel: Panel, curve: Points): Points {
  const places = curve.x.map((v, i) => placeOf(panel, v, curve.y[i]));
  if (places.every(p => isInside(panel, p))) return curve;
  const runs: Place[][] = [];
  const begin = (...run: Place[]): void => void runs.push(run);
  places.forEach((q, i) => {
    const p = places[i - 1] ?? GAP;
    if (!isPlace(p) || !isPlace(q)) return begin(...(isInside(panel, q) ? [q] : []));
    const [s, t] = insideOf(panel, p, q);
    if (s > t) return begin();
    if (s > 0) begin(between(p, q, s));
    runs[runs.length - 1].push(t < 1 ? between(p, q, t) : q);
    if (t < 1) begin();
  });
  return joined(panel, runs);
}

// ------------------------------------------------------------------ regions
/** A ring on one side of a line parallel to an axis (Sutherland and Hodgman). */
function half(ring: readonly Place[], k: 0 | 1, sign: 1 | -1, limit: number): readonly Place[] {
  const room = (p: Place): number => sign * (limit - p[k]);
  return ring.flatMap((q, i) => {
    const p = ring[(i + ring.length - 1) % ring.length];
    const crossing = room(p) >= 0 !== room(q) >= 0 ? [between(p, q, room(p) / (room(p) - room(q)))] : [];
    return room(q) >= 0 ? [...crossing, q] : crossing;
  });
}

const clippedRing = (panel: Panel, ring: readonly Place[]): readonly Place[] =>
  ([0, 1] as const).reduce((left, k) => half(half(left, k, 1, sides(panel, k)[1]), k, -1, sides(panel, k)[0]), ring);

/** The rings of a region, which gaps separate, as far as they lie in the panel. */
export function clippedRegion(panel: Panel, region: Points): Points {
  const places = region.x.map((v, i) => placeOf(panel, v, region.y[i]));
  if (places.every(p => !isPlace(p) || isInside(panel, p))) return region;
  const rings = places.reduce<Place[][]>(
    (sofar, p) => {
      if (isPlace(p)) sofar[sofar.length - 1].push(p);
      else sofar.push([]);
      return sofar;
    },
    [[]],
  );
  return joined(
    panel,
    rings.map(ring => clippedRing(panel, ring)),
  );
}

/** Heights of a curve between two pixels, from the top: at its points there, and where its lines enter and leave. */
export function heightsBetween(panel: Panel, { x, y }: Points, from: number, to: number): readonly number[] {
  const places = x.map((v, i): Place => (panel.y.log === true && !(y[i] > 0) ? GAP : placeOf(panel, v, y[i])));
  const points = places.filter(isPlace);
  const crossings = [from, to].flatMap(at =>
    points.slice(1).flatMap(([right, next], i) => {
      const [left, last] = points[i];
      return (left - at) * (right - at) < 0 ? [last + ((at - left) / (right - left)) * (next - last)] : [];
    }),
  );
  return [...points.filter(([at]) => at >= from && at <= to).map(([, height]) => height), ...crossings];
}
