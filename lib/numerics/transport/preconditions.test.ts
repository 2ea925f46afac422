import { costMatrix } from "./cost.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../arithmetic/refusal.js";
import { vec } from "../../arithmetic/vectors.js";
import { entropicTransport } from "./entropic.js";
import { optimalTransport } from "./exact.js";
import { relaxedTransport } from "./relaxed.js";
import { sinkhorn } from "./sinkhorn.js";
import { sinkhornOnPoints } from "./sinkhorn-on-points.js";

const a = vec(0.5, 0.5);
const cost = vec(0, 1, 1, 0);
const points = { x: vec(0, 1), y: vec(0, 1), dim: 1, order: 2 } as const;

/** What solves a problem of transport, with its number. */
const SOLVERS = {
  optimalTransport: (m = a, c = cost) => optimalTransport(m, a, c),
  relaxedTransport: (m = a, c = cost, weight = 1) => relaxedTransport(m, a, c, weight),
  sinkhorn: (m = a, c = cost, epsilon = 0.1) => sinkhorn(m, a, c, { epsilon }),
  entropicTransport: (m = a, c = cost, epsilon = 0.1) => entropicTransport(m, a, c, { epsilon }),
  sinkhornOnPoints: (m = a, _ = cost, epsilon = 0.1) => sinkhornOnPoints(m, a, points, { epsilon }),
};

test("transport refuses masses that are negative or no numbers, costs that do not fit, and ε and weights that are none", () => {
  for (const [name, solver] of Object.entries(SOLVERS)) {
    assert.doesNotThrow(() => solver(), name);
    for (const masses of [vec(1.5, -0.5), vec(NaN, 1), vec(Infinity, 1)])
      assert.throws(() => solver(masses), isRefusal, `${name} ${masses.join()}`);
    if (name !== "sinkhornOnPoints")
      for (const costs of [vec(0, 1, 1), vec(0, NaN, 1, 0)])
        assert.throws(() => solver(a, costs), isRefusal, `${name} ${costs.join()}`);
    if (name !== "optimalTransport")
      for (const bad of [0, -1, NaN])
        assert.throws(() => (solver as typeof SOLVERS.sinkhorn)(a, cost, bad), isRefusal, `${name} ${bad}`);
  }
});

test("costs are between points whose coordinates their dimension divides", () => {
  assert.deepEqual([...costMatrix(vec(0, 3), vec(0, 1), 1, 1)], [0, 1, 3, 2]);
  for (const dim of [2, 0]) assert.throws(() => costMatrix(vec(0, 1, 2), vec(1), dim, 1), isRefusal, `${dim}`);
});
