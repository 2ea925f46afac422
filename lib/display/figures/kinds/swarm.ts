import type { SwarmFigure } from "../../../experiments/language/types.generated.js";
import { besidePanel } from "../beside-panel.js";
import { log10 } from "../../../arithmetic/functions.js";
import { compose, drawing, frame, text, type Panel } from "../canvas.js";
import { cloudOf } from "../clouds.js";
import { heading } from "../heading.js";
import { extentOf, planePanel } from "../plane.js";
import { runName } from "../ridge-column.js";
import { chosenTimes, timesOf } from "../runs.js";
import { variable } from "../tex.js";
import { bold } from "../text.js";
import { SIZE } from "../theme.js";
import { ticksAt } from "../ticks.js";
import type { FigureFunction, Part } from "../plotly-figure.js";

type Place = readonly [number, number];

/** Side of a dot, px: a stroke as long as it is wide, as thousands of markers would be megabytes. */
const DOT = 1.5;

/** Room between panels, px. */
const GAP = 14;

/** Thousands of particles in the plane at a few times, as dots so small that they draw a picture. */
export const swarm: FigureFunction<SwarmFigure> = (binding, source, theme) => {
  const { parts, room } = heading(theme, source, binding);
  const times = timesOf(source, binding.run);
  const { paths } = cloudOf(source, binding.run, undefined);
  const { colour } = runName(theme, source, binding.run);
  const chosen = chosenTimes(times, 3, binding.times);
  const { texts } = ticksAt(chosen.map(k => times[k]));
  const wide = binding.panel === undefined ? 0 : 236;
  const slot = (room.width - wide) / chosen.length;
  const extent = extentOf(
    chosen.flatMap(k => paths.map(path => path[k])),
    0.04,
  );
  return compose(theme, [
    ...parts,
    ...chosen.flatMap((k, i) => {
      const x = room.x + i * slot;
      const panel = planePanel(i + 1, { x, y: room.y + 26, width: slot - GAP, height: room.height - 30 }, extent);
      const title = text(theme, x, room.y + 10, bold(`${variable("t")} = ${texts[i]}`), {
        size: SIZE.panel,
        colour: i === 0 ? theme.muted : colour,
      });
      return [
        title,
        frame(theme, panel),
        specks(
          panel,
          paths.map(path => path[k]),
          colour,
        ),
      ];
    }),
    ...besidePanel(theme, source, binding, room, wide),
  ]);
};

/** Coordinates to a tenth of a pixel, without the zero before the point: as short as they can be seen. */
function specks(panel: Panel, places: readonly Place[], colour: string): Part {
  const [low, high] = panel.x.range;
  const pixel = (high - low) / panel.box.width;
  const digits = Math.max(0, Math.ceil(-log10(pixel / 5)));
  const short = (v: number): string => v.toFixed(digits).replace(/^(-?)0\./, "$1.");
  const half = (DOT / 2) * pixel;
  return drawing(panel, places.map(([x, y]) => `M${short(x - half)},${short(y)}H${short(x + half)}`).join(""), {
    color: colour,
    width: DOT,
  });
}
