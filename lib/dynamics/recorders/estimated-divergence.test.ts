import assert from "node:assert/strict";
import test from "node:test";
import { pow, square } from "../../arithmetic/functions.js";
import { concat, scale, vec } from "../../arithmetic/vectors.js";
import { potentialEnergy } from "../../systems/energies/free-energy.js";
import { wasserstein } from "../../systems/geometries/named.js";
import { equalWeights } from "../../systems/measures/atoms.js";
import { gaussian } from "../../systems/measures/gaussian.js";
import { graphState } from "../../systems/measures/graph-state.js";
import { nodesOf } from "../../systems/measures/measure.js";
import { quadratic } from "../../systems/measures/potentials.js";
import { quantileNodes } from "../../systems/measures/quantiles.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import { estimatedDivergence } from "./estimated-divergence.js";

test("a kernel estimate of quantiles of N(0, 1) has the symmetrised KL of N(0, 1 + h²), h = 1.06 n^{-1/5}", () => {
  const n = 400;
  const space = particles({ n, dim: 1 });
  const normal = gaussian(vec(0), vec(1));
  const grid = grid1d({ n: 600, interval: [-8, 8] });
  const law = graphState(normal, nodesOf(grid));
  const x = quantileNodes(normal.cdf ?? assert.fail(), n);
  const system = { space, energy: potentialEnergy(space, quadratic(vec(1), vec(0))), geometry: wasserstein };
  const recorder = estimatedDivergence("symmetric", grid.lattice, () => law);
  const found = recorder.at(system, { t: 0, u: concat(x, equalWeights(n)) }, () => undefined) as number;
  const variance = x.reduce((s, v) => s + square(v) / n, 0);
  const wide = variance * (1 + square(1.06 * pow(n, -0.2)));
  const exactly = 0.5 * (wide + 1 / wide) - 1;
  // quantiles end at ±3, where a normal law of variance 1 + h² goes on
  assert.ok(exactly > 0.004 && Math.abs(found - exactly) < 0.15 * exactly, `${found} ${exactly}`);
});

test("a kernel estimate of twice the masses is twice as far from twice the law", () => {
  const n = 30;
  const space = particles({ n, dim: 1 });
  const normal = gaussian(vec(1.5), vec(0.8));
  const grid = grid1d({ n: 200, interval: [-3, 6] });
  const law = graphState(normal, nodesOf(grid));
  const x = quantileNodes(normal.cdf ?? assert.fail(), n).map(v => 1.3 + 0.9 * v);
  const system = { space, energy: potentialEnergy(space, quadratic(vec(1), vec(0))), geometry: wasserstein };
  const of = (times: number): number => {
    const recorder = estimatedDivergence("exclusive", grid.lattice, () => scale(times, law));
    return recorder.at(system, { t: 0, u: concat(x, scale(times, equalWeights(n))) }, () => undefined) as number;
  };
  assert.ok(of(1) > 0.01 && Math.abs(of(2) / of(1) - 2) < 1e-8, `${of(1)} ${of(2)}`);
});
