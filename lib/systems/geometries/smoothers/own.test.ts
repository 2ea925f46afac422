import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, maxAbs, subtract } from "../../../arithmetic/vectors.js";
import { isRefusal } from "../../../arithmetic/refusal.js";
import { gaussianKernel } from "../../kernels/gaussian.js";
import type { Block } from "../carrier.js";
import { identity } from "./identity.js";
import { kernelSmoother } from "./kernel.js";
import { ownSmoother } from "./own.js";
import { productSmoother } from "./product.js";
import { resolventSmoother } from "./resolvent.js";
import { ridgeSmoother } from "./ridge.js";
import type { Smoother } from "./smoother.js";

const kernel = gaussianKernel(0.6);
const own = (phi: (s: number) => number): Smoother => ownSmoother({ name: "mine", kernel, phi });
const lambda = 0.2;
const weights = Float64Array.of(0.3, 0.1, 0, 0.4, 0.2);
const BLOCKS: readonly Block[] = [
  { dim: 1, columns: 1, points: Float64Array.of(-1.4, -0.6, 0.1, 0.8, 1.7), weights, fixed: false },
  { dim: 1, columns: 1, points: Float64Array.of(-1.4, -0.6, -0.6, 0.8, 1.7), weights, fixed: true },
  { dim: 1, columns: 2, points: Float64Array.of(-1.4, -0.6, 0.1, 0.8, 1.7), weights, fixed: false },
];
const force = ({ columns }: Block): { readonly values: Vec; readonly temperature: number } => ({
  values: Float64Array.from({ length: 5 * columns }, (_, i) => [1, -2, 0.5, 0.3, -0.7, 0.9, 0.1, -1.2, 2, -0.4][i]),
  temperature: 0,
});

test("own smoothers are those of the library where φ is, to 1e-13, also where w = 0 or points coincide", () => {
  const k = kernelSmoother(kernel);
  const PAIRS: readonly (readonly [Smoother, Smoother])[] = [
    [own(() => 1), identity],
    [own(s => s), k],
    [own(s => s * s), productSmoother(k, k)],
    [own(s => s / (s + lambda)), ridgeSmoother(kernel, lambda)],
    [own(s => 1 / (s + lambda)), resolventSmoother(kernel, lambda)],
  ];
  for (const block of BLOCKS)
    for (const [mine, library] of PAIRS) {
      const f = force(block);
      const scale = Math.max(1, maxAbs(library.field(block, f)));
      for (const of of ["field", "flux"] as const)
        assert.ok(maxAbs(subtract(mine[of](block, f), library[of](block, f))) < 1e-13 * scale, `${library.name} ${of}`);
      assert.ok(Math.abs(mine.dissipation(block, f) - library.dissipation(block, f)) < 1e-12 * scale, library.name);
    }
});

test("own smoothers: R(D_w S f) = ½<f, D_w S f>, and ∞ for a flux where w = 0", () => {
  const [block] = BLOCKS;
  const mine = own(s => s / (s + lambda));
  const j = mine.flux(block, force(block));
  const energy = 0.5 * mine.dissipation(block, force(block));
  assert.ok(Math.abs(mine.primal(block, j, "flux") - energy) < 1e-9 * energy);
  assert.equal(mine.primal(block, axpy(1, j, Float64Array.of(0, 0, 0.1, 0, 0)), "flux"), Infinity);
});

test("own smoothers: a φ that is negative, infinite or NaN is refused with its argument", () => {
  const [block] = BLOCKS;
  assert.throws(() => own(s => 1 / s), isRefusal);
  for (const phi of [(s: number) => -s, (s: number) => (s > 0 ? NaN : 1)])
    assert.throws(
      () => own(phi).flux(block, force(block)),
      (error: Error) => isRefusal(error) && /mine has φ\(.*\) = /.test(error.message),
    );
});
