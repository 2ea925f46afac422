import assert from "node:assert/strict";
import test from "node:test";
import { admitted, refused } from "../arithmetic/admission.js";
import { refuse } from "../arithmetic/refusal.js";
import { vector } from "../arithmetic/named-arrays.js";
import type { Vec } from "../arithmetic/vec.js";
import { fill, vec } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { phiDivergenceTo } from "../systems/energies/phi.js";
import { scaled, sum } from "../systems/geometries/combinators.js";
import { hellinger, mmd, wasserstein } from "../systems/geometries/named.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { finiteSet } from "../systems/spaces/finite-set.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import type { Integrator, Problem } from "./integrator.js";
import { adaptive } from "./integrators/explicit/adaptive.js";
import { exact } from "./integrators/exact.js";
import { exponential } from "./integrators/explicit/exponential.js";
import { guarded } from "./integrators/guard.js";
import { langevin } from "./integrators/stochastic/langevin.js";
import { explicitEuler, rk4 } from "./integrators/explicit/runge-kutta.js";
import { splitting } from "./integrators/splitting.js";
import { mass } from "./recorders/masses.js";
import { named, type Recorder } from "./recorders/recorder.js";
import { solve } from "./solve.js";

const set = finiteSet({ n: 4, points: vec(0, 0.7, 1.4, 2.1) });
const pi = fill(4, 0.25);
const u0 = vec(0.03, 0.03, 0.9, 0.04);
const system: GradientSystem = { space: set, energy: phiDivergenceTo(1, pi), geometry: hellinger };
const problem: Problem = { system, initial: u0, start: 0.5, end: 1.7 };
const cloud = particles({ n: 1, dim: 1 });
/** ẋ = 4x³: x(t)^{-2} = x_0^{-2} - 8t, so from x_0 = 1 it blows up at t = 1/8. */
const explosion: Problem = {
  system: {
    space: cloud,
    energy: freeEnergy(
      cloud,
      { value: x => -x[0] * x[0] * x[0] * x[0], gradient: x => vec(-4 * x[0] * x[0] * x[0]) },
      0,
    ),
    geometry: wasserstein,
  },
  initial: vec(1, 1),
  end: 1,
};

test("t_k = start + k·dt: states and recorders at records + 1 equally spaced times, for any steps", () => {
  for (const steps of [6, 12]) {
    const seen: number[] = [];
    const record: Recorder[] = [
      { name: "time", dims: {}, at: (_s, point) => point.t },
      { name: "state", dims: { node: 4 }, at: (_s, { u }) => u },
      named("total", mass),
    ];
    const { t, series, snapshots, final, status, reason } = solve(problem, exact, {
      steps,
      records: 3,
      record,
      progress: f => seen.push(f),
    });
    assert.deepEqual(
      [...t].map(x => x.toFixed(12)),
      ["0.500000000000", "0.900000000000", "1.300000000000", "1.700000000000"],
    );
    assert.deepEqual(series.time, vector("t", t));
    assert.deepEqual(
      [series.state.dims, series.state.shape],
      [
        ["t", "node"],
        [4, 4],
      ],
    );
    assert.ok(series.total.data.every((m, k) => m === snapshots[k].reduce((a, b) => a + b, 0)));
    assert.deepEqual(
      [...series.state.data],
      snapshots.flatMap(u => [...u]),
    );
    assert.equal(snapshots[3], final);
    assert.deepEqual(seen, [1 / 3, 2 / 3, 1]);
    assert.deepEqual([status, reason, t[3]], ["completed", "reached t = 1.7", 1.7]);
  }
});

test("a stop rule ends the run with its sentence and the state it saw", () => {
  const { status, reason, final } = solve(problem, exact, {
    steps: 12,
    stop: (_t, u) => (u[2] < 0.6 ? "mass 2 is below 0.6" : ""),
  });
  assert.equal(status, "stopped");
  assert.match(reason, /^at t = \d\.\d+: mass 2 is below 0\.6$/);
  assert.ok(final[2] < 0.6);
});

test("a solution that blows up at t = 1/8 is a status with time, quantity and advice, its records end before", () => {
  const euler = solve(explosion, explicitEuler, { steps: 50 });
  const careful = solve(explosion, adaptive(1e-8), { steps: 50 });
  assert.equal(euler.status, "diverged");
  assert.match(euler.reason, /component 0 of the state is .*take more steps/);
  assert.ok(euler.snapshots.every(u => u.every(Number.isFinite)) && euler.final.every(Number.isFinite));
  assert.equal(careful.status, "step-underflow");
  assert.equal(Number(/t = (0\.\d{3})/.exec(careful.reason.slice(careful.reason.indexOf(": ")))?.[1]), 0.125);
  assert.equal(careful.t[careful.t.length - 1], 0.12);
});

test("the cone: χ² in the MMD geometry leaves it, KL is pushed back ((K^{-1})_ii > 0), coarse RK4 jumps", () => {
  const run = (p: number, integrator: typeof rk4, steps: number) =>
    solve(
      { system: { space: set, energy: phiDivergenceTo(p, pi), geometry: mmd(gaussianKernel(1)) }, initial: u0, end: 1 },
      integrator,
      { steps, records: 1, cone: "watch" },
    );
  assert.equal(run(2, rk4, 10000).status, "left-the-cone");
  assert.match(run(2, rk4, 10000).reason, /mass \d is -/);
  const inLogarithms = run(1, exponential(4), 10000);
  const plain = run(1, rk4, 10000);
  assert.equal(inLogarithms.status, "completed");
  assert.ok(inLogarithms.final.every((m, i) => Math.abs(m - plain.final[i]) < 1e-6));
  assert.notEqual(run(1, rk4, 50).status, "completed");
});

test("negative masses are watched where the state is a weight, and are states of the MMD geometry", () => {
  assert.throws(
    () => solve({ ...problem, initial: vec(-0.1, 0.4, 0.4, 0.3) }, rk4, { steps: 1 }),
    /no state of this geometry: mass 0 is -0\.1/,
  );
  const signed = {
    system: { space: set, energy: phiDivergenceTo(2, pi), geometry: mmd(gaussianKernel(1)) },
    initial: vec(-0.1, 0.4, 0.4, 0.3),
    end: 1e-3,
  };
  assert.equal(solve(signed, rk4, { steps: 10 }).status, "completed");
});

test("everything that is wrong is refused at once, before the first step", () => {
  assert.throws(
    () => solve({ ...problem, initial: vec(1) }, langevin, { steps: 2.5, records: 3 }),
    /langevin: .*steps is 2\.5.*do not divide.*length 1, not 4/s,
  );
});

test("a state refused in the middle of a run ends it; a mistake in the program does not hide as one", () => {
  const coincident = guarded(system, () => refuse("two particles coincide"), true)(u0, 0);
  assert.deepEqual(coincident, { status: "diverged", reason: "two particles coincide" });
  assert.throws(
    () =>
      guarded(
        system,
        () => {
          throw new TypeError("bug");
        },
        true,
      )(u0, 0),
    TypeError,
  );
});

test("the same seed gives the same bits, another seed other ones", () => {
  const many = particles({ n: 5, dim: 2 });
  const V = { value: () => 0, gradient: (x: Vec) => x };
  const run = (seed: number): Vec =>
    solve(
      {
        system: { space: many, energy: freeEnergy(many, V, 1), geometry: wasserstein },
        initial: fill(15, 0.2),
        end: 1,
      },
      langevin,
      { steps: 20, seed },
    ).final;
  assert.deepEqual(run(7), run(7));
  assert.notDeepEqual(run(7), run(8));
});

test("what an integrator notes in a step reaches the solution, through splitting too; the last word on a subject stays", () => {
  const noting = (subject: string): Integrator => ({
    ...rk4,
    admit: part => {
      const { prepared, reasons } = rk4.admit(part);
      if (!prepared) return refused(...reasons);
      return admitted((dt, rng, note, memory) => {
        const step = prepared(dt, rng, note, memory);
        return (u, t) => {
          note(subject, `stepped from t = ${t}`);
          return step(u, t);
        };
      });
    },
  });
  const geometry = sum(hellinger, scaled(0.5, hellinger));
  const split = splitting("lie", [noting("first"), noting("second")]);
  const { notes } = solve({ system: { ...system, geometry }, initial: u0, end: 1 }, split, { steps: 2 });
  assert.deepEqual(notes, { first: "stepped from t = 0.5", second: "stepped from t = 0.5" });
});
