import { axesOf, placesOf } from "./axes.js";
import { wordsOf } from "./check/use.js";
import { isUnder } from "./check/problem.js";
import { checkSchema, type Mark } from "./check/schema.js";
import { parse } from "./formula/parser.js";
import { escape, type Json } from "./pointer.js";
import type { Axis, Experiment } from "./types.generated.js";

/** The sections whose entries a word of a formula may mean. */
const SPOKEN = ["runs", "quantities", "axes"] as const;

/** The entries that each kind of name means. */
const NAMED: Readonly<Record<string, string>> = { run: "runs", claim: "claims", dimension: "axes" };

/** The entries that a name or formula of the spec may mean, as pointers. */
const meant = ({ keyword, kind, value }: Mark): readonly string[] => {
  if (keyword === "x-names") return [`/${NAMED[kind]}/${escape(value)}`];
  return kind === "experiment"
    ? wordsOf(parse(value)).flatMap(word => SPOKEN.map(section => `/${section}/${word}`))
    : [];
};

/** All entries that can be reached from some, through what they mention. */
function reached(from: readonly string[], marks: readonly Mark[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const entry of found)
    for (const mark of marks.filter(({ pointer }) => isUnder(pointer, entry)))
      meant(mark).forEach(each => found.add(each));
  return found;
}

type Section = Readonly<Record<string, unknown>>;

const filtered = <T extends Section>(section: T | undefined, keep: (name: string) => boolean): T =>
  Object.fromEntries(Object.entries(section ?? {}).filter(([name]) => keep(name))) as T;

/** The axis where it points into runs that are kept; a zip keeps the values for those places. */
function narrowed(axis: Axis, isKept: (run: string) => boolean): Axis {
  if (axis.set === undefined) return axis;
  const kept = placesOf(axis).map(({ run }) => isKept(run));
  const here = <T>(each: readonly T[]): readonly T[] => each.filter((_, i) => kept[i]);
  const rows = axis.axis === "zip" && {
    rows: Object.fromEntries(Object.entries(axis.rows).map(([label, row]) => [label, here(row as readonly unknown[])])),
  };
  return { ...axis, set: here(axis.set), ...rows } as Axis;
}

/** The axes that still point somewhere, or that a formula speaks of. */
function axesWithin(
  spec: Experiment,
  isKept: (run: string) => boolean,
  isSpoken: (axis: string) => boolean,
): Experiment["axes"] {
  const narrow = Object.entries(axesOf(spec)).map(([name, axis]) => [name, narrowed(axis, isKept)] as const);
  return Object.fromEntries(
    narrow.filter(([name, { set }]) => (set === undefined ? isSpoken(name) : set.length > 0)),
  ) as Experiment["axes"];
}

/** A run that says of which other it is the same. */
const inherits = ({ pointer }: Mark): boolean => isUnder(pointer, "/runs");

/**
 * The part of an experiment that some of its figures and claims need: these, the claims of their badges, and whatever
 * their formulas speak of. A name means the figure and the claim of that name. A run that is there only because another
 * is the same but for some places lies on no axis: nobody reads what it gives.
 */
export function partOf(spec: Experiment, names: readonly string[]): Experiment {
  const { marks } = checkSchema(spec as unknown as Json);
  const start = names.flatMap(name => [`/figures/${name}`, `/claims/${name}`]);
  const entries = reached(start, marks);
  const kept =
    (section: string) =>
    (name: string): boolean =>
      entries.has(`/${section}/${escape(name)}`);
  const read = reached(
    start,
    marks.filter(mark => !inherits(mark)),
  );
  const claims = filtered(spec.claims, kept("claims"));
  const spoken = new Set(Object.values(claims).flatMap(claim => claim?.for ?? spec.illustrates));
  return {
    ...spec,
    illustrates: spec.illustrates.filter(id => spoken.has(id)) as Experiment["illustrates"],
    runs: filtered(spec.runs, kept("runs")),
    axes: axesWithin(spec, run => read.has(`/runs/${escape(run)}`), kept("axes")),
    quantities: filtered(spec.quantities, kept("quantities")),
    claims,
    figures: filtered(spec.figures, kept("figures")),
  } as Experiment;
}
