import type { PlotlyFigure } from "../../display/figures/plotly-figure.js";
import { png } from "../../display/render/painter.js";

/** Pixels per unit: sharp enough on dense screens, and two thirds of the bytes of twice as many. */
const SCALE = 1.5;

/** The picture of a figure in a notebook. */
export const paint = (figure: PlotlyFigure): Promise<Uint8Array> =>
  png(figure, SCALE).catch((error: Error) => {
    throw new Error(`the figure cannot be drawn as a picture: ${error.message}`);
  });
