import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { Space } from "../../systems/spaces/space.js";
import type { GradientSystem } from "../../systems/system.js";
import { catalogue } from "./index.js";
import { onsagerMatrix } from "../../systems/dissipation.js";
import { freeEnergy } from "../../systems/energies/free-energy.js";
import { halfMmd2 } from "../../systems/energies/half-mmd2.js";
import { klTo } from "../../systems/energies/phi.js";
import { spherical, sum, term } from "../../systems/geometries/combinators.js";
import {
  deStein,
  hellinger,
  kernelHellinger,
  l2,
  mmd,
  ridgeHellinger,
  ridgeWasserstein,
  stein,
  wasserstein,
} from "../../systems/geometries/named.js";
import { parts } from "../../systems/geometries/parts.js";
import { langevin } from "../../dynamics/integrators/stochastic/langevin.js";
import { rk4 } from "../../dynamics/integrators/explicit/runge-kutta.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { rieszKernel } from "../../systems/kernels/riesz.js";
import { concat, fill, maxAbs, subtract, tabulate } from "../../arithmetic/vectors.js";
import { primalRefusal } from "../../systems/primal-dissipation.js";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import { geometryRefusals, logRefusals, systemRefusals } from "../../systems/admissible.js";
import { nadarayaWatson } from "../../systems/geometries/smoothers/nadaraya-watson.js";
import { solve } from "../../dynamics/solve.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import { upwind } from "../../systems/spaces/mobilities.js";
import { particles } from "../../systems/spaces/particles.js";
import { rate } from "../../systems/system.js";

const k = laplaceKernel(1);
const u = Float64Array.of(0.1, 0.2, 0.3, 0.4);
const pi = fill(4, 0.25);
const bare = finiteSet({ n: 4 });
const line = finiteSet({
  n: 4,
  points: tabulate(4, i => i),
  edges: [
    [0, 1],
    [1, 2],
    [2, 3],
  ],
});
const cloud = particles({ n: 4, dim: 1 });
const scattered = concat(
  tabulate(4, i => i),
  fill(4, 0.25),
);
const V = { value: (x: Vec): number => (x[0] * x[0]) / 2, gradient: (x: Vec): Vec => x.slice() };
const on = (geometry: Geometry, space: Space = bare): GradientSystem => ({ space, energy: klTo(pi), geometry });

test("a bare finite set refuses kernels and transport before the first step, and says what to give", () => {
  assert.match(geometryRefusals(bare, mmd(k))[0], /deposit × inverse on finite-set: .*no coordinates.*give its points/);
  assert.match(geometryRefusals(bare, wasserstein)[0], /no edges.*give it edges/);
  assert.throws(() => solve({ system: on(wasserstein), initial: u, end: 1 }, rk4, { steps: 1 }), /no edges/);
  assert.deepEqual(systemRefusals(on(spherical(hellinger))), []);
});

test("log u of a point cloud: kernel and ridge integrate by parts, the others are refused with what to take", () => {
  const at = (geometry: Geometry): readonly string[] =>
    logRefusals({ space: cloud, energy: freeEnergy(cloud, V, 1), geometry });
  for (const g of [stein(k), ridgeWasserstein(k, 0.1)]) assert.deepEqual(at(g), []);
  assert.match(at(wasserstein)[0], /Langevin/);
  assert.match(at(deStein(k))[0], /integration by parts needs 𝒦/);
  assert.match(at(hellinger)[0], /density estimate/);
  assert.equal(at(sum(wasserstein, hellinger)).length, 2);
  const system = { space: cloud, energy: freeEnergy(cloud, V, 1), geometry: wasserstein };
  assert.throws(() => solve({ system, initial: scattered, end: 1 }, rk4, { steps: 1 }), /refused: .*Langevin/);
  assert.equal(solve({ system, initial: scattered, end: 0.1 }, langevin, { steps: 1 }).status, "completed");
  assert.deepEqual(logRefusals({ ...system, energy: freeEnergy(cloud, V, 0) }), []);
});

test("measures that a representation does not have: deposit and diffusion on particles and Gaussians, the inverse on Gaussians", () => {
  assert.match(geometryRefusals(cloud, l2)[0], /how a particle is split/);
  assert.match(geometryRefusals(gaussian(2), l2)[0], /not closed/);
  assert.match(geometryRefusals(gaussian(2), mmd(k))[0], /pulled-back metric/);
  assert.deepEqual(geometryRefusals(cloud, mmd(k)), []);
});

test("no smoother takes a conditionally positive kernel, whose 𝒦_u is not ≥ 0; an energy does", () => {
  for (const geometry of [mmd, stein, (kernel: Kernel) => ridgeHellinger(kernel, 0.1)])
    assert.match(geometryRefusals(line, geometry(rieszKernel(1)))[0], /equal masses only: take a Laplace/);
  assert.deepEqual(
    systemRefusals({
      space: line,
      energy: halfMmd2(line, rieszKernel(1), { points: line.lattice.points, weights: pi }),
      geometry: wasserstein,
    }),
    [],
  );
});

test("R is refused where there is none: Nadaraya-Watson, upwind, log u by parts, matrices too large", () => {
  assert.match(primalRefusal(on(term("growth", nadarayaWatson(k)), line)), /no gradient system/);
  const grid = grid1d({ n: 4, interval: [0, 1], mobility: upwind });
  assert.match(primalRefusal(on(wasserstein, grid)), /upwind/);
  assert.equal(primalRefusal(on(hellinger, grid)), "");
  assert.match(
    primalRefusal({ space: cloud, energy: freeEnergy(cloud, V, 1), geometry: stein(gaussianKernel(1)) }),
    /by parts/,
  );
  const large = grid2d({
    shape: [30, 30],
    box: [
      [0, 1],
      [0, 1],
    ],
  });
  assert.match(primalRefusal({ ...on(stein(k), large), energy: klTo(fill(900, 1 / 900)) }), /900 > 512/);
  assert.equal(primalRefusal({ ...on(wasserstein, large), energy: klTo(fill(900, 1 / 900)) }), "");
});

test("sum(W, spherical(MMD)) = spherical(sum(W, MMD)); two parts under one projection do not split", () => {
  const matrix = (g: Geometry): Vec => onsagerMatrix(line, g, u);
  assert.ok(
    maxAbs(subtract(matrix(sum(wasserstein, spherical(mmd(k)))), matrix(spherical(sum(wasserstein, mmd(k)))))) < 1e-12,
  );
  assert.ok(
    maxAbs(subtract(matrix(sum(spherical(hellinger), spherical(mmd(k)))), matrix(spherical(sum(hellinger, mmd(k)))))) >
      1e-3,
  );
  assert.throws(() => parts(spherical(sum(hellinger, mmd(k)))), /does not split/);
  assert.equal(parts(spherical(sum(wasserstein, mmd(k)))).length, 2);
});

test("spherical is idempotent and leaves conservative geometries alone", () => {
  assert.equal(spherical(wasserstein), wasserstein);
  assert.deepEqual(rate(on(spherical(spherical(hellinger))), u), rate(on(spherical(hellinger)), u));
  assert.notDeepEqual(rate(on(spherical(kernelHellinger(k)), line), u), rate(on(kernelHellinger(k), line), u));
});

test("a refusal carries its sentence; other errors are none", () => {
  try {
    rate(on(wasserstein), u);
    assert.fail("not refused");
  } catch (error) {
    assert.ok(isRefusal(error) && /^transport × identity on finite-set: /.test(reasonOf(error)));
  }
  assert.ok(!isRefusal(new Error("refusal")));
});

test("the catalogue judges every combination and every integrator: refused ones say why", () => {
  const rows = catalogue();
  const admitted = rows.filter(row => row.refusals.length === 0);
  assert.ok(rows.length > 1000 && admitted.length > 500 && admitted.length < rows.length);
  assert.ok(rows.every(row => row.refusals.every(reason => reason.length > 20)));
  const find = (space: string, energy: string, geometry: string) =>
    rows.find(r => r.space === space && r.energy === energy && r.geometry === geometry);
  assert.deepEqual(find("particles", "kl", "stein")?.integrators.rk4, "");
  assert.match(find("particles", "kl", "wasserstein")?.integrators.rk4 ?? "", /Langevin/);
  assert.equal(find("particles", "kl", "wasserstein")?.integrators.langevin, "");
  assert.equal(find("grid1d", "kl", "hellinger-kantorovich")?.integrators.splitting, "");
  assert.match(find("particles", "inclusive-kl", "wasserstein")?.refusals[0] ?? "", /needs the density of u/);
});
