import assert from "node:assert/strict";
import test from "node:test";
import { admitted, reasonsAgainst, refused } from "../../../arithmetic/admission.js";
import { exp } from "../../../arithmetic/functions.js";
import { forgetful } from "../../../arithmetic/memory.js";
import { unheard } from "../../../arithmetic/notes.js";
import { stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat, fill, maxAbs, subtract, sum, tabulate, vec } from "../../../arithmetic/vectors.js";
import { COVARIANCE, gram, matmul, matvec } from "../../../compute/index.js";
import { inverseSpd } from "../../../numerics/spd.js";
import { freeEnergy } from "../../../systems/energies/free-energy.js";
import { gaussianKl } from "../../../systems/energies/gaussian-kl.js";
import { halfMmd2 } from "../../../systems/energies/half-mmd2.js";
import { phi, phiDivergenceTo, phiPrime } from "../../../systems/energies/phi.js";
import { scaled, spherical } from "../../../systems/geometries/combinators.js";
import {
  hellinger,
  interactionForceTransport,
  kernelHellinger,
  mmd,
  ridgeHellinger,
  wasserstein,
} from "../../../systems/geometries/named.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../../systems/kernels/laplace.js";
import { finiteSet } from "../../../systems/spaces/finite-set.js";
import { gaussian } from "../../../systems/spaces/gaussian.js";
import { particles } from "../../../systems/spaces/particles.js";
import type { GradientSystem } from "../../../systems/system.js";
import { observedOrder } from "../../checks/order.js";
import { distance } from "../../distances/distance.js";
import type { Integrator } from "../../integrator.js";
import { solve } from "../../solve.js";
import { jko, jkoMidpoint } from "./jko.js";
import { failed } from "../outcome.js";
import { rk4 } from "../explicit/runge-kutta.js";
import { splitting } from "../splitting.js";
import { flatProximal } from "./flat.js";
import { hellingerPhi } from "./hellinger-phi.js";
import { hellingerStep } from "./hellinger-scalar.js";
import { mmdStep } from "./mmd-simplex.js";
import type { Proximal } from "./proximal.js";

const P = [-1, 0, 0.25, 0.5, 1, 1.5, 2, 3];
const set = finiteSet({ n: 4, points: vec(0, 0.8, 1.7, 2.1) });
const pi = vec(0.1, 0.4, 0.3, 0.2);
const u0 = vec(0.4, 0.1, 0.2, 0.3);
const rng = stream(3, "proximal");
/** One step; a failure fails the test. */
function once(proximal: Proximal, system: GradientSystem, tau: number, u: Vec): Vec {
  const { prepared, reasons } = proximal.admit(system);
  const v = prepared ? prepared.step(tau, unheard, forgetful)(u, 0) : assert.fail(reasons.join());
  return failed(v) ? assert.fail(v.reason) : v;
}
/** An integrator as if it were a proximal step. */
const stepsOf = (integrator: Integrator): Proximal => ({
  name: integrator.name,
  admit: system => {
    const { prepared, reasons } = integrator.admit(system);
    if (!prepared) return refused(...reasons);
    return admitted({
      step: (tau, note, memory) => prepared(tau, rng, note, memory),
      squaredDistance: () => NaN,
      extrapolate: (_u, v) => v,
    });
  },
});
const minimizing = stepsOf(jko);
const midpoint = stepsOf(jkoMidpoint);

test("B-7: w φ_p'(w²) - cw + (2/τ)(w - w_k) = 0, and w beats its neighbours, for all p, τ, w_k, c", () => {
  for (const p of P)
    for (const tau of [0.01, 0.3, 1])
      for (const wk of [0.05, 1, 2.5])
        for (const c of [0, -0.7, 0.3]) {
          const w = hellingerStep(p, tau, wk, c);
          const objective = (v: number): number => phi(p, v * v) - c * v * v + (2 / tau) * (v - wk) * (v - wk);
          assert.ok(
            Math.abs(w * (phiPrime(p, w * w) - c) + (2 / tau) * (w - wk)) < 1e-11 * (1 + 1 / tau),
            `p=${p} τ=${tau} w=${wk} c=${c}`,
          );
          assert.ok(
            objective(w) <= objective(w * 1.01) && objective(w) <= objective(w * 0.99),
            `p=${p} τ=${tau} w=${wk} c=${c}`,
          );
        }
});

test("B-7: a step of KL creates mass, w ≥ e^{-1/τ}, and KL_{k+1} ≤ KL_k/(1+c), c = β/(e^β - β - 1)", () => {
  const energy = phiDivergenceTo(1, pi);
  const system = { space: set, energy, geometry: hellinger };
  for (const tau of [0.2, 1, 5]) {
    let u: Vec = vec(0, 0.5, 0.5, 0);
    const beta = 2 / tau;
    const c = beta / (exp(beta) - beta - 1);
    for (let k = 0; k < 5; k++) {
      const v = once(hellingerPhi, system, tau, u);
      assert.ok(v.every((m, i) => m >= pi[i] * exp(-2 / tau) * (1 - 1e-12)));
      assert.ok(energy.value(v) <= energy.value(u) / (1 + c) + 1e-15);
      u = v;
    }
  }
});

test("the spherical Hellinger step keeps the mass exactly, for every p", () => {
  for (const p of P) {
    const v = once(
      hellingerPhi,
      { space: set, energy: phiDivergenceTo(p, pi), geometry: spherical(scaled(2, hellinger)) },
      0.3,
      u0,
    );
    assert.ok(Math.abs(sum(v) - 1) < 1e-13);
  }
});

test("B-16: the MMD step is (ηπ + μ')/(1+η) on M⁺ and on P, whatever the kernel; it also minimises KL(π|μ) + KL(μ'|μ)/η", () => {
  const eta = 0.5;
  const expected = u0.map((v, i) => (eta * pi[i] + v) / (1 + eta));
  for (const k of [laplaceKernel(1), gaussianKernel(0.7)])
    for (const geometry of [mmd(k), spherical(scaled(1, mmd(k)))]) {
      const energy = halfMmd2(set, k, { points: set.nodes(u0), weights: pi });
      assert.ok(maxAbs(subtract(once(mmdStep, { space: set, energy, geometry }, eta, u0), expected)) < 1e-15);
    }
  const objective = (mu: Vec): number => phiDivergenceTo(0, pi).value(mu) + phiDivergenceTo(0, u0).value(mu) / eta;
  for (let trial = 0; trial < 20; trial++)
    assert.ok(objective(expected) <= objective(expected.map(m => m * (1 + 0.01 * (rng.uniform() - 0.5)))));
});

test("C-4: where free weights leave the simplex the step is the constrained minimiser", () => {
  const k = gaussianKernel(1);
  const cloud = particles({ n: 5, dim: 1 });
  const u = concat(vec(0, 0.5, 1, 1.5, 2), vec(0.3, 0.1, 0.2, 0.1, 0.3));
  const eta = 4;
  const target = { points: vec(1.1, 3), weights: vec(0.2, 0.8) };
  const energy = halfMmd2(cloud, k, target);
  for (const geometry of [mmd(k), spherical(mmd(k))]) {
    const system = { space: cloud, energy, geometry };
    const v = once(mmdStep, system, eta, u);
    const w = v.subarray(5);
    const free = solve({ system, initial: u, end: eta }, rk4, {
      steps: 4000,
      records: 1,
      cone: "ignore",
    }).final.subarray(5);
    assert.ok(free.some(m => m < 0) && w.every(m => m >= 0) && w.some(m => m === 0));
    const x = cloud.nodes(u);
    const slope = matvec(gram(k, x, x, 1), subtract(w, u.subarray(5))).map(
      (s, i) => s / eta + (energy.differential(v).value ?? w)[i],
    );
    const level = geometry.type === "spherical" ? Math.min(...slope) : 0;
    assert.ok(
      w.every((m, i) => (m > 0 ? Math.abs(slope[i] - level) < 1e-7 : slope[i] > level - 1e-7)),
      `${w} ${slope}`,
    );
    if (geometry.type === "spherical") assert.ok(Math.abs(sum(w) - 1) < 1e-14);
  }
});

test("G-16: σ⁺ = [σ/τ + √(σ²/τ² + 4(1/τ + 1/q))]/(2(1/τ + 1/q)), m⁺ = m/(1 + τ/q); the midpoint has σ⁺ = 2y - σ", () => {
  const line = gaussian(1);
  const q = 1.7;
  const sigma = 0.6;
  const tau = 0.4;
  const system = { space: line, energy: gaussianKl(1, vec(0, q)), geometry: wasserstein };
  const a = 1 / tau + 1 / q;
  const expected = (sigma / tau + Math.sqrt((sigma * sigma) / (tau * tau) + 4 * a)) / (2 * a);
  assert.ok(
    maxAbs(
      subtract(once(minimizing, system, tau, vec(2, sigma * sigma)), vec(2 / (1 + tau / q), expected * expected)),
    ) < 1e-14,
  );
  const b = 1 + tau / (2 * q);
  const y = (sigma + Math.sqrt(sigma * sigma + 2 * tau * b)) / (2 * b);
  const s = 2 * y - sigma;
  assert.ok(maxAbs(subtract(once(midpoint, system, tau, vec(2, sigma * sigma)), vec(4 / b - 2, s * s))) < 1e-13);
});

test("between Gaussians in R³ the optimal map back is T = 1 + τ(Q^{-1} - S⁺^{-1}): positive, T S⁺ T = S", () => {
  const d = 3;
  const tau = 0.7;
  const space = gaussian(d);
  const random = (): Vec => {
    const b = tabulate(d * d, () => rng.normal());
    return tabulate(
      d * d,
      ij =>
        (Math.floor(ij / d) === ij % d ? 0.5 : 0) +
        b.reduce((s, v, k) => (k % d === ij % d ? s + v * b[Math.floor(ij / d) + k - (k % d)] : s), 0),
    );
  };
  const s = random();
  const q = random();
  const u = concat(vec(1, -1, 0.5), s);
  const system = { space, energy: gaussianKl(d, concat(vec(0, 0.2, 0), q)), geometry: wasserstein };
  const v = once(minimizing, system, tau, u);
  const plus = v.slice(d);
  const qi = inverseSpd(q, d, COVARIANCE);
  const pPlus = inverseSpd(plus, d, COVARIANCE);
  const map = tabulate(d * d, ij => (Math.floor(ij / d) === ij % d ? 1 : 0) + tau * (qi[ij] - pPlus[ij]));
  assert.ok(maxAbs(subtract(matmul(matmul(map, plus, d), map, d), s)) < 1e-11 * maxAbs(s));
  assert.ok(inverseSpd(map, d, COVARIANCE).every(Number.isFinite), "T is positive definite, or Cholesky refuses");
});

test("B-5 on quantiles, V = x²/2 + entropy: the mean is m/(1+τ) to rounding, and dt → 0 gives order 1 to its own flow", () => {
  const n = 20;
  const space = particles({ n, dim: 1 });
  const V = { value: (x: Vec) => (x[0] * x[0]) / 2, gradient: (x: Vec) => x };
  const initial = concat(
    tabulate(n, i => 1 + 0.1 * (i - n / 2 + 0.5)),
    fill(n, 1 / n),
  );
  const system = { space, energy: freeEnergy(space, V, 1), geometry: wasserstein };
  const mean = (v: Vec): number => sum(v.subarray(0, n)) / n;
  for (const tau of [0.01, 0.5, 5])
    assert.ok(Math.abs(mean(once(minimizing, system, tau, initial)) - 1 / (1 + tau)) < 1e-10);
  const reference = solve({ system, initial, end: 0.4 }, jkoMidpoint, { steps: 512 }).final;
  assert.ok(Math.abs(observedOrder({ system, initial, end: 0.4 }, jko, [8, 16, 32, 64], reference) - 1) < 0.25);
  assert.throws(() => once(minimizing, system, 0.1, initial.slice().fill(0.3, 0, 2)), /ascending order/);
});

test("implicit Euler in charts: √μ for Hellinger, log μ for kernel Hellinger; Newton where Picard fails", () => {
  const k = laplaceKernel(1);
  const energy = phiDivergenceTo(0.5, pi);
  for (const tau of [0.1, 50]) {
    const system = { space: set, energy, geometry: hellinger };
    assert.ok(maxAbs(subtract(once(flatProximal, system, tau, u0), once(hellingerPhi, system, tau, u0))) < 1e-12);
    const kernelised = { ...system, geometry: kernelHellinger(k) };
    const v = once(flatProximal, kernelised, tau, u0);
    const objective = (w: Vec): number =>
      energy.value(w) + distance({ name: "kernel-hellinger", kernel: k }, set, w, u0) ** 2 / (2 * tau);
    for (let trial = 0; trial < 20; trial++)
      assert.ok(objective(v) <= objective(v.map(x => x * (1 + 1e-3 * (rng.uniform() - 0.5)))));
  }
  assert.equal(reasonsAgainst(flatProximal, { space: set, energy, geometry: ridgeHellinger(k, 0.1) }).length, 1);
});

test("B-15: IFT by two proximal steps converges to its flow with order 1", () => {
  const k = gaussianKernel(1);
  const cloud = particles({ n: 4, dim: 1 });
  const energy = halfMmd2(cloud, k, { points: vec(-0.2, 0.7, 1.4, 2.9), weights: vec(0.2, 0.3, 0.3, 0.2) });
  const system = { space: cloud, energy, geometry: spherical(interactionForceTransport(1, 0.5, k)) };
  const initial = concat(vec(-0.5, 0.6, 1.8, 3), fill(4, 0.25));
  const reference = solve({ system, initial, end: 1 }, rk4, { steps: 512, records: 1 }).final;
  for (const scheme of ["lie", "strang"] as const)
    assert.ok(
      Math.abs(
        observedOrder({ system, initial, end: 1 }, splitting(scheme, [jko, jko]), [4, 8, 16, 32], reference) - 1,
      ) < 0.25,
    );
});

test("a geometry times 0 stays where it is; what no step knows is refused with what each one needs", () => {
  const still = { space: set, energy: phiDivergenceTo(1, pi), geometry: scaled(0, hellinger) };
  assert.equal(once(minimizing, still, 1, u0), u0);
  assert.match(
    reasonsAgainst(jko, { ...still, geometry: ridgeHellinger(laplaceKernel(1), 1) })[0],
    /hellinger-phi needs .* mmd needs /,
  );
  assert.equal(reasonsAgainst(jkoMidpoint, { ...still, geometry: spherical(hellinger) }).length, 1);
});
