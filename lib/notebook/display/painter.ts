import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import { png } from "../../display/render/painter.js";

/**
 * Pixels per unit. Front ends draw the figure itself; the picture is for pages that only show, as wide as one unit is a
 * pixel.
 */
const SCALE = 1;

/** The picture of a figure in a notebook. */
export const paint = (figure: PlotlyFigure): Promise<Uint8Array> =>
  png(figure, SCALE).catch((error: Error) => {
    throw new Error(`the figure cannot be drawn as a picture: ${error.message}`);
  });
