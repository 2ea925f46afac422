import assert from "node:assert/strict";
import { test } from "node:test";
import { drawFlows, energies, geometries, integrators, measures, solve, spaces } from "../index.js";
import type { Series } from "../experiments/language/types.generated.js";

/** A bell around `centre` on the nodes x, of mass 1. */
function bell(x: Float64Array, centre: number): Float64Array {
  const heights = x.map(v => Math.exp(-(v - centre) * (v - centre)));
  const total = heights.reduce((a, b) => a + b, 0);
  return heights.map(v => v / total);
}

test("flows on a grid are drawn without a spec too, as curves and as ridges of densities", () => {
  const space = spaces.grid1d({ n: 40, interval: [-3, 3] });
  const x = space.lattice.points;
  const system = { space, energy: energies.kl(space, measures.masses(bell(x, 1))), geometry: geometries.hellinger };
  const solution = solve({ system, initial: bell(x, -1), end: 4 }, integrators.rk4, { steps: 100, records: 20 });
  const flows = { flow: { system, solution } };
  const decay = drawFlows(flows, { name: "decay", title: "KL decays", series: [{ of: "flow.energy", label: "KL" }] });
  const panel = [{ of: "flow.energy", label: "KL" }] as [Series];
  const ridges = drawFlows(flows, {
    name: "densities-over-time",
    title: "Mass is moved by growth",
    runs: ["flow"],
    panel,
  });
  assert.ok(decay.data.length > 0 && ridges.data.length > decay.data.length);
  assert.throws(
    () => drawFlows(flows, { name: "simplex-flow", title: "A triangle", runs: ["flow"] }),
    /solved without a spec/,
  );
});
