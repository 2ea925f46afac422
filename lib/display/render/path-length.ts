/** Length along SVG paths by flattening them: arrows, contour labels and violins ask for it. */

type Point = readonly [number, number];

/** Numbers per segment of each command, as SVG defines them. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const PIECES = 8;

const cubic = (t: number, p: number, q: number, r: number, s: number): number =>
  (1 - t) * (1 - t) * (1 - t) * p + 3 * (1 - t) * (1 - t) * t * q + 3 * (1 - t) * t * t * r + t * t * t * s;
const quadratic = (t: number, p: number, q: number, r: number): number =>
  (1 - t) * (1 - t) * p + 2 * (1 - t) * t * q + t * t * r;

/** Where a segment ends, from its numbers in absolute coordinates. */
function endOf(command: string, v: readonly number[], [x, y]: Point): Point {
  if (command === "H") return [v[0], y];
  if (command === "V") return [x, v[0]];
  return [v[v.length - 2], v[v.length - 1]];
}

/** Points inside a curved segment; arcs, shorthands and lines are straight enough. */
function inside(command: string, v: readonly number[], from: Point, to: Point): readonly Point[] {
  if (command !== "C" && command !== "Q") return [];
  return Array.from({ length: PIECES - 1 }, (_, k) => {
    const t = (k + 1) / PIECES;
    const at = (i: 0 | 1): number =>
      command === "C" ? cubic(t, from[i], v[i], v[2 + i], to[i]) : quadratic(t, from[i], v[i], to[i]);
    return [at(0), at(1)] as const;
  });
}

const absolute = (v: readonly number[], command: string, [x, y]: Point): readonly number[] =>
  v.map(
    (value, i) =>
      value +
      (command === "H"
        ? x
        : command === "V"
          ? y
          : command === "A"
            ? i === 5
              ? x
              : i === 6
                ? y
                : 0
            : i % 2 === 0
              ? x
              : y),
  );

/** A path as a polyline. */
export function flatten(path: string): readonly Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  for (const [, letter, list] of path.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const command = letter.toUpperCase();
    const numbers = (list.match(/-?[\d.]+(?:e-?\d+)?/gi) ?? []).map(Number);
    if (command === "Z") points.push((at = start));
    for (let i = 0; ARITY[command] > 0 && i + ARITY[command] <= numbers.length; i += ARITY[command]) {
      const raw = numbers.slice(i, i + ARITY[command]);
      const v = letter === command ? raw : absolute(raw, command, at);
      const end = endOf(command, v, at);
      if (command === "M" && i === 0) start = end;
      points.push(...inside(command, v, at, end), end);
      at = end;
    }
  }
  return points;
}

const distance = (p: Point, q: Point): number =>
  Math.sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]));

export const pathLength = (path: string): number =>
  flatten(path).reduce((sum, p, i, all) => (i === 0 ? 0 : sum + distance(all[i - 1], p)), 0);

export function pointAt(path: string, length: number): { readonly x: number; readonly y: number } {
  const points = flatten(path);
  let left = length;
  for (let i = 1; i < points.length; i++) {
    const step = distance(points[i - 1], points[i]);
    if (left <= step && step > 0) {
      const t = left / step;
      const at = (k: 0 | 1): number => points[i - 1][k] + t * (points[i][k] - points[i - 1][k]);
      return { x: at(0), y: at(1) };
    }
    left -= step;
  }
  const last = points[points.length - 1] ?? [0, 0];
  return { x: last[0], y: last[1] };
}
