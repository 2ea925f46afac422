import { label, pixelX, type Panel, type TextStyle } from "../canvas.js";
import { dots, line } from "../marks/lines.js";
import { bold, roughWidth } from "../text.js";
import { DASH, SIZE, WIDTH, type Theme } from "../theme.js";
import { upTo, type Content, type Curve } from "./threshold-content.js";
import type { Part } from "../plotly-figure.js";

/** Against the parameter: what was computed as dots on thin lines, closed up to the threshold and open beyond. */
export function constants(theme: Theme, panel: Panel, { curves, references }: Content, at: number): readonly Part[] {
  return [
    line(panel, [at, at], panel.y.range, theme.rule, { width: 1.2, dash: DASH.limit }),
    ...references.flatMap(c => [
      line(panel, ...upTo(c, at), c.colour, { width: WIDTH.second }),
      ...(c.name === "" ? [] : [referenceName(theme, panel, c, at)]),
    ]),
    ...curves.flatMap(c => pointsOf(theme, panel, c, at)),
  ];
}

function pointsOf(theme: Theme, panel: Panel, curve: Curve, at: number): readonly Part[] {
  const { x, y, colour } = curve;
  const last = x.reduce((best, v, i) => (v <= at && (best < 0 || v > x[best]) ? i : best), -1);
  const inner = x.flatMap((_, i) => (i === last ? [] : [i]));
  return [
    dots(
      panel,
      inner.map(i => x[i]),
      inner.map(i => y[i]),
      { size: 6, fill: theme.paper, edge: colour, edgeWidth: 1.5 },
    ),
    ...(last < 0
      ? []
      : [
          dots(panel, [x[last]], [y[last]], { size: 9, fill: colour }),
          label(theme, panel, x[last], y[last], bold(curve.name), beside(panel, x[last], curve)),
        ]),
  ];
}

/** Right of a dot, or left of it where the page ends. */
function beside(panel: Panel, x: number, { name, colour }: Curve): TextStyle {
  const fits = pixelX(panel, x) + 10 + roughWidth(bold(name), SIZE.label) < panel.box.width + 16;
  return { colour, align: fits ? "left" : "right", dx: fits ? 10 : -10 };
}

function referenceName(theme: Theme, panel: Panel, curve: Curve, at: number): Part {
  const [x, y] = upTo(curve, at);
  const i = Math.floor(0.6 * x.length);
  return label(theme, panel, x[i], y[i], curve.name, { colour: curve.colour, align: "right", dx: -4, dy: -12 });
}
