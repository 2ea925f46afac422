import { Resvg } from "@resvg/resvg-js";
import { FONT_FILES } from "./fonts.js";
import { indexedPng } from "./png.js";

export interface RasterOptions {
  /** Pixels per unit; choose one that keeps width and height whole. */
  readonly scale: number;
  readonly background: string;
}

/**
 * Resvg drops a text whose ligature (ff, fi, fl) is followed by another face: a zero-width non-joiner keeps the letters
 * apart.
 */
const withoutLigatures = (svg: string): string =>
  svg.replace(/>[^<]*</g, content => content.replace(/f(?=[fil])/g, "f\u200c"));

/** An SVG as a PNG with the fonts that its layout was measured with. */
export function pngOf(svg: string, { scale, background }: RasterOptions): Uint8Array {
  const image = new Resvg(withoutLigatures(svg), {
    background,
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [...FONT_FILES],
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
      serifFamily: "DejaVu Serif",
    },
  }).render();
  return indexedPng(image.pixels, image.width, image.height);
}
