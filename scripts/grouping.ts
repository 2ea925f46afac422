import { sha256 } from "../lib/experiments/archive/hash.js";
import type { PlannedUnit } from "../lib/experiments/archive/work/planned.js";

/** Units that one job of a cluster computes one after the other, and what it asks for. */
export interface Group {
  readonly name: string;
  readonly units: readonly string[];
  readonly threads: number;
  /** Megabytes, and minutes. */
  readonly mem_mb: number;
  readonly runtime: number;
}

/** A job asks for this many times what the plan estimates: other machines are slower, and a queue ends what exceeds. */
const MARGIN = { memory: 1.5, time: 3 } as const;

/** Minutes of a group whose time no pilot could tell. */
const UNKNOWN = 24 * 60;

const runtimeOf = (seconds: number): number =>
  Number.isFinite(seconds) ? 2 + Math.ceil((MARGIN.time * seconds) / 60) : UNKNOWN;

function groupOf(units: readonly PlannedUnit[], threads: number): Group {
  const keys = units.map(({ hash }) => hash);
  const memory = Math.max(...units.map(unit => unit.memory));
  return {
    name: sha256(keys.join("\n")).slice(0, 12),
    units: keys,
    threads,
    mem_mb: Math.ceil((MARGIN.memory * memory) / 1e6),
    runtime: runtimeOf(units.reduce((sum, { seconds }) => sum + seconds, 0)),
  };
}

/** Units in groups of about so many seconds: small ones together, so that no job is shorter than its start. */
export function groupsOf(units: readonly PlannedUnit[], seconds: number, threads: number): readonly Group[] {
  const groups: PlannedUnit[][] = [];
  let filled = Infinity;
  for (const unit of [...units].sort((a, b) => a.memory - b.memory || (a.hash < b.hash ? -1 : 1))) {
    if (filled + unit.seconds > seconds || !Number.isFinite(unit.seconds)) {
      groups.push([]);
      filled = 0;
    }
    groups[groups.length - 1].push(unit);
    filled += unit.seconds;
  }
  return groups.map(group => groupOf(group, threads));
}
