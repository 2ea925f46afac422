/**
 * The process that a front end starts: `node main.js <connection file>`. With `--threads 1` runs take no more than one
 * core, with
 * `--painted-outside` the process that has started this one paints the figures, and with `--unwatched` runs show only
 * how they end.
 */
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { paintBy } from "../../display/render/painter.js";
import { parentPainter } from "../display/parent.js";
import { unwatch } from "../live/board.js";
import { useThreads } from "../live/threads.js";
import { enterPackage } from "../place.js";
import { readConnection } from "../protocol/connection.js";
import { kernelInfo } from "./requests.js";
import { serve } from "./server.js";
import { languageVersion } from "./tslab.js";

const { version } = createRequire(import.meta.url)("../../../../package.json") as { readonly version: string };

const OPTIONS = {
  threads: { type: "string" },
  "painted-outside": { type: "boolean" },
  unwatched: { type: "boolean" },
} as const;

async function main(): Promise<void> {
  const {
    positionals: [file],
    values: { threads, "painted-outside": outside, unwatched },
  } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const connection = readConnection(file);
  if (threads !== undefined) useThreads(Number(threads));
  if (outside) paintBy(parentPainter());
  if (unwatched) unwatch();
  enterPackage();
  process.env["NO_COLOR"] = "1";
  process.on("uncaughtException", error => console.error(error));
  process.on("unhandledRejection", error => console.error(error));
  await serve(connection, kernelInfo(version, languageVersion()));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
