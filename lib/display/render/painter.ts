/** Pictures of figures, drawn by one child process for all figures of this one: its end does not end this one. */
import type { PlotlyFigure } from "../figures/plotly-figure.js";
import type { PictureOrder } from "./picture.js";
import { openPool } from "./processes.js";

export type Painter = (order: PictureOrder) => Promise<Uint8Array>;

const own = openPool<PictureOrder, Uint8Array>(new URL("./paint.js", import.meta.url));

let painter: Painter = own.run;

/** Has everything painted by somebody else from now on. */
export const paintBy = (other: Painter): void => {
  painter = other;
};

/** Starts the process that paints; the first picture takes a second longer without. */
export const warmUp = (): void => {
  if (painter === own.run) own.warmUp();
};

/** The bytes of a picture. Rejects with why a figure cannot be drawn; nothing else is lost. */
export const paint: Painter = order => painter(order);

/** A figure (plotly JSON) as an SVG, which is as large as its layout says. Rejects with why it cannot be drawn. */
export const svg = async (figure: PlotlyFigure): Promise<string> => new TextDecoder().decode(await paint({ figure }));

/** A figure as the bytes of a PNG: `scale` pixels per unit of its layout, 1920 × 1080 for 2. Rejects likewise. */
export const png = (figure: PlotlyFigure, scale: number = 2): Promise<Uint8Array> => paint({ figure, scale });
