import type { ParticlesFigure, SwarmFigure } from "../../experiments/language/types.generated.js";
import type { Box } from "./canvas.js";
import type { Part, Source } from "./plotly-figure.js";
import { contentOf, seriesPanel } from "./series-panel.js";
import { variable } from "./tex.js";
import { markup } from "./text.js";
import type { Theme } from "./theme.js";

/** The series over time beside clouds, at the right of the room and so wide; nothing where none is asked for. */
export function besidePanel(
  theme: Theme,
  source: Source,
  { panel, linear, ordinate }: ParticlesFigure | SwarmFigure,
  room: Box,
  width: number,
): readonly Part[] {
  if (panel === undefined) return [];
  return seriesPanel(theme, {
    id: 9,
    box: { x: room.x + room.width - width + 52, y: room.y + 54, width: width - 52, height: room.height - 110 },
    x: { log: false, title: `time ${variable("t")}` },
    y: { log: linear !== true, outdent: 40, title: markup(ordinate ?? "") },
    content: contentOf(theme, source, "t", { solid: panel }),
  }).parts;
}
