import assert from "node:assert/strict";
import test from "node:test";
import { exp } from "../../arithmetic/functions.js";
import { isRefusal } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { maxAbs, subtract, sum, tabulate } from "../../arithmetic/vectors.js";
import type { Solution } from "../../dynamics/integrator.js";
import { words } from "../../dynamics/integrators/index.js";
import { certify } from "../../dynamics/certify.js";
import { solve } from "../../dynamics/solve.js";
import { inclusiveKlTo, klTo } from "../../systems/energies/phi.js";
import { spherical } from "../../systems/geometries/combinators.js";
import { hellinger, kernelHellinger, wasserstein } from "../../systems/geometries/named.js";
import type { Reaction } from "../../systems/geometries/network.js";
import { reactions } from "../../systems/geometries/reactions.js";
import { systemRefusals } from "../../systems/admissible.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import { energiesOn } from "./energies.js";
import { geometriesWith } from "./geometries.js";
import { SPACES, type SpaceSample } from "./spaces.js";

const vec = (...x: number[]): Vec => Float64Array.from(x);

/** What one integrator makes of a system; undefined where it is refused. */
function run(system: GradientSystem, name: string, initial: Vec, end: number, steps: number): Solution | undefined {
  try {
    return solve({ system, initial, end }, words.find(word => word.name === name)!.on(system), { steps, seed: 1 });
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

const bare = finiteSet({ n: 5, points: vec(0, 0.7, 1.5, 2.6, 3) });
const pi = vec(0.1, 0.2, 0.3, 0.25, 0.15);
const half = vec(0, 0, 0.5, 0.5, 0);

test("A9: inclusive KL fills empty nodes by births: u(t) = π + (u₀ - π) e^{-t} by every integrator that can", () => {
  const system = { space: bare, energy: inclusiveKlTo(pi), geometry: hellinger };
  const expected = pi.map((p, i) => p + (half[i] - p) * exp(-0.2));
  assert.ok(maxAbs(subtract(rate(system, half), subtract(pi, half))) < 1e-12);
  // |ü| ≤ 0.25: first order misses by at most 0.25·dt·T/2 = 1.3e-4; JKO begins where √u is not smooth
  const allowed: Readonly<Record<string, number>> = {
    "explicit-euler": 1.3e-4,
    rk4: 1e-9,
    "implicit-euler": 1.3e-4,
    adaptive: 1e-6,
    jko: 1.5e-3,
    exact: 1e-14,
  };
  for (const [name, tolerance] of Object.entries(allowed)) {
    const solution = run(system, name, half, 0.2, 40)!;
    assert.equal(solution.status, "completed", `${name}: ${solution.reason}`);
    const error = maxAbs(subtract(solution.final, expected));
    assert.ok(error <= tolerance, `${name}: ${error}`);
  }
  assert.match(run(system, "exponential", half, 0.2, 40)!.reason, /node 0 is empty and the flow fills it/);
  // on the simplex the total of π - u is 0 already
  assert.ok(maxAbs(subtract(rate({ ...system, geometry: spherical(hellinger) }, half), subtract(pi, half))) < 1e-12);
});

/** Σ k (c^α/c*^α - c^β/c*^β)(β - α) */
function massAction(all: readonly Reaction[], equilibrium: readonly number[], c: Vec): Vec {
  const activity = (side: readonly number[]): number =>
    side.reduce((product, n, i) => {
      let power = 1;
      for (let k = 0; k < n; k++) power *= c[i] / equilibrium[i];
      return product * power;
    }, 1);
  return c.map((_, i) =>
    all.reduce((s, { from, to, rate: k }) => s + k * (activity(from) - activity(to)) * (to[i] - from[i]), 0),
  );
}

test("B-21, A9: reactions begin from their reactants alone, and every integrator follows ċ or says why not", () => {
  const all: readonly Reaction[] = [
    { from: [2, 0, 0], to: [0, 2, 1], rate: 1.3 },
    { from: [0, 3, 0], to: [1, 0, 2], rate: 0.4 },
  ];
  const equilibrium = [0.5, 0.8, 0.4];
  const geometry = reactions(all, equilibrium);
  const system = { space: finiteSet({ n: 3 }), energy: klTo(Float64Array.from(equilibrium)), geometry };
  for (const c of [vec(1, 0, 0), vec(0, 1, 0), vec(0, 0, 1), vec(1, 0.5, 0), vec(0, 0.3, 0.7), vec(1, 0, 0.2)]) {
    const expected = massAction(all, equilibrium, c);
    assert.ok(maxAbs(subtract(rate(system, c), expected)) <= 1e-12 * Math.max(1, maxAbs(expected)), c.join());
    const fine = run(system, "rk4", c, 0.02, 400)!;
    for (const name of ["explicit-euler", "rk4", "implicit-euler", "adaptive"]) {
      const { status, reason, final } = run(system, name, c, 0.02, 20)!;
      assert.equal(status, "completed", `${name} from ${c.join()}: ${reason}`);
      // rates stay below 15 and their derivatives below 200: dt·T·200/2
      assert.ok(maxAbs(subtract(final, fine.final)) <= 2e-3, `${name} from ${c.join()}: ${final.join()}`);
    }
  }
  assert.equal(
    run(system, "jko", vec(0.5, 0.4, 0.3), 0.1, 2),
    undefined,
    "the metric of reactions is constant in no chart",
  );
});

test("A9: what no flow fills stays empty: parts that no edge reaches, species that nothing makes", () => {
  const parts = finiteSet({ n: 4, points: vec(0, 1, 2, 3), edges: [[0, 1], [2, 3]] }); // prettier-ignore
  const system = { space: parts, energy: klTo(vec(0.1, 0.2, 0.3, 0.4)), geometry: wasserstein };
  const { status, reason, final } = run(system, "implicit-euler", vec(1, 0, 0, 0), 0.2, 20)!;
  assert.equal(status, "completed", reason);
  const fine = run(system, "rk4", vec(1, 0, 0, 0), 0.2, 200)!.final;
  assert.ok(maxAbs(subtract(final, fine)) < 5e-3, `${final.join()} ${fine.join()}`);
  assert.ok(final[2] < 1e-12 && final[3] < 1e-12);
});

test("A9: kernel Hellinger keeps what is empty: JKO is that of the nodes with mass, or the reason is said", () => {
  const kernel = laplaceKernel(1);
  const all = { space: bare, energy: klTo(pi), geometry: kernelHellinger(kernel) };
  const two = {
    space: finiteSet({ n: 2, points: vec(1.5, 2.6) }),
    energy: klTo(vec(0.3, 0.25)),
    geometry: all.geometry,
  };
  const whole = run(all, "jko", half, 0.2, 20)!;
  const alone = run(two, "jko", vec(0.5, 0.5), 0.2, 20)!;
  assert.equal(whole.status, "completed", whole.reason);
  assert.ok(maxAbs(subtract(whole.final.subarray(2, 4), alone.final)) < 1e-12);
  assert.equal(whole.final[0] + whole.final[1] + whole.final[4], 0);
  const without = { ...all, energy: inclusiveKlTo(pi) };
  assert.match(
    run(without, "jko", half, 0.2, 20)!.reason,
    /node 0 is empty, this geometry keeps it empty, and F is Infinity/,
  );
  for (const name of ["rk4", "implicit-euler", "exponential", "adaptive"]) {
    const { status, reason } = certify(without, run(without, name, half, 0.2, 20)!);
    assert.equal(status, "uncertified", name);
    assert.match(reason, /energies at the end that are infinite/);
  }
});

const ALL = process.env["EMPTY"] === "all";
/** Energies whose differential is infinite at empty nodes, and one whose is not. */
const ENERGIES = ["kl", "inclusive-kl", "phi", ...(ALL ? ["jeffreys", "entropy", "half-mmd2"] : [])];
const INTEGRATORS = [
  "explicit-euler",
  "rk4",
  "exponential",
  "implicit-euler",
  "semi-implicit",
  "chang-cooper",
  "jko",
  "adaptive",
  "exact",
];
const END = 0.01;
const STEPS = 4;

interface Scene {
  readonly label: string;
  readonly system: GradientSystem;
  readonly empty: Vec;
}

function scenesOn(sample: SpaceSample, geometries: RegExp): readonly Scene[] {
  const { name: on, space, kernel } = sample;
  const n = space.size;
  const mask = tabulate(n, i => (i >= n / 3 && i < (2 * n) / 3 ? 1 : 0));
  const empty = mask.map(m => m / sum(mask));
  return energiesOn(sample).flatMap(made =>
    "energy" in made && ENERGIES.includes(made.name)
      ? Object.entries(geometriesWith(kernel))
          .filter(([name]) => geometries.test(name))
          .map(([name, geometry]) => ({
            label: `${made.name} under ${name} on ${on}`,
            system: { space, energy: made.energy, geometry },
            empty,
          }))
          .filter(({ system }) => systemRefusals(system).length === 0)
      : [],
  );
}

/** Without `EMPTY=all`: what the other test of empty nodes has no space or geometry of. */
const SOME = /^((spherical )?(hellinger|kernel-hellinger)|hellinger-kantorovich|wasserstein|l2|mmd)$/;
const PLACES = /planar|periodic|grid2d/;

test("A9: every combination from empty nodes ends where it ends from nearly empty ones, or says what is empty", () => {
  const wrong: string[] = [];
  let completed = 0;
  for (const sample of SPACES.filter(({ name, target, cloud }) => target && cloud && (ALL || PLACES.test(name))))
    for (const { label, system, empty } of scenesOn(sample, ALL ? /./ : SOME))
      for (const name of INTEGRATORS) {
        const from = run(system, name, empty, END, STEPS);
        if (!from) continue;
        if (from.status !== "completed") {
          const said = /node \d+ is empty|mass \d+ is -|negative|stiff/.test(from.reason);
          if (!said) wrong.push(`${label} by ${name}: ${from.status}, ${from.reason}`);
          continue;
        }
        // -1/u² is so steep near 0 that no step from there is a reference
        if (label.startsWith("phi")) continue;
        const near = empty.map(m => (m === 0 ? 1e-12 / empty.length : m));
        const beside = run(system, name, near, END, STEPS);
        if (beside?.status !== "completed") continue;
        completed++;
        const apart = subtract(from.final, beside.final).reduce((s, v) => s + Math.abs(v), 0);
        if (!(apart < 0.02)) wrong.push(`${label} by ${name}: ${apart} apart`);
      }
  assert.deepEqual(wrong, []);
  assert.ok(completed > 50, `${completed}`);
});
