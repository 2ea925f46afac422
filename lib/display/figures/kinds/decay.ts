import type { DecayFigure } from "../../../experiments/language/types.generated.js";
import { curvesAndDifferences } from "../agreement.js";
import { compose } from "../canvas.js";
import { heading } from "../heading.js";
import { placedTriangles } from "../marks/placed-triangles.js";
import { contentOf } from "../series-panel.js";
import { variable } from "../tex.js";
import { markup } from "../text.js";
import type { FigureFunction } from "../plotly-figure.js";

/** Curves over time on a logarithmic ordinate, each under its dashed bound, limits dotted, rates as triangles. */
export const decay: FigureFunction<DecayFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const content = contentOf(theme, source, "t", {
    solid: binding.series,
    bounds: binding.bounds,
    references: binding.references,
  });
  const drawn = curvesAndDifferences(theme, {
    id: 1,
    box: { x: 84, y: room.y + 34, width: room.width - 54, height: room.height - 86 },
    x: { log: false, title: `time ${variable("t")}` },
    y: { log: binding.linear !== true, outdent: 50, title: markup(binding.ordinate ?? "") },
    content,
  });
  const triangles = placedTriangles(theme, drawn.panel, [...content.solid, ...content.bounds], binding.slopes ?? []);
  return compose(theme, [...parts, ...drawn.parts, ...triangles]);
};
