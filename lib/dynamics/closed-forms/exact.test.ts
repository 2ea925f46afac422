import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { Space } from "../../systems/spaces/space.js";
import type { GradientSystem } from "../../systems/system.js";
import { freeEnergy } from "../../systems/energies/free-energy.js";
import { gaussianKl } from "../../systems/energies/gaussian-kl.js";
import { halfMmd2 } from "../../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import { scaled, spherical } from "../../systems/geometries/combinators.js";
import { hellinger, hellingerKantorovich, mmd, wasserstein } from "../../systems/geometries/named.js";
import { exact } from "../integrators/exact.js";
import { rk4 } from "../integrators/explicit/runge-kutta.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { atanh, exp, pow, tanh } from "../../arithmetic/functions.js";
import { concat, maxAbs, subtract, sum, vec } from "../../arithmetic/vectors.js";
import { solve } from "../solve.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { particles } from "../../systems/spaces/particles.js";
import { powerRatio } from "./power-path.js";
import { CLOSED_FORMS, exactFlow } from "./registry.js";

const set = finiteSet({ n: 4, points: vec(0, 0.8, 1.7, 2.1) });
const pi = vec(0.1, 0.4, 0.3, 0.2);
const u0 = vec(0.4, 0.1, 0.2, 0.3);
const P = [-1, 0, 0.25, 0.5, 1, 1.5, 2, 3];
const cloud = particles({ n: 3, dim: 2 });
const scattered = concat(vec(0, 0, 1, 0.2, -0.5, 1), vec(0.2, 0.5, 0.3));
const k = laplaceKernel(1);
const smooth = gaussianKernel(0.9);
const V = { value: (x: Vec): number => (x[0] * x[0]) / 2, gradient: (x: Vec): Vec => x };
const foreign = { points: vec(0.1, 0.1, 0.9, -0.4), weights: vec(0.6, 0.4) };

interface Case {
  readonly name: string;
  readonly system: GradientSystem;
  readonly u: Vec;
}
const on = (space: Space, u: Vec, name: string, energy: Energy, geometry: Geometry): Case => ({
  name: `${name} on ${space.name}`,
  system: { space, energy, geometry },
  u,
});
const blob = gaussian(2);
const tilted = vec(1, -0.5, 0.9, 0.3, 0.3, 1.7);
const toTilted = gaussianKl(2, vec(0.2, 0.1, 1.1, -0.4, -0.4, 0.8));
const half = scaled(0.5, hellinger);
const CASES: readonly Case[] = [
  ...P.flatMap(p => [half, spherical(half)].map(g => on(set, u0, `${g.type} φ_${p}`, phiDivergenceTo(p, pi), g))),
  ...[0, 0.7].flatMap(tau =>
    [half, spherical(half)].map(g => on(set, u0, `${g.type} potential + ${tau} entropy`, freeEnergy(set, V, tau), g)),
  ),
  on(cloud, scattered, "spherical potential", freeEnergy(cloud, V, 0), spherical(hellinger)),
  on(set, u0, "½MMD²", halfMmd2(set, k, { points: set.nodes(u0), weights: pi }), scaled(2, mmd(k))),
  on(
    set,
    u0,
    "½MMD² off the mass of π",
    halfMmd2(set, k, { points: set.nodes(u0), weights: vec(1, 1, 1, 1) }),
    spherical(mmd(k)),
  ),
  on(cloud, scattered, "½MMD² to foreign atoms", halfMmd2(cloud, smooth, foreign), mmd(smooth)),
  on(cloud, scattered, "spherical ½MMD² to foreign atoms", halfMmd2(cloud, smooth, foreign), spherical(mmd(smooth))),
  on(set, u0, "½χ²", phiDivergenceTo(2, pi), scaled(0.2, mmd(k))),
  on(blob, tilted, "Ornstein-Uhlenbeck", toTilted, scaled(0.7, wasserstein)),
  on(blob, tilted, "spherical hellinger", toTilted, spherical(hellinger)),
  on(blob, tilted, "Hellinger-Kantorovich", toTilted, hellingerKantorovich(0.7, 1.3)),
  on(set, u0, "potential in MMD", freeEnergy(set, V, 0), spherical(mmd(k))),
];

test("every closed form is the flow: it agrees with RK4 to its error c dt⁴ = 16 times that of half the steps", () => {
  for (const { name, system, u } of CASES) {
    const run = (steps: number): Vec => solve({ system, initial: u, end: 0.4 }, rk4, { steps, cone: "ignore" }).final;
    const limit = exactFlow(system)?.(u, 0.4) ?? assert.fail(name);
    const coarse = run(50);
    const fine = run(100);
    const error = maxAbs(subtract(fine, limit));
    const difference = maxAbs(subtract(coarse, fine));
    assert.ok(error <= difference / 10 + 1e-13, `${name}: ${error} against ${difference / 15}`);
  }
});

test("every closed form is a semigroup: Φ_s Φ_t = Φ_{s+t} (1e-13)", () => {
  for (const { name, system, u } of CASES) {
    const flow = exactFlow(system) ?? assert.fail(name);
    assert.ok(maxAbs(subtract(flow(flow(u, 0.3), 1.1), flow(u, 1.4))) < 1e-13, name);
  }
});

test("every entry of the registry is reached by a case", () => {
  for (const form of CLOSED_FORMS)
    assert.ok(
      CASES.some(({ system }) => form.flow(system)),
      form.admits,
    );
});

test("A-4.1: s_t = [1 + (s^{1-p} - 1)e^{-t}]^{1/(1-p)}; no birth for p ≥ 1, (1 - e^{-t})^{1/(1-p)} for p < 1", () => {
  for (const p of P.filter(q => q !== 1)) {
    for (const s of [0.2, 1, 3])
      assert.ok(Math.abs(powerRatio(p, s, 0.7) / pow(1 + (pow(s, 1 - p) - 1) * exp(-0.7), 1 / (1 - p)) - 1) < 1e-14);
    assert.ok(Math.abs(powerRatio(p, 0, 0.7) - (p > 1 ? 0 : pow(1 - exp(-0.7), 1 / (1 - p)))) < 1e-15);
  }
});

test("A-4.1s, p = ½: the affinity is B(t) = tanh(t + artanh B_0) (1e-13), also from a state with an empty node", () => {
  for (const u of [u0, vec(0, 0.5, 0.25, 0.25)]) {
    const affinity = (v: Vec): number => sum(v.map((m, i) => Math.sqrt(m * pi[i])));
    const flow =
      exactFlow({ space: set, energy: phiDivergenceTo(0.5, pi), geometry: spherical(hellinger) }) ?? assert.fail();
    for (const t of [0.1, 1, 5]) assert.ok(Math.abs(affinity(flow(u, t)) - tanh(t + atanh(affinity(u)))) < 1e-13);
  }
});

test("A-3.9(ii): two kernels, one curve, π + e^{-t}(u - π), equal to the last bit", () => {
  const curves = [k, smooth].map(kernel => {
    const energy = halfMmd2(set, kernel, { points: set.nodes(u0), weights: pi });
    return solve({ system: { space: set, energy, geometry: mmd(kernel) }, initial: u0, end: 3 }, exact, { steps: 30 })
      .final;
  });
  assert.deepEqual(curves[0], curves[1]);
  assert.ok(
    maxAbs(
      subtract(
        curves[0],
        pi.map((m, i) => m + exp(-3) * (u0[i] - m)),
      ),
    ) < 1e-15,
  );
});

test("G-4, G-5: between Gaussians on the line the mean and the (inverse) variance move exponentially (1e-14)", () => {
  const line = gaussian(1);
  const q = 1.6;
  const energy = gaussianKl(1, vec(0.5, q));
  const start = vec(2, 0.4);
  const t = 0.9;
  const e = exp(-t);
  const f = exp(-t / q);
  const otto = exactFlow({ space: line, energy, geometry: wasserstein })?.(start, t) ?? assert.fail();
  assert.ok(maxAbs(subtract(otto, vec(0.5 + f * 1.5, q + f * f * (0.4 - q)))) < 1e-14);
  const rao = exactFlow({ space: line, energy, geometry: hellinger })?.(start, t) ?? assert.fail();
  const precision = e / 0.4 + (1 - e) / q;
  assert.ok(maxAbs(subtract(rao, vec(((e * 2) / 0.4 + ((1 - e) * 0.5) / q) / precision, 1 / precision))) < 1e-14);
  const late = exactFlow({ space: line, energy, geometry: hellingerKantorovich(3, 2) })?.(start, 1000) ?? assert.fail();
  assert.ok(maxAbs(subtract(late, vec(0.5, q))) < 1e-14);
});

test("what has no closed form is refused with the list of what has", () => {
  const system = { space: set, energy: phiDivergenceTo(1, pi), geometry: wasserstein };
  assert.throws(() => solve({ system, initial: u0, end: 1 }, exact, { steps: 1 }), /no closed form .* \(A-4\.2\)/);
});
