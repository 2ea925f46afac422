import { lookUp } from "../../../arithmetic/lookup.js";
import { parseFile, selectColumns } from "../../../systems/measures/data/file.js";
import { generate } from "../../../systems/measures/data/generators.js";
import { iris, partOf } from "../../../systems/measures/data/iris.js";
import { standardise } from "../../../systems/measures/data/standardise.js";
import type { Table } from "../../../systems/measures/data/table.js";
import { finite } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Data, DatasetData, InlineData } from "../types.generated.js";
import type { Context } from "./context.js";
import { construct, type Registry } from "./registry.js";

function inline({ points, labels, weights }: InlineData): Table {
  const dim = points[0].length;
  const ragged = points.findIndex(p => p.length !== dim);
  if (ragged >= 0) refuse(`point ${ragged + 1} has ${points[ragged].length} coordinates, the first has ${dim}`);
  points.forEach(point => point.forEach(x => finite("a coordinate of the points", x)));
  labels?.forEach(y => finite("one of the labels", y));
  weights?.forEach(w => finite("one of the weights", w));
  if (labels && labels.length !== points.length) refuse(`${labels.length} labels for ${points.length} points`);
  if (weights && weights.length !== points.length) refuse(`${weights.length} weights for ${points.length} points`);
  return {
    dim,
    points: Float64Array.from(points.flat()),
    labels: labels && Float64Array.from(labels),
    ...(weights && { weights: Float64Array.from(weights) }),
  };
}

const DATASETS: { readonly [N in DatasetData["dataset"]]: () => Table } = { iris };

function dataset({ dataset: name, part = "all", standardise: scaled = false }: DatasetData): Table {
  const all = lookUp(DATASETS, name)();
  const chosen = partOf(all, part);
  return scaled ? standardise(chosen, all) : chosen;
}

const DATA: Registry<Data, Pick<Context, "readFile">, Table> = {
  inline,
  generator: ({ generator, n, d = 2, noise = 1, shift = 0, seed }) => generate(generator, { n, d, noise, shift, seed }),
  file: ({ path, columns, label, weight, standardise: scaled = false }, { readFile }) => {
    const table = selectColumns(path, parseFile(path, readFile(path)), columns, label, weight);
    return scaled ? standardise(table) : table;
  },
  dataset,
};

/** The table that a data spec means. */
export const buildData = (spec: Data, context: Pick<Context, "readFile">): Table => construct(DATA, spec, context);
