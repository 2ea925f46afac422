import assert from "node:assert/strict";
import { test } from "node:test";
import { reasonsAgainst } from "../../arithmetic/admission.js";
import { cos, exp, pow, sin, square } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, dot, vec } from "../../arithmetic/vectors.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import { potentialEnergy } from "../../systems/energies/free-energy.js";
import { spherical } from "../../systems/geometries/combinators.js";
import { hellinger, wasserstein } from "../../systems/geometries/named.js";
import type { Potential } from "../../systems/measures/cloud.js";
import { diagonalQuadratic, doubleWell, logSumExp, quadratic, rosenbrock } from "../../systems/measures/potentials.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { particles } from "../../systems/spaces/particles.js";
import type { GradientSystem } from "../../systems/system.js";
import type { Integrator, Solution, SolveOptions } from "../integrator.js";
import { stepsUntil } from "../recorders/steps-until.js";
import { solve } from "../solve.js";
import { nesterov } from "./optimisation/nesterov.js";
import { newtonFlow } from "./optimisation/newton-flow.js";
import { rattle } from "./optimisation/rattle.js";
import { rescaledGradient } from "./optimisation/rescaled-gradient.js";
import { explicitEuler } from "./explicit/runge-kutta.js";
import { signedGradient } from "./optimisation/signed-gradient.js";
import { sphereGradient } from "./optimisation/sphere-gradient.js";

/** Points of equal mass that fall in V. */
function falling(V: Potential, dim: number, ...points: number[]): { system: GradientSystem; initial: Vec } {
  const n = points.length / dim;
  const space = particles({ n, dim });
  const system = { space, energy: potentialEnergy(space, V), geometry: wasserstein };
  return { system, initial: concat(vec(...points), vec(...Array<number>(n).fill(1 / n))) };
}

const after = (
  start: ReturnType<typeof falling>,
  integrator: Integrator,
  end: number,
  steps: number,
  more: Partial<SolveOptions> = {},
): Solution => solve({ ...start, end }, integrator, { steps, ...more });

test("∇V and H of every potential with second derivatives, by central differences, 1e-6", () => {
  const rows = normals(stream(1, "rows"), 10);
  for (const V of [
    rosenbrock(7),
    diagonalQuadratic(vec(1, 3)),
    logSumExp(rows, 2),
    quadratic(vec(2, 0.3, 0.3, 1), vec(0, 1)),
  ]) {
    const x = vec(0.4, -0.7);
    const moved = (i: number, s: number): Vec => x.map((value, j) => (j === i ? value + s : value));
    for (const i of [0, 1]) {
      const slope = (V.value(moved(i, 1e-5)) - V.value(moved(i, -1e-5))) / 2e-5;
      assert.ok(Math.abs(slope - V.gradient(x)[i]) < 1e-6);
      const below = V.gradient(moved(i, -1e-5));
      const column = V.gradient(moved(i, 1e-5)).map((g, j) => (g - below[j]) / 2e-5);
      for (const j of [0, 1]) assert.ok(Math.abs(column[j] - V.hessian!(x)[2 * j + i]) < 1e-6);
    }
  }
});

test("F-7: the rescaled and the signed flow of μx²/2 settle: |x_t|^{1-κ} = |x_0|^{1-κ} - (1-κ) c μ^κ t, to the order dt", () => {
  const kappa = 1 / 3;
  const bowl = falling(diagonalQuadratic(vec(3)), 1, -1.5);
  for (const method of [rescaledGradient(4, 0.7), signedGradient(4, 0.7)]) {
    const exact = pow(pow(1.5, 2 / 3) - (2 / 3) * 0.7 * pow(3, kappa) * 1.2, 1.5);
    const errors = [1000, 2000].map(steps => -after(bowl, method, 1.2, steps).final[0] - exact);
    assert.ok(Math.abs(errors[0] / errors[1] - 2) < 0.02, `${errors.join()}`);
    assert.ok(Math.abs(errors[0]) < 1e-3);
  }
});

test("F-7: Euler steps of both end in the cycle ±(h c μ^κ/2)^{1/(1-κ)}", () => {
  const bowl = falling(diagonalQuadratic(vec(3)), 1, -1.5);
  const h = 0.01;
  const floor = pow((h * 0.7 * pow(3, 1 / 3)) / 2, 1.5);
  for (const method of [rescaledGradient(4, 0.7), signedGradient(4, 0.7)])
    assert.ok(Math.abs(Math.abs(after(bowl, method, 6, 600).final[0]) / floor - 1) < 1e-12);
});

test("the rescaled flow of any gradient system is its flow in another clock: KL of births and deaths falls faster near 0", () => {
  const set = finiteSet({ n: 3, points: vec(0, 1, 2) });
  const system = { space: set, energy: phiDivergenceTo(1, vec(0.2, 0.3, 0.5)), geometry: spherical(hellinger) };
  const problem = { system, initial: vec(0.6, 0.3, 0.1), end: 3 };
  const [plain, rescaled] = [explicitEuler, rescaledGradient(3, 1)].map(method =>
    system.energy.value(solve(problem, method, { steps: 3000 }).final),
  );
  // KL ~ |∂F|²/2: e^{-2t} of KL_0 against (√(2 KL_0)^{1/2} - t/2)⁴, which is 0 before t = 2 √1.1
  assert.ok(plain > 1e-3 * system.energy.value(problem.initial) && rescaled < 1e-6, `${plain} ${rescaled}`);
});

test("F-7: the prescribed-time Newton flow: |∇V(x_t)|^r = |∇V(x_0)|^r (1 - t/T) from every start", () => {
  const V = logSumExp(vec(1, 0.3, -0.2, 0.9, 0.5, -1), 2);
  for (const [x, y] of [
    [0.4, 0.1],
    [-1.5, 1],
  ])
    for (const exponent of [0.5, 1]) {
      const start = falling(V, 2, x, y);
      const size = (u: Vec): number => pow(dot(V.gradient(u), V.gradient(u)), exponent / 2);
      const { final } = after(start, newtonFlow({ time: 2, exponent }), 1, 4000);
      const ratio = size(final.subarray(0, 2)) / size(vec(x, y));
      assert.ok(Math.abs(ratio - 0.5) < 1e-3, `${ratio}`);
    }
});

test("Newton's method (dt = 1) finds the minimum of a quadratic in one step; it refuses a potential without H", () => {
  const V = quadratic(vec(2, 0.5, 0.5, 1), vec(0.3, -1));
  const { final } = after(falling(V, 2, 7, -3), newtonFlow(), 1, 1);
  assert.ok(Math.abs(final[0] - 0.3) + Math.abs(final[1] + 1) < 1e-13);
  assert.match(reasonsAgainst(newtonFlow(), falling(doubleWell(1), 1, 0.2).system).join(), /second derivatives/);
});

test("Nesterov: V(x_k) ≤ 2|x_0|²/(dt (k+1)²) for dt ≤ 1/L, by far below that of Euler steps at L = 1, μ = 10⁻⁴", () => {
  const start = falling(diagonalQuadratic(vec(1, 1e-4)), 2, 1, 1);
  const value = (integrator: Integrator, k: number): number => {
    const { final } = after(start, integrator, k, k);
    return start.system.energy.value(final);
  };
  for (const k of [10, 100, 400]) assert.ok(value(nesterov, k) <= 4 / square(k + 1));
  assert.ok(value(nesterov, 400) < 0.1 * value(explicitEuler, 400));
});

test("steps-until counts the first k with F ≤ bound, however few states are recorded", () => {
  const start = falling(diagonalQuadratic(vec(1)), 1, 1);
  // x_k = 0.9^k, F = 0.9^{2k}/2 ≤ 1e-3 from k = 30 on
  const few = after(start, explicitEuler, 10, 100, { records: 2, record: [stepsUntil(1e-3)] });
  assert.deepEqual([...few.series.stepsUntil.data], [1, 30, 30]);
});

test("F-4: descent on the sphere keeps |x| = 1, and needs log(δ/2ε)/(-2 log(1 - hδ)) steps to ε", () => {
  const start = falling(diagonalQuadratic(vec(0, 0.02)), 2, Math.SQRT1_2, Math.SQRT1_2);
  const { series, snapshots } = after(start, sphereGradient, 700, 1000, { record: [stepsUntil(1e-8)] });
  for (const u of snapshots) assert.ok(Math.abs(dot(u.subarray(0, 2), u.subarray(0, 2)) - 1) < 5e-16);
  const count = Math.log(0.01 / 1e-8) / (-2 * Math.log(1 - 0.7 * 0.02));
  assert.ok(Math.abs(series.stepsUntil.data[1000] - count) < 2, `${series.stepsUntil.data[1000]} ${count}`);
});

test("F-4: dissipative RATTLE: |x| = 1 and x·p = 0 to rounding, order 2, and dθ∧dℓ shrinks by e^{-γt}", () => {
  const gravity = quadratic(vec(1, 0, 0, 1), vec(0, -1));
  const swing = (h: number, angle: number, speed: number): { angle: number; moment: number; x: Vec; p: Vec } => {
    const start = falling(gravity, 2, sin(angle), -cos(angle));
    const p0 = [speed * cos(angle), speed * sin(angle)];
    const { final, beside } = after(start, rattle(0.3, p0), 2, Math.round(2 / h));
    const [x, p] = [final.subarray(0, 2), beside.at(-1)!.momentum!.gradient!];
    return { angle: Math.atan(-x[0] / x[1]), moment: x[0] * p[1] - x[1] * p[0], x, p };
  };
  const [fine, half, coarse] = [1 / 640, 0.05, 0.1].map(h => swing(h, 0.4, 0.2));
  assert.ok(Math.abs(dot(coarse.x, coarse.x) - 1) < 1e-15 && Math.abs(dot(coarse.x, coarse.p)) < 1e-15);
  const ratio = (coarse.angle - fine.angle) / (half.angle - fine.angle);
  assert.ok(Math.abs(ratio - 4) < 0.1, `${ratio}`);
  const d = 1e-5;
  const [a, b] = [swing(0.1, 0.4 + d, 0.2), swing(0.1, 0.4 - d, 0.2)];
  const [c, e] = [swing(0.1, 0.4, 0.2 + d), swing(0.1, 0.4, 0.2 - d)];
  const area =
    ((a.angle - b.angle) * (c.moment - e.moment) - (a.moment - b.moment) * (c.angle - e.angle)) / (4 * d * d);
  assert.ok(Math.abs(area - exp(-0.6)) < 1e-8, `${area}`);
});

test("integrators on the sphere refuse the line, masses, and steps that leave its neighbourhood; each particle is on its own", () => {
  const set = finiteSet({ n: 3, points: vec(0, 1, 2) });
  const masses = { space: set, energy: phiDivergenceTo(1, vec(0.2, 0.3, 0.5)), geometry: hellinger };
  for (const integrator of [sphereGradient, rattle(0.1)])
    for (const system of [masses, falling(diagonalQuadratic(vec(1)), 1, 1).system])
      assert.match(reasonsAgainst(integrator, system).join(), /unit sphere/);
  const V = diagonalQuadratic(vec(1, 3));
  assert.equal(after(falling(V, 2, 0.6, 0.8), rattle(0), 100, 10).status, "diverged");
  for (const integrator of [sphereGradient, rattle(0.2, [1, 0])]) {
    const both = after(falling(V, 2, 0.6, 0.8, 0, 1), integrator, 1, 20).final;
    const one = after(falling(V, 2, 0, 1), integrator, 1, 20).final;
    assert.deepEqual([...both.subarray(2, 4)], [...one.subarray(0, 2)]);
  }
});
