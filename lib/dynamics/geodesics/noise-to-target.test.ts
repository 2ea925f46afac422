import assert from "node:assert/strict";
import { test } from "node:test";
import { erf, square } from "../../arithmetic/functions.js";
import { concat, vec } from "../../arithmetic/vectors.js";
import { equalWeights } from "../../systems/measures/atoms.js";
import { gaussian } from "../../systems/measures/gaussian.js";
import type { Density, Law } from "../../systems/measures/measure.js";
import { mixture } from "../../systems/measures/mixture.js";
import { quantileNodes } from "../../systems/measures/quantiles.js";
import { uniformOn } from "../../systems/measures/uniform.js";
import { particles } from "../../systems/spaces/particles.js";
import { wasserstein } from "../../systems/geometries/named.js";
import type { Energy } from "../../systems/energies/energy.js";
import { velocitySlope } from "../recorders/velocity-slope.js";
import type { SampledCurve } from "./curve.js";
import { noiseToTarget, SCHEDULES } from "./noise-to-target.js";

const normal = (m: number, s2: number): Density => gaussian(vec(m), vec(s2));
const N = 12;
const space = particles({ n: N, dim: 1 });
const noise = quantileNodes(x => (1 + erf(x / Math.SQRT2)) / 2, N);
const start = concat(noise, equalWeights(N));
const carried = (target: Law, how: Parameters<typeof noiseToTarget>[4], records = 4): SampledCurve =>
  noiseToTarget(space, start, target, records, how)();
const schedules = Object.keys(SCHEDULES) as (keyof typeof SCHEDULES)[];

test("every schedule: b from 0 to 1, a² from 1 to 0, and aȧ, ḃ are the derivatives of a²/2, b to 1e-8", () => {
  for (const name of schedules) {
    const at = SCHEDULES[name];
    assert.deepEqual([at(0).b, at(1).b, at(0).variance, at(1).variance], [0, 1, 1, 0]);
    for (const t of [0.1, 0.5, 0.9]) {
      const [before, after] = [at(t - 1e-5), at(t + 1e-5)];
      assert.ok(Math.abs((after.variance - before.variance) / 4e-5 - at(t).halfRate) < 1e-8);
      assert.ok(Math.abs((after.b - before.b) / 2e-5 - at(t).rateOfB) < 1e-8);
    }
  }
});

test("F-2: N(0, 1) is carried to N(m, s²) by X_t = b m + √(a² + b²s²) X_0, to the order 4 of the steps", () => {
  for (const schedule of schedules)
    for (const { t, u } of carried(normal(1.3, 0.16), { schedule, steps: 200 }).states) {
      const { variance, b } = SCHEDULES[schedule](t);
      noise.forEach((x, i) =>
        assert.ok(Math.abs(u[i] - b * 1.3 - Math.sqrt(variance + b * b * 0.16) * x) < 1e-7, `${schedule} ${t}`),
      );
    }
});

test("F-2: on the line the flow is the monotone map: quantiles of noise end at those of the target", () => {
  const two = mixture(vec(0.3, 0.7), [normal(-2, 0.36), normal(1.5, 0.25)]) as Density;
  for (const schedule of schedules) {
    const ends = carried(two, { schedule, steps: 400 }).states[4].u;
    quantileNodes(two.cdf!, N).forEach((q, i) => assert.ok(Math.abs(ends[i] - q) < 2e-6, `${schedule} ${ends[i] - q}`));
  }
  const box = uniformOn(-1, 2);
  const ends = carried(box, { schedule: "linear", steps: 100 }).states[4].u;
  quantileNodes(box.cdf!, N).forEach((q, i) => assert.ok(Math.abs(ends[i] - q) < 1e-3, `${ends[i] - q}`));
});

test("F-2: there and back again is the identity, to the order 4 of the steps", () => {
  const two = mixture(vec(0.5, 0.5), [normal(-2, 0.36), normal(2, 0.36)]);
  const miss = (steps: number): number => {
    const { states } = carried(two, { schedule: "trigonometric", steps, back: true });
    return Math.max(...noise.map((x, i) => Math.abs(states[4].u[i] - x)));
  };
  assert.ok(miss(400) < 1e-7 && miss(100) / miss(200) > 8, `${miss(100)} ${miss(200)} ${miss(400)}`);
});

test("velocity-slope of ẋ = -2x, in any order of the particles: -2 and -2; of ẋ = x²/2 the means of neighbours", () => {
  const none: Energy = { name: "none", form: { type: "other" }, value: () => NaN, differential: () => assert.fail() };
  const system = { space: particles({ n: 3, dim: 1 }), geometry: wasserstein, energy: none };
  const u = vec(1, -2, 0.5, 1, 1, 1);
  const at = (which: "least" | "largest", f: (x: number) => number): number =>
    velocitySlope(which).at(system, { t: 0, u, rate: u.map((x, i) => (i < 3 ? f(x) : 0)) }, () => undefined) as number;
  for (const which of ["least", "largest"] as const) assert.ok(Math.abs(at(which, x => -2 * x) + 2) < 1e-15);
  const parabola = (x: number): number => square(x) / 2;
  assert.ok(Math.abs(at("least", parabola) + 0.75) < 1e-15 && Math.abs(at("largest", parabola) - 0.75) < 1e-15);
});

test("noise-to-target refuses the plane, atoms, and steps that do not fit, in one sentence each", () => {
  const plane = particles({ n: 2, dim: 2 });
  const how = { schedule: "linear", steps: 10 } as const;
  assert.throws(() => noiseToTarget(plane, vec(0, 0, 1, 1, 0.5, 0.5), normal(0, 1), 2, how), /on the line/);
  assert.throws(() => noiseToTarget(space, start, gaussian(vec(0, 0), vec(1, 0, 0, 1)), 2, how), /density on the line/);
  assert.throws(() => noiseToTarget(space, start, normal(0, 1), 3, how), /10 steps are no multiple of 3 records/);
  assert.throws(() => noiseToTarget(space, start, normal(0, 1), 2, { ...how, steps: 0 }), /number of steps/);
});
