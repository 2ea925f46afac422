import { axesOf, labelsOf, sizeOf } from "../axes.js";
import { strides } from "../formula/field.js";
import type { RunArchive } from "../result.js";
import type { EndsClaim, Experiment } from "../types.generated.js";
import type { Verdict } from "./worst.js";

/** The labels of one point of a run, counted row-major over its axes. */
export function pointLabels(archive: RunArchive, k: number, spec: Experiment): Readonly<Record<string, string>> {
  const axes = archive.axes.map(name => axesOf(spec)[name]);
  const step = strides(axes.map(sizeOf));
  return Object.fromEntries(
    archive.axes.map((name, d) => [name, labelsOf(axes[d])[Math.floor(k / step[d]) % sizeOf(axes[d])]]),
  );
}

/** Every point of the run ends with the status; the deviation is the number of points that do not. */
export function ends(claim: EndsClaim, archive: RunArchive, spec: Experiment): Verdict {
  const others = [...archive.status.keys()].filter(k => archive.status[k].status !== claim.status);
  const shown = others[0] ?? 0;
  return {
    satisfied: others.length === 0,
    finite: true,
    measured: archive.status[shown].status,
    expected: claim.status,
    tolerance: 0,
    deviation: others.length,
    at: pointLabels(archive, shown, spec),
  };
}
