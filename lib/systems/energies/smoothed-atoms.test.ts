import assert from "node:assert/strict";
import test from "node:test";
import { exp, log } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, tabulate } from "../../arithmetic/vectors.js";
import { gaussianKernel, normalisedGaussianKernel } from "../kernels/gaussian.js";
import { laplaceKernel } from "../kernels/laplace.js";
import { gaussian as gaussianLaw } from "../measures/gaussian.js";
import { particles } from "../spaces/particles.js";
import { blobKl, smoothedKl } from "./kernelised-kl.js";

const close = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance * (1 + Math.abs(b)), `${a} is not ${b}`);
const standard = (d: number): ReturnType<typeof gaussianLaw> =>
  gaussianLaw(
    new Float64Array(d),
    tabulate(d * d, k => (k % (d + 1) === 0 ? 1 : 0)),
  );

test("K2 of one atom is KL(N(z, σ²I) | N(0, I)) = ½(dσ² + |z|² - d - d log σ²) for d = 1, 2, exact from two nodes on", () => {
  for (const d of [1, 2])
    for (const nodes of [2, 3, 7]) {
      const z = tabulate(d, i => 0.7 - 1.1 * i);
      const energy = smoothedKl(
        particles({ n: 1, dim: d }),
        normalisedGaussianKernel(0.4, d),
        standard(d),
        undefined,
        nodes,
      );
      const square = z.reduce((s, v) => s + v * v, 0);
      close(energy.value(concat(z, Float64Array.of(1))), (d * 0.16 + square - d - d * log(0.16)) / 2, 1e-13);
      const { gradient } = energy.differential(concat(z, Float64Array.of(1)));
      gradient?.forEach((v, i) => close(v, z[i], 1e-13));
    }
});

/** KL(Σ w_i N(z_i, σ²) | N(0, 1)) by the trapezoidal rule, which is exact to rounding for analytic integrands. */
function byTrapezoids(z: Vec, w: Vec, sigma: number): number {
  const h = sigma / 16;
  let total = 0;
  for (let x = -12; x < 12; x += h) {
    let q = 0;
    z.forEach(
      (c, i) => (q += (w[i] * exp(-((x - c) * (x - c)) / (2 * sigma * sigma))) / (sigma * Math.sqrt(2 * Math.PI))),
    );
    if (q > 0) total += h * q * (log(q) + (x * x) / 2 + log(2 * Math.PI) / 2);
  }
  return total;
}

test("K2 of several atoms is ∫ q log(q/π): Gauss-Hermite comes to 2e-3, 2e-5, 1e-6 for 3, 12, 20 points", () => {
  const z = normals(stream(1, "atoms"), 6);
  const w = Float64Array.of(0.1, 0.2, 0.15, 0.25, 0.1, 0.2);
  const exact = byTrapezoids(z, w, 0.5);
  const error = (nodes: number): number =>
    Math.abs(
      smoothedKl(particles({ n: 6, dim: 1 }), normalisedGaussianKernel(0.5, 1), standard(1), undefined, nodes).value(
        concat(z, w),
      ) - exact,
    );
  [3, 12, 20].forEach((nodes, i) => close(Math.abs(log(error(nodes) / [2e-3, 2e-5, 1e-6][i])), 0, log(1.5)));
});

test("dF(z + hv) = <DF, v> h for K2 with 1 … 5 nodes: the differential is that of the sum, not of the integral", () => {
  const n = 5;
  const u = concat(normals(stream(2, "u"), 2 * n), Float64Array.of(0.1, 0.2, 0.3, 0.15, 0.25));
  const v = concat(normals(stream(2, "v"), 2 * n), Float64Array.of(0.1, -0.2, 0.05, 0.15, -0.1));
  const moved = (h: number): Vec => tabulate(u.length, i => u[i] + h * v[i]);
  for (const nodes of [1, 2, 5]) {
    const space = particles({ n, dim: 2 });
    const energy = smoothedKl(space, normalisedGaussianKernel(0.6, 2), standard(2), undefined, nodes);
    const h = 1e-3;
    const odd = (k: number): number => energy.value(moved(k * h)) - energy.value(moved(-k * h));
    // sixth order: h⁶ times seventh derivatives of 1e5, and rounding of 1e-13
    close(space.pair(u, energy.differential(u), v), (45 * odd(1) - 9 * odd(2) + odd(3)) / (60 * h), 1e-10);
  }
});

test("K2 with one node of the noise is K1, bit for bit", () => {
  const space = particles({ n: 7, dim: 1 });
  const u = concat(normals(stream(3, "u"), 7), new Float64Array(7).fill(1 / 7));
  const kernel = normalisedGaussianKernel(0.3, 1);
  const [one, blob] = [smoothedKl(space, kernel, standard(1), undefined, 1), blobKl(space, kernel, standard(1))];
  assert.equal(one.value(u), blob.value(u));
  assert.deepEqual(one.differential(u).gradient, blob.differential(u).gradient);
  assert.deepEqual(one.differential(u).value, blob.differential(u).value);
});

test("on particles K2 refuses kernels whose noise is not normal, and numbers of nodes that are none", () => {
  const space = particles({ n: 2, dim: 1 });
  assert.throws(() => smoothedKl(space, laplaceKernel(1), standard(1)), /refused: .*take a Gaussian kernel/);
  for (const nodes of [0, 1.5, 65])
    assert.throws(() => smoothedKl(space, gaussianKernel(1), standard(1), undefined, nodes), /refused: `nodes`/);
});
