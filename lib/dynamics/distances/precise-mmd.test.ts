import assert from "node:assert/strict";
import { test } from "node:test";
import {
  exponential,
  logarithm,
  minus,
  over,
  plus,
  power,
  root,
  rounded,
  times,
} from "../../arithmetic/double-double.js";
import { normals, stream } from "../../arithmetic/random.js";
import { concat, dot, scale, sum } from "../../arithmetic/vectors.js";
import { kernelSum } from "../../compute/index.js";
import { kernels } from "../../systems/kernels/fixtures.js";
import { preciseSquare } from "./precise-mmd.js";

test("numbers of 31 digits: log e^x = x, (√x)² = x, x^{1/3} cubed = x, x/y · y = x up to 1e-30", () => {
  for (const hi of [0.013, 0.7, 1, 3.25, 41.5]) {
    const x = plus([hi, 0], [hi * 2.3e-17, 0]);
    const third = over([1, 0], [3, 0]);
    const identities = [
      logarithm(exponential(x)),
      times(root(x), root(x)),
      exponential(times([3, 0], times(third, logarithm(x)))),
      times(over(x, third), third),
    ];
    for (const y of identities)
      assert.ok(Math.abs(rounded(minus(y, x))) < 1e-29 * Math.max(1, hi), `${hi}: ${y.join(" + ")}`);
  }
  // e = 2.71828182845904523536 02874713526624977572…: hi and lo
  assert.deepEqual(exponential([1, 0])[0], Math.E);
  assert.ok(Math.abs(exponential([1, 0])[1] - 1.4456468917292502e-16) < 1e-30);
  assert.equal(rounded(power([-3, 0], 3)), -27);
});

test("∬ k dν dν in 31 digits is that of doubles up to the rounding of its terms, for every kernel that is a formula", () => {
  const unknown: string[] = [];
  for (const dim of [1, 2])
    for (const kernel of kernels(dim)) {
      const points = concat(normals(stream(5, "p"), 6 * dim), normals(stream(5, "p"), 2 * dim));
      const masses = normals(stream(6, "w"), 8);
      const weights = masses.map(w => w - sum(masses) / 8);
      const precise = preciseSquare(kernel, { points, weights }, dim);
      if (precise === undefined) {
        unknown.push(kernel.name);
        continue;
      }
      const size = (w: typeof weights): number => dot(w, kernelSum(kernel, points, points, dim, w));
      const terms = Math.abs(size(weights.map(Math.abs)));
      assert.ok(Math.abs(precise - size(weights)) < 1e-14 * terms, `${kernel.name}: ${precise}, ${size(weights)}`);
      assert.equal(
        preciseSquare(kernel, { points: concat(points, points), weights: concat(weights, scale(-1, weights)) }, dim),
        0,
      );
    }
  assert.ok(
    unknown.every(name => /stein|wendland|own/.test(name)),
    unknown.join(),
  );
});
