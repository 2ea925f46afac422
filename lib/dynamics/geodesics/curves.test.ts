import assert from "node:assert/strict";
import { test } from "node:test";
import { exp } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum as total } from "../../arithmetic/vectors.js";
import { spherical, sum } from "../../systems/geometries/combinators.js";
import { hellinger, ridgeHellinger, stein, wasserstein } from "../../systems/geometries/named.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Covector } from "../../systems/spaces/space.js";
import { RK4 } from "../integrators/explicit/tableaus.js";
import { exactGeodesic } from "./closed-form.js";
import type { Curve } from "./curve.js";
import { evolve } from "./evolve.js";
import { hamiltonian, momentumRate } from "./hamiltonian.js";
import { shoot } from "./shooting.js";
import { random, probability, close, line, onGraphs, k } from "./fixtures.js";

const momentumOf = (curve: Curve, t: number): Covector => curve(t).momentum ?? assert.fail("no momentum");

test("a Hellinger shot crosses twenty orders of magnitude: ξ_0 = 10^12, 200 steps of RK4 arrive to 1e-10", () => {
  const space = grid1d({ n: 100, interval: [-6, 6] });
  const bell = (m: number, v: number): Vec => {
    const w = space.nodes(new Float64Array(100)).map(x => exp((-0.5 * (x - m) * (x - m)) / v));
    return w.map(x => x / total(w));
  };
  const u0 = bell(-2, 0.5);
  const u1 = bell(2, 1);
  for (const geometry of [hellinger, spherical(hellinger)]) {
    const curve = exactGeodesic({ space, geometry }, u0, u1);
    const { status, states } = evolve({ space, geometry }, u0, momentumOf(curve, 0), {
      end: 1,
      steps: 200,
      records: 2,
      tableau: RK4,
    });
    assert.equal(status, "completed");
    states.forEach(s => close(s.u, curve(s.t).u, 1e-10));
  }
});

test("the momentum method started from the closed form stays on it (h⁴ = 4e-11, times the fifth power of growth rates)", () => {
  const space = line(20);
  const u0 = probability("from", 20);
  const u1 = probability("to", 20);
  for (const [name, geometry] of Object.entries(onGraphs)) {
    const kinetics = { space, geometry };
    const exact = exactGeodesic(kinetics, u0, u1);
    const { status, states } = evolve(kinetics, u0, momentumOf(exact, 0), {
      end: 1,
      steps: 400,
      records: 4,
      tableau: RK4,
    });
    assert.equal(status, "completed");
    for (const s of states) {
      close(s.u, exact(s.t).u, 1e-8, name);
      close(s.rate, exact(s.t).rate, 1e-8, name);
    }
  }
});

test("shooting finds the closed form without being told: end and middle to 1e-10", () => {
  const space = line(6);
  const u0 = probability("a", 6);
  const u1 = probability("b", 6);
  for (const [name, geometry] of Object.entries(onGraphs)) {
    const { status, states } = shoot({ space, geometry }, u0, u1, { end: 1, steps: 160, records: 2, tableau: RK4 });
    const exact = exactGeodesic({ space, geometry }, u0, u1);
    assert.equal(status, "completed", name);
    states.forEach(s => close(s.u, exact(s.t).u, 1e-10, name));
  }
});

test("2H is the squared distance and constant along every geodesic", () => {
  const space = line(20);
  const u0 = probability("from", 20);
  const u1 = probability("to", 20);
  for (const [name, geometry] of Object.entries(onGraphs)) {
    const curve = exactGeodesic({ space, geometry }, u0, u1);
    const start = hamiltonian({ space, geometry }, u0, momentumOf(curve, 0));
    for (const t of [0.3, 0.7, 1])
      assert.ok(Math.abs(hamiltonian({ space, geometry }, curve(t).u, momentumOf(curve, t)) / start - 1) < 1e-9, name);
  }
});

test("Hellinger geodesics between probabilities lose mass: μ_t(X) = 1 - t(1-t) He²/4; great circles do not", () => {
  const space = line(30);
  const u0 = probability("from", 30);
  const u1 = probability("to", 30);
  const curve = exactGeodesic({ space, geometry: hellinger }, u0, u1);
  const he2 = 4 * u0.reduce((s, m, i) => s + (Math.sqrt(m) - Math.sqrt(u1[i])) ** 2, 0);
  const circle = exactGeodesic({ space, geometry: spherical(hellinger) }, u0, u1);
  for (const t of [0.1, 0.5, 0.8]) {
    assert.ok(Math.abs(total(curve(t).u) - (1 - (t * (1 - t) * he2) / 4)) < 1e-14);
    assert.ok(Math.abs(total(circle(t).u) - 1) < 1e-14);
  }
});

test("ξ̇ = -½ξ² makes the Hellinger shot arrive; with the sign of the slides, +½ξ², it misses (0.6-2)", () => {
  const space = line(8);
  const u0 = probability("a", 8);
  const u1 = probability("b", 8);
  const kinetics = { space, geometry: hellinger };
  const xi0 = momentumOf(exactGeodesic(kinetics, u0, u1), 0);
  const xi = xi0.value ?? assert.fail();
  close(
    momentumRate(space, hellinger, u0, xi0),
    xi.map(v => -0.5 * v * v),
    1e-15,
  );
  const shot = evolve(kinetics, u0, xi0, { end: 1, steps: 400, records: 1, tableau: RK4 });
  close(shot.states[1].u, u1, 1e-10);
});

test("Gaussians under W: 2H = W_2² = 3² + 1² = 10, and momentum follows the closed form in dimension 2", () => {
  const one = gaussian(1);
  const curve = exactGeodesic(
    { space: one, geometry: wasserstein },
    Float64Array.of(-1, 0.25),
    Float64Array.of(2, 2.25),
  );
  for (const t of [0, 0.4, 1])
    assert.ok(
      Math.abs(2 * hamiltonian({ space: one, geometry: wasserstein }, curve(t).u, momentumOf(curve, t)) - 10) < 1e-12,
    );
  const space = gaussian(2);
  const kinetics = { space, geometry: wasserstein };
  const u0 = Float64Array.of(0, 0, 1, 0.3, 0.3, 0.5);
  const u1 = Float64Array.of(1, -1, 0.7, -0.2, -0.2, 2);
  const exact = exactGeodesic(kinetics, u0, u1);
  const { states } = evolve(kinetics, u0, momentumOf(exact, 0), { end: 1, steps: 200, records: 2, tableau: RK4 });
  close(exact(1).u, u1, 1e-13);
  states.forEach(s => close(s.u, exact(s.t).u, 1e-9));
});

test("Fisher–Rao geodesics of Gaussians: the Hamiltonian system conserves 2H = d² and Σ^{-1}ṁ", () => {
  const kinetics = { space: gaussian(1), geometry: hellinger };
  const xi0: Covector = { value: Float64Array.of(0.7, -0.4), temperature: 0 };
  const { states } = evolve(kinetics, Float64Array.of(0, 1), xi0, { end: 1, steps: 200, records: 4, tableau: RK4 });
  const energies = states.map(s => hamiltonian(kinetics, s.u, s.momentum ?? assert.fail()));
  energies.forEach(h => assert.ok(Math.abs(h / energies[0] - 1) < 1e-9));
  states.forEach(s => assert.ok(Math.abs(s.rate[0] / s.u[1] - 0.7) < 1e-12));
});

test("particles move on straight lines to their optimal partners; the action is W_2²", () => {
  const space = particles({ n: 5, dim: 1 });
  const w = new Float64Array(5).fill(0.2);
  const kinetics = { space, geometry: wasserstein };
  const u0 = Float64Array.of(3, 1, 0, 5, 2, ...w);
  const u1 = Float64Array.of(10, 7, 8, 6, 9, ...w);
  const curve = exactGeodesic(kinetics, u0, u1);
  close(curve(1).u.subarray(0, 5), Float64Array.of(9, 7, 6, 10, 8), 1e-15);
  assert.ok(Math.abs(2 * hamiltonian(kinetics, u0, momentumOf(curve, 0)) - 0.2 * (36 + 36 + 36 + 25 + 36)) < 1e-12);
});

test("on an interval the displaced density has 2R = W_2² = 10 up to the h² of the cells", () => {
  const space = grid1d({ n: 400, interval: [-8, 12] });
  const h = 20 / 400;
  const density = (m: number, s: number): Vec => {
    const w = space.nodes(new Float64Array(400)).map(x => exp((-0.5 * (x - m) * (x - m)) / (s * s)));
    return w.map(v => v / total(w));
  };
  const curve = exactGeodesic({ space, geometry: wasserstein }, density(-1, 0.5), density(2, 1.5));
  for (const t of [0.25, 0.5, 0.75]) {
    const { u, momentum } = curve(t);
    assert.ok(
      Math.abs(2 * hamiltonian({ space, geometry: wasserstein }, u, momentum ?? assert.fail()) - 10) < 10 * h * h,
    );
  }
});

test("landmarks (Stein geodesics): H drifts by less than 1e-8, as the angular momentum does; total momentum by rounding", () => {
  const n = 10;
  const space = particles({ n, dim: 2 });
  const kinetics = { space, geometry: stein(gaussianKernel(1)) };
  const u0 = Float64Array.of(...random("landmarks", 2 * n), ...new Float64Array(n).fill(1 / n));
  const xi0: Covector = { gradient: random("momenta", 2 * n), value: new Float64Array(n), temperature: 0 };
  const { states } = evolve(kinetics, u0, xi0, { end: 1, steps: 400, records: 4, tableau: RK4 });
  const invariants = states.map(s => {
    const p = s.momentum?.gradient ?? assert.fail();
    const x = space.nodes(s.u);
    const pick = (c: number): number => p.reduce((t, v, i) => (i % 2 === c ? t + v : t), 0);
    return [
      hamiltonian(kinetics, s.u, s.momentum ?? assert.fail()),
      pick(0),
      pick(1),
      p.reduce((t, v, i) => t + (i % 2 === 1 ? v * x[i - 1] : -v * x[i + 1]), 0),
    ];
  });
  const tolerances = [1e-8, 1e-12, 1e-12, 1e-8];
  for (const invariant of invariants)
    invariant.forEach((value, i) =>
      assert.ok(Math.abs(value - invariants[0][i]) < tolerances[i], `${i}: ${value - invariants[0][i]}`),
    );
});

test("two Diracs under HK: shooting in (x, w) finds (4/β)(a + b - 2√(ab)cos(√β d/2)) = 1.57656583 (G-9)", () => {
  const space = particles({ n: 1, dim: 1 });
  const kinetics = { space, geometry: sum(wasserstein, hellinger) };
  const { status, states } = shoot(kinetics, Float64Array.of(0, 1.3), Float64Array.of(1.1, 0.6), {
    end: 1,
    steps: 200,
    records: 1,
    tableau: RK4,
  });
  assert.equal(status, "completed");
  assert.ok(Math.abs(2 * hamiltonian(kinetics, states[0].u, states[0].momentum ?? assert.fail()) - 1.57656583) < 5e-9);
});

test("what has no closed form says what has", () => {
  const space = line(4);
  const u = probability("a", 4);
  assert.throws(() => exactGeodesic({ space, geometry: ridgeHellinger(k, 0.1) }, u, u), /shooting.*growth × identity/);
  assert.throws(() => exactGeodesic({ space, geometry: wasserstein }, u, u), /particles, Gaussians/);
});
