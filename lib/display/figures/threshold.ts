import type { ThresholdFigure, ThresholdPanel } from "../../experiments/language/types.generated.js";
import { compose, frame, text, type Axis, type Box, type Panel } from "./canvas.js";
import { heading } from "./heading.js";
import { bold, markup, parameter, variable } from "./text.js";
import { SIZE, type Theme } from "./theme.js";
import { constants } from "./threshold-constants.js";
import { contentOf, heightsOf, isLog, type Content } from "./threshold-content.js";
import { fan } from "./threshold-fan.js";
import { decadeTicks, linearRange, linearTicks, logRange, ticksAt } from "./ticks.js";
import type { FigureFunction, Part } from "./plotly-figure.js";

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
      const box = { x: room.x + 36 + i * slot, y: room.y + 74, width: slot - GAP - 44, height: room.height - 124 };
      return panelParts(theme, binding.panels[i], content, { id: i + 1, box, common, threshold: binding.threshold });
    }),
  ]);
};

const GAP = 34;

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
  const values = [...new Set(curves.flatMap(c => c.x))].filter(v => !isLog(spec, "x") || v > 0).sort((a, b) => a - b);
  const range = [values[0], values[values.length - 1]] as const;
  if (isLog(spec, "x")) return { range, log: true, ticks: decadeTicks(range, 5), title };
  const edge = against ? 0.04 * (range[1] - range[0]) : 0;
  const ticks = linearTicks(range, 3);
  const apart = ticks.values.filter(v => Math.abs(v - at) > 0.08 * (range[1] - range[0]));
  return {
    range: [range[0] - edge, range[1] + edge],
    ticks: against ? ticksAt([...apart, at].sort((a, b) => a - b)) : ticks,
    title,
  };
}

function ordinate(spec: ThresholdPanel, heights: readonly number[], common: readonly [number, number]): Axis {
  const title = spec.ordinate === undefined ? {} : { title: markup(spec.ordinate), outdent: 34 };
  const range = isLog(spec, "y") ? logRange(heights) : common;
  return { range, log: isLog(spec, "y"), ticks: isLog(spec, "y") ? decadeTicks(range) : linearTicks(range), ...title };
}
