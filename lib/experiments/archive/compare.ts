import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { ExperimentResult, RunArchive } from "../language/result.js";
import { canonical } from "./json.js";
import type { Vec } from "../../arithmetic/vec.js";

/** One quantity that two results of the same experiment do not share bit for bit. */
export interface Difference {
  /** "ridge.F", "ridge: status", "claim balance" … */
  readonly quantity: string;
  /** The place of the largest deviation: "lambda=0.01, t=3"; empty where there is none. */
  readonly at: string;
  readonly was: string;
  readonly now: string;
  /** Largest |now - was|; NaN where a difference makes no sense. */
  readonly deviation: number;
  /** How many numbers differ, of how many. */
  readonly count: number;
  readonly of: number;
}

/** A sentence: which quantity, where, by how much. */
export function describe({ quantity, at, was, now, deviation, count, of }: Difference): string {
  const where = at === "" ? "" : ` at ${at}`;
  const amount = Number.isNaN(deviation) ? "" : `, largest deviation ${deviation.toExponential(3)}`;
  return `${quantity}${where}: was ${was}, now ${now}${amount}${of > 1 ? ` (${count} of ${of} numbers differ)` : ""}`;
}

const plain = (quantity: string, was: unknown, now: unknown): Difference => ({
  quantity,
  at: "",
  was: String(was),
  now: String(now),
  deviation: NaN,
  count: 1,
  of: 1,
});

/** Differences of two values as texts: none if their canonical JSON is the same. */
const texts = (quantity: string, was: unknown, now: unknown): readonly Difference[] =>
  canonical(was) === canonical(now) ? [] : [plain(quantity, canonical(was), canonical(now))];

/** "lambda=0.01, t=3" for a row-major position; dimensions without coordinates are counted from 1. */
function place({ dims, shape }: NamedArray, index: number, coordinates: RunArchive["coordinates"]): string {
  const labels: string[] = [];
  let rest = index;
  for (let k = dims.length - 1; k >= 0; k--) {
    const i = rest % shape[k];
    rest = (rest - i) / shape[k];
    labels.unshift(`${dims[k]}=${coordinates[dims[k]]?.[i] ?? `#${i + 1}`}`);
  }
  return labels.join(", ");
}

/** |b - a|, infinite where exactly one of them is a number. */
function gap(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const difference = Math.abs(b - a);
  return Number.isNaN(difference) ? Infinity : difference;
}

function worst(a: Vec, b: Vec): { readonly index: number; readonly count: number } {
  const different = [...a.keys()].filter(i => !Object.is(a[i], b[i]));
  return {
    index: different.reduce((best, i) => (gap(a[i], b[i]) > gap(a[best], b[best]) ? i : best), different[0]),
    count: different.length,
  };
}

const shapeText = ({ dims, shape }: NamedArray): string =>
  dims.map((dim, k) => `${dim}: ${shape[k]}`).join(", ") || "a scalar";

function compareArrays(
  quantity: string,
  was: NamedArray | undefined,
  now: NamedArray | undefined,
  run: RunArchive,
): readonly Difference[] {
  if (!was || !now) return [plain(quantity, was ? "there" : "absent", now ? "there" : "absent")];
  if (shapeText(was) !== shapeText(now)) return [plain(quantity, shapeText(was), shapeText(now))];
  const { index, count } = worst(was.data, now.data);
  if (count === 0) return [];
  const [a, b] = [was.data[index], now.data[index]];
  const at = place(now, index, run.coordinates);
  return [{ quantity, at, was: canonical(a), now: canonical(b), deviation: gap(a, b), count, of: now.data.length }];
}

type Arrays = Readonly<Record<string, NamedArray>>;

const keysOf = (a: object, b: object): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const compareAll = (prefix: string, was: Arrays, now: Arrays, run: RunArchive): readonly Difference[] =>
  keysOf(was, now).flatMap(name => compareArrays(`${prefix}${name}`, was[name], now[name], run));

const coordinateArrays = (run: RunArchive): Arrays =>
  Object.fromEntries(
    Object.entries(run.coordinates).map(([dim, data]) => [dim, { dims: [dim], shape: [data.length], data }]),
  );

function compareRuns(name: string, was: RunArchive | undefined, now: RunArchive | undefined): readonly Difference[] {
  if (!was || !now) return [plain(`run ${name}`, was ? "there" : "absent", now ? "there" : "absent")];
  return [
    ...texts(`${name}: axes`, was.axes, now.axes),
    ...texts(`${name}: status`, was.status, now.status),
    ...compareAll(`${name}.`, was.outputs, now.outputs, now),
    ...compareAll(`${name}: coordinate `, coordinateArrays(was), coordinateArrays(now), now),
    ...compareAll(`${name}: certificate `, was.certificate?.series ?? {}, now.certificate?.series ?? {}, now),
    ...texts(`${name}: absent from the certificate`, was.certificate?.absent ?? {}, now.certificate?.absent ?? {}),
    ...texts(`${name}: notes`, was.notes, now.notes),
  ];
}

/** Everything in which two results differ; [] if and only if they are equal to the bit. */
export function compareResults(was: ExperimentResult, now: ExperimentResult): readonly Difference[] {
  const runs = keysOf(was.runs, now.runs).flatMap(name => compareRuns(name, was.runs[name], now.runs[name]));
  const byName = (result: ExperimentResult): Record<string, unknown> =>
    Object.fromEntries(result.claims.map(claim => [claim.name, claim]));
  const before = byName(was);
  const after = byName(now);
  return [
    ...runs,
    ...keysOf(before, after).flatMap(name => texts(`claim ${name}`, before[name] ?? "absent", after[name] ?? "absent")),
  ];
}
