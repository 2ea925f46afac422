/** Tables of points: read from files, generated from seeds, shipped with packages; and the arrays of NumPy. */
export { parseFile, selectColumns } from "./file.js";
export { generate, type Generator, type Recipe } from "./generators.js";
export { iris, type Part, partOf } from "./iris.js";
export { npyOf, readNpy, type NpyArray } from "./npy.js";
export { columnMoments, standardise } from "./standardise.js";
export type { Sheet, Table } from "./table.js";
