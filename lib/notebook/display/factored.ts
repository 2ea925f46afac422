/**
 * A figure said in fewer words: what its parts have in common stands once, in plotly's template, and what plotly takes
 * by default nowhere.
 */
import type { Json, PlotlyFigure } from "../../display/figures/plotly-figure.js";

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
const isScalar = (value: unknown): boolean => typeof value !== "object";

/** The value that occurs most often, the first of several; undefined if none occurs twice. */
function commonest(values: readonly unknown[]): unknown {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return count > 1 ? value : undefined;
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
const said = (part: Json): Json => Object.fromEntries(Object.entries(part).filter(unlikeDefault));

/**
 * What a template cannot say: where a trace is drawn and as what, and levels, which plotly chooses anew unless the
 * trace has them.
 */
const OWN = new Set(["type", "xaxis", "yaxis", "contours"]);

/** What a trace that lacks it does not heed: lines have no markers, and markers no lines. */
const UNHEEDED = new Set(["line", "marker"]);

/** The commonest value of every scalar that all parts have, or heed, also within the objects that all have. */
function shared(parts: readonly Json[], unheeded: ReadonlySet<string> = new Set()): Json {
  const keys = [...new Set(parts.flatMap(part => Object.keys(part)))].filter(key => !OWN.has(key));
  return Object.fromEntries(
    keys.flatMap((key): readonly (readonly [string, unknown])[] => {
      const having = parts.filter(part => key in part);
      if (having.length < parts.length && !unheeded.has(key)) return [];
      const values = having.map(part => part[key]);
      const value = values.every(isScalar) ? commonest(values) : values.every(isObject) ? shared(values) : undefined;
      return value === undefined || (isObject(value) && Object.keys(value).length === 0) ? [] : [[key, value]];
    }),
  );
}

/** A part without what is shared. */
function rest(part: Json, common: Json): Json {
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      const there = common[key];
      if (!isObject(there) || !isObject(value)) return key in common && there === value ? [] : [[key, value]];
      const left = rest(value, there);
      return Object.keys(left).length > 0 ? [[key, left]] : [];
    }),
  );
}

/** Parts without what they share, and that. */
interface Split {
  readonly common: Json;
  readonly parts: readonly Json[];
}

function split(parts: readonly Json[], unheeded?: ReadonlySet<string>): Split {
  const common = shared(parts, unheeded);
  return { common, parts: parts.map(part => rest(part, common)) };
}

const LISTS = { annotations: "annotationdefaults", shapes: "shapedefaults" } as const;

/** The layout, and its template. */
function factoredLayout(layout: Json): readonly [layout: Json, template: Json] {
  const lists = Object.entries(LISTS).flatMap(([key, name]) => {
    const { common, parts } = split((layout[key] ?? []) as readonly Json[]);
    return parts.length > 0 ? [{ name, common, parts: [[key, parts]] as const }] : [];
  });
  const axes = ["xaxis", "yaxis"].map(name => {
    const keys = Object.keys(layout).filter(key => key.startsWith(name));
    const { common, parts } = split(keys.map(key => said(layout[key] as Json)));
    return { name, common, parts: keys.map((key, i) => [key, parts[i]] as const) };
  });
  const families = [...lists, ...axes];
  return [
    {
      ...layout,
      ...Object.fromEntries(families.flatMap(({ parts }): readonly (readonly [string, unknown])[] => parts)),
    },
    Object.fromEntries(families.map(({ name, common }) => [name, common])),
  ];
}

const typeOf = (trace: Json): string => String(trace["type"] ?? "scatter");

/** The traces, and the template of each type of them. */
function factoredTraces(data: readonly Json[]): readonly [data: readonly Json[], template: Json] {
  const families = [...new Set(data.map(typeOf))].map(type => {
    const traces = data.filter(trace => typeOf(trace) === type);
    return { type, traces, ...split(traces.map(said), UNHEEDED) };
  });
  const found = new Map(families.flatMap(({ traces, parts }) => traces.map((trace, i) => [trace, parts[i]] as const)));
  return [
    data.map(trace => found.get(trace) ?? trace),
    Object.fromEntries(families.map(({ type, common }) => [type, [common]])),
  ];
}

/** The same picture: what annotations, shapes, axes and traces of a type share stands in the template alone. */
export function factored(figure: PlotlyFigure): PlotlyFigure {
  const [layout, forLayout] = factoredLayout(figure.layout);
  const [data, forData] = factoredTraces(figure.data);
  return { data, layout: { ...layout, template: { data: forData, layout: forLayout } } };
}
