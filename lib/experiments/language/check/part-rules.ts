import type { Measure, Space } from "../types.generated.js";
import type { Finding } from "./problem.js";

/** A rule for one object of a run: `part` has passed the schema, so its `name` says what it is. */
type PartRule = (part: object, space: Space) => readonly Finding[];

type Named<N extends Measure["name"]> = Extract<Measure, { name: N }>;

/** Kernels and recorders share some names with measures: the key tells them apart. */
const isNamed = <N extends Measure["name"]>(part: object, name: N, key: keyof Named<N> & string): part is Named<N> =>
  "name" in part && part.name === name && key in part;

/** Number of nodes of a space, undefined where it has none of its own. */
function nodes(space: Space): number | undefined {
  if (space.name === "grid2d") return space.n[0] * space.n[1];
  return space.name === "gaussian" ? undefined : space.n;
}

/** Dimension of the base space. */
function dimension(space: Space): number {
  if (space.name === "finite-set") return (space.coordinates ?? "line") === "line" ? 1 : 2;
  return space.name === "grid1d" ? 1 : space.name === "grid2d" ? 2 : space.d;
}

const found = (pointer: string, message: string): readonly Finding[] => [{ pointer, message }];

/** One mass per node. */
const masses: PartRule = (part, space) => {
  const n = nodes(space);
  if (!isNamed(part, "masses", "values") || n === undefined || part.values.length === n) return [];
  return found("/values", `has ${part.values.length} masses, the space has ${n} nodes`);
};

/** One weight per component. */
const mixture: PartRule = part => {
  if (!isNamed(part, "mixture", "components") || part.weights.length === part.components.length) return [];
  return found("/weights", `has ${part.weights.length} weights for ${part.components.length} components`);
};

/** Vectors of the length of the space's dimension; a number stands for a vector in 1-D. */
const gaussian: PartRule = (part, space) => {
  if (!isNamed(part, "gaussian", "mean")) return [];
  const d = dimension(space);
  const length = [part.mean].flat().length;
  const rows: readonly (readonly number[])[] = Array.isArray(part.covariance) ? part.covariance : [[part.covariance]];
  const square = rows.length === d && rows.every(row => row.length === d);
  const mean = length === d ? [] : found("/mean", `has ${length} coordinate(s), the space has dimension ${d}`);
  return [...mean, ...(square ? [] : found("/covariance", `must be ${d} x ${d}, as the space has dimension ${d}`))];
};

/** Every interval increases. */
const intervals: PartRule = part => {
  const key = "interval" in part ? "interval" : "box" in part ? "box" : undefined;
  if (key === undefined) return [];
  const ends: readonly number[] = (part as { readonly [K in "interval" | "box"]: readonly number[] })[key];
  return ends.some((v, i) => i % 2 === 1 && v <= ends[i - 1])
    ? found(`/${key}`, `must increase, not ${JSON.stringify(ends)}`)
    : [];
};

/** Rows of one length, one label each. */
const inlineData: PartRule = part => {
  if (!("name" in part) || part.name !== "inline" || !("points" in part)) return [];
  const { points, labels } = part as { points: readonly (readonly number[])[]; labels?: readonly number[] };
  const ragged = points.findIndex(row => row.length !== points[0].length);
  const rows =
    ragged < 0
      ? []
      : found(`/points/${ragged}`, `has ${points[ragged].length} numbers, the first row has ${points[0].length}`);
  const named = labels === undefined || labels.length === points.length;
  return [...rows, ...(named ? [] : found("/labels", `has ${labels.length} labels for ${points.length} points`))];
};

/** All rules of the parts of a run. */
export const PART_RULES: readonly PartRule[] = [masses, mixture, gaussian, intervals, inlineData];
