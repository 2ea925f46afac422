import { EXIT } from "../command.js";
import { note } from "./print.js";

function listening(): AbortSignal {
  const controller = new AbortController();
  process.on("SIGINT", () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    note("\nstopping; what is finished is kept, and the same command goes on from there (Ctrl-C again ends at once)");
    controller.abort();
  });
  return controller.signal;
}

let signal: AbortSignal | undefined;

/** Aborted by the first Ctrl-C, so that the work stops cleanly; the second ends the process at once. */
export const interruption = (): AbortSignal => (signal ??= listening());
