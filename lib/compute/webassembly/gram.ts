import type { Vec } from "../../arithmetic/vec.js";
import { unwritten } from "../host.js";
import { mirror } from "../typescript/mirror.js";
import { distribute } from "./distribute.js";
import { type Frame, frameOf } from "./frame.js";
import { LANES, type Pairs, putJob } from "./job.js";
import type { Machine } from "./machine.js";

/** Numbers of a Gram matrix that are computed before they are copied: they stay in the second-level cache. */
const PART = 65536;

/** Some rows of the matrix, from a column on; in memory they are whole panels long. */
interface Part {
  readonly first: number;
  readonly count: number;
  readonly column: number;
  readonly columns: number;
  readonly stride: number;
}

/** The parts one after the other; where both clouds are one, each begins at the diagonal. */
function* partsOf(n: number, m: number, symmetric: "symmetric" | "any"): Generator<Part> {
  for (let first = 0, count = 0; first < n; first += count) {
    const column = symmetric === "symmetric" ? first : 0;
    const columns = m - column;
    const stride = Math.ceil(columns / LANES) * LANES;
    count = Math.min(Math.max(1, Math.floor(PART / stride)), n - first);
    yield { first, count, column, columns, stride };
  }
}

/** Where `out` stands in a description. */
const OUT = 8;

/** Writes where the points of a part, and its values, are into the description of a job: x, n, y, m and out. */
function describe(
  frame: Frame,
  job: number,
  [x, y]: readonly [number, number],
  width: number,
  part: Part,
  out: number,
): void {
  const { first, count, column, columns } = part;
  frame.write(job, Float64Array.of(x + 8 * first * width, count, y + 8 * column * width, columns));
  frame.write(job + 8 * OUT, Float64Array.of(out));
}

/** The values of all pairs, n × m, by groups of rows: while one is computed, the one before is copied. */
export function gramOf(machine: Machine, pairs: Pairs): Vec {
  const { x, y, width } = pairs;
  const n = x.length / width;
  const m = y.length / width;
  const out = unwritten(n * m);
  const frame = frameOf(machine);
  const size = Math.max(PART, Math.ceil(m / LANES) * LANES);
  const rooms = [frame.room(size), frame.room(size)];
  const job = putJob(machine.exports, frame, pairs, { of: "columns", w: [], columns: 0, sums: 0 }, 0);
  const [fromX, , fromY] = frame.view(job, 3);
  const room = machine.exports.scratchOf(job);
  const work = frame.next();
  const copy = ({ first, count, column, columns, stride }: Part, from: number): void => {
    for (let k = 0; k < count; k++) work.copy(from + 8 * k * stride, columns, out, (first + k) * m + column);
    if (x === y) mirror(out, n, first, first + count);
  };
  let last = (): void => undefined;
  let k = 0;
  for (const part of partsOf(n, m, x === y ? "symmetric" : "any")) {
    const to = rooms[k++ % 2];
    describe(frame, job, [fromX, fromY], width, part, to);
    distribute(machine, work.next(), {
      routine: "gram",
      job,
      panels: Math.ceil(part.columns / LANES),
      room,
      meanwhile: last,
    });
    last = () => copy(part, to);
  }
  last();
  return out;
}
