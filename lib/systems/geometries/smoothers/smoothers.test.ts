import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import type { Block, Force } from "../carrier.js";
import type { Geometry } from "../geometry.js";
import type { Smoother } from "./smoother.js";
import type { Covector } from "../../spaces/space.js";
import { SPACES } from "../../../experiments/catalogue/spaces.js";
import { scaled, spherical, term } from "../combinators.js";
import { hellinger, kernelHellinger, ridgeHellinger, ridgeWasserstein, stein, wasserstein } from "../named.js";
import { gaussianKernel } from "../../kernels/gaussian.js";
import { exp, square } from "../../../arithmetic/functions.js";
import { concat, dot, fill, maxAbs, subtract, tabulate, zeros } from "../../../arithmetic/vectors.js";
import { stream } from "../../../arithmetic/random.js";
import { finiteSet } from "../../spaces/finite-set.js";
import { particles } from "../../spaces/particles.js";
import { carrierOf, onsager } from "../../system.js";
import { centredSmoother } from "./centred.js";
import { gramFactor } from "./gram.js";
import { identity } from "./identity.js";
import { inverseSmoother } from "./inverse.js";
import { kernelSmoother } from "./kernel.js";
import { memoized } from "./memo.js";
import { nadarayaWatson } from "./nadaraya-watson.js";
import { productSmoother } from "./product.js";
import { projectionSmoother } from "./projection.js";
import { ridgeSmoother } from "./ridge.js";

const random = stream(3, "smoothers");
const direction = (n: number): Vec => tabulate(n, () => 2 * random.uniform() - 1);
const plain = (values: Vec): Force => ({ values, temperature: 0 });
const relative = (a: Vec, b: Vec): number => maxAbs(subtract(a, b)) / maxAbs(b);

for (const { name, space, state, kernel } of SPACES) {
  const xi: Covector = space.covector(state, direction(space.codim));
  const at = (g: Geometry): Vec => onsager(space, g, state, xi);

  test(`λ (𝒦_w+λ)^{-1}𝒦_w -> 𝒦_w with error O(1/λ) and (𝒦_w+λ)^{-1}𝒦_w -> 1 with error O(λ), on nodes and edges of ${name}`, () => {
    const limits: readonly (readonly [(k: Kernel, l: number) => Geometry, (k: Kernel) => Geometry, Geometry])[] = [
      [ridgeWasserstein, stein, wasserstein],
      [ridgeHellinger, kernelHellinger, hellinger],
    ];
    for (const [ridge, smoothed, exact] of limits) {
      const large = [1e3, 1e5].map(l => relative(at(scaled(l, ridge(kernel, l))), at(smoothed(kernel))));
      const small = [1e-7, 1e-9].map(l => relative(at(ridge(kernel, l)), at(exact)));
      assert.ok(large[1] < 1e-4 && large[0] / large[1] > 80, `large λ: ${large}`);
      assert.ok(small[1] < 1e-4 && small[0] / small[1] > 20, `small λ: ${small}`);
    }
  });

  test(`the ladder 𝒦^{-1}·𝒦_w = D_w and D_w·𝒦_w on nodes and edges of ${name} (A-3.8)`, () => {
    for (const mechanism of ["growth", "transport"] as const) {
      const { blocks, forces } = carrierOf(space, mechanism, state, xi);
      blocks.forEach((b: Block, i) => {
        const smoothed = plain(kernelSmoother(kernel).field(b, forces[i]));
        assert.ok(relative(inverseSmoother(kernel).flux(b, smoothed), identity.flux(b, forces[i])) < 1e-12);
        assert.ok(relative(identity.flux(b, smoothed), kernelSmoother(kernel).flux(b, forces[i])) < 1e-14);
      });
    }
  });

  test(`a factor s is a rung: S_1 S_2 has φ_1 φ_2, in any order, on nodes and edges of ${name} (A-3.8)`, () => {
    const up = kernelSmoother(kernel);
    const ridge = ridgeSmoother(kernel, 0.1);
    for (const mechanism of ["growth", "transport"] as const) {
      const { blocks, forces } = carrierOf(space, mechanism, state, xi);
      blocks.forEach((b, i) => {
        const flux = (...of: readonly Smoother[]): Vec => productSmoother(...of).flux(b, forces[i]);
        assert.ok(relative(flux(inverseSmoother(kernel), up), identity.flux(b, forces[i])) < 1e-12);
        assert.ok(relative(flux(identity, up), up.flux(b, forces[i])) < 1e-14);
        assert.ok(relative(flux(up, ridge), flux(ridge, up)) < 1e-12);
      });
    }
  });

  test(`centred smoothers make no mass and know no constants on ${name}; P S P is spherical (A-3.4)`, () => {
    const rateAt = (g: Geometry, force: Covector): Vec => onsager(space, g, state, force);
    const growth = (s: Smoother): Geometry => term("growth", centredSmoother(s));
    for (const s of [identity, kernelSmoother(kernel), ridgeSmoother(kernel, 0.1)]) {
      assert.ok(Math.abs(space.pair(state, space.one(state), rateAt(growth(s), xi))) < 1e-14);
      assert.ok(maxAbs(rateAt(growth(s), space.one(state))) < 1e-14);
    }
    assert.ok(relative(rateAt(growth(identity), xi), rateAt(spherical(hellinger), xi)) < 1e-12);
  });

  test(`a projection is idempotent: |f|² - <f, Pf> = |f - Pf|² in L²_w, less by degree, on ${name} (A-6.1)`, () => {
    for (const mechanism of ["growth", "transport"] as const) {
      const { blocks, forces } = carrierOf(space, mechanism, state, xi);
      blocks.forEach((b, i) => {
        const whole = identity.dissipation(b, forces[i]);
        const losses = [0, 1, 2, 3].map(degree => {
          const p = projectionSmoother(degree);
          const once = p.field(b, forces[i]);
          const rest = subtract(forces[i].values, once);
          const loss = identity.dissipation(b, { values: rest, temperature: 0 });
          assert.ok(maxAbs(subtract(p.field(b, { values: once, temperature: 0 }), once)) <= 1e-12 * (1 + maxAbs(once)));
          assert.ok(Math.abs(whole - p.dissipation(b, forces[i]) - loss) <= 1e-13 * (1 + whole));
          return loss;
        });
        assert.ok(
          losses.every((loss, q) => q === 0 || loss <= losses[q - 1] + 1e-14),
          losses.join(" "),
        );
      });
    }
  });

  test(`½<j, (D_w S)^{-1}j> = ½<f, j> at j = D_w S f for each symmetric smoother on ${name}, from the flux and from the field`, () => {
    for (const mechanism of ["growth", "transport"] as const)
      for (const smoother of [
        identity,
        kernelSmoother(kernel),
        ridgeSmoother(kernel, 0.1),
        inverseSmoother(kernel),
        productSmoother(kernelSmoother(kernel), ridgeSmoother(kernel, 0.1)),
        centredSmoother(kernelSmoother(kernel)),
        projectionSmoother(1),
      ]) {
        const { blocks, forces } = carrierOf(space, mechanism, state, xi);
        blocks.forEach((b, i) => {
          const half = 0.5 * smoother.dissipation(b, forces[i]);
          const fromFlux = smoother.primal(b, smoother.flux(b, forces[i]), "flux");
          const fromField = smoother.primal(b, smoother.field(b, forces[i]), "field");
          assert.ok(
            Math.abs(fromFlux / half - 1) < 1e-8 && Math.abs(fromField / half - 1) < 1e-8,
            `${smoother.name} × ${mechanism}: ${half} ${fromFlux} ${fromField}`,
          );
        });
      }
  });
}

const k = gaussianKernel(0.8);
const cloud = particles({ n: 4, dim: 1 });
const x = Float64Array.of(-0.5, 0.4, 1.1, 2.6);
const field = Float64Array.of(1, -2, 0.5, 3);
const covector: Covector = { value: zeros(4), gradient: field, temperature: 0 };

test("massless particles have velocities under identity, kernel and ridge; under the inverse none", () => {
  const at = (g: Geometry, mass: number): Vec =>
    onsager(cloud, g, concat(x, Float64Array.of(mass, 0.4, 0.3, 0.3)), covector);
  for (const g of [wasserstein, stein(k), ridgeWasserstein(k, 0.1)])
    assert.ok(maxAbs(subtract(at(g, 0), at(g, 1e-14))) < 1e-6);
  const block: Block = { dim: 1, columns: 1, points: x, weights: Float64Array.of(0, 0.4, 0.3, 0.3), fixed: false };
  assert.throws(() => inverseSmoother(k).field(block, plain(field)), /mass ≤ 0.*take a kernel or ridge/);
});

test("weights that cannot carry a flux make R infinite: 0 under any flux, negative under the identity", () => {
  const block = (w: number): Block => ({
    dim: 1,
    columns: 1,
    points: x,
    weights: Float64Array.of(w, 0.4, 0.3, 0.3),
    fixed: false,
  });
  for (const s of [identity, kernelSmoother(k), ridgeSmoother(k, 0.1)]) {
    assert.equal(s.primal(block(0), Float64Array.of(1, 0, 0, 0), "flux"), Infinity);
    assert.ok(Number.isFinite(s.primal(block(0), Float64Array.of(0, 1, 0, 0), "flux")));
  }
  assert.equal(identity.primal(block(-0.1), field, "field"), Infinity);
});

test("coincident points make 𝒦^{-1} a refusal, not a NaN", () => {
  const twin = finiteSet({ n: 3, points: Float64Array.of(0, 1, 1) });
  const { blocks } = twin.carrier(fill(3, 1 / 3), twin.one(zeros(3)), "nodes", "state");
  assert.throws(() => gramFactor(k, blocks[0]), /not positive definite/);
});

test("the Nadaraya-Watson average keeps constants and has bias h²(½f'' + f'ρ'/ρ) (A-3.6)", () => {
  const n = 801;
  const s = (i: number): number => -4 + i / 100;
  const points = tabulate(n, s);
  const weights = tabulate(n, i => exp(-0.5 * s(i) * s(i)) / 100);
  const block: Block = { dim: 1, columns: 1, points, weights, fixed: true };
  const h = 0.05;
  const average = nadarayaWatson(gaussianKernel(h));
  assert.ok(maxAbs(average.field(block, plain(fill(n, 1))).map(v => v - 1)) < 1e-13);
  // f = x², ρ'/ρ = -x: bias h²(1 - 2x²) + O(h⁴)
  const f = points.map(v => v * v);
  const bias = subtract(average.field(block, plain(f)), f);
  const middle = [300, 400, 480];
  for (const i of middle)
    assert.ok(Math.abs(bias[i] / (h * h) - (1 - 2 * f[i])) < 20 * h * h, `${bias[i] / (h * h)} at ${points[i]}`);
});

test("𝒦_w(f + τ∇log u) by parts: for w uniform on a fine grid it is the quadrature with the known score", () => {
  // u = N(0, 1) sampled at quantile-like weights on a fine grid; ∇log u = -x
  const n = 601;
  const points = tabulate(n, i => -6 + i / 50);
  const weights = points.map(v => exp(-0.5 * v * v));
  const total = weights.reduce((a, b) => a + b, 0);
  const block: Block = { dim: 1, columns: 1, points, weights: weights.map(w => w / total), fixed: false };
  const values = points.map(v => v * v);
  const parts = kernelSmoother(k).field(block, { values, temperature: 0.7 });
  const direct = kernelSmoother(k).field(block, plain(values.map((v, i) => v - 0.7 * points[i])));
  assert.ok(maxAbs(subtract(parts, direct)) < 1e-7 * maxAbs(direct));
  const squared = kernelSmoother(k).dissipation(block, { values, temperature: 0.7 });
  assert.ok(
    Math.abs(squared / kernelSmoother(k).dissipation(block, plain(values.map((v, i) => v - 0.7 * points[i]))) - 1) <
      1e-6,
  );
});

test("a memo finds equal contents in other arrays, and is not fooled by an array that was written to", () => {
  let calls = 0;
  const counted = memoized((_k, [a]) => {
    calls++;
    return dot(a, a);
  });
  const a = Float64Array.of(1, 2);
  assert.equal(counted(k, [a], []), 5);
  assert.equal(counted(k, [a.slice()], []), 5);
  assert.equal(calls, 1);
  a[0] = 3;
  assert.equal(counted(k, [a], []), 13);
  assert.equal(calls, 2);
});

test("factors of a product have the same kernel, or do not commute; a centred smoother carries no mass", () => {
  assert.throws(() => productSmoother(kernelSmoother(k), inverseSmoother(gaussianKernel(0.9))), /same kernel/);
  const block: Block = { dim: 1, columns: 1, points: x, weights: Float64Array.of(0.1, 0.4, 0.3, 0.2), fixed: false };
  assert.equal(centredSmoother(kernelSmoother(k)).primal(block, Float64Array.of(1, 0, 0, 0), "flux"), Infinity);
  assert.ok(centredSmoother(kernelSmoother(k)).primal(block, Float64Array.of(1, -1, 0, 0), "flux") < Infinity);
});

test("the projection on degree 8 of eighth powers on [-4, 4] is the power itself, where powers of x are nearly dependent", () => {
  const n = 200;
  const points = Float64Array.from({ length: n }, (_, i) => -4 + (8 * (i + 0.5)) / n);
  const power = points.map(v => square(square(square(v))));
  const block: Block = { dim: 1, columns: 1, points, weights: points.map(v => exp(-0.5 * square(v))), fixed: false };
  assert.ok(relative(projectionSmoother(8).field(block, { values: power, temperature: 0 }), power) < 1e-12);
  assert.ok(relative(projectionSmoother(7).field(block, { values: power, temperature: 0 }), power) > 1e-3);
});

test("rates that are no polynomials cannot be made by a projection: R = Infinity", () => {
  const block: Block = { dim: 1, columns: 1, points: x, weights: Float64Array.of(0.1, 0.4, 0.3, 0.2), fixed: false };
  assert.equal(projectionSmoother(1).primal(block, Float64Array.of(1, -1, 0, 0), "flux"), Infinity);
  assert.ok(Math.abs(projectionSmoother(0).primal(block, Float64Array.of(0.1, 0.4, 0.3, 0.2), "flux") - 0.5) < 1e-15);
});
