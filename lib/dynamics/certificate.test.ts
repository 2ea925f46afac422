import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../arithmetic/vec.js";
import type { Energy } from "../systems/energies/energy.js";
import type { Geometry } from "../systems/geometries/geometry.js";
import type { Space } from "../systems/spaces/space.js";
import type { Covector } from "../systems/spaces/space.js";
import { unheard } from "../arithmetic/notes.js";
import { quadratic } from "../systems/dissipation.js";
import { onsager, rate } from "../systems/system.js";
import { dual, primal } from "./recorders/energetics.js";
import { certificate } from "./certificate.js";
import { fitsSimpson } from "../numerics/sampled.js";
import { certify } from "./certify.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { gaussianKl } from "../systems/energies/gaussian-kl.js";
import { halfMmd2 } from "../systems/energies/half-mmd2.js";
import { klTo } from "../systems/energies/phi.js";
import { scaled, spherical } from "../systems/geometries/combinators.js";
import { hellinger, mmd, stein, wasserstein } from "../systems/geometries/named.js";
import { langevin } from "./integrators/stochastic/langevin.js";
import { explicitEuler, rk4 } from "./integrators/explicit/runge-kutta.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { laplaceKernel } from "../systems/kernels/laplace.js";
import { exp } from "../arithmetic/functions.js";
import { concat, fill, scale, subtract, sum, tabulate, vec } from "../arithmetic/vectors.js";
import { solve } from "./solve.js";
import { gaussian } from "../systems/spaces/gaussian.js";
import { grid1d } from "../systems/spaces/grid1d.js";
import { particles } from "../systems/spaces/particles.js";

const grid = grid1d({ n: 24, interval: [-3, 3] });
const bump = (centre: number, width: number): Vec => {
  const raw = tabulate(24, i => exp(-((grid.lattice.points[i] - centre) ** 2) / (2 * width * width)));
  return scale(1 / sum(raw), raw);
};
const pi = bump(0, 1);
const start = bump(0.7, 1.3);
const V = { value: (x: Vec): number => (x[0] * x[0]) / 2, gradient: (x: Vec): Vec => x.slice() };
const run = (
  space: Space,
  energy: Energy,
  geometry: Geometry,
  initial: Vec,
  end: number,
  steps: number,
  records = steps,
) => {
  const system = { space, energy, geometry };
  return certificate(system, solve({ system, initial, end }, rk4, { steps, records }));
};

test("F(u_T) - F(u_0) + ∫ R + R* dt = 0: the defect falls like h⁴, with R from u̇ and not from R*", () => {
  const cases: readonly (readonly [Space, Energy, Geometry, Vec, number])[] = [
    [grid, klTo(pi), spherical(hellinger), start, 1],
    [grid, klTo(pi), wasserstein, start, 0.05],
    [
      grid,
      halfMmd2(grid, laplaceKernel(1), { points: grid.lattice.points, weights: pi }),
      mmd(laplaceKernel(1)),
      start,
      1,
    ],
    [gaussian(1), gaussianKl(1, Float64Array.of(0, 1)), wasserstein, Float64Array.of(1, 2), 1],
  ];
  for (const [space, energy, geometry, u, end] of cases) {
    const [coarse, fine] = [8, 16].map(records => {
      const { series } = run(space, energy, geometry, u, end, 160, records);
      return Math.abs(series.balanceDefect.data[0]) / (series.energy.data[0] - series.energy.data[records]);
    });
    assert.ok(fine < 1e-3 && (fine < 1e-9 || coarse / fine > 10), `${energy.name} on ${space.name}: ${coarse} ${fine}`);
  }
});

test("an even number of equal intervals is summed by Simpson's rule, any other by trapezoids", () => {
  assert.ok(fitsSimpson(vec(0, 1, 2)));
  assert.ok(!fitsSimpson(vec(0, 1, 2, 3)));
  assert.ok(!fitsSimpson(vec(0, 1, 4)));
});

test("particles also record the effective sample size (Σw)²/Σw² and the number of massless ones", () => {
  const space = particles({ n: 4, dim: 1 });
  const u = concat(Float64Array.of(-1, 0, 1, 2), Float64Array.of(0.5, 0.25, 0.25, 0));
  const k = gaussianKernel(1);
  const { series, absent } = run(
    space,
    halfMmd2(space, k, { points: Float64Array.of(0), weights: Float64Array.of(1) }),
    wasserstein,
    u,
    0.1,
    4,
  );
  assert.equal(series.ess.data[0], 1 / (0.25 + 0.0625 + 0.0625));
  assert.equal(series.massless.data[0], 1);
  assert.deepEqual(absent, {});
  assert.ok(!("ess" in run(grid, klTo(pi), hellinger, start, 0.1, 2).series));
});

test("what a point cloud cannot evaluate is absent with its reason: KL under SVGD, under Langevin noise", () => {
  const n = 5;
  const space = particles({ n, dim: 1 });
  const u = concat(
    tabulate(n, i => i - 2),
    fill(n, 1 / n),
  );
  const energy = freeEnergy(space, V, 1);
  const svgd = run(space, energy, stein(gaussianKernel(1)), u, 0.1, 2);
  assert.ok(svgd.series.dual.data.every(v => v > 0));
  assert.match(svgd.absent.energy, /entropy of a point cloud cannot be evaluated/);
  assert.match(svgd.absent.primal, /integrated by parts/);
  assert.match(svgd.absent.balanceDefect, /energy and primal/);
  const system = { space, energy, geometry: wasserstein };
  const noisy = certificate(system, solve({ system, initial: u, end: 0.1 }, langevin, { steps: 2 }));
  assert.match(noisy.absent.dual, /Langevin/);
  assert.deepEqual(Object.keys(noisy.series).sort(), ["ess", "mass", "massless", "positivity"]);
  assert.match(run(space, energy, stein(laplaceKernel(1)), u, 0.1, 2).absent.dual, /infinite for this kernel/);
});

test("certify: explicit Euler far beyond stability throws particles about and is uncertified, with small steps it is completed", () => {
  const space = particles({ n: 4, dim: 1 });
  const u = concat(Float64Array.of(-1, 0.5, 1, 2), fill(4, 0.25));
  const system = { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };
  const ending = (steps: number) => certify(system, solve({ system, initial: u, end: 16 }, explicitEuler, { steps }));
  assert.equal(ending(320).status, "completed");
  const { status, reason, certificate: proof } = ending(4);
  assert.equal(status, "uncertified");
  assert.match(reason, /^reached t = 16, but defect of the energy-dissipation balance beyond its uncertainty: /);
  assert.ok(proof.series.energy.data[4] > proof.series.energy.data[0]);
});

test("the guard: of a flow c times as fast balanceDefect is (1 - 1/c)(F(T) - F(0)), and not 0", () => {
  const cases: readonly (readonly [Energy, Geometry])[] = [
    [klTo(pi), spherical(hellinger)],
    [klTo(pi), wasserstein],
  ];
  for (const [energy, geometry] of cases)
    for (const c of [0.5, 0.97, 1.03, 2]) {
      const system = { space: grid, energy, geometry };
      const faster = { ...system, geometry: scaled(c, geometry) };
      const flow = solve({ system: faster, initial: start, end: 0.05 }, rk4, { steps: 320, records: 32 });
      const { energy: F, balanceDefect } = certificate(system, flow).series;
      const lost = F.data[32] - F.data[0];
      const expected = (1 - 1 / c) * lost;
      // Simpson over 32 intervals: 1e-6 of the energy lost, a thousandth of the least defect
      assert.ok(Math.abs(balanceDefect.data[0] - expected) < 1e-5 * Math.abs(lost), `${c}: ${balanceDefect.data[0]}`);
    }
});

test("R ≠ R* for a rate that is no gradient of F: R(u, v) + R*(u, -DF) + <DF, v> = ½<η, 𝕂η> > 0 for v = -𝕂(DF + η)", () => {
  const energy = klTo(pi);
  const eta: Covector = { value: tabulate(24, i => (i % 5) - 1.7), temperature: 0 };
  for (const geometry of [spherical(hellinger), hellinger, wasserstein, mmd(laplaceKernel(1))]) {
    const system = { space: grid, energy, geometry };
    const v = subtract(rate(system, start), onsager(grid, geometry, start, eta));
    const at = { t: 0, u: start, rate: v };
    const [R, dualR] = [primal, dual].map(recorder => recorder.at(system, at, unheard) as number);
    const steepness = grid.pair(start, energy.differential(start), v);
    const defect = 0.5 * quadratic(grid, geometry, start, eta);
    assert.ok(defect > 1e-3 && Math.abs(R - dualR) > 1e-3, `${defect}, ${R - dualR}`);
    assert.ok(Math.abs(R + dualR + steepness - defect) < 1e-9 * (R + dualR), `${R + dualR + steepness} ${defect}`);
  }
});
