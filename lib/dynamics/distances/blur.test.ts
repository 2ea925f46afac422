import assert from "node:assert/strict";
import { test } from "node:test";
import { square } from "../../arithmetic/functions.js";
import { vec } from "../../arithmetic/vectors.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { sinkhornEnergy } from "../../systems/energies/sinkhorn.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { particles } from "../../systems/spaces/particles.js";
import { metricsWith } from "./fixtures.js";
import { computeDistance, methodsOf } from "./registry.js";

const points = vec(0, 0.7, 2);
const mu = vec(0.5, 0.3, 0.2);
const nu = vec(0.1, 0.2, 0.7);

test("every entropic distance says where ε is above all costs, with an interval for the cost without entropy", () => {
  const entropic = metricsWith(gaussianKernel(1)).filter(({ name }) => methodsOf(name).includes("sinkhorn"));
  assert.ok(entropic.length >= 4);
  for (const unit of [1e-3, 1, 1e3])
    for (const metric of entropic)
      for (const debiased of metric.name === "wasserstein" ? [false, true] : [false]) {
        const order = "order" in metric ? metric.order : 2;
        const c = order === 2 ? square(unit) : unit;
        const scaledMetric =
          metric.name === "hellinger-kantorovich"
            ? { ...metric, alpha: square(unit) }
            : metric.name === "unbalanced-wasserstein"
              ? { ...metric, weight: c * metric.weight }
              : metric;
        const pair = { space: finiteSet({ n: 3, points: points.map(x => unit * x) }), mu, nu };
        const at = (epsilon: number): string | undefined =>
          computeDistance(pair, scaledMetric, { name: "sinkhorn", epsilon, debiased }).notes?.epsilon;
        const what = `${metric.name} ${order} ${unit}`;
        assert.equal(at(0.01 * c), undefined, what);
        const sentence = at(100 * c) ?? assert.fail(what);
        const [epsilon, least, most] = sentence.match(/[0-9][0-9.e+-]*(?= |;)/g)!.map(Number);
        assert.ok(Math.abs(epsilon - 100 * c) < 1e-9 * c);
        const { value } = computeDistance(pair, scaledMetric, { name: "linear-program" });
        const cost = order === 2 ? square(value) : value;
        assert.ok(least <= 1.01 * cost && cost <= 1.01 * most, `${what}: ${sentence}; ${cost}`);
      }
});

test("the energy by Sinkhorn's divergence says so too", () => {
  const said = (epsilon: number): string[] => {
    const notes: string[] = [];
    sinkhornEnergy(particles({ n: 3, dim: 1 }), epsilon, { points, weights: nu }, (_, sentence) =>
      notes.push(sentence),
    );
    return notes;
  };
  assert.deepEqual(said(0.1), []);
  assert.match(said(3)[0], /3 is above all costs, of which the largest is 2:/);
});
