import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { square } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Metric } from "./metric.js";
import { near, probability, line, value, exact, fixed } from "./fixtures.js";

test("the U-statistic of MMD² is exactly (1 - mean)/n below the V-statistic, and unbiased", () => {
  const n = 40;
  const space = particles({ n, dim: 1 });
  const kernel = gaussianKernel(0.8);
  const equal = new Float64Array(n).fill(1 / n);
  const m: Metric = { name: "mmd", kernel };
  const draw = (name: string, mean: number, s: number): Vec =>
    Float64Array.from([...normals(stream(5, name), n).map(z => mean + s * z), ...equal]);
  const pairs = (x: Vec, y: Vec, distinct: number): number =>
    x
      .subarray(0, n)
      .reduce(
        (s, a, i) =>
          s +
          y
            .subarray(0, n)
            .reduce(
              (t, b, j) => t + (i === j ? distinct : 1) * kernel.value(Float64Array.of(a), Float64Array.of(b)),
              0,
            ),
        0,
      );
  const mu = draw("u-mu", 1, 0.9);
  const nu = draw("u-nu", -0.5, 1.4);
  const u = { name: "samples", statistic: "u" } as const;
  const v = { name: "samples", statistic: "v" } as const;
  const cross = (2 / (n * n)) * pairs(mu, nu, 1);
  const inside = (pairs(mu, mu, 0) + pairs(nu, nu, 0)) / (n * (n - 1));
  near(square(value(space, mu, nu, m, u)), inside - cross, 1e-13);
  near(square(value(space, mu, nu, m, v)), square(value(space, mu, nu, m, fixed)), 1e-13);
  const closed = square(value(gaussian(1), Float64Array.of(1, 0.81), Float64Array.of(-0.5, 1.96), m, exact));
  const repeats = 200;
  const estimates = Array.from({ length: repeats }, (_, r) =>
    square(value(space, draw(`mu ${r}`, 1, 0.9), draw(`nu ${r}`, -0.5, 1.4), m, u)),
  );
  const mean = estimates.reduce((a, b) => a + b, 0) / repeats;
  const spread = Math.sqrt(estimates.reduce((s, e) => s + square(e - mean), 0) / repeats);
  near(mean, closed, (4 * spread) / Math.sqrt(repeats));
  assert.throws(() => value(line(5), probability("a", 5), probability("b", 5), m, u), /particles/);
});
