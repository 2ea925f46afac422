import assert from "node:assert/strict";
import { test } from "node:test";
import {
  concat, drawFlows, equalWeights, gaussianKernel, grid1d, halfMmd2, hellinger, kl, normals, particles, rk4, solve, stream, wasserstein,
} from "./index.js";
import type { Series } from "./spec/types.generated.js";
import { lint, svgOf } from "./render/index.js";

test("ten lines from data to a flow to a figure: ½MMD² decreases and the picture has no flaw of layout", async () => {
  const data = { points: normals(stream(7, "data"), 60), weights: equalWeights(30) };
  const start = concat(normals(stream(7, "start"), 60).map(x => 2 + x / 3), equalWeights(30));
  const space = particles({ n: 30, dim: 2 });
  const system = { space, energy: halfMmd2(space, gaussianKernel(1), data), geometry: wasserstein };
  const solution = solve({ system, initial: start, end: 60 }, rk4, { steps: 300, records: 100 });
  const figure = drawFlows(
    { flow: { system, solution } },
    { name: "particles", title: "Particles flow to the data", runs: ["flow"], panel: [{ of: "flow.energy", label: "½ MMD²" }] },
  );

  assert.equal(solution.status, "completed");
  assert.ok(system.energy.value(solution.final) < 0.05 * system.energy.value(start));
  const { width, height } = figure.layout as { readonly width: number; readonly height: number };
  assert.deepEqual(lint(await svgOf(figure), width, height), []);
});

/** A bell around `centre` on the nodes x, of mass 1. */
function bell(x: Float64Array, centre: number): Float64Array {
  const heights = x.map(v => Math.exp(-(v - centre) * (v - centre))),
    total = heights.reduce((a, b) => a + b, 0);
  return heights.map(v => v / total);
}

test("flows on a grid are drawn without a spec too, as curves and as ridges of densities", () => {
  const space = grid1d({ n: 40, interval: [-3, 3] }),
    x = space.lattice.points,
    system = { space, energy: kl(bell(x, 1)), geometry: hellinger },
    solution = solve({ system, initial: bell(x, -1), end: 4 }, rk4, { steps: 100, records: 20 }),
    flows = { flow: { system, solution } };
  const decay = drawFlows(flows, { name: "decay", title: "KL decays", series: [{ of: "flow.energy", label: "KL" }] }),
    panel = [{ of: "flow.energy", label: "KL" }] as [Series],
    ridges = drawFlows(flows, { name: "densities-over-time", title: "Mass is moved by growth", runs: ["flow"], panel });
  assert.ok(decay.data.length > 0 && ridges.data.length > decay.data.length);
});
