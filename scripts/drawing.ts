/** Runs in a child process: one figure of an archived experiment, in all forms, into the cache. */
import type { Picture } from "../lib/display/page/index.js";
import { plotlyHref } from "../lib/display/page/index.js";
import { readArchive } from "../lib/experiments/archive/archive.js";
import { explain } from "../lib/experiments/archive/explain.js";
import { writeCached } from "../lib/experiments/archive/work/cache.js";
import { refuse } from "../lib/arithmetic/refusal.js";
import { paintBy } from "../lib/display/render/painter.js";
import { pictureOf as paintHere } from "../lib/display/render/picture.js";
import { serveOrders } from "../lib/display/render/processes.js";
import type { ExperimentResult } from "../lib/experiments/language/result.js";
import { interactivePage, writeFigure } from "./pictures.js";

export interface DrawingOrder {
  readonly key: string;
  /** The folder of the archive, and the experiment's path. */
  readonly archive: string;
  readonly path: string;
  readonly figure: string;
  /** The folder that takes the picture. */
  readonly cache: string;
}

async function pictureOf(result: ExperimentResult, name: string): Promise<Picture> {
  const text = async (mode: "light" | "dark"): Promise<string> =>
    Buffer.from(await writeFigure(result, name, mode, "svg")).toString();
  return {
    name,
    light: await text("light"),
    dark: await text("dark"),
    png: await writeFigure(result, name, "light", "png"),
    live: interactivePage(result, name, { from: "file", href: plotlyHref(result.path) }),
  };
}

/** Draws and stores; returns why that was impossible. */
async function draw({ key, archive, path, figure, cache }: DrawingOrder): Promise<string | undefined> {
  try {
    const read = readArchive(archive, path);
    writeCached(
      cache,
      key,
      await pictureOf(read.state === "whole" ? read.result : refuse("the archive is damaged"), figure),
    );
    return undefined;
  } catch (error) {
    return `${path}: figure ${figure} cannot be drawn: ${explain(error).reason}`;
  }
}

paintBy(paintHere);
serveOrders(draw);
