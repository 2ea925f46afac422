/**
 * The process that a front end starts: `node main.js <connection file>`. With `--threads 1` runs take no more than one
 * core, with `--painted-outside` the process that has started this one paints the figures, and with `--unwatched` runs
 * show only how they end.
 */

/**
 * Until cells can be interrupted there is nothing to interrupt, and the kernel goes on: this comes before all modules.
 */
const ignore = (): void => undefined;
process.on("SIGINT", ignore);

import("./start.js").then(
  ({ start }) => start(process.argv.slice(2)),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);

export {};
