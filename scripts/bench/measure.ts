import { performance } from "node:perf_hooks";
import type { Clock, Contender, Name, Routine, Row, Size, Timed, Times, Unit } from "./contender.js";

/** Operations that a time in this unit is divided by, and units per second. */
const perSecond: { readonly [U in Unit]: (size: Size) => number } = {
  "ns/pair": ({ n }) => 1e9 / (n * n),
  "ns/point": ({ n }) => 1e9 / n,
  ms: () => 1e3,
};

/** The minimum of more rounds changes by less than a per cent. */
const ROUNDS = 40;
/** Fewer rounds than this say little: for them a row may take so many times its share. */
const LEAST = 4;
const PATIENCE = 3;

interface Started {
  readonly name: Name;
  readonly run: Timed;
  readonly seconds: number[];
}

async function start({ name, prepare }: Contender, routine: Routine, size: Size): Promise<readonly Started[]> {
  const run = await prepare(routine, size);
  return run ? [{ name, run, seconds: [] }] : [];
}

/** About how many seconds a row may take, and how they are counted. */
export interface Effort {
  readonly seconds: number;
  readonly clock: Clock;
}

/**
 * Contenders take turns, so that a busy minute of the machine hits all of them; the first round warms up where there is
 * time for another.
 */
async function takeTurns(started: readonly Started[], { seconds: budget, clock }: Effort): Promise<void> {
  const begin = performance.now();
  for (let round = 1; round <= ROUNDS; round++) {
    for (const { run, seconds } of started) seconds.push(await run(clock));
    const spent = (performance.now() - begin) / 1e3;
    if (spent + spent / round > (round < LEAST ? PATIENCE : 1) * budget) return;
  }
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** Three digits and the sign of the unit are all that a time is worth. */
const rounded = (value: number): number => Number(value.toPrecision(4));

function timesOf(started: readonly Started[], unit: number, statistic: (seconds: readonly number[]) => number): Times {
  return Object.fromEntries(started.map(({ name, seconds }) => [name, rounded(unit * statistic(seconds))]));
}

/** One row: interleaved repeats, at least one of each contender. */
export async function measure(
  routine: Routine,
  size: Size,
  contenders: readonly Contender[],
  effort: Effort,
): Promise<Row> {
  const started: Started[] = [];
  for (const contender of contenders) started.push(...(await start(contender, routine, size)));
  await takeTurns(started, effort);
  const ended = started.filter(({ seconds }) => seconds.every(Number.isFinite));
  const unit = perSecond[routine.unit](size);
  const settled = ended.map(s => ({ ...s, seconds: s.seconds.slice(s.seconds.length > 2 ? 1 : 0) }));
  return {
    routine: routine.name,
    ...size,
    unit: routine.unit,
    best: timesOf(settled, unit, seconds => Math.min(...seconds)),
    median: timesOf(settled, unit, middle),
  };
}
