import type { DensitiesOverTimeFigure } from "../../../experiments/language/types.generated.js";
import { compose, type Box } from "../canvas.js";
import { heading } from "../heading.js";
import { columnDetails, columnTitle, ridgeColumn, ridgesOf, runName, scaleOf } from "../ridge-column.js";
import { contentOf, seriesPanel } from "../series-panel.js";
import { sliceOf } from "../source.js";
import { targetOnLine } from "../target.js";
import { variable } from "../tex.js";
import { markup } from "../text.js";
import type { FigureFunction, Source } from "../plotly-figure.js";

const ROWS = 10;
/** Width of the panel by the number of columns. */
const PANEL = [480, 360, 246];

/** One column of ridges per flow under the dotted target, and a panel of series. */
export const densitiesOverTime: FigureFunction<DensitiesOverTimeFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const all = binding.runs.map(run => ridgesOf(source, run, ROWS, binding.at, binding.times));
  const targets = binding.runs.map((run, i) =>
    binding.target === undefined ? targetOnLine(source, run, all[i].x) : nodesOf(source, binding.target),
  );
  const scale = scaleOf(all, "equal", targets.some(target => target !== undefined) ? "target" : "no target");
  const wide = PANEL[Math.min(PANEL.length, binding.runs.length) - 1];
  const slot = (room.width - 32 - wide) / binding.runs.length;
  const top = { y: room.y + 54, height: room.height - 106 };
  const panel: Box = { ...top, x: room.x + room.width - wide + 52, width: wide - 52 };
  const drawn = seriesPanel(theme, {
    id: 9,
    box: panel,
    x: { log: false, title: `time ${variable("t")}` },
    y: { log: binding.linear !== true, outdent: 40, title: markup(binding.ordinate ?? "") },
    content: contentOf(theme, source, "t", { solid: binding.panel }),
  });
  const names = binding.runs.map(run => runName(theme, source, run, binding.at));
  const details = columnDetails(binding.runs, names, binding.labels);
  return compose(theme, [
    ...parts,
    ...binding.runs.flatMap((_, i) => {
      const x = room.x + 32 + i * slot;
      const name = names[i];
      const box: Box = { ...top, x, width: slot - 22 };
      return [
        columnTitle(theme, x, room.y + 12, slot - 10, name, details[i]),
        ...ridgeColumn(theme, {
          id: i + 1,
          box,
          ridges: all[i],
          colour: name.colour,
          scale,
          first: i === 0,
          target: targets[i],
        }),
      ];
    }),
    ...drawn.parts,
  ]);
};

const nodesOf = (source: Source, formula: string): readonly number[] => sliceOf(source.evaluate(formula), "node", {});
