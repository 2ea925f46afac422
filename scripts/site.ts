import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type PageExperiment, type Picture, pages } from "../lib/display/page/index.js";
import { readArchive } from "../lib/experiments/archive/archive.js";
import { readBytes } from "../lib/experiments/archive/disk.js";
import { hashOf } from "../lib/experiments/archive/hash.js";
import type { Manifest } from "../lib/experiments/archive/manifest-record.js";
import { listed } from "../lib/experiments/archive/own.js";
import { readCached } from "../lib/experiments/archive/work/cache.js";
import { codeVersion } from "../lib/experiments/archive/work/code-version.js";
import { type Project, readCatalogue, archivePaths, resultFolder } from "../lib/experiments/archive/work/project.js";
import { plotlyFile } from "../lib/display/render/plotly-file.js";
import { openPool } from "../lib/display/render/processes.js";
import type { ExperimentResult } from "../lib/experiments/language/result.js";
import type { DrawingOrder } from "./drawing.js";
import { foreignIn, writeNoted } from "./outputs.js";
import { figureNames } from "./pictures.js";
import { packageRoot } from "./specs.js";

interface Archived {
  readonly manifest: Manifest;
  readonly result: ExperimentResult;
}

const worker = fileURLToPath(new URL("./drawing.js", import.meta.url));

/** A picture is drawn anew when the numbers, the binding or the code of drawing has changed. */
function ordersOf(project: Project, { manifest, result }: Archived, code: string): readonly DrawingOrder[] {
  const { path } = result;
  const archive = resultFolder(project, path);
  const cache = join(project.cache, "pictures");
  return figureNames(result).map(figure => ({
    key: hashOf({ digest: manifest.digest, path, figure, code }),
    archive,
    path,
    figure,
    cache,
  }));
}

const cached = ({ cache, key }: DrawingOrder): Picture | undefined => readCached<Picture>(cache, key);

/** Draws on all cores what is not in the cache; returns what could not be drawn. */
async function drawMissing(orders: readonly DrawingOrder[], jobs: number): Promise<readonly string[]> {
  const missing = orders.filter(order => cached(order) === undefined);
  if (missing.length === 0) return [];
  const pool = openPool<DrawingOrder, string | undefined>(pathToFileURL(worker), { processes: jobs });
  const drawn = missing.map(order =>
    pool.run(order).catch((error: Error) => `${order.path}: figure ${order.figure} cannot be drawn: ${error.message}`),
  );
  const problems = await Promise.all(drawn);
  pool.close();
  return problems.filter(problem => problem !== undefined);
}

/** Experiments, and their profiles behind them: the titles of these say what they are. */
const archivedOf = (project: Project): readonly Archived[] =>
  [...archivePaths(project)].flatMap(path => {
    const archive = readArchive(resultFolder(project, path), path);
    return archive.state === "whole" ? [archive] : [];
  });

/** Draws the figures of everything archived and writes results/index.html and the pages it leads to. */
export async function writeSite(
  project: Project,
  jobs: number,
): Promise<{ readonly page: string; readonly problems: readonly string[] }> {
  const code = codeVersion(worker, packageRoot).hash;
  const archived = archivedOf(project);
  const ordersFor = (each: Archived): readonly DrawingOrder[] => ordersOf(project, each, code);
  const problems = await drawMissing(archived.flatMap(ordersFor), jobs);
  const experiments: readonly PageExperiment[] = archived.map(each => ({
    ...each,
    pictures: ordersFor(each)
      .map(cached)
      .filter(picture => picture !== undefined),
  }));
  const files = pages({ statements: readCatalogue(project), experiments, plotly: readBytes(plotlyFile()) });
  const foreign = foreignIn(project.results, files);
  writeNoted(project.results, new Map([...files].filter(([name]) => !foreign.includes(name))));
  const kept =
    foreign.length === 0
      ? []
      : [`not written, as ${listed(foreign)} in results/ is not as flows wrote it: move it away`];
  return { page: join(project.results, "index.html"), problems: [...problems, ...kept] };
}
