import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawFigure } from "../lib/display/figures/index.js";
import type { Mode } from "../lib/display/figures/theme.js";
import { htmlOf, type PlotlySource } from "../lib/display/render/html.js";
import { paint } from "../lib/display/render/painter.js";
import { plotlyFile } from "../lib/display/render/plotly-file.js";
import { makeFolder, readBytes } from "../lib/experiments/archive/disk.js";
import { explain } from "../lib/experiments/archive/explain.js";
import type { ExperimentResult } from "../lib/experiments/language/result.js";
import { writeSigned } from "./outputs.js";

const PNG_SCALE = 2;

export const figureNames = (result: ExperimentResult): readonly string[] => Object.keys(result.spec.figures);

/** What a figure can be written as. */
export const FORMATS = ["html", "png", "svg", "json"] as const;

export type Format = (typeof FORMATS)[number];

type Writer = (result: ExperimentResult, name: string, mode: Mode) => string | Uint8Array | Promise<Uint8Array>;

const titleOf = (result: ExperimentResult, name: string): string => result.spec.figures[name]?.title ?? name;

/** An interactive page of one figure, in both modes. */
export const interactivePage = (result: ExperimentResult, name: string, plotly: PlotlySource): string =>
  htmlOf(titleOf(result, name), drawFigure(result, name, "light"), drawFigure(result, name, "dark"), plotly);

const writers: { readonly [F in Format]: Writer } = {
  json: (result, name, mode) => JSON.stringify(drawFigure(result, name, mode)),
  svg: (result, name, mode) => paint({ figure: drawFigure(result, name, mode) }),
  png: (result, name, mode) => paint({ figure: drawFigure(result, name, mode), scale: PNG_SCALE }),
  html: (result, name) => interactivePage(result, name, { from: "inline" }),
};

/** One figure of a result in one format; an interactive page has both modes and needs nothing beside it. */
export const writeFigure = async (
  result: ExperimentResult,
  name: string,
  mode: Mode,
  format: Format,
): Promise<Uint8Array> => Buffer.from(await writers[format](result, name, mode));

/** What is written of one figure: pictures in both modes, and an interactive page that finds plotly beside it. */
const FILES: readonly (readonly [ending: string, form: Format, mode: Mode])[] = [
  ["html", "html", "light"],
  ["png", "png", "light"],
  ["svg", "svg", "light"],
  ["dark.svg", "svg", "dark"],
];

/** The plotly bundle that pages in this folder share. */
export function writePlotly(folder: string, id: string): string {
  writeSigned(join(folder, PLOTLY), "js", readBytes(plotlyFile()), id);
  return PLOTLY;
}

const PLOTLY = "plotly.js";

/**
 * Draws all figures of a result into a folder, and returns what could not be drawn: each file is written as soon as it
 * is there, so that one that fails costs no other.
 */
export async function writeFigures(result: ExperimentResult, folder: string): Promise<readonly string[]> {
  const { id } = result.spec;
  const names = figureNames(result);
  const problems: string[] = [];
  const href = names.length === 0 ? "" : writePlotly(folder, id);
  for (const name of names)
    try {
      for (const [ending, form, mode] of FILES) {
        const bytes =
          form === "html"
            ? Buffer.from(interactivePage(result, name, { from: "file", href }))
            : await writeFigure(result, name, mode, form);
        writeSigned(join(folder, `${name}.${ending}`), form, bytes, id);
      }
    } catch (error) {
      problems.push(`figure ${name} of ${result.path} cannot be drawn: ${explain(error).reason}`);
    }
  return problems;
}

const pair = (name: string): string =>
  `<h2>${name}: archive, rerun</h2><img src="${name}.old.svg" alt="archive"> <img src="${name}.new.svg" alt="rerun">`;

const comparison = (names: readonly string[]): string => `<!doctype html>
<meta charset="utf-8"><title>Archive and rerun</title>
<style>body { font: 16px sans-serif } img { width: 48vw }</style>
${names.map(pair).join("\n")}
`;

/** Pictures of an archived result and of its rerun, side by side on a page in `folder`; and what could not be drawn. */
export async function writePictures(
  folder: string,
  archived: ExperimentResult,
  now: ExperimentResult,
): Promise<{ readonly page: string; readonly problems: readonly string[] }> {
  rmSync(folder, { recursive: true, force: true });
  makeFolder(folder);
  const problems: string[] = [];
  const page = join(folder, "index.html");
  for (const name of figureNames(now))
    for (const [age, result] of [
      ["old", archived],
      ["new", now],
    ] as const)
      await writeFigure(result, name, "light", "svg").then(
        bytes => writeFileSync(join(folder, `${name}.${age}.svg`), bytes),
        (error: Error) => problems.push(`figure ${name} (${age}) cannot be drawn: ${error.message}`),
      );
  writeFileSync(page, comparison(figureNames(now)));
  return { page, problems };
}
