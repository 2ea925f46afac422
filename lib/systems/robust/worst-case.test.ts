import assert from "node:assert/strict";
import { test } from "node:test";
import { exp, log } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import { isRefusal } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, dot, maxAbs, subtract, sum, tabulate, vec, zeros } from "../../arithmetic/vectors.js";
import { gram, matvec } from "../../compute/index.js";
import { costMatrix } from "../../numerics/transport/cost.js";
import { optimalTransport } from "../../numerics/transport/exact.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import { laplaceKernel } from "../kernels/laplace.js";
import { equalWeights } from "../measures/atoms.js";
import type { Ball } from "./ball.js";
import { chiSquareWorstCase } from "./chi-square.js";
import { kernelWorstCase } from "./kernel-ball.js";
import { klWorstCase } from "./kullback-leibler.js";
import { type Nominal, worstCase } from "./on-points.js";
import { transportWorstCase } from "./transport-ball.js";

const N = 24;
const x = normals(stream(4, "x"), N);
const p = tabulate(N, i => (i + 1) / ((N * (N + 1)) / 2));
const mean = (f: Vec): number => dot(p, f);
const variance = (f: Vec): number =>
  dot(
    p,
    f.map(v => v * v),
  ) -
  mean(f) * mean(f);

/** A law on its atoms and on a lattice around them. */
const lattice = tabulate(41, i => -4 + i / 5);
const nominal: Nominal = { points: concat(x, lattice), dim: 1, masses: concat(p, zeros(41)) };
const losses: Readonly<Record<string, (v: number) => number>> = {
  square: v => (v - 0.5) * (v - 0.5),
  bump: v => exp(-0.5 * (v - 1) * (v - 1)),
  step: v => (v > 0.3 ? 1 : 0),
};

const distanceOf: { readonly [B in Ball["name"]]: (q: Vec, ball: Extract<Ball, { name: B }>) => number } = {
  kl: q => sum(tabulate(q.length, i => (q[i] > 0 ? q[i] * log(q[i] / nominal.masses[i]) : 0))),
  "chi-square": q => sum(tabulate(q.length, i => (q[i] > 0 ? (q[i] * q[i]) / nominal.masses[i] : 0))) - 1,
  wasserstein: (q, { order }) => {
    const cost = optimalTransport(nominal.masses, q, costMatrix(nominal.points, nominal.points, 1, order)).value;
    return order === 2 ? Math.sqrt(cost) : cost;
  },
  mmd: (q, { kernel }) => {
    const difference = subtract(q, nominal.masses);
    return Math.sqrt(dot(difference, matvec(gram(kernel, nominal.points, nominal.points, 1), difference)));
  },
};

const BALLS: { readonly [B in Ball["name"]]: readonly ((radius: number) => Extract<Ball, { name: B }>)[] } = {
  kl: [radius => ({ name: "kl", radius })],
  "chi-square": [radius => ({ name: "chi-square", radius })],
  wasserstein: [1, 2].map(order => radius => ({ name: "wasserstein", order: order as 1 | 2, radius })),
  mmd: [laplaceKernel(1), gaussianKernel(0.7)].map(kernel => radius => ({ name: "mmd", kernel, radius })),
};
const balls = (radius: number): readonly Ball[] => Object.values(BALLS).flatMap(all => all.map(ball => ball(radius)));

for (const [name, f] of Object.entries(losses))
  test(`strong duality: the worst case lies in the ball, has the value, and the dual value to 1e-8; ${name}`, () => {
    const loss = nominal.points.map(f);
    for (const radius of [1e-3, 0.05, 0.4, 3])
      for (const ball of balls(radius)) {
        const label = `${JSON.stringify(ball)}`.slice(0, 80);
        const { value, dualValue, worst } = worstCase(loss, nominal, ball);
        assert.ok(Math.abs(dualValue - value) <= 1e-8 * maxAbs(loss), `${label}: ${value} and ${dualValue}`);
        assert.ok(worst.every(w => w >= -1e-15) && Math.abs(sum(worst) - 1) < 1e-12, label);
        assert.ok(Math.abs(dot(worst, loss) - value) <= 1e-12 * maxAbs(loss), label);
        const distance = (distanceOf[ball.name] as (q: Vec, ball: Ball) => number)(worst, ball);
        assert.ok(distance <= radius * (1 + 1e-8) + 1e-9, `${label} at ${distance}`);
        const [less, more] = [0.9, 1.1].map(c => worstCase(loss, nominal, { ...ball, radius: c * radius }).value);
        assert.ok(less <= value + 1e-9 && value <= more + 1e-9, label);
      }
  });

test("KL: value = λr + λ log ∫ e^{ℓ/λ} dP at every λ from above, with equality at the multiplier; on two points by hand", () => {
  const loss = x.map(losses.square);
  const { value, multiplier } = klWorstCase(loss, p, 0.2);
  const dual = (lambda: number): number => lambda * (0.2 + log(mean(loss.map(v => exp(v / lambda)))));
  assert.ok(Math.abs(dual(multiplier) - value) < 1e-13);
  for (const c of [0.5, 0.9, 1.1, 3]) assert.ok(dual(c * multiplier) > value);
  // KL((q, 1 - q) | (½, ½)) = r is solved by q = 0.8 for r = log 2 + 0.8 log 0.8 + 0.2 log 0.2
  const two = klWorstCase(Float64Array.of(1, 0), equalWeights(2), log(2) + 0.8 * log(0.8) + 0.2 * log(0.2));
  assert.ok(Math.abs(two.value - 0.8) < 1e-14);
  assert.equal(klWorstCase(loss, p, -log(p[N - 1]) + 20).value, Math.max(...loss));
});

test("χ²: mean + √(r Var) while masses are positive, above that less; two points by hand", () => {
  const loss = x.map(losses.square);
  const deviation = Math.sqrt(variance(loss));
  const ratio = deviation / (mean(loss) - Math.min(...loss));
  const edge = ratio * ratio;
  assert.ok(
    Math.abs(chiSquareWorstCase(loss, p, 0.99 * edge).value - mean(loss) - deviation * Math.sqrt(0.99 * edge)) < 1e-13,
  );
  assert.ok(chiSquareWorstCase(loss, p, 4 * edge).value < mean(loss) + 2 * deviation * Math.sqrt(edge) - 1e-3);
  assert.ok(Math.abs(chiSquareWorstCase(Float64Array.of(1, 0), equalWeights(2), 0.25).value - 0.75) < 1e-15);
});

test("W_1 of a Lipschitz function: mean + r|slope|; W_2 of (x - c)² on a fine lattice: (√mean + r)² up to its width", () => {
  const points = tabulate(2001, i => -10 + i / 100);
  const masses = tabulate(2001, i => (i === 900 ? 0.25 : i === 1050 ? 0.75 : 0)); // atoms at -1 and ½
  const slope = points.map(v => 2 * v);
  const wasserstein = (loss: Vec, order: 1 | 2): number =>
    worstCase(loss, { points, dim: 1, masses }, { name: "wasserstein", order, radius: 0.3 }).value;
  assert.ok(Math.abs(wasserstein(slope, 1) - (2 * 0.125 + 0.6)) < 1e-12);
  assert.ok(Math.abs(wasserstein(slope, 2) - (2 * 0.125 + 0.6)) < 1e-12);
  const square = points.map(v => v * v);
  const expected = (Math.sqrt(0.25 + 0.75 * 0.25) + 0.3) * (Math.sqrt(0.25 + 0.75 * 0.25) + 0.3);
  // rounding a move to the lattice of width h costs at most h²/4 of the value, since the loss is quadratic
  const found = wasserstein(square, 2);
  assert.ok(found <= expected + 1e-12 && expected - found < 5e-4, `${expected - found}`);
});

test("MMD: mean + r ‖ℓ - c*‖_ℋ with the quotient norm min_c, while P + r𝒦⁻¹(ℓ - c*)/‖ℓ - c*‖ ≥ 0", () => {
  const points = tabulate(12, i => i / 3);
  const kernel = laplaceKernel(1);
  const k = gram(kernel, points, points, 1);
  // ℓ = 𝒦a with Σ a = 0: then c* = 0 and ‖ℓ‖² = aᵀKa
  const a = tabulate(12, i => (i % 2 === 0 ? 1 : -1) * (1 + (i >> 1)));
  const loss = matvec(k, a);
  const norm = Math.sqrt(dot(a, loss));
  const masses = equalWeights(12);
  const radius = 0.01 * norm;
  const found = worstCase(
    loss.map(v => v + 7),
    { points, dim: 1, masses },
    { name: "mmd", kernel, radius },
  );
  assert.ok(Math.abs(found.value - (7 + dot(masses, loss) + radius * norm)) < 1e-10 * norm * radius);
  found.worst.forEach((w, i) => assert.ok(Math.abs(w - masses[i] - 0.01 * a[i]) < 1e-9));
});

test("radius 0 gives the mean, a constant loss itself; what is no ball, no measure or no loss is refused", () => {
  const loss = nominal.points.map(losses.square);
  for (const ball of balls(0))
    assert.ok(Math.abs(worstCase(loss, nominal, ball).value - mean(x.map(losses.square))) < 1e-14);
  for (const ball of balls(1))
    assert.equal(
      worstCase(
        loss.map(() => 2),
        nominal,
        ball,
      ).value,
      2,
    );
  const kl: Ball = { name: "kl", radius: 1 };
  assert.throws(() => worstCase(loss, nominal, { name: "kl", radius: -1 }), /refused: the radius of the kl ball is -1/);
  assert.throws(() => worstCase(loss.subarray(1), nominal, kl), /refused: 64 losses for 65 points/);
  assert.throws(
    () =>
      worstCase(
        loss.map(() => NaN),
        nominal,
        kl,
      ),
    /refused: the loss at point 1 is NaN/,
  );
  assert.throws(() => worstCase(loss, { ...nominal, masses: loss.map(() => 0) }, kl), /refused: .*positive mass/);
});

test("losses, laws and radii that are none are refused by every ball that is called by itself", () => {
  const good = [vec(1, 3), vec(0.4, 0.6), 0.1] as const;
  const cost = costMatrix(vec(0, 1), vec(0, 1), 1, 1);
  const kernel = gram(gaussianKernel(1), vec(0, 1), vec(0, 1), 1);
  const called: readonly ((loss: Vec, law: Vec, radius: number) => unknown)[] = [
    klWorstCase,
    chiSquareWorstCase,
    (loss, law, radius) => transportWorstCase(loss, law, cost, radius),
    (loss, law, radius) => kernelWorstCase(loss, law, kernel, radius),
  ];
  for (const ball of called) {
    assert.doesNotThrow(() => ball(...good));
    for (const [loss, law, radius] of [
      [vec(1, NaN), good[1], good[2]],
      [vec(1, Infinity), good[1], good[2]],
      [vec(1, 3, 2), good[1], good[2]],
      [good[0], vec(0.4, -0.6), good[2]],
      [good[0], vec(4, 6), good[2]],
      [good[0], vec(NaN, 1), good[2]],
      [good[0], good[1], -0.1],
      [good[0], good[1], NaN],
    ] as const)
      assert.throws(
        () => ball(loss, law, radius),
        isRefusal,
        `${String(ball).slice(0, 60)} of ${loss}, ${law}, ${radius}`,
      );
  }
});
