/** A figure said in fewer words: what its texts have in common stands once, what plotly takes by default nowhere. */
import type { Json } from "../../display/figures/plotly-figure.js";

const isScalar = (value: unknown): boolean => typeof value !== "object";

/** The value that occurs most often, the first of several. */
function commonest(values: readonly unknown[]): unknown {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Of axes and traces. */
const BY_DEFAULT: Json = {
  automargin: false,
  fixedrange: false,
  gridwidth: 1,
  linewidth: 1,
  ticklen: 5,
  tickwidth: 1,
  visible: true,
  type: "scatter",
  xaxis: "x",
  yaxis: "y",
};

const unlikeDefault = ([key, value]: readonly [string, unknown]): boolean => BY_DEFAULT[key] !== value;

/** An axis or a trace without what is so by default. */
export const said = (part: Json): Json => Object.fromEntries(Object.entries(part).filter(unlikeDefault));

/** The layout with the commonest value of every key that all annotations have in `template`, and there alone. */
export function factored(layout: Json): Json {
  const annotations = (layout["annotations"] ?? []) as readonly Json[];
  if (annotations.length === 0) return layout;
  const axes = Object.entries(layout).filter(([key]) => /^[xy]axis/.test(key));
  const shared = Object.keys(annotations[0]).filter(key =>
    annotations.every(each => key in each && isScalar(each[key])),
  );
  const defaults: Json = Object.fromEntries(shared.map(key => [key, commonest(annotations.map(each => each[key]))]));
  const rest = (each: Json): Json =>
    Object.fromEntries(Object.entries(each).filter(([key, value]) => !(key in defaults) || defaults[key] !== value));
  return {
    ...layout,
    ...Object.fromEntries(axes.map(([key, axis]) => [key, said(axis as Json)])),
    annotations: annotations.map(rest),
    template: { layout: { annotationdefaults: defaults } },
  };
}
