import assert from "node:assert/strict";
import test from "node:test";
import { deserialize, serialize } from "node:v8";
import { normals, stream } from "../../arithmetic/random.js";
import type { Integrator, Keeper, Saved, Solution } from "../../dynamics/integrator.js";
import { words } from "../../dynamics/integrators/index.js";
import { heavyBall } from "../../dynamics/integrators/optimisation/heavy-ball.js";
import { noisyEuler } from "../../dynamics/integrators/stochastic/noisy-euler.js";
import type { IntegratorWord } from "../../dynamics/integrators/word.js";
import { obstacles, solve } from "../../dynamics/solve.js";
import { geometryRefusals, logRefusals } from "../../systems/admissible.js";
import type { Table } from "../../systems/measures/data/table.js";
import type { GradientSystem } from "../../systems/system.js";
import { energiesOn } from "./energies.js";
import { geometriesWith } from "./geometries.js";
import { integratorRefusals } from "./integrators.js";
import { SPACES, type SpaceSample } from "./spaces.js";

interface Case {
  readonly sample: SpaceSample;
  readonly system: GradientSystem;
  /** Integrator -> why it refuses the system, "" if it does not. */
  readonly refusals: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = SPACES.flatMap(sample =>
  energiesOn(sample).flatMap(each =>
    "energy" in each
      ? Object.values(geometriesWith(sample.kernel)).flatMap(geometry => {
          const system = { space: sample.space, energy: each.energy, geometry };
          return geometryRefusals(sample.space, geometry).length + logRefusals(system).length === 0
            ? [{ sample, system, refusals: integratorRefusals(system) }]
            : [];
        })
      : [],
  ),
);

/** Systems that each integrator is tried on: some of those that admit it, spread over the catalogue. */
const MOST = 12;

const STEPS = { steps: 8, records: 4, seed: 3 } as const;

function casesOf({ name, on }: IntegratorWord): readonly Case[] {
  const admitted = cases.filter(
    ({ sample, system, refusals }) =>
      refusals[name] === "" && obstacles({ system, initial: sample.state, end: 0.06 }, on(system), STEPS).length === 0,
  );
  const stride = Math.max(1, Math.floor(admitted.length / MOST));
  return admitted.filter((_, i) => i % stride === 0);
}

/** Ends a run after `step` steps, and gives what was kept of it to the next. */
function interrupted(step: number): { readonly keeper: Keeper; readonly kept: () => Saved } {
  let [count, bytes] = [0, serialize(undefined)];
  const keeper: Keeper = {
    wish: () => (++count === step ? "pause" : "go on"),
    keep: saved => void (bytes = serialize(saved)),
    reason: "as was asked",
  };
  return { keeper, kept: () => deserialize(bytes) as Saved };
}

const ended = ({ status, reason, t, snapshots, final, stochastic, notes }: Solution): unknown => ({
  status,
  reason,
  t,
  snapshots,
  final,
  stochastic,
  notes,
});

/** Ends a run after a step and lets another go on; its solution and that of the run that was not ended. */
function twice(
  { sample, system }: Case,
  integrator: () => Integrator,
  step: number,
): readonly [Solution, Solution] | undefined {
  const problem = { system, initial: sample.state, end: 0.06 };
  const whole = solve(problem, integrator(), STEPS);
  const { keeper, kept } = interrupted(step);
  const first = solve(problem, integrator(), { ...STEPS, keeper });
  if (first.status !== "paused") return undefined; // it failed before that step, and so does the whole
  return [solve(problem, integrator(), { ...STEPS, keeper: { ...keeper, from: kept() } }), whole];
}

for (const word of words)
  test(`${word.name}: a flow that is ended after any step and built again from what was kept goes on with the same bits`, () => {
    const random = stream(5, word.name);
    const tried = casesOf(word);
    assert.ok(tried.length > 0, "the catalogue has a system for every integrator");
    for (const each of tried) {
      const pair = twice(each, () => word.on(each.system), 1 + random.integer(STEPS.steps - 1));
      if (pair) assert.deepEqual(ended(pair[0]), ended(pair[1]), `${each.system.energy.name} on ${each.sample.name}`);
    }
  });

test("noise that is given in a table goes on at the number where it was ended", () => {
  const points = normals(stream(8, "given"), 2 * 20 * STEPS.steps);
  const given = { points, dim: 2 } as Table;
  const integrator = (): Integrator => noisyEuler(0.5, { given });
  const each = cases.find(
    ({ sample, system }) =>
      sample.space.dim === 2 &&
      obstacles({ system, initial: sample.state, end: 0.06 }, integrator(), STEPS).length === 0,
  );
  const [second, whole] = twice(each ?? assert.fail("the catalogue has particles in the plane"), integrator, 5) ?? [];
  assert.deepEqual(second?.final, whole?.final);
});

test("control: what a heavy ball remembers matters, without it the flow that goes on has other bits", () => {
  const { sample, system } = cases.find(
    ({ system: { energy, geometry } }) => energy.value !== undefined && geometry.type !== "spherical",
  )!;
  const problem = { system, initial: sample.state, end: 0.06 };
  const { keeper, kept } = interrupted(5);
  const whole = solve(problem, heavyBall(0.9), STEPS);
  solve(problem, heavyBall(0.9), { ...STEPS, keeper });
  const saved = kept();
  const forgotten = { ...saved, memory: saved.memory.map(() => new Float64Array(system.space.size)) };
  const second = solve(problem, heavyBall(0.9), { ...STEPS, keeper: { ...keeper, from: forgotten } });
  assert.notDeepEqual(second.final, whole.final);
});
