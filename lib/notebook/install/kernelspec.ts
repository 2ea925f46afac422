import { fileURLToPath } from "node:url";
import type { Data } from "../runner/notebook.js";

/** How front ends know the kernel. */
export const KERNEL = {
  name: "gradient-flows",
  display_name: "Gradient Flows (TypeScript)",
  language: "typescript",
} as const;

const main = fileURLToPath(new URL("../kernel/main.js", import.meta.url));

/**
 * The command that starts the kernel. Stopping a cell by force ends a turn of the event loop in its middle, which Node
 * takes for a corrupted stack of asynchronous calls unless it is told not to look.
 */
export const KERNEL_COMMAND: readonly string[] = [
  process.execPath,
  "--no-force-async-hooks-checks",
  main,
  "{connection_file}",
];

/** `kernel.json` of the installed kernel: interrupts come as messages, which reach it also while it computes. */
export const kernelJson = (): Data => ({
  argv: KERNEL_COMMAND,
  display_name: KERNEL.display_name,
  language: KERNEL.language,
  interrupt_mode: "message",
  metadata: { debugger: false },
});
