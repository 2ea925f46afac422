import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { parentPainter } from "../display/parent-painter.js";

import { paintBy } from "../../display/render/painter.js";
import { unwatch } from "../live/live-display.js";
import { useThreads } from "../live/threads.js";
import { enterPackage } from "../package-folder.js";
import { readConnection } from "../protocol/connection.js";
import { kernelInfo } from "./requests.js";
import { serve } from "./serve.js";
import { languageVersion } from "./tslab.js";

const { version } = createRequire(import.meta.url)("../../../../package.json") as { readonly version: string };

const OPTIONS = {
  threads: { type: "string" },
  "painted-outside": { type: "boolean" },
  unwatched: { type: "boolean" },
} as const;

/** A kernel that cannot be started says so in one line. */
function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

/** Starts the kernel with the words of its command line. */
export function start(words: readonly string[]): void {
  try {
    const {
      positionals: [file],
      values: { threads, "painted-outside": outside, unwatched },
    } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
    const connection = readConnection(file);
    if (threads !== undefined) useThreads(Number(threads));
    if (outside) paintBy(parentPainter());
    if (unwatched) unwatch();
    enterPackage();
    process.env["NO_COLOR"] = "1";
    serve(connection, kernelInfo(version, languageVersion()), fail);
  } catch (error) {
    fail((error as Error).message);
  }
}
