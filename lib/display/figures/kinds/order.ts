import type { OrderFigure } from "../../../experiments/language/types.generated.js";
import { compose } from "../canvas.js";
import { heading } from "../heading.js";
import { placedTriangles } from "../marks/placed-triangles.js";
import { contentOf, seriesPanel } from "../series-panel.js";
import { markup, parameter } from "../text.js";
import type { FigureFunction } from "../plotly-figure.js";

/**
 * Errors on doubly logarithmic axes: a power is a straight line, and its exponent the slope of the triangle; bounds
 * dashed.
 */
export const order: FigureFunction<OrderFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const content = contentOf(theme, source, binding.x, { solid: binding.curves, bounds: binding.bounds });
  const drawn = seriesPanel(theme, {
    id: 1,
    box: { x: 84, y: room.y + 34, width: room.width - 54, height: room.height - 86 },
    x: { log: true, title: binding.abscissa === undefined ? parameter(binding.x) : markup(binding.abscissa) },
    y: { log: true, outdent: 50, title: markup(binding.ordinate ?? "error") },
    content,
    marked: true,
  });
  const triangles = placedTriangles(theme, drawn.panel, content.solid, binding.slopes ?? []);
  return compose(theme, [...parts, ...drawn.parts, ...triangles]);
};
