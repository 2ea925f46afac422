import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import { concat, fill, scale } from "../../arithmetic/vectors.js";
import { ownGaussian } from "../kernels/fixtures.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import { scaledKernel, sumKernel } from "../kernels/combinations.js";
import { kernels } from "../kernels/fixtures.js";
import { particles } from "../spaces/particles.js";
import { scaledEnergy, sumEnergy } from "./combinations.js";
import { entropy } from "./free-energy.js";
import { halfMmd2, interaction } from "./half-mmd2.js";
import { isNumberAnywhere } from "./infinite.js";

const n = 5;
const space = particles({ n, dim: 2 });
const weights = fill(n, 1 / n);
const scattered = normals(stream(3, "number"), 2 * n);
const target = { points: normals(stream(4, "number"), 2 * n), weights };

test("Σ w_i w_j k(x_i, x_j) is a number for every kernel of which that is said: scattered, coincident and distant points", () => {
  const said = kernels(2).filter(kernel => isNumberAnywhere(interaction(space, kernel).form));
  assert.ok(said.length >= 6, said.map(({ name }) => name).join());
  for (const kernel of said)
    for (const points of [scattered, fill(2 * n, 0.7), scale(1e60, scattered)])
      for (const energy of [interaction(space, kernel), halfMmd2(space, kernel, target)])
        assert.ok(Number.isFinite(energy.value(concat(points, weights))), `${energy.name} under ${kernel.name}`);
});

test("it is said of sums and multiples of such energies and kernels, not of entropies, nor of kernels that somebody wrote", () => {
  const mmd = halfMmd2(space, sumKernel([gaussianKernel(1), scaledKernel(2, gaussianKernel(0.3))]), target);
  assert.ok(isNumberAnywhere(sumEnergy([mmd, scaledEnergy(2, mmd)]).form));
  assert.ok(!isNumberAnywhere(sumEnergy([mmd, entropy(space, 1)]).form));
  assert.ok(!isNumberAnywhere(halfMmd2(space, ownGaussian(1), target).form));
  const asked = { ...gaussianKernel(1), summation: { method: { name: "sliced", directions: 9, seed: 1 } as const } };
  assert.ok(!isNumberAnywhere(interaction(space, asked).form), "sliced sums are refused for it: they must be tried");
});
