import { createRequire } from "node:module";

/** The file of the plotly bundle, for pages that show figures live. */
export const plotlyFile = (): string => createRequire(import.meta.url).resolve("plotly.js-dist");
