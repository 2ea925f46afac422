import type { ThresholdFigure, ThresholdPanel } from "../../../experiments/language/types.generated.js";
import { compose, frame, text, type Axis, type Box, type Panel } from "../canvas.js";
import { heading } from "../heading.js";
import { abscissaOf, ordinateOf } from "../scale.js";
import { variable } from "../tex.js";
import { bold, markup, parameter } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import { constants } from "./threshold-constants.js";
import { contentOf, heightsOf, isLog, type Content } from "./threshold-content.js";
import { fan, widthBeside } from "./threshold-fan.js";
import { linearRange, linearTicks, ticksAt } from "../ticks.js";
import type { FigureFunction, Part } from "../plotly-figure.js";

/**
 * One quantity on both sides of a threshold: cool below, ink at it, warm above; against the parameter itself it breaks
 * there.
 */
export const threshold: FigureFunction<ThresholdFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const contents = binding.panels.map(panel => contentOf(theme, source, binding, panel));
  const common = linearRange(
    contents.filter((_, i) => !isLog(binding.panels[i], "y")).flatMap(c => heightsOf(c, binding.threshold)),
    [0],
  );
  const slot = (room.width + GAP) / contents.length;
  return compose(theme, [
    ...parts,
    ...contents.flatMap((content, i) => {
      const width = slot - GAP - 44 - Math.max(0, widthBeside(content) - NAMES);
      const box = { x: room.x + 36 + i * slot, y: room.y + 74, width, height: room.height - 124 };
      return panelParts(theme, binding.panels[i], content, { id: i + 1, box, common, threshold: binding.threshold });
    }),
  ]);
};

const GAP = 34;
/** Names so wide have room beside a panel, px. */
const NAMES = 8;

interface Place {
  readonly id: number;
  readonly box: Box;
  /** The range that linear ordinates share. */
  readonly common: readonly [number, number];
  readonly threshold: number;
}

function panelParts(
  theme: Theme,
  spec: ThresholdPanel,
  content: Content,
  { id, box, common, threshold: at }: Place,
): readonly Part[] {
  const panel: Panel = { id, box, x: abscissa(spec, content, at), y: ordinate(spec, heightsOf(content, at), common) };
  return [
    text(theme, box.x, box.y - 58, bold(markup(spec.title)), { size: SIZE.panel }),
    ...(spec.subtitle === undefined
      ? []
      : [text(theme, box.x, box.y - 37, markup(spec.subtitle), { size: SIZE.note, colour: theme.muted })]),
    frame(theme, panel),
    ...(content.against ? constants(theme, panel, content, at) : fan(theme, panel, content)),
  ];
}

function abscissa(spec: ThresholdPanel, { curves, against }: Content, at: number): Axis {
  const title =
    spec.abscissa === undefined
      ? spec.x === "t"
        ? `time ${variable("t")}`
        : parameter(spec.x)
      : markup(spec.abscissa);
  const values = curves.flatMap(c => c.x);
  const axis = abscissaOf(values, isLog(spec, "x"), isLog(spec, "x") ? 5 : 3, against ? 0.04 : 0);
  if (!against || axis.log) return { ...axis, title };
  const apart = axis.ticks.values.filter(v => Math.abs(v - at) > 0.08 * (axis.range[1] - axis.range[0]));
  return { ...axis, ticks: ticksAt([...apart, at].sort((a, b) => a - b)), title };
}

function ordinate(spec: ThresholdPanel, heights: readonly number[], common: readonly [number, number]): Axis {
  const title = spec.ordinate === undefined ? {} : { title: markup(spec.ordinate), outdent: 34 };
  const axis = isLog(spec, "y") ? ordinateOf(heights, true) : { range: common, ticks: linearTicks(common) };
  return { ...axis, ...title };
}
