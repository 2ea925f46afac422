import { axesOf, labelsOf, numbersOf } from "../../../experiments/language/axes.js";
import type { CurvesFigure } from "../../../experiments/language/types.generated.js";
import { curvesAndDifferences } from "../agreement.js";
import { compose } from "../canvas.js";
import { heading } from "../heading.js";
import { contentOf } from "../series-panel.js";
import { PARTICLE } from "../strokes.js";
import { variable } from "../tex.js";
import { markup, parameter } from "../text.js";
import type { FigureFunction, Source } from "../plotly-figure.js";

/**
 * Curves against a parameter or time, coloured by another parameter; bounds dashed, closed forms dotted. Paths of
 * several systems of particles stand side by side.
 */
export const curves: FigureFunction<CurvesFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const log = (axis: "x" | "y"): boolean => binding.logarithmic?.includes(axis) ?? false;
  const crowds = binding.curves.filter(({ of }) => source.evaluate(of, [of]).dims.includes(PARTICLE));
  const groups = crowds.length > 1 && crowds.length === binding.curves.length ? crowds.map(c => [c]) : [binding.curves];
  const contents = groups.map(solid =>
    contentOf(theme, source, binding.x, { solid, bounds: binding.bounds, references: binding.references }, binding.by),
  );
  const pitch = (room.width - 54 + BESIDE) / groups.length;
  const panels = contents.map((content, i) =>
    curvesAndDifferences(theme, {
      id: 1 + 2 * i,
      box: { x: 84 + i * pitch, y: room.y + 34, width: pitch - BESIDE, height: room.height - 86 },
      x: {
        log: log("x"),
        names: namesOf(source, binding.x),
        title: binding.abscissa === undefined ? nameOf(binding.x) : markup(binding.abscissa),
      },
      y: { log: log("y"), outdent: 50, title: markup(binding.ordinate ?? "") },
      content,
      beside: contents.flatMap(({ solid }) => solid.flatMap(({ y }) => y)),
      marked: binding.x !== "t",
    }),
  );
  return compose(theme, [...parts, ...panels.flatMap(drawn => drawn.parts)]);
};

/** Room between panels for the ticks of the right one, px. */
const BESIDE = 64;

const nameOf = (dim: string): string => (dim === "t" ? `time ${variable("t")}` : parameter(dim));

/** The words of an axis whose points are no numbers. */
function namesOf(source: Source, dim: string): readonly string[] | undefined {
  const axis = axesOf(source.result.spec)[dim];
  return axis === undefined || numbersOf(axis) !== undefined ? undefined : labelsOf(axis).map(label => markup(label));
}
