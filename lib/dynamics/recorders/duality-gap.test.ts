import assert from "node:assert/strict";
import test from "node:test";
import { exp, log } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, scale, sum, tabulate } from "../../arithmetic/vectors.js";
import { sumEnergy } from "../../systems/energies/combinations.js";
import { entropy, potentialEnergy } from "../../systems/energies/free-energy.js";
import { moment } from "../../systems/energies/mean-field.js";
import type { Energy } from "../../systems/energies/energy.js";
import { wasserstein } from "../../systems/geometries/named.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Space } from "../../systems/spaces/space.js";
import { unheard } from "../../arithmetic/notes.js";
import { normals, stream } from "../../arithmetic/random.js";
import { kale, mmdRegularised } from "../../systems/energies/mmd-regularised.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import type { GradientSystem } from "../../systems/system.js";
import { dualityGap } from "./duality-gap.js";

const [lambda, ridge, y] = [0.3, 0.6, 1.7];
const x1 = { value: ([x]: Vec) => x, gradient: () => Float64Array.of(1) };
const square = { value: ([x]: Vec) => (ridge * x * x) / 2, gradient: ([x]: Vec) => Float64Array.of(ridge * x) };
const energyOn = (space: Space): Energy =>
  sumEnergy([moment(space, x1, y), potentialEnergy(space, square), entropy(space, lambda)]);
const gap = (space: Space, u: Vec): number =>
  dualityGap.at({ space, energy: energyOn(space), geometry: wasserstein }, { t: 0, u }, unheard) as number;

test("½(<θ> - y)² + λ'<θ²>/2 + λ<log q>: the gap of N(m, v) is λ KL(N(m, v) | N((y - m)/λ', λ/λ')), on Gaussians and on a grid", () => {
  const [m, v] = [-0.4, 0.8];
  const p = lambda / ridge;
  const off = m - (y - m) / ridge;
  const exact = (lambda * (v / p + (off * off) / p - 1 - log(v / p))) / 2;
  assert.ok(Math.abs(gap(gaussian(1), Float64Array.of(m, v)) - exact) < 1e-13);
  const grid = grid1d({ n: 600, interval: [-12, 12] });
  const bare = grid.lattice.points.map(x => exp(-((x - m) * (x - m)) / (2 * v)));
  // sums over a grid of a smooth function that vanishes at both ends; p has its mass at 3.5, where u has e⁻⁹ of its own
  assert.ok(Math.abs(gap(grid, scale(1 / sum(bare), bare)) - exact) < 1e-10);
});

test("F(u) - min F ≤ gap(u) for convex G, in the model by ½(1 + 1/λ')(m - m*)²; both are 0 at the minimum", () => {
  const space = gaussian(1);
  const best = Float64Array.of(y / (1 + ridge), lambda / ridge);
  assert.ok(Math.abs(gap(space, best)) < 1e-14);
  const energy = energyOn(space);
  for (const [m, v] of [
    [0, 1],
    [2, 0.1],
    [-1, 3],
  ]) {
    const u = Float64Array.of(m, v);
    const slack = gap(space, u) - (energy.value(u) - energy.value(best));
    const delta = m - best[0];
    assert.ok(Math.abs(slack - ((1 + 1 / ridge) * delta * delta) / 2) < 1e-12, `${slack}`);
  }
});

test("the gap is refused without entropy and on particles", () => {
  const space = particles({ n: 2, dim: 1 });
  const bare = { space: gaussian(1), energy: moment(gaussian(1), x1, y), geometry: wasserstein };
  assert.throws(() => dualityGap.at(bare, { t: 0, u: Float64Array.of(0, 1) }, unheard), /refused: .*entropy/);
  assert.throws(
    () =>
      gap(
        space,
        tabulate(4, () => 0.5),
      ),
    /refused: .*grid or Gaussians/,
  );
});

test("the gap of an MMD-regularised divergence is that of its minimum, also where π has zeros; KALE has 1 + λ of it", () => {
  const data = { points: normals(stream(1, "data"), 24), weights: tabulate(12, j => (j % 3 === 0 ? 0 : 1 / 8)) };
  const u = concat(
    normals(stream(2, "state"), 20),
    tabulate(10, () => 0.1),
  );
  const space = particles({ n: 10, dim: 2 });
  const system = (energy: Energy): GradientSystem => ({ space, energy, geometry: wasserstein });
  const at = (energy: Energy): number => dualityGap.at(system(energy), { t: 0, u }, unheard) as number;
  const energy = mmdRegularised(space, "kl", gaussianKernel(1), 0.2, data);
  assert.equal(at(energy), energy.evidence(u).gap);
  assert.ok(Math.abs(at(energy)) < 1e-13 * energy.value(u));
  assert.equal(at(kale(space, gaussianKernel(1), 0.2, data)), 1.2 * Math.abs(at(energy)) * Math.sign(at(energy)));
});
