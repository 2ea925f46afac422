import assert from "node:assert/strict";
import { test } from "node:test";
import type { NamedArray } from "../arithmetic/named-arrays.js";
import type { Vec } from "../arithmetic/vec.js";
import { tabulate } from "../arithmetic/vectors.js";
import { halfMmd2 } from "../systems/energies/half-mmd2.js";
import { klTo } from "../systems/energies/phi.js";
import { hellinger, wasserstein } from "../systems/geometries/named.js";
import { nadarayaWatson } from "../systems/geometries/smoothers/nadaraya-watson.js";
import { term } from "../systems/geometries/combinators.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { grid1d } from "../systems/spaces/grid1d.js";
import type { GradientSystem } from "../systems/system.js";
import { type Certificate, certificate } from "./certificate.js";
import { certify } from "./certify.js";
import { flaws } from "./evidence.js";
import { flowEvidence } from "./flow-evidence.js";
import type { Solution } from "./integrator.js";
import { rk4 } from "./integrators/explicit/runge-kutta.js";
import { solve } from "./solve.js";

const n = 12;
const space = grid1d({ n, interval: [-3, 3] });
const ramp = (a: number): Vec => tabulate(n, i => (1 + a * i) / (n * (1 + (a * (n - 1)) / 2)));
const kl: GradientSystem = { space, energy: klTo(ramp(1)), geometry: hellinger };
const moving: GradientSystem = { space, energy: klTo(ramp(1)), geometry: wasserstein };
const nodes = space.nodes(ramp(0));
const mmd: GradientSystem = {
  ...kl,
  energy: halfMmd2(space, gaussianKernel(1), { points: nodes, weights: ramp(1) }),
};
const flowOf = (system: GradientSystem): Solution => solve({ system, initial: ramp(0), end: 0.4 }, rk4, { steps: 4 });

const at = (array: NamedArray, k: number, value: number): NamedArray => ({
  ...array,
  data: array.data.map((v, i) => (i === k ? value : v)),
});

/** What speaks against a flow whose certificate has this value in this place. */
function against(system: GradientSystem, series: string, k: number, value: number, changed?: object): string {
  const solution = { ...flowOf(system), ...changed };
  const proof = certificate(system, solution);
  const spoilt: Certificate = { ...proof, series: { ...proof.series, [series]: at(proof.series[series], k, value) } };
  return flaws(flowEvidence(system, solution, spoilt))
    .map(({ what }) => what)
    .join("; ");
}

test("of an honest flow nothing speaks against it", () => {
  for (const system of [kl, moving, mmd]) assert.equal(certify(system, flowOf(system)).status, "completed");
});

test("NaN in any series, at any time, speaks against a flow, and is named", () => {
  for (const system of [kl, moving, mmd])
    for (const name of ["energy", "dual", "primal", "mass", "positivity"])
      for (const k of [0, 2, 4])
        assert.match(against(system, name, k, NaN), new RegExp(`values of ${name} that are`), `${name} ${k}`);
});

test("an energy may be infinite where its form may, and only at the start; halves of it may; masses may not", () => {
  assert.equal(against(kl, "energy", 0, Infinity), "");
  assert.match(against(kl, "energy", 4, Infinity), /energies at the end that are infinite/);
  assert.match(against(mmd, "energy", 2, Infinity), /values of energy that are no finite numbers/);
  for (const name of ["mass", "positivity"])
    assert.match(against(kl, name, 2, Infinity), new RegExp(`values of ${name} that are no finite numbers`));
  for (const name of ["dual", "primal"]) assert.doesNotMatch(against(kl, name, 0, Infinity), /values of/);
});

test("half of the energy: of its rises, and of the defect of the balance beyond what the quadrature does not know", () => {
  const { energy, balanceDefect } = certificate(kl, flowOf(kl)).series;
  const lost = energy.data[0] - energy.data[4];
  assert.equal(against(kl, "energy", 2, energy.data[1] + 0.49 * lost), "");
  assert.match(against(kl, "energy", 2, energy.data[1] + 0.51 * lost), /^sum of all rises of the energy/);
  // half of the larger one of F(u_0) - F(u_T) and of what is surely dissipated, that and the defect
  const cases = [
    [0.9, /^$/],
    [1.2, /^defect of the energy-dissipation balance/],
    [-0.45, /^$/],
    [-0.6, /^defect of the energy-dissipation balance/],
  ] as const;
  for (const [part, found] of cases)
    assert.match(against(kl, "balanceDefect", 0, balanceDefect.data[0] + part * lost), found, `${part}`);
  // what the quadrature does not know may be missed
  const spoilt = { ...certificate(kl, flowOf(kl)) };
  const series = {
    ...spoilt.series,
    balanceDefect: at(balanceDefect, 0, 1.2 * lost),
    balanceUncertainty: at(spoilt.series.balanceUncertainty, 0, lost),
  };
  assert.deepEqual(flaws(flowEvidence(kl, flowOf(kl), { ...spoilt, series })), []);
});

test("without a second quadrature the dissipation may be anything up to twice what the first one says, and no more", () => {
  const solution = solve({ system: kl, initial: ramp(0), end: 0.3 }, rk4, { steps: 3 });
  const proof = certificate(kl, solution);
  assert.ok(!("balanceUncertainty" in proof.series));
  const lost = proof.series.energy.data[0] - proof.series.energy.data[3];
  const judged = (defect: number): number => {
    const series = { ...proof.series, balanceDefect: at(proof.series.balanceDefect, 0, defect) };
    return flaws(flowEvidence(kl, solution, { ...proof, series })).length;
  };
  // D = lost + defect: up to 2D may be lost, and half of the loss beside
  assert.deepEqual([0, -0.7 * lost, -0.8 * lost, 5 * lost].map(judged), [0, 0, 1, 0]);
});

test("mass that the geometry keeps may change by 1e-6 of it; mass that it does not keep may change", () => {
  const pushed = (system: GradientSystem, part: number): number => {
    const solution = flowOf(system);
    const last = solution.snapshots[4].map(m => m * (1 + part));
    const changed = { ...solution, snapshots: [...solution.snapshots.slice(0, 4), last] };
    return flaws(flowEvidence(system, changed, certificate(system, solution))).length;
  };
  assert.deepEqual([pushed(moving, 0.9e-6), pushed(moving, 1.1e-6), pushed(kl, 1e-3)], [0, 1, 0]);
});

test("of noise, momentum and averages that are not symmetric no energy is asked to fall, but numbers are numbers", () => {
  const { energy } = certificate(kl, flowOf(kl)).series;
  const high = energy.data[0] * 10;
  const averaged = { ...kl, geometry: term("transport", nadarayaWatson(gaussianKernel(1))) };
  assert.match(against(kl, "energy", 2, high), /rises/);
  assert.equal(against(kl, "energy", 2, high, { stochastic: true }), "");
  assert.equal(against(kl, "energy", 2, high, { inertial: true }), "");
  assert.equal(against(averaged, "energy", 2, high), "");
  for (const excuse of [{ stochastic: true }, { inertial: true }])
    assert.match(against(kl, "energy", 2, NaN, excuse), /values of energy/);
});

test("what is to be lowered may rise on its way, and must not end above its start: one excuse for another", () => {
  const solution = { ...flowOf(kl), inertial: true };
  for (const [lowers, name] of [
    ["energy", /rise of the energy/],
    ["slope", /rise of the slope/],
  ] as const) {
    const judged = (k: number, u: Vec): string => {
      const snapshots = solution.snapshots.map((v, i) => (i === k ? u : v));
      return flaws(flowEvidence(kl, { ...solution, lowers, snapshots }, certificate(kl, solution)))
        .map(({ what }) => what)
        .join("; ");
    };
    assert.equal(judged(2, ramp(-0.05)), "");
    assert.equal(judged(4, ramp(0)), "");
    assert.match(judged(4, ramp(-1e-6)), name);
  }
});

test("where a state refuses R or R* the others are judged; a stopped flow is judged as a completed one", () => {
  const solution = flowOf(kl);
  const proof = certificate(kl, solution);
  const series = { ...proof.series, dual: at(proof.series.dual, 2, NaN) };
  const found = (gaps: Certificate["gaps"]): number =>
    flaws(flowEvidence(kl, solution, { ...proof, series, gaps })).length;
  assert.deepEqual([found({}), found({ dual: "at t = 0.2: two particles coincide" })], [1, 0]);
  const wild = solve({ system: kl, initial: ramp(0), end: 0.4 }, rk4, { steps: 4 });
  const thrown = { ...wild, snapshots: [...wild.snapshots].reverse(), status: "stopped" } as const;
  assert.equal(certify(kl, thrown).status, "uncertified");
  assert.equal(certify(kl, { ...thrown, status: "diverged" }).status, "diverged");
});
