import assert from "node:assert/strict";
import { test } from "node:test";
import { drawFlows, energies, geometries, integrators, kernels, measures, solve, spaces } from "../index.js";
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

test("users of the library make pictures: draw, svg and png of gradient-flows/pictures, with the target of the flow", async () => {
  const { draw, png, svg } = (await import("gradient-flows/pictures")) as typeof import("./pictures.js");
  const space = spaces.grid1d({ n: 40, interval: [-3, 3] });
  const x = space.lattice.points;
  const system = { space, energy: energies.kl(space, measures.masses(bell(x, 1))), geometry: geometries.hellinger };
  const solution = solve({ system, initial: bell(x, -1), end: 4 }, integrators.rk4, { steps: 100, records: 20 });
  const panel = [{ of: "flow.energy", label: "KL" }] as [Series];
  const figure = draw(
    { flow: { system, solution } },
    { name: "densities-over-time", title: "Mass is moved by growth", runs: ["flow"], panel },
  );
  const dotted = figure.data.filter(
    trace => (trace["line"] as { readonly dash?: string } | undefined)?.dash !== undefined,
  );
  assert.equal(dotted.length, 1, "the target, dotted above the ridges");
  assert.match(await svg(figure), /^<svg/);
  assert.equal(Buffer.from(await png(figure)).readUInt32BE(16), 1920);
});

test("½MMD² to a cloud draws the points of its target among the particles", () => {
  const space = spaces.particles({ n: 3, dim: 2 });
  const target = { points: Float64Array.of(0, 0, 1, 1), weights: Float64Array.of(0.5, 0.5) };
  const energy = energies.halfMmd2(space, kernels.gaussian(1), target);
  const system = { space, energy, geometry: geometries.wasserstein };
  const solution = solve(
    { system, initial: Float64Array.of(2, 0, 0, 2, 2, 2, 1 / 3, 1 / 3, 1 / 3), end: 1 },
    integrators.rk4,
    {
      steps: 10,
    },
  );
  const { data } = drawFlows({ flow: { system, solution } }, { name: "particles", title: "They move", runs: ["flow"] });
  const diamonds = data.filter(
    trace => (trace["marker"] as { readonly symbol?: string } | undefined)?.symbol === "diamond",
  );
  assert.deepEqual(
    diamonds.map(trace => [trace["x"], trace["y"]]),
    [
      [
        [0, 1],
        [0, 1],
      ],
    ],
  );
});
