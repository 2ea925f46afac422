import type { PlotlyFigure } from "../figures/plotly-figure.js";
import { pngOf } from "./raster.js";
import { svgOf } from "./svg.js";

export interface PictureOrder {
  readonly figure: PlotlyFigure;
  /** Pixels per unit of a PNG, one that keeps width and height whole; without it the picture is an SVG. */
  readonly scale?: number;
}

/** The bytes of a picture: PNG, or SVG in UTF-8. Drawn by this process, which a panic of the rasteriser would end. */
export async function pictureOf({ figure, scale }: PictureOrder): Promise<Uint8Array> {
  const svg = await svgOf(figure);
  return scale === undefined
    ? new TextEncoder().encode(svg)
    : pngOf(svg, { scale, background: String(figure.layout["paper_bgcolor"] ?? "white") });
}
