import test from "node:test";
import assert from "node:assert/strict";
import { observedOrder } from "../checks/order.js";
import { diagonalQuadratic } from "../../systems/measures/potentials.js";
import { nesterov } from "./optimisation/nesterov.js";
import { newtonFlow } from "./optimisation/newton-flow.js";
import { rattle } from "./optimisation/rattle.js";
import { rescaledGradient } from "./optimisation/rescaled-gradient.js";
import { signedGradient } from "./optimisation/signed-gradient.js";
import { sphereGradient } from "./optimisation/sphere-gradient.js";
import { freeEnergy, potentialEnergy } from "../../systems/energies/free-energy.js";
import { gaussianKl } from "../../systems/energies/gaussian-kl.js";
import { ginzburgLandau } from "../../systems/energies/ginzburg-landau.js";
import { halfMmd2 } from "../../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import { exactFlow } from "../closed-forms/registry.js";
import { scaled, spherical, sum } from "../../systems/geometries/combinators.js";
import { hellinger, hellingerKantorovich, l2, mmd, wasserstein } from "../../systems/geometries/named.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { exp, expm1, log } from "../../arithmetic/functions.js";
import { fill, vec } from "../../arithmetic/vectors.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Integrator } from "../integrator.js";
import type { GradientSystem } from "../../systems/system.js";
import { adagrad } from "./optimisation/adagrad.js";
import { adam } from "./optimisation/adam.js";
import { adaptive } from "./explicit/adaptive.js";
import { changCooper } from "./implicit/chang-cooper.js";
import { exact } from "./exact.js";
import { exponential } from "./explicit/exponential.js";
import { heavyBall } from "./optimisation/heavy-ball.js";
import { words } from "./index.js";
import { implicitEuler } from "./implicit/implicit-euler.js";
import { jko, jkoMidpoint } from "./minimizing-movement/jko.js";
import { langevin } from "./stochastic/langevin.js";
import { noisyEuler } from "./stochastic/noisy-euler.js";
import { probabilityFlow } from "./score-based/probability-flow.js";
import { explicitEuler, rk4 } from "./explicit/runge-kutta.js";
import { semiImplicit } from "./implicit/semi-implicit.js";
import { splitting } from "./splitting.js";

/** An integrator on a system whose flow at time 1 is known. */
interface Case {
  readonly integrator: Integrator;
  readonly system: GradientSystem;
  readonly initial: Vec;
  readonly reference: Vec;
  readonly steps: readonly number[];
}

const known = (system: GradientSystem, initial: Vec): Pick<Case, "system" | "initial" | "reference"> => ({
  system,
  initial,
  reference: exactFlow(system)?.(initial, 1) ?? assert.fail(),
});

const set = finiteSet({ n: 4, points: vec(0, 0.8, 1.7, 2.1) });
const pi = vec(0.1, 0.4, 0.3, 0.2);
const u0 = vec(0.4, 0.1, 0.2, 0.3);
const k = laplaceKernel(1);
const replicator = known({ space: set, energy: phiDivergenceTo(0.5, pi), geometry: spherical(hellinger) }, u0);
const free = known({ space: set, energy: phiDivergenceTo(2, pi), geometry: scaled(0.8, hellinger) }, u0);
const halves = { ...free, system: { ...free.system, geometry: sum(scaled(0.4, hellinger), scaled(0.4, hellinger)) } };
const mixture = known(
  { space: set, energy: halfMmd2(set, k, { points: set.nodes(u0), weights: pi }), geometry: mmd(k) },
  u0,
);
const plane = gaussian(2);
const blob = vec(1, -0.5, 0.9, 0.3, 0.3, 1.7);
const toTilted = gaussianKl(2, vec(0.2, 0.1, 1.1, -0.4, -0.4, 0.8));
const otto = known({ space: plane, energy: toTilted, geometry: wasserstein }, blob);
const kantorovich = known({ space: plane, energy: toTilted, geometry: hellingerKantorovich(0.7, 1.3) }, blob);

/** Two cells: their Fokker-Planck equation relaxes with the sum a + b of the rates. */
const pair = grid1d({ n: 2, interval: [0, 2] });
const two = vec(0.3, 0.7);
const delta = log(0.3 / 0.7);
const a = delta / expm1(delta);
const b = -delta / expm1(-delta);
const twoCells = {
  system: { space: pair, energy: phiDivergenceTo(1, two), geometry: wasserstein },
  initial: vec(0.9, 0.1),
  reference: vec(0.3 + exp(-a - b) * 0.6, 0.7 - exp(-a - b) * 0.6),
};

/** Constant phases: u̇ = u - u³. */
const flat = grid1d({ n: 4, interval: [0, 4] });
const phase = {
  system: { space: flat, energy: ginzburgLandau(flat, 0.1), geometry: l2 },
  initial: fill(4, 0.3),
  reference: fill(4, 0.3 / Math.sqrt(0.09 + 0.91 * exp(-2))),
};

/** Particles that fall in x²/2: x(t) = e^{-t} x. */
const cloud = particles({ n: 2, dim: 1 });
const V = { value: (x: Vec): number => (x[0] * x[0]) / 2, gradient: (x: Vec): Vec => x };
const falling = {
  system: { space: cloud, energy: freeEnergy(cloud, V, 0), geometry: wasserstein },
  initial: vec(-1, 2, 0.5, 0.5),
  reference: vec(-exp(-1), 2 * exp(-1), 0.5, 0.5),
};

/** Particles on the circle that fall in (a x² + b y²)/2: x(t) ∝ e^{-tA} x. */
const bowl = diagonalQuadratic(vec(2, 0.5));
const pairOnCircle = particles({ n: 2, dim: 2 });
const circling = {
  system: { space: pairOnCircle, energy: potentialEnergy(pairOnCircle, bowl), geometry: wasserstein },
  initial: vec(0.6, 0.8, 0, 1, 0.5, 0.5),
  reference: vec(
    ...[0.6 * exp(-2), 0.8 * exp(-0.5)].map(x => x / Math.sqrt(0.36 * exp(-4) + 0.64 * exp(-1))),
    0,
    1,
    0.5,
    0.5,
  ),
};

const FEW = [4, 8, 16, 32];
const MANY = [40, 80, 160, 320];
/** Closed forms have no order; jumps are random and their law is tested elsewhere. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  "explicit-euler": [{ integrator: explicitEuler, ...replicator, steps: MANY }],
  rk4: [
    { integrator: rk4, ...replicator, steps: FEW },
    { integrator: rk4, ...kantorovich, steps: [16, 32, 64, 128] },
  ],
  adaptive: [{ integrator: adaptive(1e300), ...replicator, steps: FEW }],
  exponential: ([1, 2, 4] as const).map(order => ({
    integrator: exponential(order),
    ...replicator,
    steps: order === 4 ? FEW : MANY,
  })),
  "heavy-ball": [0, 0.5].map(momentum => ({ integrator: heavyBall(momentum), ...replicator, steps: MANY })),
  "implicit-euler": [
    { integrator: implicitEuler, ...replicator, steps: MANY },
    { integrator: implicitEuler, ...phase, steps: MANY },
  ],
  "semi-implicit": [undefined, 2].map(s => ({ integrator: semiImplicit(s), ...phase, steps: MANY })),
  "chang-cooper": [{ integrator: changCooper, ...twoCells, steps: MANY }],
  jko: [
    ...[replicator, free, mixture, otto].map(start => ({ integrator: jko, ...start, steps: MANY })),
    ...[free, mixture, otto].map(start => ({ integrator: jkoMidpoint, ...start, steps: FEW })),
  ],
  splitting: (["lie", "strang"] as const).flatMap(scheme => [
    { integrator: splitting(scheme, [exact, exact]), ...kantorovich, steps: FEW },
    { integrator: splitting(scheme, [rk4, exact]), ...kantorovich, steps: [8, 16, 32, 64] },
    { integrator: splitting(scheme, [exact, jko]), ...halves, steps: MANY },
  ]),
  langevin: [{ integrator: langevin, ...falling, steps: MANY }],
  adagrad: [
    { integrator: adagrad({ decay: 0.9 }), ...falling, steps: MANY },
    // its steps shrink as 1/√k, so that it stands still for dt → 0
    { integrator: adagrad(), ...falling, steps: [4000, 8000, 16000, 32000] },
  ],
  "probability-flow": [{ integrator: probabilityFlow, ...falling, steps: FEW }],
  adam: [{ integrator: adam(), ...falling, steps: MANY }],
  // methods of optimisation with a clock of their own, or with another equation: not the flow for dt → 0
  nesterov: [{ integrator: nesterov, ...falling, steps: [4000, 8000, 16000] }],
  "rescaled-gradient": [
    { integrator: rescaledGradient(2, 1), ...replicator, steps: MANY },
    { integrator: rescaledGradient(3, 0.7), ...replicator, steps: MANY },
  ],
  "signed-gradient": [{ integrator: signedGradient(3, 0.7), ...falling, steps: MANY }],
  "newton-flow": [undefined, { time: 2, exponent: 0.5 }].map(settling => ({
    integrator: newtonFlow(settling),
    ...circling,
    steps: MANY,
  })),
  "sphere-gradient": [{ integrator: sphereGradient, ...circling, steps: MANY }],
  rattle: [{ integrator: rattle(0.4), ...circling, steps: MANY }],
  "noisy-euler": [{ integrator: noisyEuler(0), ...falling, steps: MANY }],
};

test("every integrator but closed forms, jumps, networks and filters is held against its order", () =>
  assert.deepEqual(
    words.flatMap(({ name }) => (name in CASES ? [] : [name])),
    ["exact", "birth-death", "published-ift", "reseeding", "score-matching", "network-jko", "observed"],
  ));

for (const [name, cases] of Object.entries(CASES))
  test(`${name} converges with the order it declares (± 0.25)`, () => {
    for (const { integrator, system, initial, steps, reference } of cases) {
      const observed = observedOrder({ system, initial, end: 1 }, integrator, steps, reference);
      assert.ok(
        Math.abs(observed - integrator.order) < 0.25,
        `order ${observed} against ${integrator.order} on ${system.space.name} with ${system.geometry.type}`,
      );
    }
  });
