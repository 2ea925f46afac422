import { exp } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { unwritten } from "../host.js";
import { base, type Gibbs, type Scaling } from "../typescript/gibbs.js";
import { distribute, isHelped, type Routine, runAlone } from "./distribute.js";
import { type Frame, frameOf } from "./frame.js";
import type { Machine } from "./machine.js";

/** Rows, and columns, per panel. */
const LANES = 8;
const panelsOf = (n: number): number => Math.ceil(n / LANES);
const whole = (n: number): number => LANES * panelsOf(n);

/** Numbers that a table of the exponential takes. */
const TABLE = 130;

/** Bytes of memory that costs and plan take. */
export const gibbsBytes = (n: number, m: number): number => 8 * 2 * whole(n) * whole(m);

/** Writes `count` numbers, and the last one once more for every number that is missing in a whole panel. */
function writeWhole(frame: Frame, address: number, values: Vec, last: number = values[values.length - 1]): void {
  const to = frame.view(address, whole(values.length));
  to.set(values);
  to.fill(last, values.length);
}

/** Address of the costs in whole panels: the last row and column are repeated. */
function putCosts(frame: Frame, costs: Vec, n: number): number {
  const m = costs.length / n;
  const address = frame.room(whole(n) * whole(m));
  for (let i = 0; i < whole(n); i++) {
    const from = Math.min(i, n - 1) * m;
    writeWhole(frame, address + 8 * i * whole(m), costs.subarray(from, from + m));
  }
  return address;
}

/** Addresses of the description, in the order of assembly/gibbs.ts, and of what it points to. */
interface Rooms {
  readonly job: number;
  readonly plan: number;
  readonly f: number;
  readonly g: number;
  readonly a: number;
  readonly b: number;
  readonly table: number;
  readonly out: number;
  readonly sums: number;
}

function roomsFor({ exports }: Machine, frame: Frame, costs: Vec, n: number): Rooms {
  const m = costs.length / n;
  const [rows, columns] = [whole(n), whole(m)];
  const plain = frame.room(TABLE);
  const from = putCosts(frame, costs, n);
  const [plan, f, g, a, b, table, out, sums] = [
    rows * columns,
    rows,
    columns,
    rows,
    columns,
    TABLE,
    2 * Math.max(rows, columns),
    columns,
  ].map(count => frame.room(count));
  const job = frame.put(Float64Array.of(from, plan, n, m, f, g, a, b, 0, 1, 0, table, plain, out, sums));
  exports.prepareExponential(plain, 1);
  return { job, plan, f, g, a, b, table, out, sums };
}

/** Where `rate`, `factor` and `least` stand in a description. */
const RATE = 8;

/** Numbers of γ that are used twice while they are in the second-level cache. */
const NEAR = 32768;

/** Numbers of γ from which on two ways through it by all threads are faster than one by one thread. */
const FAR = 400_000;

/**
 * The twin of typescript/gibbs.ts. Its frame is in use as long as it is: nothing else may run on the machine meanwhile.
 */
export function gibbs(machine: Machine, costs: Vec, n: number): Gibbs {
  const { exports } = machine;
  const m = costs.length / n;
  const frame = frameOf(machine);
  const { job, plan, f, g, a, b, table, out, sums } = roomsFor(machine, frame, costs, n);
  const describe = (rate: number, factor: number, least: number): void =>
    frame.write(job + 8 * RATE, Float64Array.of(rate, factor, least));
  const together = (routine: Routine, panels: number, room = 0): void =>
    distribute(machine, frame.next(), { routine, job, panels, room });
  const soft = (routine: "soft-rows" | "soft-columns", count: number, rate: number): Vec => {
    describe(rate, 1, 0);
    together(routine, panelsOf(count), exports.entropicScratchOf(job));
    return frame.take(out, 2 * count);
  };
  /** One way through γ: a group of rows is used for the sums over columns as soon as it has got its own. */
  const nearby = (scaling: Scaling): void => {
    const group = Math.max(1, Math.floor(NEAR / whole(m) / LANES));
    const panels = panelsOf(n);
    for (let from = 0; from < panels; from += group) {
      const to = Math.min(from + group, panels);
      const first = from * LANES;
      runAlone(machine, "apply-rows", job, from, to);
      writeWhole(frame, f + 8 * first, scaling(frame.view(out + 8 * first, Math.min(to * LANES, n) - first), first), 0);
      runAlone(machine, "add-rows", job, from, to);
    }
  };
  /** Two ways through γ, each by all threads. */
  const apart = (scaling: Scaling): void => {
    together("apply-rows", panelsOf(n));
    writeWhole(frame, f, scaling(frame.view(out, n), 0), 0);
    together("apply-columns", panelsOf(m));
  };
  return {
    softRows: (potentials, w, rate) => {
      writeWhole(frame, g, potentials);
      writeWhole(frame, b, w, 0);
      return soft("soft-rows", n, rate);
    },
    softColumns: (potentials, w, rate) => {
      writeWhole(frame, f, potentials);
      writeWhole(frame, a, w, 0);
      return soft("soft-columns", m, rate);
    },
    weigh: scalings => {
      writeWhole(frame, f, scalings.f);
      writeWhole(frame, g, scalings.g);
      writeWhole(frame, a, scalings.a, 0);
      writeWhole(frame, b, scalings.b, 0);
      together("least-slacks", panelsOf(n));
      const least = base(frame.view(out, n).reduce((s, v) => Math.min(s, v), Infinity));
      const factor = exp(-least * scalings.rate);
      exports.prepareExponential(table, factor);
      describe(scalings.rate, factor, least);
      together("fill-plan", panelsOf(n));
      return frame.view(out, n).reduce((s, v) => s + v, 0);
    },
    sweep: (v, scaling) => {
      writeWhole(frame, g, v, 0);
      frame.view(sums, whole(m)).fill(0);
      if (costs.length >= FAR && isHelped(machine)) apart(scaling);
      else nearby(scaling);
      return frame.take(sums, m);
    },
    plan: () => {
      const entries = unwritten(n * m);
      for (let i = 0; i < n; i++) frame.copy(plan + 8 * i * whole(m), m, entries, i * m);
      return entries;
    },
  };
}
