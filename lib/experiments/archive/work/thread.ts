/**
 * What a thread of the pool loads first. Piscina takes it by `require`, which links all modules that it names at once,
 * and a thread that is ended meanwhile aborts the process (Node 20: `IsGraphAsync must be used on an instantiated
 * module`). It names none: the others are linked by `import`, which may be ended at any time.
 */
import type * as worker from "./worker.js";

const loaded = await import("./worker.js");

export const runUnit: typeof worker.runUnit = loaded.runUnit;
export const pilotUnit: typeof worker.pilotUnit = loaded.pilotUnit;
