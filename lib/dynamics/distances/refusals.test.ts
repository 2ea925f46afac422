import assert from "node:assert/strict";
import { test } from "node:test";
import { linearKernel } from "../../systems/kernels/polynomial.js";
import { rieszKernel } from "../../systems/kernels/riesz.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { particles } from "../../systems/spaces/particles.js";
import { probability, line, value, exact, fixed } from "./fixtures.js";

test("what does not fit is refused with what does: methods, masses, clouds, kernels", () => {
  const space = line(4);
  const mu = probability("mu", 4);
  const cloud = particles({ n: 2, dim: 1 });
  assert.throws(() => value(space, mu, mu, { name: "tv" }, exact), /take static/);
  assert.throws(
    () =>
      value(
        space,
        mu,
        mu.map(v => 2 * v),
        { name: "wasserstein", order: 2 },
        { name: "linear-program" },
      ),
    /hellinger-kantorovich/,
  );
  assert.throws(
    () =>
      value(
        space,
        mu,
        mu.map(v => 2 * v),
        { name: "mmd", kernel: rieszKernel(1) },
        fixed,
      ),
    /equal mass/,
  );
  assert.throws(
    () => value(cloud, Float64Array.of(0, 1, 0.5, 0.5), Float64Array.of(0, 2, 0.5, 0.5), { name: "hellinger" }, fixed),
    /different points/,
  );
  assert.throws(
    () =>
      value(gaussian(1), Float64Array.of(0, 1), Float64Array.of(1, 1), { name: "mmd", kernel: linearKernel }, exact),
    /Gaussian kernels/,
  );
});
