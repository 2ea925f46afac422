import { inLetters } from "../../lib/display/figures/plain-text.js";
import { type Held, heldOver } from "../../lib/experiments/language/margins.js";
import { reseed } from "../../lib/experiments/language/reseed.js";
import { textTable } from "../../lib/display/tables/table.js";
import type { ClaimResult } from "../../lib/experiments/language/result.js";
import { EXIT, type ExitCode } from "../command.js";
import { type CheckedSpec, currentCode, prepareAll } from "../specs.js";
import { note, print } from "../terminal/print.js";
import { type Computation, compute } from "./compute.js";

const percent = (margin: number): string =>
  Number.isFinite(margin) ? `${Number((100 * margin).toPrecision(3))} %` : margin > 0 ? "" : "no number";

const row = ({ name, control, held, of, margin, worst, same }: Held): readonly string[] => [
  held === of ? "✓" : "✗",
  control ? `${name} (control)` : name,
  `${held} of ${of}`,
  percent(margin),
  same ? "all the same" : `repetition ${worst}`,
];

/** The claims of one experiment over its repetitions. */
function report(title: string, held: readonly Held[]): void {
  print(
    `${inLetters(title)}\n\n${textTable({ columns: ["", "claim", "holds", "least margin", "in"], rows: held.map(row) })}`,
  );
  if (held.every(({ same }) => same))
    note("nothing random touches these claims: all repetitions have the same numbers");
}

/**
 * Repeats experiments with other seeds and random states, and says which claims hold how often, and with what margin;
 * writes no results. The repetitions of an experiment are numbered from 1; `reseed` says what their seeds are.
 */
export async function runReseeded(
  specs: readonly CheckedSpec[],
  repetitions: number,
  computation: Omit<Computation, "experiments">,
): Promise<ExitCode> {
  let failed = false;
  for (const { spec, ...file } of specs) {
    const others = Array.from({ length: repetitions }, (_, i) => ({ ...file, spec: reseed(spec, i + 1) }));
    const prepared = prepareAll(computation.project, others, currentCode());
    const results = new Map<unknown, readonly ClaimResult[]>();
    const code = await compute({ ...computation, experiments: prepared }, (experiment, { claims }) => {
      results.set(experiment, claims);
      return Promise.resolve(EXIT.done);
    });
    if (code !== EXIT.done) return code;
    const held = heldOver(prepared.map(experiment => results.get(experiment)!));
    report(spec.title, held);
    failed ||= held.some(each => each.held < each.of);
  }
  return failed ? EXIT.failed : EXIT.done;
}
