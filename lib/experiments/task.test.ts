import assert from "node:assert/strict";
import { test } from "node:test";
import { computeDistance, distance } from "../dynamics/distances/index.js";
import { drawFlows } from "../display/draw.js";
import { drawFigure } from "../display/figures/index.js";
import { isRefusal, reasonOf } from "../arithmetic/refusal.js";
import { generate, type Generator } from "../systems/measures/data/index.js";
import { type Ball, worstCase } from "../systems/robust/index.js";
import { gaussian } from "../systems/spaces/gaussian.js";
import type { Draft } from "./check.js";
import { check, run } from "./index.js";
import type { FlowRun } from "./language/types.generated.js";
import { runTask } from "./task.js";
import type { ResolvedRun } from "./tasks/task.js";
import { small } from "./tasks/fixtures.js";

const flow: FlowRun = {
  ...small,
  record: { F: { name: "energy" }, d: { name: "distance", metric: { name: "tv" }, to: { name: "uniform" } } },
};

const context = { seed: 1, readFile: () => new Uint8Array(), progress: () => undefined };

function refusalOf(f: () => unknown): string {
  try {
    f();
  } catch (error) {
    assert.ok(isRefusal(error), (error as Error).stack);
    return reasonOf(error);
  }
  return assert.fail("not refused");
}

type Json = Readonly<Record<string, unknown>>;

/** The task with one of its words spelled otherwise, for every word in it, and where. */
function misspelled(part: unknown, word: string): readonly { readonly pointer: string; readonly part: unknown }[] {
  if (part === null || typeof part !== "object" || Array.isArray(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "name" || key === "task"
      ? [{ pointer: `/${key}`, part: { ...part, [key]: word } }]
      : misspelled(value, word).map(inner => ({
          pointer: `/${key}${inner.pointer}`,
          part: { ...part, [key]: inner.part },
        })),
  );
}

test("an unknown word anywhere is refused by `runTask` with the checker's sentence", () => {
  assert.equal(runTask(flow, context).status, "completed");
  const places = new Set<string>();
  for (const word of ["helinger", "constructor", "toString", "__proto__"])
    for (const { pointer, part } of misspelled(flow, word)) {
      places.add(pointer);
      const problems = check({ runs: { run: part as Json } } as Draft);
      const expected = problems.find(problem => problem.pointer === `/runs/run${pointer}`);
      assert.ok(expected, `${pointer} ${word}`);
      const said = refusalOf(() => runTask(part as unknown as ResolvedRun, context));
      assert.ok(said.includes(`${pointer} ${expected.message}`), `${said} instead of ${expected.message}`);
      assert.match(said, new RegExp(`"${word}" is none of: .+`));
    }
  assert.deepEqual(
    [...places],
    [
      "/task",
      "/space/name",
      "/initial/name",
      "/energy/name",
      "/energy/target/name",
      "/geometry/name",
      "/integrator/name",
      "/record/F/name",
      "/record/d/name",
      "/record/d/metric/name",
      "/record/d/to/name",
    ],
  );
});

for (const value of [null, {}, 3, { task: "same-as", run: "x", but: {} }, { ...flow, integrator: undefined }])
  test(`no run at all is refused, not an exception of the program: ${JSON.stringify(value)?.slice(0, 40)}`, () =>
    void refusalOf(() => runTask(value as unknown as ResolvedRun, context)));

const gaussians = { space: gaussian(1), mu: Float64Array.of(0, 1), nu: Float64Array.of(3, 4) };
const exact = { name: "exact" } as const;
const wasserstein = { name: "wasserstein", order: 2 } as const;
const nominal = { points: Float64Array.of(1, 2), dim: 1, masses: Float64Array.of(0.5, 0.5) };

const result = run({ runs: { flow } } as Draft);
const withFigure = { ...result, spec: { ...result.spec, figures: { a: { name: "dekay" } } } };

/** Every exported function that takes a word from code, with a word that there is not. */
const OTHERS: Readonly<Record<string, (word: string) => unknown>> = {
  "computeDistance, metric": name => computeDistance(gaussians, { ...wasserstein, name } as never, exact),
  "computeDistance, method": name => computeDistance(gaussians, wasserstein, { name } as never),
  distance: name => distance({ name } as never, gaussians.space, gaussians.mu, gaussians.nu),
  generate: name => generate(name as Generator, { n: 1, d: 2, noise: 1, shift: 0, seed: 1 }),
  worstCase: name => worstCase(Float64Array.of(1, 2), nominal, { name, radius: 1 } as unknown as Ball),
  drawFigure: name =>
    drawFigure({ ...withFigure, spec: { ...withFigure.spec, figures: { a: { name } } } } as never, "a", "light"),
  "drawFigure, mode": name => drawFigure(result, Object.keys(result.spec.figures)[0], name as never),
  drawFlows: name => drawFlows({}, { name, title: "x", series: [] } as never),
};

for (const [where, call] of Object.entries(OTHERS))
  test(`an unknown word in code is refused with all that are known: ${where}`, () => {
    for (const word of ["waserstein", "constructor"])
      assert.match(
        refusalOf(() => call(word)),
        new RegExp(`"${word}" is none of: \\w|is not computed by \`${word}\`: take \\w`),
      );
  });
