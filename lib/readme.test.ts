import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lint, svgOf } from "./display/render/index.js";
import type { PlotlyFigure } from "./display/figures/plotly-figure.js";
import { assemble } from "./experiments/language/assemble.js";
import { judge } from "./experiments/language/claims.js";
import { checkExperiment } from "./experiments/language/validate.js";
import type { Experiment } from "./experiments/language/types.generated.js";
import { unitKey, unitsOf } from "./experiments/language/units.js";
import { bare } from "./experiments/tasks/fixtures.js";
import { runTask } from "./experiments/tasks/index.js";
import type { Solution } from "./dynamics/integrator.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The first fenced block of a language that contains a text. */
function block(language: string, text: string): string {
  const found = readme.split("```").find(part => part.startsWith(`${language}\n`) && part.includes(text));
  return (found ?? assert.fail(`the README has no ${language} block with ${text}`)).slice(language.length + 1);
}

interface Shown {
  readonly solution: Solution;
  readonly figure: PlotlyFigure;
  readonly system: { readonly energy: { value(u: Float64Array): number } };
  readonly start: Float64Array;
}

test("the README's ten lines run: ½MMD² falls by 20, and the picture has no flaw of layout", async () => {
  const code = block("ts", 'from "gradient-flows"').replaceAll(
    '"gradient-flows"',
    JSON.stringify(new URL("./index.js", import.meta.url).href),
  );
  const shown = (await import(
    `data:text/javascript,${encodeURIComponent(`${code}\nexport { figure, solution, start, system };`)}`
  )) as Shown;
  const { solution, system, start, figure } = shown;
  const { width, height } = figure.layout as { readonly width: number; readonly height: number };
  assert.equal(solution.status, "completed");
  assert.ok(system.energy.value(solution.final) < 0.05 * system.energy.value(start));
  assert.deepEqual(lint(await svgOf(figure), width, height), []);
});

test("the README's own spec is right, and its claim holds", () => {
  const spec = JSON.parse(block("json", '"my-flow"')) as Experiment;
  assert.deepEqual(checkExperiment(spec, { file: "my-flow.json", statements: spec.illustrates }), []);
  const runs = assemble(spec, new Map(unitsOf(spec).map(unit => [unitKey(unit), runTask(unit.task, bare)])));
  assert.ok(judge(spec, runs).every(({ holds }) => holds));
});

test("the README opens with the two commands, and names every command of `flows`", () => {
  assert.ok(readme.indexOf("npm run reproduce") < 1200 && readme.indexOf("npm test") < 1200);
  for (const command of [
    "run",
    "reproduce",
    "verify",
    "check",
    "list",
    "coverage",
    "claims",
    "why",
    "figure",
    "catalogue",
    "new",
    "notebook run",
    "kernel install",
  ])
    assert.match(readme, new RegExp(`\`${command}\\b`), command);
});
