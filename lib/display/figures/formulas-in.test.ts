import assert from "node:assert/strict";
import test from "node:test";
import { evaluate } from "../../experiments/language/formula/evaluate.js";
import type { ExperimentResult } from "../../experiments/language/result.js";
import { fixtures } from "./fixtures/all.js";
import { formulasIn } from "./formulas-in.js";
import { drawFigure } from "./index.js";

interface Series {
  readonly of: string;
}
const isSeries = (part: unknown): part is readonly Series[] =>
  Array.isArray(part) &&
  part.length > 0 &&
  part.every(entry => typeof (entry as Partial<Series> | null)?.of === "string");

/** A figure with a closed form of t alone before and after the curves of each of its lists. */
const withBareTime = (figure: object): object =>
  Object.fromEntries(
    Object.entries(figure).map(([key, part]: [string, unknown]) => [
      key,
      isSeries(part)
        ? [{ ...part[0], of: "exp(-t)", label: "before" }, ...part, { ...part[0], of: "1 + 0*t", label: "after" }]
        : part,
    ]),
  );

/** Whether some formula of a figure runs along t. */
const isTimed = (figure: object, result: ExperimentResult): boolean =>
  formulasIn(figure).some(formula => {
    try {
      return evaluate(formula, result).dims.includes("t");
    } catch {
      return false;
    }
  });

test("B1, C2: a closed form of t has the recorded times of the formulas beside it, in any list", () => {
  let drawn = 0;
  for (const result of fixtures())
    for (const [name, figure] of Object.entries(result.spec.figures)) {
      if (figure === undefined) continue;
      const changed = withBareTime(figure);
      if (JSON.stringify(changed) === JSON.stringify(figure) || !isTimed(figure, result)) continue;
      const spec = { ...result.spec, figures: { ...result.spec.figures, [name]: changed } } as ExperimentResult["spec"];
      try {
        drawFigure({ ...result, spec }, name, "light");
        drawn++;
      } catch (error) {
        assert.doesNotMatch((error as Error).message, /needs recorded times|internal/, `${figure.name} ${name}`);
      }
    }
  assert.ok(drawn >= 6, `${drawn} figures`);
});
