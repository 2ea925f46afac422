import type { SpectrumFigure } from "../../../experiments/language/types.generated.js";
import { compose, type Panel } from "../canvas.js";
import { alpha } from "../colour.js";
import { heading } from "../heading.js";
import { dots } from "../marks/lines.js";
import { stems } from "../marks/stems.js";
import { contentOf, seriesPanel } from "../series-panel.js";
import type { Stroke } from "../strokes.js";
import { markup } from "../text.js";
import type { FigureFunction, Part } from "../plotly-figure.js";

/** Room between two modes that the stems of several series share. */
const SHARE = 0.5;

/** Left of the stems, since names stand on the right. */
const BESIDE = -0.22;

const floating = (panel: Panel, { x, y, colour }: Stroke): readonly Part[] => [
  dots(
    panel,
    x.map(v => v + BESIDE),
    y,
    { size: 4.5, fill: alpha(colour, 0.35) },
  ),
];

/**
 * Numbers of modes: a stem each, closed forms dotted; on the logarithmic ordinate a geometric spectrum is a straight
 * line.
 */
export const spectrum: FigureFunction<SpectrumFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const content = contentOf(theme, source, binding.x ?? "mode", {
    solid: [...binding.stems, ...(binding.dots ?? [])],
    references: binding.references,
  });
  const count = binding.stems.length;
  const offset = (i: number): number => SHARE * ((i + 0.5) / count - 0.5);
  const drawn = seriesPanel(theme, {
    id: 1,
    box: { x: 84, y: room.y + 34, width: room.width - 54, height: room.height - 86 },
    x: { log: false, title: markup(binding.abscissa ?? "mode") },
    y: { log: binding.linear !== true, outdent: 50, title: markup(binding.ordinate ?? "") },
    content,
    marked: true,
    mark: (panel, s, i) =>
      i < count
        ? stems(
            panel,
            s.x.map(x => x + offset(i)),
            s.y,
            s.colour,
          )
        : floating(panel, s),
  });
  return compose(theme, [...parts, ...drawn.parts]);
};
