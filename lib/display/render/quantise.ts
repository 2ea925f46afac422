/** Median cut: a palette of few colours for many, weighted by how often they occur. */

export interface Quantised {
  /** r, g, b, r, g, b, … */
  readonly palette: Uint8Array;
  /** One per pixel. */
  readonly indices: Uint8Array;
}

/** A colour 0xrrggbb and the number of its pixels. */
type Entry = readonly [number, number];

interface Cell {
  readonly entries: readonly Entry[];
  /** Extent along the widest channel, and that channel as a shift. */
  readonly extent: number;
  readonly shift: number;
}

const SHIFTS = [16, 8, 0] as const;
const channel = (colour: number, shift: number): number => (colour >> shift) & 255;
const colourAt = (pixels: Uint8Array, i: number): number => (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
const weightOf = (entries: readonly Entry[]): number => entries.reduce((sum, [, count]) => sum + count, 0);

function cellOf(entries: readonly Entry[]): Cell {
  const extents = SHIFTS.map(shift => {
    const values = entries.map(([colour]) => channel(colour, shift));
    return values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255);
  });
  const widest = extents.indexOf(Math.max(...extents));
  return { entries, extent: extents[widest], shift: SHIFTS[widest] };
}

/** How much a cell wants to be cut: frequent colours count up to a limit, so that thin lines keep theirs. */
const urgency = ({ entries, extent }: Cell): number =>
  entries.length < 2 ? 0 : extent * Math.sqrt(entries.reduce((sum, [, count]) => sum + Math.min(count, 400), 0));

function cut({ entries, shift }: Cell): readonly [Cell, Cell] {
  const sorted = [...entries].sort((a, b) => channel(a[0], shift) - channel(b[0], shift) || a[0] - b[0]);
  const half = weightOf(sorted) / 2;
  let sum = 0;
  let at = 0;
  while (at < sorted.length - 1 && sum < half) sum += sorted[at++][1];
  return [cellOf(sorted.slice(0, at)), cellOf(sorted.slice(at))];
}

/** Urgency of a plane of two colours that are 5 of 255 apart: nobody sees what a further cut would mend. */
const SEEN = 150;

function cells(entries: readonly Entry[], count: number): readonly Cell[] {
  const out = [cellOf(entries)];
  const wish = [urgency(out[0])];
  while (out.length < count) {
    const i = wish.indexOf(Math.max(...wish));
    if (wish[i] <= SEEN) break;
    const [left, right] = cut(out[i]);
    out.splice(i, 1, left, right);
    wish.splice(i, 1, urgency(left), urgency(right));
  }
  return out;
}

/** The colour of a cell: the one that dominates it, otherwise the mean. */
function representative({ entries }: Cell): readonly number[] {
  const total = weightOf(entries);
  const top = entries.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (top[1] > 0.4 * total) return SHIFTS.map(shift => channel(top[0], shift));
  return SHIFTS.map(shift =>
    Math.round(entries.reduce((sum, [colour, n]) => sum + n * channel(colour, shift), 0) / total),
  );
}

export function quantise(pixels: Uint8Array, count: number): Quantised {
  const histogram = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 4)
    histogram.set(colourAt(pixels, i), (histogram.get(colourAt(pixels, i)) ?? 0) + 1);
  const chosen = cells([...histogram], count);
  const indexOf = new Map(chosen.flatMap((cell, k) => cell.entries.map(([colour]) => [colour, k] as const)));
  const indices = new Uint8Array(pixels.length / 4);
  for (let i = 0; i < indices.length; i++) indices[i] = indexOf.get(colourAt(pixels, 4 * i)) ?? 0;
  return { palette: Uint8Array.from(chosen.flatMap(representative)), indices };
}
