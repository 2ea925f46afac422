import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { scaled, spherical, sum } from "../../systems/geometries/combinators.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import {
  deStein,
  hellinger,
  kernelHellinger,
  mmd,
  ridgeHellinger,
  ridgeWasserstein,
  stein,
  wasserstein,
} from "../../systems/geometries/named.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { particles } from "../../systems/spaces/particles.js";
import { onsager, type Kinetics } from "../../systems/system.js";
import { hamiltonian, momentumRate, phaseChart, phaseSpace } from "./hamiltonian.js";
import { random, probability, close, line, onGraphs, k } from "./fixtures.js";

const smooth = gaussianKernel(0.8);

const others: Readonly<Record<string, Geometry>> = {
  "ridge hellinger": ridgeHellinger(k, 0.1),
  wasserstein,
  stein: stein(k),
  "ridge wasserstein": ridgeWasserstein(k, 0.1),
  "spherical kernel hellinger": spherical(kernelHellinger(k)),
  "hellinger + wasserstein": sum(wasserstein, scaled(2, hellinger)),
};

const onParticles: Readonly<Record<string, Geometry>> = {
  wasserstein,
  stein: stein(smooth),
  "ridge wasserstein": ridgeWasserstein(smooth, 0.1),
  "de-stein": deStein(smooth),
  hellinger,
  "kernel hellinger": kernelHellinger(smooth),
  "ridge hellinger": ridgeHellinger(smooth, 0.1),
  mmd: mmd(smooth),
  "hellinger-kantorovich": sum(wasserstein, scaled(3, hellinger)),
  "spherical hellinger-kantorovich": spherical(sum(wasserstein, hellinger)),
};

/** π̇ against central differences of H in u at fixed π, and u̇ against those in π. */
function hamiltonianDefect(kinetics: Kinetics, u: Vec, momentum: Vec, moving: readonly number[]): number {
  const { space, geometry } = kinetics;
  const phase = phaseSpace(space);
  const xi = phase.covector(u, momentum);
  const rate = onsager(space, geometry, u, xi);
  const force = momentumRate(space, geometry, u, xi);
  const h = (v: Vec, p: Vec): number => hamiltonian(kinetics, v, phase.covector(v, p));
  const step = 1e-5;
  const nudged = (x: Vec, i: number, by: number): Vec => x.map((v, j) => (i === j ? v + by : v));
  return Math.max(
    ...moving.map(i => {
      const slope = (h(nudged(u, i, step), momentum) - h(nudged(u, i, -step), momentum)) / (2 * step);
      const speed = (h(u, nudged(momentum, i, step)) - h(u, nudged(momentum, i, -step))) / (2 * step);
      return Math.max(Math.abs(force[i] + slope), Math.abs(rate[i] - speed)) / (1 + Math.abs(slope) + Math.abs(speed));
    }),
  );
}

test("u̇ = ∂H/∂π and π̇ = -∂H/∂u for every geometry on graphs, H = ½<ξ, 𝕂(u)ξ>", () => {
  const space = line(6);
  const u = probability("u", 6);
  const momentum = random("xi", 6);
  for (const [name, geometry] of Object.entries({ ...onGraphs, ...others })) {
    const defect = hamiltonianDefect({ space, geometry }, u, momentum, [0, 1, 2, 3, 4, 5]);
    assert.ok(defect < 1e-7, `${name}: ${defect}`);
  }
});

test("u̇ = ∂H/∂π and π̇ = -∂H/∂u for every geometry on weighted particles, momenta P = w∇ξ and ξ", () => {
  const space = particles({ n: 4, dim: 2 });
  const u = Float64Array.of(...random("x", 8), ...probability("w", 4));
  const momentum = random("p", 12).map(v => 0.3 * v);
  for (const [name, geometry] of Object.entries(onParticles)) {
    const defect = hamiltonianDefect({ space, geometry }, u, momentum, [...Array(12).keys()]);
    assert.ok(defect < 1e-7, `${name}: ${defect}`);
  }
});

test("in every chart the phase coordinates return the state and its covector, and the field is the image of (u̇, π̇)", () => {
  const space = line(6);
  const u = probability("u", 6);
  const value = random("xi", 6);
  const step = 1e-6;
  for (const [name, geometry] of Object.entries({ ...onGraphs, ...others })) {
    const kinetics = { space, geometry };
    const chart = phaseChart(kinetics);
    const y = chart.coordinates(u, { value, temperature: 0 });
    const { u: back, xi } = chart.state(y);
    close(back, u, 1e-15, name);
    close(xi.value ?? assert.fail(), value, 1e-14, name);
    const along = chart.field(y);
    const ahead = chart.state(y.map((v, i) => v + step * along[i]));
    const behind = chart.state(y.map((v, i) => v - step * along[i]));
    close(
      ahead.u.map((v, i) => (v - behind.u[i]) / (2 * step)),
      onsager(space, geometry, u, xi),
      1e-7,
      name,
    );
    close(
      (ahead.xi.value ?? assert.fail()).map((v, i) => (v - (behind.xi.value ?? assert.fail())[i]) / (2 * step)),
      momentumRate(space, geometry, u, xi),
      1e-6,
      name,
    );
  }
});
