import assert from "node:assert/strict";
import test from "node:test";
import { normals, stream } from "../../../arithmetic/random.js";
import { concat, fill, sum } from "../../../arithmetic/vectors.js";
import { potentialEnergy } from "../../../systems/energies/free-energy.js";
import { halfMmd2 } from "../../../systems/energies/half-mmd2.js";
import { scaled, spherical } from "../../../systems/geometries/combinators.js";
import { hellinger, wasserstein } from "../../../systems/geometries/named.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { doubleWell } from "../../../systems/measures/potentials.js";
import { particles } from "../../../systems/spaces/particles.js";
import { solve } from "../../solve.js";
import { birthDeath } from "./birth-death.js";
import { observed } from "./observed.js";
import { reseeding, systematic } from "./reseeding.js";
import { explicitEuler } from "../explicit/runge-kutta.js";

const n = 30;
const space = particles({ n, dim: 2 });
const data = { points: normals(stream(1, "data"), 20), weights: fill(10, 0.1) };
const energy = halfMmd2(space, gaussianKernel(1), data);
/** The first ten carry nothing, the others 1 : 2 : … : 20. */
const w = fill(n, 0).map((_, i) => (i < 10 ? 0 : (i - 9) / 210));
const initial = concat(normals(stream(2, "start"), 2 * n), w);

/** One step of a geometry that does not move. */
const once = (jitter: number): Float64Array =>
  solve(
    { system: { space, energy, geometry: scaled(0, wasserstein) }, initial, end: 1 },
    reseeding(explicitEuler, { jitter }),
    {
      steps: 1,
      seed: 4,
    },
  ).final as Float64Array;

test("systematic resampling: of m children particle i has ⌊m w_i⌋ or ⌈m w_i⌉, whatever the draw", () => {
  for (const r of [0, 0.3, 0.999999])
    for (const m of [1, 7, 50]) {
      const parents = systematic(w, m, r);
      assert.equal(parents.length, m);
      w.forEach((v, i) => {
        const count = parents.filter(p => p === i).length;
        assert.ok(count >= Math.floor(m * v) && count <= Math.ceil(m * v), `${count} of ${m * v}`);
      });
    }
});

test("re-seeding without jitter leaves the measure as it is: MMD(u⁺, u) = 0 to rounding, no particle is massless, ESS grows", () => {
  const final = once(0);
  const { value } = halfMmd2(space, gaussianKernel(1), { points: space.nodes(initial), weights: w });
  // the square of what is left of 30 sums of numbers of size 1
  assert.ok(Math.abs(value(final)) < 1e-15);
  const after = space.masses(final);
  assert.ok(after.every(v => v > 0) && Math.abs(sum(after) - 1) < 1e-15 * n);
  const squares = (v: Float64Array): number => v.reduce((s, x) => s + x * x, 0);
  assert.ok(squares(after as Float64Array) < squares(w));
});

test("with jitter a child is at jitter·N from its parent, and nothing is drawn where no particle is massless", () => {
  const still = once(0);
  const moved = once(0.01);
  for (let i = 0; i < 2 * n; i++) {
    const z = (moved[i] - still[i]) / 0.01;
    assert.ok(i < 20 ? z !== 0 && Math.abs(z) < 5 : z === 0);
  }
  const full = solve(
    { system: { space, energy, geometry: wasserstein }, initial: concat(space.nodes(initial), fill(n, 1 / n)), end: 1 },
    reseeding(explicitEuler, { jitter: 0.1 }),
    { steps: 3 },
  );
  assert.equal(full.stochastic, false);
});

test("jitter below 0 is refused, and reasons of the inner integrator are handed on", () => {
  assert.throws(() => reseeding(explicitEuler, { jitter: -1 }), /at least 0/);
});

test("births and deaths are counted as well where their particles are set anew or observed", () => {
  const line = particles({ n: 40, dim: 1 });
  const system = { space: line, energy: potentialEnergy(line, doubleWell(0.5)), geometry: spherical(hellinger) };
  const problem = { system, initial: concat(normals(stream(3, "start"), 40), fill(40, 1 / 40)), end: 1 };
  const nothing = { dim: 2, points: Float64Array.of(9, 0) };
  const counted = [
    birthDeath(),
    reseeding(birthDeath(), { jitter: 0 }),
    observed(birthDeath(), { rows: nothing, variance: 1 }),
  ].map(integrator => solve(problem, integrator, { steps: 20, seed: 5 }).beside.map(({ counts }) => counts));
  assert.ok((counted[0].at(-1)?.["deaths"] ?? 0) > 3);
  for (const wrapped of counted) assert.deepEqual(wrapped, counted[0]);
});
