import assert from "node:assert/strict";
import test from "node:test";
import { reasonsAgainst } from "../../arithmetic/admission.js";
import { exp } from "../../arithmetic/functions.js";
import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, dot, fill, maxAbs, subtract, sum, tabulate, vec } from "../../arithmetic/vectors.js";
import { dualDissipation } from "../../systems/dissipation.js";
import { freeEnergy } from "../../systems/energies/free-energy.js";
import { halfMmd2 } from "../../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import { scaled, spherical, sum as total } from "../../systems/geometries/combinators.js";
import { hellinger, wasserstein } from "../../systems/geometries/named.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import type { Potential } from "../../systems/measures/cloud.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import { particles } from "../../systems/spaces/particles.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import { exactFlow } from "../closed-forms/registry.js";
import type { Integrator } from "../integrator.js";
import { solve } from "../solve.js";
import { adaptive } from "./explicit/adaptive.js";
import { birthDeath } from "./stochastic/birth-death.js";
import { changCooper } from "./implicit/chang-cooper.js";
import { exponential } from "./explicit/exponential.js";
import { implicitEuler } from "./implicit/implicit-euler.js";
import { langevin } from "./stochastic/langevin.js";
import { energy } from "../recorders/energetics.js";
import { stencilReach } from "./implicit/newton.js";
import { noisyEuler } from "./stochastic/noisy-euler.js";
import { splitting } from "./splitting.js";

const bowl: Potential = { value: x => dot(x, x) / 2, gradient: x => x };
const normalised = (x: Vec): Vec => x.map(v => v / sum(x));
const line = grid1d({ n: 60, interval: [-6, 7] });
const x = line.lattice.points;
const gibbs = normalised(x.map(v => exp((-v * v) / 2)));
const start = normalised(x.map(v => exp(-(v - 1) * (v - 1))));
const run = (system: GradientSystem, integrator: Integrator, initial: Vec, end: number, steps: number, seed = 1) =>
  solve({ system, initial, end }, integrator, { steps, seed, record: [energy] });

test("I-8: chang-cooper keeps e^{-V} and the mass, stays positive, and KL falls for every dt", () => {
  const system = { space: line, energy: phiDivergenceTo(1, gibbs), geometry: wasserstein };
  const one = fill(60, 0);
  one[50] = 1;
  assert.ok(maxAbs(subtract(run(system, changCooper, gibbs, 10, 10).final, gibbs)) < 1e-15);
  for (const dt of [1e-3, 1, 1e3]) {
    const {
      final,
      series: {
        energy: { data: f },
      },
    } = run(system, changCooper, one, 20 * dt, 20);
    assert.ok(
      Math.abs(sum(final) - 1) < 1e-13 && final.every(m => m > 0),
      `${dt} ${sum(final) - 1} ${Math.min(...final)}`,
    );
    assert.ok(f.every((v, k) => k === 0 || v <= f[k - 1] + 1e-15));
  }
});

test("B-8: under potential + τ entropy the mean falls as e^{-t}, e^{-V/τ} is stationary; τ = 0 is upwind", () => {
  for (const tau of [0.5, 1]) {
    const system = { space: line, energy: freeEnergy(line, bowl, tau), geometry: wasserstein };
    const still = normalised(x.map(v => exp((-v * v) / (2 * tau))));
    assert.ok(maxAbs(subtract(run(system, changCooper, still, 5, 5).final, still)) < 1e-14);
    const mean = (steps: number): number =>
      dot(run(system, changCooper, start, 1, steps).final, x) - dot(start, x) * exp(-1);
    // in space B(z) = 1 - z/2 + z²/12 - …, z = hV'/τ, so below h²/12τ; in time dt e^{-1}/2
    const h = 13 / 60;
    const inTime = (steps: number): number => exp(-1) / (2 * steps);
    assert.ok(
      Math.abs(mean(400)) < (h * h) / (12 * tau) + inTime(400) &&
        Math.abs((mean(50) - mean(400)) / (inTime(50) - inTime(400)) - 1) < 0.1,
    );
  }
  const falling = run(
    { space: line, energy: freeEnergy(line, bowl, 0), geometry: wasserstein },
    changCooper,
    start,
    30,
    30,
  ).final;
  assert.ok(
    falling.every(m => m >= 0) &&
      dot(
        falling,
        x.map(v => v * v),
      ) < 0.03,
  );
  assert.match(
    reasonsAgainst(changCooper, {
      space: grid2d({
        shape: [2, 2],
        box: [
          [0, 1],
          [0, 1],
        ],
      }),
      energy: phiDivergenceTo(2, fill(4, 1)),
      geometry: hellinger,
    }).join(),
    /interval.*wasserstein.*linear/s,
  );
});

test("implicit Euler: inclusive KL × Wasserstein keeps mass and sign; its energy falls for large steps", () => {
  const system = { space: line, energy: phiDivergenceTo(0, gibbs), geometry: wasserstein };
  assert.equal(
    stencilReach(u => rate(system, u), start),
    1,
  );
  assert.equal(
    stencilReach(u => rate({ ...system, geometry: spherical(hellinger) }, u), start),
    59,
  );
  const {
    final,
    status,
    series: {
      energy: { data: f },
    },
  } = run(
    system,
    implicitEuler,
    start.map(m => 0.9 * m + 0.1 / 60),
    4,
    40,
  );
  assert.equal(status, "completed");
  assert.ok(Math.abs(sum(final) - 1) < 1e-12 && final.every(m => m > 0) && f.every((v, k) => k === 0 || v < f[k - 1]));
});

test("adaptive: the error stays below 10 × tolerance over unit time, down to rounding", () => {
  const set = finiteSet({ n: 3 });
  const system = { space: set, energy: phiDivergenceTo(0.5, vec(0.2, 0.5, 0.3)), geometry: hellinger };
  const u = vec(1, 0.1, 0.4);
  const limit = exactFlow(system)?.(u, 1) ?? assert.fail();
  for (const tolerance of [1e-4, 1e-7, 1e-10])
    assert.ok(maxAbs(subtract(run(system, adaptive(tolerance), u, 1, 1).final, limit)) < 10 * tolerance);
});

test("B-19: exponential order 1 is entropic mirror descent: for KL the exponent is (1-τ)^k, for a potential it is the flow", () => {
  const set = finiteSet({ n: 3, points: vec(0, 1, 2) });
  const pi = vec(0.2, 0.5, 0.3);
  const u = vec(0.6, 0.1, 0.3);
  const geometry = spherical(hellinger);
  const geometric = (s: number): Vec => normalised(u.map((m, i) => exp(s * Math.log(m) + (1 - s) * Math.log(pi[i]))));
  const descended = run({ space: set, energy: phiDivergenceTo(1, pi), geometry }, exponential(1), u, 0.9, 3).final;
  assert.ok(maxAbs(subtract(descended, geometric(0.7 * 0.7 * 0.7))) < 1e-15);
  const system = { space: set, energy: freeEnergy(set, bowl, 0), geometry };
  assert.ok(maxAbs(subtract(run(system, exponential(1), u, 4, 2).final, exactFlow(system)?.(u, 4) ?? u)) < 1e-15);
});

const N = 4000;
const many = particles({ n: N, dim: 1 });
const cloudAt = (position: (i: number) => number): Vec => concat(tabulate(N, position), fill(N, 1 / N));
const mean = (u: Vec): number => sum(u.subarray(0, N)) / N;
const variance = (u: Vec): number => dot(u.subarray(0, N), u.subarray(0, N)) / N - mean(u) * mean(u);

test("A-2.4: on a face the spherical Hellinger flow of KL is that of the smaller set: 0 · ∞ = 0", () => {
  const flow = (initial: Vec, target: Vec): readonly [Vec, number] => {
    const system = {
      space: finiteSet({ n: initial.length }),
      energy: phiDivergenceTo(1, target),
      geometry: spherical(hellinger),
    };
    const { final } = run(system, exponential(4), initial, 1, 50);
    return [final, dualDissipation(system, final)];
  };
  const [inside, spread] = flow(vec(0.5, 0.3, 0.2, 0, 0), vec(0.1, 0.2, 0.3, 0.2, 0.2));
  const [face, same] = flow(vec(0.5, 0.3, 0.2), vec(0.1, 0.2, 0.3));
  assert.ok(maxAbs(subtract(inside, concat(face, vec(0, 0)))) < 1e-14);
  assert.ok(spread > 1e-3 && Math.abs(spread - same) < 1e-14);
});

test("B-8: Langevin in x²/2 has mean m(1-dt)^k and stationary variance 1/(1 - dt/2), within 4 standard errors", () => {
  const { final } = run(
    { space: many, energy: freeEnergy(many, bowl, 1), geometry: scaled(2, wasserstein) },
    langevin,
    cloudAt(() => 3),
    3,
    60,
  );
  assert.ok(
    Math.abs(mean(final) - 3 * Math.pow(0.9, 60)) < 4 / Math.sqrt(N) &&
      Math.abs(variance(final) - 1 / 0.95) < (4 * Math.sqrt(2 / N)) / 0.95,
  );
});

test("Arbel et al.: noise enters through the force only, X⁺ = X - dt(X + σN), and stops at `until`", () => {
  const system = { space: many, energy: freeEnergy(many, bowl, 0), geometry: wasserstein };
  const dt = 0.1;
  const sigma = 2;
  const initial = cloudAt(() => 1);
  const noisy = run(system, noisyEuler(sigma), initial, dt, 1).final;
  const late = run(system, noisyEuler(sigma, { until: dt }), initial, 3 * dt, 3).final;
  assert.ok(
    Math.abs(mean(noisy) - 0.9) < (4 * dt * sigma) / Math.sqrt(N) &&
      Math.abs(Math.sqrt(variance(noisy)) / (dt * sigma) - 1) < 4 / Math.sqrt(2 * N),
  );
  assert.ok(
    maxAbs(
      subtract(
        late.subarray(0, N),
        noisy.subarray(0, N).map(v => v * 0.81),
      ),
    ) < 1e-14,
  );
});

test("noise acts on the particles that move: anchors and weights stay", () => {
  const space = particles({ n: 3, dim: 2, anchors: 1 });
  const k = gaussianKernel(1);
  const u = vec(0, 0, 1, 1, 5, 5, 0.4, 0.6, 0);
  const v = run(
    { space, energy: halfMmd2(space, k, { points: vec(5, 5), weights: vec(1) }), geometry: wasserstein },
    noisyEuler(0.5),
    u,
    1,
    5,
  ).final;
  assert.deepEqual([...v.subarray(4)], [...u.subarray(4)]);
  assert.notDeepEqual([...v.subarray(0, 4)], [...u.subarray(0, 4)]);
});

test("I-10: birth and death follow the spherical Hellinger flow: from N(0,1) the variance is 1/(1+t)", () => {
  const rng = stream(5, "start");
  const initial = cloudAt(() => rng.normal());
  const known = new Set(initial.subarray(0, N));
  const { final } = run(
    { space: many, energy: freeEnergy(many, bowl, 0), geometry: spherical(hellinger) },
    birthDeath(),
    initial,
    1,
    50,
  );
  // two sources of noise: the first sample, reweighted (mathematics E-5), and the jumps, at most as much again
  assert.ok(Math.abs(variance(final) - 0.5) < 4 * 2 * 0.5 * Math.sqrt(2 / N), `${variance(final)}`);
  assert.ok(final.subarray(0, N).every(v => known.has(v)) && final.subarray(N).every(w => w === 1 / N));
});

test("birth and death with a density estimate: Langevin + jumps balance the two modes that Langevin alone cannot (B-13)", () => {
  const n = 400;
  const space = particles({ n, dim: 1 });
  const wells: Potential = {
    value: ([v]) => -Math.log(exp(-((v - 4) * (v - 4)) / 2) + exp(-((v + 4) * (v + 4)) / 2)),
    gradient: ([v]) => vec(v - 4 * ((exp(4 * v) - exp(-4 * v)) / (exp(4 * v) + exp(-4 * v)))),
  };
  const rng = stream(2, "start");
  const initial = concat(
    tabulate(n, i => (i < 360 ? 4 : -4) + rng.normal()),
    fill(n, 1 / n),
  );
  const right = (u: Vec): number => u.subarray(0, n).filter(v => v > 0).length / n;
  const free = freeEnergy(space, wells, 1);
  const alone = run({ space, energy: free, geometry: wasserstein }, langevin, initial, 4, 80).final;
  const both = splitting("lie", [langevin, birthDeath(gaussianKernel(0.4))]);
  const jumping = run(
    { space, energy: free, geometry: spherical(total(wasserstein, hellinger)) },
    both,
    initial,
    4,
    80,
  ).final;
  // log-odds of the modes relax as e^{-t}: log 9 · e^{-4} = 0.04, so 0.51 ± 4 standard errors of a fair coin
  assert.equal(right(alone), 0.9);
  assert.ok(Math.abs(right(jumping) - 0.51) < (4 * 0.5) / Math.sqrt(n), `${right(jumping)}`);
  assert.match(reasonsAgainst(birthDeath(), { space, energy: free, geometry: spherical(hellinger) }).join(), /density/);
  assert.match(
    reasonsAgainst(birthDeath(), {
      space: line,
      energy: freeEnergy(line, bowl, 0),
      geometry: spherical(hellinger),
    }).join(),
    /exponential/,
  );
});
