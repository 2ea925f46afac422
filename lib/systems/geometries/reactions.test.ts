import assert from "node:assert/strict";
import { test } from "node:test";
import { rk4 } from "../../dynamics/integrators/explicit/runge-kutta.js";
import { solve } from "../../dynamics/solve.js";
import { pow } from "../../arithmetic/functions.js";
import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, fill, maxAbs, subtract, tabulate } from "../../arithmetic/vectors.js";
import { geometryRefusals } from "../admissible.js";
import { klTo } from "../energies/phi.js";
import { laplaceKernel } from "../kernels/laplace.js";
import { finiteSet } from "../spaces/finite-set.js";
import { gaussian } from "../spaces/gaussian.js";
import { grid1d } from "../spaces/grid1d.js";
import { particles } from "../spaces/particles.js";
import { onsagerMatrix } from "../dissipation.js";
import { primalDissipation } from "../primal-dissipation.js";
import { rate } from "../system.js";
import { term } from "./combinators.js";
import { conservesMass } from "./conserves.js";
import type { Geometry } from "./geometry.js";
import { wasserstein } from "./named.js";
import type { Reaction } from "./network.js";
import { reactions } from "./reactions.js";
import { kernelSmoother } from "./smoothers/kernel.js";

const WATER: Reaction = { from: [2, 0, 0], to: [0, 2, 1], rate: 0.7 };
const BALANCED = [0.5, 0.8, 0.4];
const species = finiteSet({ n: 3 });
const random = stream(3, "reactions");
const states: readonly Vec[] = Array.from({ length: 20 }, () => tabulate(3, () => 0.05 + 2 * random.uniform()));

/** k (c^α/c*^α - c^β/c*^β) (β - α), written out. */
function massAction(list: readonly Reaction[], c: Vec, balanced: readonly number[]): Vec {
  const product = (powers: readonly number[]): number => powers.reduce((p, n, i) => p * pow(c[i] / balanced[i], n), 1);
  return c.map((_, i) =>
    list.reduce((s, { from, to, rate: k }) => s + k * (product(from) - product(to)) * (to[i] - from[i]), 0),
  );
}

const withKl = (geometry: Geometry, target: readonly number[]) =>
  ({ space: species, energy: klTo(Float64Array.from(target)), geometry }) as const;

test("-𝕂(c) D KL(c | c*) = k (c^α/c*^α - c^β/c*^β) (β - α): mass action is a gradient flow (B-21)", () => {
  const system = withKl(reactions([WATER], BALANCED), BALANCED);
  for (const c of states)
    assert.ok(maxAbs(subtract(rate(system, c), massAction([WATER], c, BALANCED))) <= 4e-15 * (1 + maxAbs(c) ** 3 * 20));
  // the equilibrium of a closed vessel is another one of the same balance: c* (1, 1, 1) + (0, log 2, -2 log 2)
  const other = withKl(reactions([WATER], BALANCED), [0.5, 1.6, 0.1]);
  for (const c of states)
    assert.ok(maxAbs(subtract(rate(other, c), massAction([WATER], c, BALANCED))) <= 4e-15 * (1 + maxAbs(c) ** 3 * 20));
});

test("without detailed balance the flow is no mass action: another constant of equilibrium is off by 0.01", () => {
  const system = withKl(reactions([WATER], BALANCED), [0.5, 0.8, 0.3]);
  assert.ok(states.every(c => maxAbs(subtract(rate(system, c), massAction([WATER], c, BALANCED))) > 0.01));
});

test("atoms are kept, <a, 𝕂ξ> = 0 for every a with a·(β - α) = 0; the number of molecules is not", () => {
  const system = withKl(reactions([WATER], BALANCED), BALANCED);
  const { snapshots, status } = solve({ system, initial: Float64Array.of(1, 0.2, 0.6), end: 5 }, rk4, { steps: 500 });
  assert.equal(status, "completed");
  for (const atoms of [Float64Array.of(2, 2, 0), Float64Array.of(1, 0, 2)])
    for (const c of snapshots) assert.ok(Math.abs(dot(atoms, subtract(c, snapshots[0]))) < 1e-14);
  assert.ok(!conservesMass(system.geometry));
  assert.ok(conservesMass(reactions([{ from: [1, 0], to: [0, 1], rate: 1 }], [1, 1])));
  assert.ok(conservesMass(reactions([{ from: [0, 1], to: [1, 0], rate: 1 }], [1, 1])));
  assert.ok(!conservesMass(reactions([{ from: [0, 1], to: [2, 1], rate: 1 }], [1, 1])));
});

test("edges are reactions: 𝕂 = Σ k Λ(u_i, u_j) (e_j - e_i)⊗(e_j - e_i) is Wasserstein with the log mean", () => {
  const edges = [
    [0, 1],
    [1, 2],
    [2, 0],
  ] as const;
  const along = edges.map(([i, j]) => ({
    from: [0, 1, 2].map(k => (k === i ? 1 : 0)),
    to: [0, 1, 2].map(k => (k === j ? 1 : 0)),
    rate: 1,
  }));
  const triangle = finiteSet({ n: 3, edges });
  for (const c of states) {
    const difference = subtract(
      onsagerMatrix(triangle, reactions(along, [1, 1, 1]), c),
      onsagerMatrix(triangle, wasserstein, c),
    );
    assert.ok(maxAbs(difference) < 4e-15);
  }
});

test("R(c, v) = v²/(2 w) along β - α, and ∞ for every other direction", () => {
  const kinetics = { space: species, geometry: reactions([WATER], [1, 1, 1]) };
  // at c = (1, 1, 1) both activities are 1, so w = k = 0.7
  assert.ok(Math.abs(primalDissipation(kinetics, fill(3, 1), Float64Array.of(-0.2, 0.2, 0.1)) - 0.005 / 0.7) < 1e-15);
  assert.equal(primalDissipation(kinetics, fill(3, 1), Float64Array.of(-0.2, 0.2, 0)), Infinity);
});

test("reactions are refused on other spaces, with kernels, and where they are no reactions: with what to give", () => {
  const water = reactions([WATER], BALANCED);
  for (const space of [grid1d({ n: 3, interval: [0, 1] }), particles({ n: 3, dim: 1 }), gaussian(1)])
    assert.match(geometryRefusals(space, water)[0], /^reactions × identity on .*points of a finite set: take that/);
  assert.match(geometryRefusals(finiteSet({ n: 4 }), water)[0], /3 species .* 4 points: give one point per species/);
  const { mechanism } = water as Geometry & { type: "term" };
  const smoothed = term(mechanism, kernelSmoother(laplaceKernel(1)));
  assert.match(geometryRefusals(species, smoothed)[0], /no Gram matrix: take the identity/);
  const bad: readonly (readonly [readonly Reaction[], readonly number[], RegExp])[] = [
    [[], [1], /at least one reaction/],
    [[WATER], [1, 1], /must be 2 numbers/],
    [[WATER], [1, 1, 0], /concentration in equilibrium is 0/],
    [[{ ...WATER, to: WATER.from }], BALANCED, /changes nothing/],
    [[{ ...WATER, from: [-2, 0, 0] }], BALANCED, /numbers of at least 0/],
    ...[0, -1, NaN, Infinity].map(k => [[{ ...WATER, rate: k }], BALANCED, /rate of a reaction is/] as const),
  ];
  for (const [list, balanced, reason] of bad) assert.throws(() => reactions(list, balanced), reason);
});
