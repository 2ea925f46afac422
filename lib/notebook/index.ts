/** What a notebook has at hand beside the library. */
export { show } from "./display/show.js";
export type { Claims, Latex, Slide } from "./display/show.js";
export type { Table } from "../display/tables/table.js";
export { claims, experiment, figure, slide } from "./live/archived.js";
export { run } from "./live/run.js";
export { but, only } from "./live/spec.js";
export type { Draft } from "../experiments/check.js";
