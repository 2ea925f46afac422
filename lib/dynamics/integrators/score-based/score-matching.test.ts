import assert from "node:assert/strict";
import test from "node:test";
import { forgetful } from "../../../arithmetic/memory.js";
import { normalQuantile } from "../../../arithmetic/normal-quantile.js";
import { normals, stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, concat, dot, fill, subtract, sum, tabulate } from "../../../arithmetic/vectors.js";
import { kernelGradientSum, kernelSum } from "../../../compute/index.js";
import { blobKl, smoothedKl } from "../../../systems/energies/kernelised-kl.js";
import { hellinger, wasserstein } from "../../../systems/geometries/named.js";
import { normalisedGaussianKernel } from "../../../systems/kernels/gaussian.js";
import { gaussian } from "../../../systems/measures/gaussian.js";
import { particles } from "../../../systems/spaces/particles.js";
import { solve } from "../../solve.js";
import { explicitEuler } from "../explicit/runge-kutta.js";
import { learning, scoreMatching } from "./score-matching.js";

const [n, sigma] = [60, 0.8];
/** Quantiles of two normal laws: k*u is smooth, as where the flow ends. */
const points = tabulate(n, i => normalQuantile(((i % 30) + 0.5) / 30 - 0.5) + (i < 30 ? 1 : -1));
const weights = fill(n, 1 / n);
const kernel = normalisedGaussianKernel(sigma, 1);

/** ∇log(k*u) at y. */
const exactScore = (y: Vec): Vec => {
  const q = kernelSum(kernel, y, points, 1, weights);
  return kernelGradientSum(kernel, y, points, 1, weights).map((v, c) => v / q[c]);
};

test("denoising score matching comes within 8 % of ∇log(k*u) in L²(k*u); without the mean of the parameters it does not", () => {
  const error = (keep: number): number => {
    const options = { widths: [16], fits: 5, start: 300, rate: 1e-2, keep };
    const learn = learning(options, 1, stream(1, "noise"), forgetful);
    const law = { points, weights, dim: 1, sigma };
    let score = learn(law);
    for (let k = 0; k < 150; k++) score = learn(law);
    const y = axpy(sigma, normals(stream(2, "fresh"), 20 * n), concat(...Array.from({ length: 20 }, () => points)));
    const exact = exactScore(y);
    const off = subtract(score(y), exact);
    return Math.sqrt(dot(off, off) / dot(exact, exact));
  };
  assert.ok(error(0.98) < 0.08 && error(0) > 0.08, `${error(0.98)}, ${error(0)}`);
});

const target = gaussian(Float64Array.of(0.5), Float64Array.of(1));
const space = particles({ n: 60, dim: 1 });
const system = {
  space,
  energy: smoothedKl(space, normalisedGaussianKernel(0.5, 1), target),
  geometry: wasserstein,
};
const initial = concat(
  normals(stream(3, "start"), 60).map(v => 2 + 0.5 * v),
  fill(60, 1 / 60),
);

test("with a learnt score the particles end where they do with the exact one, within the noise: mean 0.5, variance 1 - σ²", () => {
  const moments = (u: Vec): readonly [number, number] => {
    const x = u.subarray(0, 60);
    const m = sum(x) / 60;
    return [m, sum(x.map(v => (v - m) * (v - m))) / 60];
  };
  const run = (integrator: typeof explicitEuler): Vec =>
    solve({ system, initial, end: 6 }, integrator, { steps: 300, seed: 2 }).final;
  const [mean, variance] = moments(run(scoreMatching({ widths: [16], rate: 5e-3, draws: 10 })));
  const [exactMean, exactVariance] = moments(run(explicitEuler));
  assert.ok(Math.abs(exactMean - 0.5) < 0.01 && Math.abs(exactVariance - 0.75) < 0.03, `${exactMean} ${exactVariance}`);
  assert.ok(Math.abs(mean - exactMean) < 0.1 && Math.abs(variance - exactVariance) < 0.15, `${mean} ${variance}`);
});

test("a learnt score is for smoothed-kl of particles under wasserstein; others are refused with what to take", () => {
  const { admit } = scoreMatching();
  const other = blobKl(space, normalisedGaussianKernel(0.5, 1), target);
  assert.match(admit({ ...system, energy: other }).reasons?.join() ?? "", /smoothed-kl/);
  assert.match(admit({ ...system, geometry: hellinger }).reasons?.join() ?? "", /wasserstein/);
  assert.throws(() => scoreMatching({ widths: [0] }), /refused: the width/);
});

test("its memory belongs to one run: the same seed, the same bits", () => {
  const run = (): Vec =>
    solve({ system, initial, end: 0.1 }, scoreMatching({ start: 20 }), { steps: 3, seed: 5 }).final;
  assert.deepEqual(run(), run());
  assert.equal(tabulate(60, i => run()[i]).every(Number.isFinite), true);
});
