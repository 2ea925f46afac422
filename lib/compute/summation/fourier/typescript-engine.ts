import type { Engine } from "./engine.js";
import { interpolate } from "./interpolate.js";
import { spread } from "./spread.js";
import { forwardLine, inverseLine } from "./transform.js";

/** Plain TypeScript. */
export const typescriptEngine: Engine = { spread, interpolate, forward: forwardLine, inverse: inverseLine };
