import assert from "node:assert/strict";
import { test } from "node:test";
import { stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { startMachine } from "./webassembly/machine.js";
import { type ReducedCosts, reducedCosts } from "./typescript/reduced-costs.js";
import { reducedCosts as reducedCostsOnMachine } from "./webassembly/reduced-costs.js";

/** What the definition says. */
function firstLeast(cost: Vec, n: number, potentials: Vec, from: number, count: number, below: number): number {
  const m = cost.length / n;
  const reduced = (at: number): number => cost[at] - potentials[Math.floor(at / m)] - potentials[n + (at % m)];
  const arcs = Array.from({ length: count }, (_, k) => from + k);
  const least = Math.min(...arcs.map(reduced));
  return least < below ? arcs.findIndex(at => reduced(at) === least) + from : -1;
}

test("the arc of least C_ij - f_i - g_j, the first among equals, is the same in WebAssembly, in TypeScript and by definition", () => {
  const random = stream(1, "arcs");
  const machine = startMachine(1);
  assert.ok(machine);
  for (const [n, m] of [
    [1, 1],
    [1, 40],
    [3, 5],
    [7, 16],
    [5, 33],
    [20, 100],
  ]) {
    // few different values, so that there are equals
    const values = (count: number): Vec => new Float64Array(count).map(() => random.integer(8) - 3);
    const cost = values(n * m);
    const potentials = values(n + m + 1);
    const twins: readonly ReducedCosts[] = [reducedCosts(cost, n), reducedCostsOnMachine(machine, cost, n)];
    for (const twin of twins) twin.potentials.set(potentials);
    for (let k = 0; k < 60; k++) {
      const from = random.integer(n * m);
      const count = 1 + random.integer(n * m - from);
      const below = random.integer(12) - 10;
      for (const { least } of twins)
        assert.equal(least(from, count, below), firstLeast(cost, n, potentials, from, count, below));
    }
  }
});
