import { table } from "../terminal/print.js";
import { type Name, NAMES, type Row } from "./contender.js";

/** Ours, to which the others are compared: one thread of WebAssembly, or TypeScript where there is none. */
const own = ({ best }: Row): number | undefined => best["wasm-1"] ?? best.typescript;

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** "5.61 (2.6)": the time, and how many times ours on one thread it is. */
function cell(row: Row, name: Name): string {
  const time = row.best[name];
  const ours = own(row);
  if (time === undefined) return "";
  return ours === undefined || ours === time ? digits(time) : `${digits(time)} (${(time / ours).toFixed(2)})`;
}

/** The table: best times, and in brackets their ratio to ours on one thread. */
export function report(rows: readonly Row[]): string {
  const present = NAMES.filter(name => rows.some(({ best }) => best[name] !== undefined));
  const lines = rows.map(row => [
    row.routine,
    String(row.n),
    String(row.d),
    row.unit,
    ...present.map(name => cell(row, name)),
  ]);
  return table([["routine", "n", "d", "unit", ...present], ...lines]);
}
