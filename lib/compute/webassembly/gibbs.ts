import { exp } from "../../numerics/functions.js";
import type { Vec } from "../../types.js";
import { base, type Gibbs, type Scalings, transposed, turned } from "../typescript/gibbs.js";
import { type Frame, frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Rows per panel. */
const LANES = 8;
/** Numbers that a table of the exponential takes. */
const TABLE = 130;

/** Panels of the costs of n rows, room for the plan's, and room for vectors along rows (whole panels) and columns. */
interface Side {
  readonly n: number;
  readonly m: number;
  readonly costs: number;
  readonly plan: number;
  readonly byRows: readonly [number, number];
  readonly byColumns: readonly [number, number];
}

function sideOf({ exports }: Machine, frame: Frame, matrix: number, n: number, m: number): Side {
  const whole = Math.ceil(n / LANES) * LANES, costs = frame.room(whole * m);
  for (let i = 0; i < n; i += LANES) exports.pack(matrix, i, n, m, costs + 8 * i * m);
  return {
    n, m, costs, plan: frame.room(whole * m),
    byRows: [frame.room(whole), frame.room(whole)], byColumns: [frame.room(m), frame.room(m)],
  };
}

/** Beyond the last row of all stands the same, so that no lane sees what was there before. */
function writeRows(frame: Frame, address: number, values: Vec): void {
  const whole = new Float64Array(Math.ceil(values.length / LANES) * LANES).fill(values[values.length - 1]);
  whole.set(values);
  frame.write(address, whole);
}

/** Bytes of memory that two sides take: panels of costs and of plans. */
export const gibbsBytes = (n: number, m: number): number => 8 * 5 * (n + LANES) * (m + LANES);

/** The twin of typescript/gibbs.ts. Its frame is in use as long as it is: nothing else may run on the machine meanwhile. */
export function gibbs(machine: Machine, costs: Vec, n: number): Gibbs {
  const { exports } = machine, m = costs.length / n, frame = frameOf(machine),
    matrix = frame.put(costs), other = frame.put(transposed(costs, n)),
    rows = sideOf(machine, frame, matrix, n, m), columns = sideOf(machine, frame, other, m, n),
    table = frame.room(TABLE), work = frame.room((LANES + 2) * Math.max(n, m) + 2 * LANES), out = frame.room(2 * (Math.max(n, m) + LANES));
  const soft = (side: Side, g: Vec, w: Vec, rate: number): Vec => {
    const [atG, atW] = side.byColumns;
    frame.write(atG, g);
    frame.write(atW, w);
    exports.softRows(side.costs, side.n, side.m, atG, atW, rate, table, work, out);
    return frame.take(out, 2 * side.n);
  };
  const write = (side: Side, { a, b, f, g }: Scalings): void => {
    writeRows(frame, side.byRows[0], f);
    writeRows(frame, side.byRows[1], a);
    frame.write(side.byColumns[0], g);
    frame.write(side.byColumns[1], b);
  };
  const fill = ({ n: count, m: width, costs: from, plan, byRows: [f, a], byColumns: [g, b] }: Side, rate: number, least: number): void =>
    exports.gibbsRows(from, count, width, f, g, a, b, rate, exp(-least * rate), least, table, plan);
  const apply = (side: Side, v: Vec): Vec => {
    frame.write(side.byColumns[0], v);
    exports.applyRows(side.plan, side.n, side.m, side.byColumns[0], out);
    return frame.take(out, side.n);
  };
  return {
    softRows: (g, w, rate) => soft(rows, g, w, rate),
    softColumns: (f, w, rate) => soft(columns, f, w, rate),
    weigh: scalings => {
      write(rows, scalings);
      write(columns, turned(scalings));
      const least = base(exports.leastSlack(rows.costs, n, m, rows.byRows[0], rows.byColumns[0]));
      for (const side of [rows, columns]) fill(side, scalings.rate, least);
    },
    applyRows: v => apply(rows, v),
    applyColumns: u => apply(columns, u),
    plan: () => {
      for (let i = 0; i < n; i += LANES) exports.unpack(rows.plan + 8 * i * m, i, n, m, other);
      return frame.take(other, n * m);
    },
  };
}
