import { axesOf, labelsOf, numbersOf } from "../../../experiments/language/axes.js";
import type { CurvesFigure } from "../../../experiments/language/types.generated.js";
import { curvesAndDifferences } from "../agreement.js";
import { compose } from "../canvas.js";
import { heading } from "../heading.js";
import { contentOf } from "../series-panel.js";
import { markup, parameter, variable } from "../text.js";
import type { FigureFunction, Source } from "../plotly-figure.js";

/** Curves against a parameter or time, coloured by another parameter; bounds dashed, closed forms dotted. */
export const curves: FigureFunction<CurvesFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const log = (axis: "x" | "y"): boolean => binding.logarithmic?.includes(axis) ?? false;
  const drawn = curvesAndDifferences(theme, {
    id: 1,
    box: { x: 84, y: room.y + 34, width: room.width - 54, height: room.height - 86 },
    x: {
      log: log("x"),
      names: namesOf(source, binding.x),
      title: binding.abscissa === undefined ? nameOf(binding.x) : markup(binding.abscissa),
    },
    y: { log: log("y"), outdent: 50, title: markup(binding.ordinate ?? "") },
    content: contentOf(
      theme,
      source,
      binding.x,
      { solid: binding.curves, bounds: binding.bounds, references: binding.references },
      binding.by,
    ),
    marked: binding.x !== "t",
  });
  return compose(theme, [...parts, ...drawn.parts]);
};

const nameOf = (dim: string): string => (dim === "t" ? `time ${variable("t")}` : parameter(dim));

/** The words of an axis whose points are no numbers. */
function namesOf(source: Source, dim: string): readonly string[] | undefined {
  const axis = axesOf(source.result.spec)[dim];
  return axis === undefined || numbersOf(axis) !== undefined ? undefined : labelsOf(axis).map(label => markup(label));
}
