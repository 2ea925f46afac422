/** Names over the tops of curves that rise from the foot of a panel and come down to it again, as densities do. */
import { label, pixelX, pixelY, type Axis, type Panel } from "../canvas.js";
import { heightsBetween, type Points } from "../clip.js";
import { roughWidth } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import type { Part } from "../plotly-figure.js";

/** A curve with its name. */
export interface Bell {
  readonly stroke: Points;
  readonly text: string;
  readonly colour: string;
}

/** How low the ends of a bell are, and how high its top, as parts of the panel. */
const FOOT = 0.05;
const TOP = 0.3;

/** Height of a name and its distance from the top, px. */
const NAME = { height: 18, over: 5 } as const;

const largest = (values: readonly number[]): number =>
  values.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), -Infinity);

/** Whether a curve begins and ends at the foot of a linear ordinate, and is high between. */
export function isBell({ range: [foot, top], log }: Pick<Axis, "range" | "log">, { y }: Points): boolean {
  const rises = y.filter(Number.isFinite).map(v => (v - foot) / (top - foot));
  return log !== true && rises[0] < FOOT && rises[rises.length - 1] < FOOT && largest(rises) > TOP;
}

/** A name with its place: pixels of the panel, and how far its middle stands beside the top. */
interface Placed extends Bell {
  readonly x: number;
  readonly y: number;
  readonly aside: number;
  readonly left: number;
  readonly right: number;
  readonly upper: number;
  readonly lower: number;
}

function placed(panel: Panel, bell: Bell, share: number): Placed {
  const { x, y } = bell.stroke;
  const top = y.indexOf(largest(y));
  const half = roughWidth(bell.text, SIZE.label) / 2;
  const [middle, lower] = [pixelX(panel, x[top]) + share * half, pixelY(panel, y[top]) - NAME.over];
  const [left, right] = [middle - half, middle + half];
  return { ...bell, x: x[top], y: y[top], aside: share * half, left, right, upper: lower - NAME.height, lower };
}

/** Where the middle of a name may stand beside the top, in halves of its width, the best first. */
const SHARES = [0, 0.5, -0.5, 0.9, -0.9] as const;

const meet = (a: Placed, b: Placed): boolean =>
  a.left < b.right && b.left < a.right && a.upper < b.lower && b.upper < a.lower;

function crosses(panel: Panel, name: Placed, curve: Points): boolean {
  const heights = heightsBetween(panel, curve, name.left, name.right);
  return heights.length > 0 && Math.min(...heights) < name.lower && Math.max(...heights) > name.upper;
}

/** The names over these tops, each where it meets no name and no curve; undefined where one of them finds no place. */
export function overTops(
  panel: Panel,
  bells: readonly Bell[],
  curves: readonly Points[],
): readonly Placed[] | undefined {
  const taken: Placed[] = [];
  for (const bell of bells) {
    const place = SHARES.map(share => placed(panel, bell, share)).find(
      name => !taken.some(other => meet(name, other)) && !curves.some(curve => crosses(panel, name, curve)),
    );
    if (place === undefined) return undefined;
    taken.push(place);
  }
  return taken;
}

export function topLabels(theme: Theme, panel: Panel, names: readonly Placed[]): Part {
  const parts = names.map(({ x, y, text, colour, aside }) =>
    label(theme, panel, x, y, text, { colour, align: "center", vertical: "bottom", dx: aside, dy: -NAME.over }),
  );
  return { annotations: parts.flatMap(part => part.annotations ?? []) };
}
