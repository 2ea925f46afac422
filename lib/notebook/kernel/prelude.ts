/** What every notebook knows before its first cell. Paths are those of the package, where the kernel works. */
export const PRELUDE = `
import * as gf from "./dist/lib/index.js";
import { but, claims, experiment, figure, only, run, show, slide } from "./dist/lib/notebook/index.js";
`;
