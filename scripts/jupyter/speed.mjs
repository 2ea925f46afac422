/** How long a reader waits. Nothing fails here: times belong to a machine. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../setup.mjs";
import { say } from "./tools.mjs";

const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

/** The least of three: other programs only ever add. */
async function least(measure) {
  const times = [];
  for (let i = 0; i < 3; i++) times.push(await measure());
  return times.reduce((best, time) => best.map((value, k) => Math.min(value, time[k])));
}

/** Time (ms) until a kernel answers, and until it has run the cells. */
async function times(startClient, argv, ...cells) {
  const start = performance.now();
  const kernel = await startClient({ argv, folder: root, timeout: 120_000 });
  const ready = performance.now() - start;
  for (const code of cells) await kernel.ask("execute_request", { code });
  const done = performance.now() - start;
  await kernel.stop();
  return [ready, done];
}

export async function speed() {
  const { startClient } = await import("../../dist/lib/notebook/runner/client.js");
  const { KERNEL_COMMAND } = await import("../../dist/lib/notebook/install/kernelspec.js");
  const tslab = join(dirname(createRequire(import.meta.url).resolve("tslab/package.json")), "bin/tslab");
  const [ready, figure] = await least(() => times(startClient, KERNEL_COMMAND, 'show(figure("ridge-to-fisher-rao"));'));
  const [own] = await least(() =>
    times(startClient, [process.execPath, tslab, "kernel", "--config-path={connection_file}"]),
  );
  say(
    `the kernel answers after ${seconds(ready)} (tslab's own: ${seconds(own)}); ` +
      `a cold start until the first figure has its picture takes ${seconds(figure)}`,
  );
}
