import assert from "node:assert/strict";
import { test } from "node:test";
import { dot } from "../../arithmetic/vectors.js";
import { symmetricEigen } from "../../compute/index.js";
import { randomMixture, type RandomMixture } from "./random-mixture.js";

const published: RandomMixture = { components: 3, distance: 20, least: 0.5, largest: 5, factors: 10, seed: 1 };

test("N(r z/|z|, diag(a) + P Pᵀ): |m| = r, eigenvalues as Weyl says, the trace as the moments of a and P say", () => {
  for (const dim of [10, 40, 100]) {
    const { normal } = randomMixture(dim, published);
    assert.equal(normal?.length, 3);
    for (const { weight, mean, covariance } of normal!) {
      assert.equal(weight, 1 / 3);
      assert.ok(Math.abs(Math.sqrt(dot(mean, mean)) - 20) < 1e-13);
      const { values } = symmetricEigen(covariance, dim);
      const sorted = Array.from(values).sort((a, b) => a - b);
      // A + P Pᵀ with P Pᵀ ≥ 0 of rank 10: λ_k(A) ≤ λ_k ≤ λ_{k+10}(A) by Weyl
      assert.ok(sorted[0] >= 0.5);
      if (dim > 10) assert.ok(sorted[dim - 11] <= 5);
      // E tr = d (E a + 10 E p²) = d (2.75 + 10/3), with variance d (4.5²/12 + 10 (1/5 - 1/9)) = 2.58 d
      const trace = sorted.reduce((s, v) => s + v, 0);
      assert.ok(Math.abs(trace - dim * (2.75 + 10 / 3)) < 5 * Math.sqrt(2.58 * dim), `${dim}: ${trace}`);
    }
  }
});

test("seeds give other laws, the same ones again; what makes no sense is refused", () => {
  const of = (seed: number): unknown => randomMixture(4, { ...published, seed }).normal;
  assert.deepEqual(of(1), of(1));
  assert.notDeepEqual(of(1), of(2));
  assert.throws(() => randomMixture(4, { ...published, least: 9 }), /0 < least/);
  assert.throws(() => randomMixture(4, { ...published, components: 0 }), /components/);
  assert.throws(() => randomMixture(4, { ...published, seed: 0.5 }), /seed/);
});
