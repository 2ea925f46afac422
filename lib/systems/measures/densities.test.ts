import assert from "node:assert/strict";
import test from "node:test";
import { exp, log, square } from "../../arithmetic/functions.js";
import { add, scale, sum, vec } from "../../arithmetic/vectors.js";
import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { atoms } from "./atoms.js";
import { gaussian } from "./gaussian.js";
import { bananaDensity, gibbsOnLine, rippledDensity } from "./gibbs.js";
import { graphState } from "./graph-state.js";
import { gaussianState } from "./gaussian-state.js";
import { randomMasses, randomSigned } from "./masses.js";
import { mixture } from "./mixture.js";
import { cloudOf, particlesOf, particleState } from "./particle-state.js";
import { gaussianMeanPosterior, logisticPosterior } from "./posterior.js";
import { banana, doubleWell, rippled } from "./potentials.js";
import { quantileNodes } from "./quantiles.js";
import { scaledLaw } from "./scaled.js";
import type { Density, Law, Nodes } from "./measure.js";
import { uniformEverywhere, uniformOn } from "./uniform.js";

function closeTo(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void {
  assert.equal(a.length, b.length);
  Array.from(a).forEach((x, i) =>
    assert.ok(Math.abs(x - b[i]) <= tolerance, `${x} and ${b[i]} differ by more than ${tolerance}`),
  );
}

const two = mixture(vec(0.3, 0.7), [gaussian(vec(-1), vec(0.5)), gaussian(vec(2), vec(1.5))]) as Density;
const planar = mixture(vec(0.4, 0.6), [
  gaussian(vec(1, 0), vec(1, 0.3, 0.3, 2)),
  gaussian(vec(-1, 1), vec(0.7, 0, 0, 0.4)),
]) as Density;
const well = gibbsOnLine(doubleWell(0.2), [-3, 3]);
const bent = bananaDensity(banana(0.5, 1.5), 0.5, 1.5);
const regression = logisticPosterior(gaussian(vec(0, 0, 0), vec(4, 0, 0, 0, 4, 0, 0, 0, 4)), {
  dim: 2,
  points: vec(1, 2, -1, 0.5, 0.3, -2, 2, 2),
  labels: vec(1, 0, 0, 1),
});

/** Every density with a point where it is smooth. */
const DENSITIES: Readonly<Record<string, readonly [Density, Vec]>> = {
  gaussian: [gaussian(vec(1, -2), vec(2, 0.5, 0.5, 1)), vec(0.3, 0.4)],
  mixture: [two, vec(0.4)],
  "planar mixture": [planar, vec(0.2, 0.5)],
  uniform: [uniformOn(-1, 3), vec(0.5)],
  "uniform everywhere": [uniformEverywhere(2), vec(1, 1)],
  "double well": [well, vec(0.7)],
  banana: [bent, vec(0.8, -0.3)],
  "logistic regression": [regression, vec(0.2, -0.5, 0.7)],
};

const moved = (x: Vec, c: number, h: number): Vec => x.map((value, i) => (i === c ? value + h : value));

for (const [name, [density, x]] of Object.entries(DENSITIES)) {
  // central differences with h = 1e-5: truncation h² and rounding 1e-16/h are both below 1e-9 for functions of size 1
  // to 10
  test(`${name}: the score is ∇ log p`, () => {
    const h = 1e-5;
    const numeric = x.map(
      (_, c) => (density.logDensity(moved(x, c, h)) - density.logDensity(moved(x, c, -h))) / (2 * h),
    );
    closeTo(density.score(x), numeric, 1e-8);
  });
  if (density.hessian)
    test(`${name}: the Hessian is ∇ score`, () => {
      const h = 1e-5;
      const d = x.length;
      const rows = Array.from(x, (_, c) =>
        scale(1 / (2 * h), add(density.score(moved(x, c, h)), scale(-1, density.score(moved(x, c, -h))))),
      );
      closeTo(
        density.hessian?.(x) ?? [],
        Float64Array.from({ length: d * d }, (_, k) => rows[k % d][Math.floor(k / d)]),
        1e-8,
      );
    });
}

const LINE: Readonly<Record<string, Density>> = {
  gaussian: gaussian(vec(0.7), vec(1.3)),
  mixture: two,
  uniform: uniformOn(-1, 3),
  "double well": well,
};

for (const [name, density] of Object.entries(LINE))
  test(`${name}: quantile nodes are exact, F(F⁻¹((i-½)/n)) = (i-½)/n to rounding`, () => {
    const cdf = density.cdf ?? assert.fail();
    closeTo(
      quantileNodes(cdf, 11).map(cdf),
      Float64Array.from({ length: 11 }, (_, i) => (i + 0.5) / 11),
      1e-14,
    );
  });

test("a mixture of uniform laws has the masses of its weights, however long the intervals: ¼ on [0, 1], ¾ on [1, 3]", () => {
  const mixed = mixture(vec(0.25, 0.75), [uniformOn(0, 1), uniformOn(1, 3)]);
  assert.ok("logDensity" in mixed);
  closeTo(Float64Array.of(exp(mixed.logDensity(vec(0.5))), 2 * exp(mixed.logDensity(vec(2)))), vec(0.25, 0.75), 1e-15);
});

for (const [name, density] of Object.entries({ ...LINE, "planar mixture": planar, banana: bent }))
  test(`${name}: mean and covariance of 20 000 draws are the stated ones, within 5 standard errors`, () => {
    const n = 20000;
    const d = density.dim;
    const { points } = cloudOf(density, n, "independent", stream(7, name));
    const { mean, covariance } = density.moments ?? assert.fail();
    const average = (f: (i: number) => number): { mean: number; error: number } => {
      const values = Float64Array.from({ length: n }, (_, i) => f(i));
      const m = sum(values) / n;
      return { mean: m, error: Math.sqrt(sum(values.map(x => square(x - m))) / n / n) };
    };
    for (let a = 0; a < d; a++) {
      const first = average(i => points[i * d + a]);
      assert.ok(Math.abs(first.mean - mean[a]) <= 5 * first.error, `mean ${a}: ${first.mean} and ${mean[a]}`);
      for (let b = 0; b < d; b++) {
        const second = average(i => (points[i * d + a] - mean[a]) * (points[i * d + b] - mean[b]));
        assert.ok(
          Math.abs(second.mean - covariance[a * d + b]) <= 5 * second.error,
          `covariance ${a}${b}: ${second.mean} and ${covariance[a * d + b]}`,
        );
      }
    }
  });

const grid = (n: number, a: number, b: number): Nodes => {
  const h = (b - a) / n;
  return {
    dim: 1,
    points: Float64Array.from({ length: n }, (_, i) => a + (i + 0.5) * h),
    volumes: new Float64Array(n).fill(h),
    box: [[a, b]],
  };
};

test("random masses are e^{σz} over their sum, and (1 + σ(z - mean))/n where they may be negative: total 1, σ scales", () => {
  const nodes = grid(50, 0, 1);
  const [log1, log2] = [0.4, 0.8].map(spread => randomMasses(7, spread).on(nodes).map(log));
  closeTo(log2.map((v, i) => v - log2[0] - 2 * (log1[i] - log1[0])), new Float64Array(50), 1e-12); // prettier-ignore
  const [narrow, wide] = [0.4, 0.8].map(spread => randomSigned(7, spread).on(nodes));
  closeTo(wide.map((v, i) => v - 1 / 50 - 2 * (narrow[i] - 1 / 50)), new Float64Array(50), 1e-15); // prettier-ignore
  closeTo([sum(log1.map(exp)), sum(narrow), sum(wide)], [1, 1, 1], 1e-13);
  const deviation = Math.sqrt(narrow.reduce((s, v) => s + square(50 * v - 1), 0) / 50);
  assert.ok(Math.abs(deviation - 0.4) < (4 * 0.4) / Math.sqrt(100), `${deviation}`);
});

test("cell masses of a density are vol·p at the midpoints with the stated total; moments to 1e-12", () => {
  const nodes = grid(200, -12, 14);
  const u = graphState(scaledLaw(2, two), nodes);
  const { mean, covariance } = two.moments ?? assert.fail();
  const m = u.reduce((s, w, i) => s + w * nodes.points[i], 0) / 2;
  closeTo(
    [sum(u), m, u.reduce((s, w, i) => s + w * square(nodes.points[i] - m), 0) / 2],
    [2, mean[0], covariance[0]],
    1e-12,
  );
  closeTo(
    [log(u[100] / u[90])],
    [two.logDensity(vec(nodes.points[100])) - two.logDensity(vec(nodes.points[90]))],
    1e-12,
  );
});

test("the moments of the double well from its table are those of a grid", () => {
  const nodes = grid(400, -3, 3);
  const u = graphState(well, nodes);
  closeTo([u.reduce((s, w, i) => s + w * square(nodes.points[i]), 0)], [well.moments?.covariance[0] ?? NaN], 1e-9);
});

test("atoms go to their nearest node, and the total is kept", () => {
  const u = graphState(atoms(1, vec(0.11, 0.12, 0.94), vec(0.25, 0.25, 0.5)), grid(10, 0, 1));
  closeTo(u, [0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5], 0);
});

test("n atoms become n particles as they are, one Dirac n copies, and anchors follow with mass 0", () => {
  const cloud = atoms(1, vec(3, 1, 2), vec(0.2, 0.3, 0.5));
  const random = stream(1, "test");
  closeTo(particleState(particlesOf(cloud, 3, "independent", random), vec(9), 1), [3, 1, 2, 9, 0.2, 0.3, 0.5, 0], 0);
  closeTo(particlesOf(atoms(2, vec(5, 6)), 2, "independent", random).points, [5, 6, 5, 6], 0);
});

test("the posterior of a Gaussian mean is conjugate: mean Σy/(n+σ²), variance σ²/(n+σ²) for the prior N(0, 1) (B-10)", () => {
  const y = [1.2, 0.4, -0.3, 2.2, 0.9];
  const sigma2 = 0.64;
  const { moments } = gaussianMeanPosterior(gaussian(vec(0), vec(1)), { dim: 1, points: vec(...y) }, 0.8);
  const total = y.reduce((a, b) => a + b, 0);
  const expected = [total / (5 + sigma2), sigma2 / (5 + sigma2)];
  closeTo([moments?.mean[0] ?? NaN, moments?.covariance[0] ?? NaN], expected, 1e-15);
});

test("log-odds of the logistic posterior: prior plus Σ y z - log(1 + e^z), also for |z| = 1000", () => {
  const data = { dim: 1, points: vec(1000, -1000), labels: vec(1, 0) };
  const p = logisticPosterior(gaussian(vec(0), vec(1)), data);
  closeTo([p.logDensity(vec(1)) - p.logDensity(vec(0))], [-0.5 + 2 * log(2)], 1e-12);
  closeTo([p.logDensity(vec(-1)) - p.logDensity(vec(0))], [-0.5 - 2000 + 2 * log(2)], 1e-12);
});

test("a Gaussian state is a normal law of mass 1, and nothing else", () => {
  closeTo(gaussianState(gaussian(vec(1), vec(2))), [1, 2], 0);
  for (const law of [two, scaledLaw(2, gaussian(vec(0), vec(1))), atoms(1, vec(0))] as readonly Law[])
    assert.throws(() => gaussianState(law), /refused: the state of the Gaussian space/);
});

test("mixtures: weights sum to 1, and densities do not mix with atoms", () => {
  assert.throws(() => mixture(vec(0.5, 0.6), [gaussian(vec(0), vec(1)), gaussian(vec(0), vec(1))]), /sum to 1/);
  assert.throws(() => mixture(vec(0.5, 0.5), [gaussian(vec(0), vec(1)), atoms(1, vec(0))]), /densities only/);
  closeTo(
    [exp(two.logDensity(vec(0.4)))],
    [
      0.3 * exp(gaussian(vec(-1), vec(0.5)).logDensity(vec(0.4))) +
        0.7 * exp(gaussian(vec(2), vec(1.5)).logDensity(vec(0.4))),
    ],
    1e-15,
  );
});

test("samples-of-different-sizes: N atoms are n = kN particles, k copies of each with its k-th part; other n are refused", () => {
  const cloud = atoms(1, vec(0, 0.25, 1), vec(0.5, 0.25, 0.25));
  const random = stream(1, "test");
  const said: string[] = [];
  const { points, weights } = particlesOf(cloud, 6, "independent", random, (_, sentence) => said.push(sentence));
  closeTo(points, [0, 0.25, 1, 0, 0.25, 1], 0);
  closeTo(weights, [0.25, 0.125, 0.125, 0.25, 0.125, 0.125], 0);
  assert.match(said.join(), /each of the 3 atoms stands 2 times/);
  for (const n of [1, 2, 4, 7])
    assert.throws(
      () => particlesOf(cloud, n, "independent", random),
      /refused: the measure has 3 atoms.*n = 3 or a multiple of it, or ask for n draws/,
    );
  assert.deepEqual(cloudOf(cloud, 7, "independent", random), cloud.cloud);
  const drawn = cloudOf({ ...cloud, drawn: true }, 1000, "independent", random);
  // ½ of the draws are at 0: standard deviation √(1000/4) = 16
  assert.ok(Math.abs(drawn.points.filter(x => x === 0).length - 500) < 5 * 16 && sum(drawn.weights) - 1 < 1e-12);
});

test("a sin(kx) + ½c x²: derivatives by differences to 1e-8, clouds bit by bit; the ripples average out", () => {
  const V = rippled(0.3, 6, 0.5);
  for (const x of [-1.3, 0, 0.7]) {
    const at = (s: number): number => V.value(Float64Array.of(x + s));
    closeTo([V.gradient(Float64Array.of(x))[0]], [(at(1e-5) - at(-1e-5)) / 2e-5], 1e-8);
    const slope = (s: number): number => V.gradient(Float64Array.of(x + s))[0];
    closeTo([V.second?.(x) ?? NaN], [(slope(1e-5) - slope(-1e-5)) / 2e-5], 1e-8);
    assert.equal(V.cloud?.values(Float64Array.of(x))[0], at(0));
    assert.equal(V.cloud?.gradients(Float64Array.of(x))[0], slope(0));
  }
  // ∫ e^{-a sin kx} x² γ = 2 ∫ e^{-a sin kx} γ (1 + O(k² e^{-k²/2c})), γ = N(0, 1/c)
  const { mean, covariance } = rippledDensity(V, 0.3, 0.5).moments ?? assert.fail();
  closeTo([mean[0], covariance[0]], [0, 2], 1e-8);
});
