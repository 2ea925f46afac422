import { requireMethod, TOLERANCE } from "../../../compute/index.js";
import type { Memory } from "../../../arithmetic/memory.js";
import type { Note } from "../../../arithmetic/notes.js";
import type { Summation, SummationMethod, SummationRecord } from "../../../compute/kernel-form.js";
import type { FlowRun } from "../types.generated.js";

type SummationSpec = NonNullable<FlowRun["summation"]>;

function methodOf(spec: SummationSpec): SummationMethod {
  if (spec === "direct") return { name: "direct" };
  if (spec === "auto") return { name: "auto", tolerance: TOLERANCE };
  return requireMethod(
    spec.name === "fast"
      ? { name: "fast", tolerance: spec.tolerance ?? TOLERANCE }
      : { name: "sliced", directions: spec.directions, seed: spec.seed ?? 1 },
  );
}

const METHODS: { readonly [M in SummationRecord["method"]]: string } = {
  sorted: "by sorting on the line",
  fourier: "by non-uniform Fourier transforms",
  sliced: "a Monte Carlo estimate from random lines",
};

/** A number with two digits, as "3.1e-12". */
const short = (x: number): string => x.toExponential(1);

/**
 * The summation of a run. It notes which sums were not direct, how many, and the largest error at the targets that were
 * verified.
 */
export function buildSummation(spec: SummationSpec, note: Note, memory: Memory): Summation {
  const sums = memory.cell<{ readonly count: Record<string, number>; readonly worst: Record<string, number> }>({
    count: {},
    worst: {},
  });
  const report = ({ method, error }: SummationRecord): void => {
    const { count, worst } = sums.value;
    count[method] = (count[method] ?? 0) + 1;
    worst[method] = Math.max(worst[method] ?? 0, error);
    const said = (name: SummationRecord["method"]): string =>
      `${count[name]} sums ${METHODS[name]}, error at verified targets at most ${short(worst[name])} of the ` +
      "largest value";
    note(
      "summation",
      (Object.keys(METHODS) as SummationRecord["method"][])
        .filter(name => name in count)
        .map(said)
        .join("; "),
    );
  };
  return { method: methodOf(spec), report };
}
