import { drawFigure } from "../figures/index.js";
import { plainTitle } from "../page/layout.js";
import { plotlyHref, type Picture } from "../page/index.js";
import { themeOf } from "../figures/theme.js";
import type { ExperimentResult } from "../spec/result.js";
import { htmlOf } from "./html.js";
import { pngOf } from "./raster.js";
import { svgOf } from "./svg.js";

/** Pixels per unit: 1920 × 1080. */
const SCALE = 2;

/** All figures of an experiment as the pages want them. */
export async function picturesOf(result: ExperimentResult): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const name of Object.keys(result.spec.figures)) pictures.push(await pictureOf(result, name));
  return pictures;
}

async function pictureOf(result: ExperimentResult, name: string): Promise<Picture> {
  const [light, dark] = [drawFigure(result, name, "light"), drawFigure(result, name, "dark")];
  const svg = await svgOf(light);
  return {
    name,
    light: svg,
    dark: await svgOf(dark),
    png: pngOf(svg, { scale: SCALE, background: themeOf("light").paper }),
    live: htmlOf(plainTitle(result.spec.figures[name]?.title ?? name), light, dark, { from: "file", href: plotlyHref(result.path) }),
  };
}
