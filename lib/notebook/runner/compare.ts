import { isPacked, unpacked } from "../display/packed.js";
import { type CodeCell, type Data, isCode, type Multiline, type Notebook, type Output, textOf } from "./notebook.js";

/** One place where a notebook says something else than before. */
export interface Difference {
  /** Number of the code cell as it is shown, `[3]`, and its id. */
  readonly cell: string;
  /** What differs, with both values. */
  readonly what: string;
}

/** Numbers of figures agree if they differ by no more than this, relative to the larger one, or absolutely below 1. */
const FIGURE_TOLERANCE = 1e-9;

const PLOTLY = "application/vnd.plotly.v1+json";

const LONGEST = 80;
const brief = (value: unknown): string => {
  const text = typeof value === "string" ? value.trim() : (JSON.stringify(value) ?? "nothing");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const differs = (what: string, before: unknown, now: unknown): readonly string[] => [
  `${what}: ${brief(before)} before, ${brief(now)} now`,
];

/** Gaps agree with gaps. */
const close = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= FIGURE_TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Where two figures differ: numbers by more than the tolerance, everything else at all. */
function compareJson(before: unknown, now: unknown, path: string): readonly string[] {
  if (typeof before === "number" && typeof now === "number")
    return close(before, now) ? [] : differs(`figure ${path}`, before, now);
  if (isPacked(before) && isPacked(now) && before.shape === now.shape)
    return compareJson(unpacked(before), unpacked(now), path);
  if (!isObject(before) || !isObject(now)) return before === now ? [] : differs(`figure ${path}`, before, now);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys.flatMap(key => compareJson(before[key], now[key], `${path}/${key}`));
}

/** Text at the first line that differs. */
function compareText(what: string, before: Multiline, now: Multiline): readonly string[] {
  const [a, b] = [textOf(before).split("\n"), textOf(now).split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  if (at < 0 && a.length === b.length) return [];
  const line = at < 0 ? a.length : at;
  return differs(`${what}, line ${line + 1}`, a[line], b[line]);
}

const isText = (value: unknown): value is Multiline => typeof value === "string" || Array.isArray(value);

/** A picture beside its figure is drawn from it, with the fonts of this machine: the figure is what counts. */
function compareData(before: Data, now: Data): readonly string[] {
  const types = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const alive = PLOTLY in before && PLOTLY in now;
  return types.flatMap(type => {
    const [a, b] = [before[type], now[type]];
    if (a === undefined || b === undefined)
      return differs(type, a === undefined ? "missing" : "there", b === undefined ? "missing" : "there");
    if (type === PLOTLY) return compareJson(a, b, "");
    if (alive && type.startsWith("image/")) return [];
    return isText(a) && isText(b) ? compareText(type, a, b) : compareJson(a, b, type);
  });
}

function compareOutput(before: Output | undefined, now: Output | undefined): readonly string[] {
  if (!before || !now || before.output_type !== now.output_type)
    return differs("output", before?.output_type ?? "none", now?.output_type ?? "none");
  if (before.output_type === "stream") return compareText("text", before.text, (now as typeof before).text);
  if (before.output_type === "error")
    return compareText("error", before.traceback.join("\n"), (now as typeof before).traceback.join("\n"));
  return compareData(before.data, (now as typeof before).data);
}

const nameOf = ({ id, execution_count: count }: CodeCell, i: number): string =>
  `[${count ?? `not run, code cell ${i + 1}`}] (${id})`;

function compareCell(before: CodeCell, now: CodeCell | undefined): readonly string[] {
  if (!now || textOf(before.source) !== textOf(now.source))
    return differs("source", textOf(before.source), now && textOf(now.source));
  const length = Math.max(before.outputs.length, now.outputs.length);
  const count = differs("number", before.execution_count, now.execution_count);
  const outputs = Array.from({ length }, (_, i) => compareOutput(before.outputs[i], now.outputs[i])).flat();
  return [...(before.execution_count === now.execution_count ? [] : count), ...outputs];
}

/**
 * Where the outputs of two runs of a notebook differ: text and tables at all, figures by more than 1e-9. [] if they
 * agree.
 */
export function compareNotebooks(before: Notebook, now: Notebook): readonly Difference[] {
  const [a, b] = [before.cells.filter(isCode), now.cells.filter(isCode)];
  return a.flatMap((cell, i) => compareCell(cell, b[i]).map(what => ({ cell: nameOf(cell, i), what })));
}
