import assert from "node:assert/strict";
import test from "node:test";
import { normals, stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat, fill, sum } from "../../../arithmetic/vectors.js";
import { halfMmd2 } from "../../../systems/energies/half-mmd2.js";
import { scaled, spherical, sum as sumOf } from "../../../systems/geometries/combinators.js";
import type { Geometry } from "../../../systems/geometries/geometry.js";
import { hellinger, mmd, stein, wasserstein } from "../../../systems/geometries/named.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { particles } from "../../../systems/spaces/particles.js";
import type { Table } from "../../../systems/measures/data/table.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Solution } from "../../integrator.js";
import { solve } from "../../solve.js";
import { type PublishedIft, publishedIft } from "./published-ift.js";

const N = 20;
const M = 15;
const STEPS = 2000;
const NOISY = 200;
/** Step size of the positions, of the weights by MMD and by KL, and level of the noise. */
const LR = 20;
const LR_MMD = 0.01;
const LR_KL = 0.1;
const LEVEL = 0.3;
const GAMMA = 1 / 8;

const start = normals(stream(1, "start"), 2 * N).map(v => v + 3);
const target = normals(stream(2, "target"), 2 * M);
const noise = normals(stream(3, "noise"), 2 * N * NOISY);

const space = particles({ n: N, dim: 2 });
const kernel = gaussianKernel(2); // γ = 1/2ℓ² = 1/8
const energy = halfMmd2(space, kernel, { points: target, weights: fill(M, 1 / M) });
const initial = concat(start, fill(N, 1 / N));

type Points = readonly (readonly number[])[];
type Weights = "fixed" | "mmd" | "kl";

const rows = (x: Vec): number[][] => Array.from({ length: x.length / 2 }, (_, i) => [x[2 * i], x[2 * i + 1]]);
const k = (x: readonly number[], y: readonly number[]): number =>
  Math.exp(-GAMMA * ((x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2));
const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;

/** max(v - θ, 0) with θ by bisection: not the sorting of the library. */
function toSimplex(v: readonly number[]): number[] {
  let [low, high] = [Math.min(...v) - 1, Math.max(...v)];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (v.reduce((s, x) => s + Math.max(0, x - middle), 0) > 1) low = middle;
    else high = middle;
  }
  return v.map(x => Math.max(0, x - low));
}

/** The published algorithm as its text says, in plain numbers: positions, weights and MMD² after every step. */
function published(weights: Weights, noisy: boolean): { x: number[][]; w: number[]; mmd2: number }[] {
  const y = rows(target);
  let x = rows(start);
  let w = x.map(() => 1 / N);
  const mmd2 = (): number =>
    x.reduce((s, a, i) => s + x.reduce((t, b, j) => t + w[i] * w[j] * k(a, b), 0), 0) -
    2 * x.reduce((s, a, i) => s + w[i] * mean(y.map(b => k(a, b))), 0) +
    mean(y.map(a => mean(y.map(b => k(a, b)))));
  const log = [{ x, w, mmd2: mmd2() }];
  for (let step = 0; step < STEPS; step++) {
    const z: Points = x.map((a, i) =>
      a.map((v, c) => v + (noisy && step < NOISY ? LEVEL * noise[2 * (step * N + i) + c] : 0)),
    );
    x = x.map((a, i) =>
      a.map((v, c) => {
        const slope = (b: readonly number[]): number => -2 * GAMMA * (z[i][c] - b[c]) * k(z[i], b);
        return v - LR * 2 * w[i] * (z.reduce((s, b, j) => s + w[j] * slope(b), 0) - mean(y.map(slope)));
      }),
    );
    const g = x.map(a => mean(y.map(b => k(a, b))) - x.reduce((s, b, j) => s + w[j] * k(a, b), 0));
    if (weights === "mmd") w = toSimplex(w.map((v, i) => v + 2 * LR_MMD * g[i]));
    if (weights === "kl") w = toSimplex(w.map((v, i) => v * Math.exp(LR_KL * g[i])));
    log.push({ x, w, mmd2: mmd2() });
  }
  return log;
}

const GEOMETRIES: Readonly<Record<Weights, Geometry>> = {
  fixed: scaled(LR, wasserstein),
  mmd: spherical(sumOf(scaled(LR, wasserstein), scaled(LR_MMD, mmd(kernel)))),
  kl: spherical(sumOf(scaled(LR, wasserstein), scaled(LR_KL, hellinger))),
};

const run = (geometry: Geometry, options: PublishedIft): Solution =>
  solve({ system: { space, energy, geometry }, initial, end: STEPS }, publishedIft(options), {
    steps: STEPS,
    records: STEPS,
  });

for (const [weights, noisy] of [
  ["fixed", false],
  ["fixed", true],
  ["mmd", false],
  ["mmd", true],
  ["kl", false],
] as const)
  test(`published, ${weights} weights${noisy ? " and noise" : ""}: x - lr 2w∇𝒦(μ-π) and P, to 1e-10`, () => {
    const options = noisy ? { level: LEVEL, until: NOISY, given: { dim: 2, points: noise } } : {};
    const { snapshots, status } = run(GEOMETRIES[weights], options);
    const reference = published(weights, noisy);
    assert.equal(status, "completed");
    for (let step = 0; step <= 50; step++) {
      const { x, w } = reference[step];
      const expected = [...x.flat(), ...w];
      snapshots[step].forEach((v, i) =>
        assert.ok(Math.abs(v - expected[i]) < 1e-10 * (1 + Math.abs(v)), `step ${step}, ${i}: ${v} ${expected[i]}`),
      );
    }
    for (let step = 0; step <= STEPS; step += 50) {
      // ½MMD² is a difference of numbers of size 1: 1e-14 of rounding beside the 1e-10 of the two trajectories
      const mine = 2 * energy.value(snapshots[step]);
      assert.ok(Math.abs(mine - reference[step].mmd2) < 1e-10 * reference[step].mmd2 + 1e-14, `${step}: ${mine}`);
    }
  });

test("noise that is given is read step after step, and is refused when it is used up", () => {
  const { status, reason } = run(GEOMETRIES.fixed, { level: LEVEL, given: { dim: 2, points: noise } });
  assert.equal(status, "diverged");
  assert.match(reason, new RegExp(`to t = ${NOISY + 1}: .*used up`));
  const wrong = publishedIft({ level: 1, given: { dim: 3, points: noise } });
  assert.match(wrong.admit({ space, energy, geometry: wasserstein }).reasons?.join() ?? "", /3 columns/);
});

test("a massless particle stands still under the published step, and moves as one of mean weight under the unweighted one", () => {
  const half = fill(N, 2 / N).map((v, i) => (i % 2 === 0 ? v : 0));
  const system: GradientSystem = { space, energy, geometry: wasserstein };
  const step = (unweighted: boolean): Vec =>
    solve({ system, initial: concat(start, half), end: 1 }, publishedIft({ unweighted }), { steps: 1 }).final;
  const moved = (u: Vec, i: number): boolean => u[2 * i] !== start[2 * i];
  for (let i = 0; i < N; i++) {
    assert.equal(moved(step(false), i), i % 2 === 0);
    assert.ok(moved(step(true), i));
  }
});

test("published conventions fit no other geometry: Stein, a free MMD part, a kernel of its own", () => {
  for (const geometry of [
    stein(kernel),
    sumOf(wasserstein, mmd(kernel)),
    spherical(sumOf(wasserstein, mmd(gaussianKernel(1)))),
    spherical(hellinger),
  ])
    assert.match(publishedIft().admit({ space, energy, geometry }).reasons?.join() ?? "", /`wasserstein`, alone or/);
});

test("the mass of a state is kept, whatever it is", () => {
  const system = { space, energy, geometry: GEOMETRIES.mmd };
  const { final } = solve({ system, initial: concat(start, fill(N, 3 / N)), end: 50 }, publishedIft(), { steps: 50 });
  assert.ok(Math.abs(sum(space.masses(final)) - 3) < 1e-13);
});

/** Steps of IFT that see other target points each: `M` of the rows that are given. */
function inBatches(rowsOf: Vec, steps: number): Vec {
  let [x, w] = [rows(start), new Array<number>(N).fill(1 / N)];
  for (let step = 0; step < steps; step++) {
    const y = rows(rowsOf.subarray(2 * M * step, 2 * M * (step + 1)));
    const slope = (a: readonly number[], b: readonly number[], c: number): number =>
      -2 * GAMMA * (a[c] - b[c]) * k(a, b);
    const z = x;
    x = z.map((a, i) =>
      a.map((v, c) => {
        const pushed = z.reduce((s, b, j) => s + w[j] * slope(a, b, c), 0);
        return v - LR * 2 * w[i] * (pushed - mean(y.map(b => slope(a, b, c))));
      }),
    );
    const g = x.map(a => mean(y.map(b => k(a, b))) - x.reduce((s, b, j) => s + w[j] * k(a, b), 0));
    w = toSimplex(w.map((v, i) => v + 2 * LR_MMD * g[i]));
  }
  return Float64Array.from([...x.flat(), ...w]);
}

test("batches that are given: each step descends MMD² to its own points of the target, as a loop over pairs", () => {
  const batches = { dim: 2, points: normals(stream(4, "batches"), 2 * M * 20) };
  const { final } = solve(
    { system: { space, energy, geometry: GEOMETRIES.mmd }, initial, end: 20 },
    publishedIft({ batch: M, batches }),
    { steps: 20 },
  );
  inBatches(batches.points, 20).forEach((v, i) => assert.ok(Math.abs(final[i] - v) < 1e-12, `${i}: ${final[i]} ${v}`));
  const { status, reason } = run(GEOMETRIES.mmd, { batch: M, batches });
  assert.equal(status, "diverged");
  assert.match(reason, /target's points .* used up/);
});

test("batches are drawn without replacement: one of all points is the target; of one point, so in the mean", () => {
  const one = (options: PublishedIft, seed = 0): Vec =>
    solve({ system: { space, energy, geometry: wasserstein }, initial, end: 1 }, publishedIft(options), {
      steps: 1,
      seed,
    }).final;
  const whole = one({});
  one({ batch: M }).forEach((v, i) => assert.ok(Math.abs(v - whole[i]) < 1e-14));
  const many = Array.from({ length: 2000 }, (_, seed) => one({ batch: 1 }, seed));
  for (let i = 0; i < 2 * N; i++) {
    const values = many.map(v => v[i] - whole[i]);
    const deviation = Math.sqrt(mean(values.map(v => v * v)));
    assert.ok(Math.abs(mean(values)) < (5 * deviation) / Math.sqrt(2000), `${i}: ${mean(values)}`);
    assert.ok(deviation > 0);
  }
});

test("batches that make no sense are refused: more than there are, of a closed form, of other columns, without a number", () => {
  const system: GradientSystem = { space, energy, geometry: wasserstein };
  const normal = { weight: 1, mean: Float64Array.of(0, 0), covariance: Float64Array.of(1, 0, 0, 1) };
  const table = (dim: number): Table => ({ dim, points: new Float64Array(6 * dim) });
  const against = (options: PublishedIft, of = system): string => publishedIft(options).admit(of).reasons?.join() ?? "";
  assert.match(against({ batch: M + 1 }), /more than the 15 points/);
  assert.match(against({ batch: 2 }, { ...system, energy: halfMmd2(space, kernel, [normal]) }), /closed form/);
  assert.match(against({ batch: 2, batches: table(3) }), /3 columns/);
  assert.throws(() => publishedIft({ batches: table(2) }), /how many a step takes/);
  assert.throws(() => publishedIft({ batch: 0 }), /at least 1/);
});
