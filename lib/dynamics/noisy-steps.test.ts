import assert from "node:assert/strict";
import { test } from "node:test";
import { cos, sin, square } from "../arithmetic/functions.js";
import type { Vec } from "../arithmetic/vec.js";
import { concat, fill, sum as total, tabulate, vec, zeros } from "../arithmetic/vectors.js";
import { freeEnergy } from "../systems/energies/free-energy.js";
import { halfMmd2 } from "../systems/energies/half-mmd2.js";
import { scaled, spherical, sum } from "../systems/geometries/combinators.js";
import { hellinger, wasserstein } from "../systems/geometries/named.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { particles } from "../systems/spaces/particles.js";
import type { GradientSystem } from "../systems/system.js";
import { certify } from "./certify.js";
import { words } from "./integrators/index.js";
import type { Integrator } from "./integrator.js";
import { birthDeath } from "./integrators/stochastic/birth-death.js";
import { langevin } from "./integrators/stochastic/langevin.js";
import { noisyEuler } from "./integrators/stochastic/noisy-euler.js";
import { splitting } from "./integrators/splitting.js";
import { noiseNotes, stiffnessOfSteps } from "./noisy-steps.js";
import { solve } from "./solve.js";

/** V = (a² + λ b²)/2 in coordinates turned by an angle. */
const valley = (lambda: number, angle: number): { value(x: Vec): number; gradient(x: Vec): Vec } => {
  const [c, s] = [cos(angle), sin(angle)];
  const turned = (x: Vec): Vec => vec(c * x[0] + s * x[1], c * x[1] - s * x[0]);
  return {
    value: x => (square(turned(x)[0]) + lambda * square(turned(x)[1])) / 2,
    gradient: x => {
      const [a, b] = turned(x);
      return vec(c * a - s * lambda * b, s * a + c * lambda * b);
    },
  };
};

const cloud = (n: number, dim: number): { space: ReturnType<typeof particles>; initial: Vec } => ({
  space: particles({ n, dim }),
  initial: concat(fill(n * dim, 1), fill(n, 1 / n)),
});

test("the stationary variance of Langevin steps is too large by the part z/(2 - z), z = λ dt", () => {
  const n = 4000;
  const { space, initial } = cloud(n, 1);
  const V = { value: (x: Vec): number => (3 * x[0] * x[0]) / 2, gradient: (x: Vec): Vec => vec(3 * x[0]) };
  const system = { space, energy: freeEnergy(space, V, 0.7), geometry: wasserstein };
  for (const z of [0.2, 0.9, 1.6, 1.9]) {
    const { final } = solve({ system, initial, end: (200 * z) / 3 }, langevin, { steps: 200, records: 1, seed: 3 });
    const variance = total(final.subarray(0, n).map(square)) / n;
    const part = variance / (0.7 / 3) - 1;
    assert.ok(Math.abs((1 + part) / (1 + langevin.excess!(z)) - 1) < 0.08, `${z}: ${part}, ${langevin.excess!(z)}`);
  }
});

test("stiffness is that of the stiffest direction, of few particles too, and does not depend on rotations and units", () => {
  for (const n of [1, 3, 50])
    for (const angle of [0, 0.5, 2])
      for (const lambda of [1, 40, 1e4])
        for (const unit of [1, 1e-8, 1e8]) {
          const { space, initial } = cloud(n, 2);
          const { value, gradient } = valley(lambda, angle);
          const V = { value, gradient: (x: Vec): Vec => gradient(x).map(g => g / square(unit)) };
          const energy = freeEnergy(space, V, 1);
          const system = { space, energy, geometry: scaled(2, wasserstein) };
          const snapshots = [initial.map((x, i) => (i < 2 * n ? unit * x : x))];
          const dt = (0.3 * square(unit)) / lambda;
          const z = stiffnessOfSteps(system, { snapshots, dt, stochastic: true });
          assert.ok(Math.abs(z / 0.6 - 1) < 1e-6, `${n} ${angle} ${lambda} ${unit}: ${z}`);
        }
});

const { space } = cloud(50, 2);
const initial = concat(fill(100, 1), fill(50, 1 / 50));
const target = { points: zeros(2), weights: vec(1) };

/** Systems that noisy methods are for, with dt α λ for dt = 1. */
const METHODS: Readonly<Record<string, readonly [Integrator, (lambda: number) => GradientSystem, number]>> = {
  langevin: [
    langevin,
    lambda => ({ space, energy: freeEnergy(space, valley(lambda, 0.5), 1), geometry: scaled(3, wasserstein) }),
    3,
  ],
  "langevin, half of the steps": [
    splitting("strang", [langevin, langevin]),
    lambda => ({ space, energy: freeEnergy(space, valley(lambda, 0.5), 1), geometry: sum(wasserstein, wasserstein) }),
    1,
  ],
  "langevin beside jumps": [
    splitting("lie", [langevin, birthDeath(gaussianKernel(1))]),
    lambda => ({
      space,
      energy: freeEnergy(space, valley(lambda, 0.5), 1),
      geometry: sum(wasserstein, scaled(1e-3, spherical(hellinger))),
    }),
    1,
  ],
};

test("noisy steps are uncertified where the variance is wrong by itself, and a note says from 1 % on by how much", () => {
  for (const [name, [integrator, systemOf, factor]] of Object.entries(METHODS))
    for (const lambda of [1, 40])
      for (const [z, status, noted] of [
        [0.01, "completed", false],
        [0.1, "completed", true],
        [0.9, "completed", true],
        [1.1, "uncertified", true],
        [1.9, "uncertified", true],
        [2.2, "uncertified", true],
        [10, "uncertified", true],
        [30, "uncertified", true],
      ] as const) {
        const system = systemOf(lambda);
        const flow = solve({ system, initial, end: (60 * z) / (lambda * factor) }, integrator, { steps: 60, seed: 3 });
        const ended = certify(system, flow);
        const what = `${name}, λ = ${lambda}, z = ${z}`;
        assert.equal(ended.status, status, `${what}: ${ended.reason}`);
        if (status === "uncertified") assert.match(ended.reason, /variance .* stiffest direction .*; take more steps/);
        assert.equal("size of noisy steps" in noiseNotes(system, flow), noted, what);
      }
});

test("perturbed forces without a law to tend to are uncertified where particles are thrown ever farther", () => {
  const integrator = noisyEuler(0.1);
  const system = { space, energy: freeEnergy(space, valley(5, 0.5), 0), geometry: wasserstein };
  for (const [z, status] of [
    [0.5, "completed"],
    [1.8, "completed"],
    [2.2, "uncertified"],
    [10, "uncertified"],
    [100, "uncertified"],
  ] as const) {
    const flow = solve({ system, initial, end: (60 * z) / 5 }, integrator, { steps: 60, seed: 3 });
    assert.equal(certify(system, flow).status, status, `${z}`);
  }
});

test("every integrator that parts particles at one point by noise says what its steps make of the variance", () => {
  const one = concat(zeros(100), fill(50, 1 / 50));
  const energies = [
    freeEnergy(space, valley(2, 0), 1),
    freeEnergy(space, valley(2, 0), 0),
    halfMmd2(space, gaussianKernel(1), target),
  ];
  const noisy = new Set<string>();
  for (const energy of energies)
    for (const geometry of [wasserstein, sum(wasserstein, spherical(hellinger))])
      for (const word of words) {
        const system = { space, energy, geometry };
        const integrator = word.on(system);
        if (!integrator || integrator.admit(system).reasons || integrator.inertial) continue;
        const { status, stochastic, final } = solve({ system, initial: one, end: 0.1 }, integrator, { steps: 2 });
        const parted = tabulate(100, i => final[i]).some((x, i) => x !== final[i % 2]);
        if (status !== "completed" || !stochastic || !parted) continue;
        noisy.add(word.name);
        assert.ok(integrator.excess, word.name);
      }
  assert.ok(noisy.has("langevin") && noisy.has("noisy-euler") && noisy.has("splitting"), [...noisy].join());
});
