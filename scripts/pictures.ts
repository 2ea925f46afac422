import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawFigure } from "../lib/display/figures/index.js";
import type { Mode } from "../lib/display/figures/theme.js";
import { htmlOf, type PlotlySource } from "../lib/display/render/html.js";
import { paint } from "../lib/display/render/painter.js";
import { plotlyFile } from "../lib/display/render/plotly-file.js";
import type { Files } from "../lib/experiments/archive/runs.js";
import type { ExperimentResult } from "../lib/experiments/language/result.js";

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

/** The files of one figure: pictures in both modes, and an interactive page that finds plotly beside it. */
async function filesOfFigure(
  result: ExperimentResult,
  name: string,
): Promise<readonly (readonly [string, Uint8Array])[]> {
  return [
    [`figures/${name}.html`, Buffer.from(interactivePage(result, name, { from: "file", href: "plotly.js" }))],
    [`figures/${name}.png`, await writeFigure(result, name, "light", "png")],
    [`figures/${name}.svg`, await writeFigure(result, name, "light", "svg")],
    [`figures/${name}.dark.svg`, await writeFigure(result, name, "dark", "svg")],
  ];
}

export interface Figures {
  readonly files: Files;
  /** Why a figure could not be drawn. */
  readonly problems: readonly string[];
}

/** All figures of a result as files, and what could not be drawn: numbers are not lost because a picture fails. */
export async function figureFiles(result: ExperimentResult): Promise<Figures> {
  const files = new Map<string, Uint8Array>([["figures/plotly.js", readFileSync(plotlyFile())]]);
  const problems: string[] = [];
  for (const name of figureNames(result))
    try {
      for (const [file, bytes] of await filesOfFigure(result, name)) files.set(file, bytes);
    } catch (error) {
      problems.push(`figure ${name} of ${result.path} cannot be drawn: ${(error as Error).message}`);
    }
  return { files, problems };
}

const comparison = (names: readonly string[]): string => `<!doctype html>
<meta charset="utf-8"><title>Archive and rerun</title>
<style>body { font: 16px sans-serif } img { width: 48vw }</style>
${names.map(name => `<h2>${name}: archive, rerun</h2><img src="${name}.old.svg" alt="archive"> <img src="${name}.new.svg" alt="rerun">`).join("\n")}
`;

/** Pictures of an archived result and of its rerun, side by side on a page in `folder`; and what could not be drawn. */
export async function writePictures(
  folder: string,
  archived: ExperimentResult,
  now: ExperimentResult,
): Promise<{ readonly page: string; readonly problems: readonly string[] }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
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
