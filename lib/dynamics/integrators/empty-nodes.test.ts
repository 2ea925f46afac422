import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import { maxAbs, subtract, sum, tabulate } from "../../arithmetic/vectors.js";
import type { Energy } from "../../systems/energies/energy.js";
import { inclusiveKlTo, klTo } from "../../systems/energies/phi.js";
import { spherical, sum as sumOf } from "../../systems/geometries/combinators.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import {
  hellinger,
  hMinus1,
  kernelHellinger,
  l2,
  mmd,
  ridgeHellinger,
  ridgeWasserstein,
  stein,
  wasserstein,
} from "../../systems/geometries/named.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { mapMasses } from "../../systems/spaces/masses.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import type { Space } from "../../systems/spaces/space.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import type { Solution } from "../integrator.js";
import { certify } from "../certify.js";
import { dualDissipation } from "../../systems/dissipation.js";
import { solve } from "../solve.js";
import { words } from "./index.js";
import type { IntegratorWord } from "./word.js";

/** Masses of the middle third, or nothing. */
const inMiddle = (n: number): Vec => {
  const on = tabulate(n, i => (i >= n / 3 && i < (2 * n) / 3 ? 1 : 0));
  return on.map(m => m / sum(on));
};
const target = (n: number): Vec => {
  const w = tabulate(n, i => 1 + 0.5 * ((7 * i) % 5));
  return w.map(m => m / sum(w));
};

const EDGES = tabulate(8, i => i);
const SPACES: readonly Space[] = [
  grid1d({ n: 12, interval: [0, 4] }),
  grid2d({
    shape: [6, 4],
    box: [
      [0, 2],
      [0, 1],
    ],
  }),
  finiteSet({ n: 9, points: tabulate(9, i => i), edges: Array.from(EDGES, (i): [number, number] => [i, i + 1]) }),
];
const sizeOf = (space: Space): number => space.massRange[1];

const kernel = gaussianKernel(0.7);
const GEOMETRIES: Readonly<Record<string, Geometry>> = {
  wasserstein,
  hellinger,
  "spherical hellinger": spherical(hellinger),
  "wasserstein + hellinger": sumOf(wasserstein, hellinger),
  stein: stein(kernel),
  "kernel-hellinger": kernelHellinger(kernel),
  "ridge-wasserstein": ridgeWasserstein(kernel, 0.1),
  "ridge-hellinger": ridgeHellinger(kernel, 0.1),
};
/** Geometries that do not weight with the state: log u pushes into empty nodes with infinite speed. */
const UNWEIGHTED: Readonly<Record<string, Geometry>> = {
  l2,
  "h-minus-1": hMinus1,
  mmd: mmd(kernel),
  "mmd of a rough kernel": mmd(laplaceKernel(0.7)),
};
const ENERGIES: Readonly<Record<string, (n: number) => Energy>> = {
  kl: n => klTo(target(n)),
  "inclusive-kl": n => inclusiveKlTo(target(n)),
};

interface Scene {
  readonly label: string;
  readonly system: GradientSystem;
  readonly empty: Vec;
}
const scenes = (names: readonly string[]): readonly Scene[] =>
  SPACES.flatMap(space =>
    Object.entries(GEOMETRIES).flatMap(([geometry, of]) =>
      names.map(energy => ({
        label: `${energy} under ${geometry} on ${space.name}`,
        system: { space, energy: ENERGIES[energy](sizeOf(space)), geometry: of },
        empty: inMiddle(sizeOf(space)),
      })),
    ),
  );

/** The state with a fraction ε of the mean mass in the empty nodes. */
const near = ({ system: { space }, empty }: Scene, epsilon: number): Vec =>
  mapMasses(space, empty, m => (m === 0 ? epsilon / empty.length : m));

const distance = (u: Vec, v: Vec): number => sum(subtract(u, v).map(Math.abs));

test("A9: u̇ at empty nodes is its limit from inside: |u̇(u) - u̇(u + ε)| ≤ 5 max|u̇|/log(1/ε) for KL", () => {
  for (const scene of scenes(["kl"])) {
    const here = rate(scene.system, scene.empty);
    // Λ(ε, b) (V_b - V_ε) = O(b/log(1/ε)) is all that is left of the potential at an empty node
    const beside = rate(scene.system, near(scene, 1e-200));
    assert.ok(here.every(Number.isFinite), scene.label);
    const difference = maxAbs(subtract(here, beside)) / maxAbs(here);
    assert.ok(difference < 5 / 460, `${scene.label}: ${difference}`);
  }
});

test("A9: heat flows out of a Dirac: the rate of its neighbours is u/h², and that of the others 0", () => {
  const space = grid1d({ n: 9, interval: [0, 9] });
  const uniform = tabulate(9, () => 1 / 9);
  const dirac = tabulate(9, i => (i === 4 ? 1 : 0));
  const derivative = rate({ space, energy: klTo(uniform), geometry: wasserstein }, dirac);
  const expected = tabulate(9, i => (i === 4 ? -2 : Math.abs(i - 4) === 1 ? 1 : 0));
  assert.ok(maxAbs(subtract(derivative, expected)) < 1e-12, derivative.join());
});

const STEPS = 100;
const END = 0.02;

test("A9: from empty nodes every integrator goes where it goes from nearly empty ones, to 2 %", () => {
  const wrong: string[] = [];
  let completed = 0;
  const all = scenes(Object.keys(ENERGIES)).filter(({ label }) => /grid1d/.test(label));
  for (const scene of all)
    for (const word of words) {
      const run = (initial: Vec): Solution | undefined => {
        try {
          return solve({ system: scene.system, initial, end: END }, word.on(scene.system), { steps: STEPS, seed: 1 });
        } catch {
          return undefined;
        }
      };
      if (["jko", "splitting", "reseeding"].includes(word.name)) continue;
      const from = run(scene.empty);
      const beside = run(near(scene, 1e-12));
      if (from?.status !== "completed" || beside?.status !== "completed") continue;
      completed++;
      const apart = distance(from.final, beside.final);
      if (!(apart < 0.02)) wrong.push(`${scene.label} by ${word.name}: ${apart}`);
    }
  assert.deepEqual(wrong, []);
  assert.ok(completed > 40, `${completed}`);
});

test("A9: implicit Euler keeps what growth keeps empty: Hellinger, spherical and smoothed", () => {
  for (const scene of scenes(["kl"]).filter(({ label }) =>
    /kl under (spherical |kernel-|ridge-)?hellinger/.test(label),
  )) {
    const solution = solve(
      { system: scene.system, initial: scene.empty, end: 0.1 },
      words.find(({ name }) => name === "implicit-euler")!.on(scene.system),
      { steps: 40 },
    );
    assert.equal(solution.status, "completed", `${scene.label}: ${solution.reason}`);
    assert.deepEqual(
      solution.final.map((m, i) => (scene.empty[i] === 0 ? m : 0)),
      new Float64Array(scene.empty.length),
    );
  }
});

test("A9: a step in log u does not fill a node and says so, with the node and what to take", () => {
  const [scene] = scenes(["kl"]);
  const { status, reason } = solve(
    { system: scene.system, initial: scene.empty, end: 0.1 },
    words.find(({ name }) => name === "exponential")!.on(scene.system),
    { steps: 40 },
  );
  assert.equal(status, "diverged");
  assert.match(reason, /node \d+ is empty and the flow fills it .* take `implicit-euler`/);
});

const by = (name: string): IntegratorWord => words.find(word => word.name === name)!;

const solved = ({ system, empty }: Scene, name: string, steps: number): Solution =>
  solve({ system, initial: empty, end: END }, by(name).on(system), { steps, records: 10, seed: 1 });

test("A9: from empty nodes a flow of KL is certified from the first finite R on, to 2 % of the loss", () => {
  for (const scene of scenes(["kl"]).filter(({ label }) => /grid1d|finite/.test(label))) {
    const { status, reason, certificate } = certify(scene.system, solved(scene, "rk4", 200));
    assert.equal(status, "completed", `${scene.label}: ${reason}`);
    const { energy, dual, primal, balanceDefect, balanceUncertainty } = certificate.series;
    const late = dual.data[0] === Infinity || primal.data[0] === Infinity;
    // the Fisher information of a state that vanishes somewhere is infinite; births and deaths alone see none of it
    if (/under wasserstein/.test(scene.label)) assert.ok(late, scene.label);
    if (/under \S*hellinger/.test(scene.label)) assert.ok(!late, scene.label);
    assert.equal(certificate.notes?.balance?.startsWith(`taken from t = ${END / 10} on`) ?? false, late, scene.label);
    const lost = energy.data[late ? 1 : 0] - energy.data[10];
    const uncertainty = balanceUncertainty?.data[0] ?? lost;
    assert.ok(Math.abs(balanceDefect.data[0]) <= uncertainty + 0.02 * lost, `${scene.label}: ${balanceDefect.data[0]}`);
  }
});

test("A9: R*(u, -DF) at empty nodes is its limit: +∞, and finite where u log² u → 0", () => {
  const uniform = klTo(tabulate(4, () => 0.25));
  const space = grid1d({ n: 4, interval: [0, 4] });
  const half = Float64Array.of(0.5, 0.5, 0, 0);
  assert.equal(dualDissipation({ space, energy: uniform, geometry: wasserstein }, half), Infinity);
  assert.equal(dualDissipation({ space, energy: uniform, geometry: l2 }, half), Infinity);
  const squared = Math.log(2) * Math.log(2);
  for (const geometry of [hellinger, sumOf(hellinger)])
    assert.ok(Math.abs(dualDissipation({ space, energy: uniform, geometry }, half) - 0.5 * squared) < 1e-15);
});

test("A9: where log u pushes into empty nodes, explicit steps name the node, the implicit step is JKO's", () => {
  for (const [name, geometry] of Object.entries(UNWEIGHTED))
    for (const space of SPACES.slice(0, 1)) {
      const empty = inMiddle(sizeOf(space));
      const scene = { label: name, system: { space, energy: ENERGIES.kl(sizeOf(space)), geometry }, empty };
      for (const word of ["explicit-euler", "rk4", "exponential", "adaptive", "heavy-ball", "nesterov"]) {
        const { status, reason } = solved(scene, word, 20);
        assert.match(status, /diverged|step-underflow/);
        assert.match(
          reason,
          /node 0 is empty, where DF is -Infinity, .* infinite speed: begin with a state that is positive everywhere/,
        );
      }
      const [euler, jko] = ["implicit-euler", "jko"].map(word =>
        solve({ system: scene.system, initial: empty, end: END }, by(word).on(scene.system), { steps: 1 }),
      );
      assert.deepEqual([euler.status, jko.status], ["completed", "completed"], `${name}: ${jko.reason}`);
      assert.ok(euler.final.every(m => m > 0));
      assert.ok(distance(euler.final, jko.final) < 1e-6 * sum(euler.final), name);
    }
});

test("A3: a step in log u ends where the flow takes mass from an empty node; where masses multiply it never does", () => {
  const space = finiteSet({ n: 3, points: Float64Array.of(0, 1, 2) });
  const slope: Energy = {
    name: "slope",
    form: { type: "other" },
    value: u => u[1] + 2 * u[2],
    differential: () => ({ value: Float64Array.of(0, 1, 2), temperature: 0 }),
  };
  const initial = Float64Array.of(0.4, 0.3, 0.3);
  const at = (geometry: Geometry, end: number): Solution =>
    solve(
      { system: { space, energy: slope, geometry }, initial, end },
      by("exponential").on({ space, energy: slope, geometry }),
      {
        steps: 20,
      },
    );
  const leaving = [l2, spherical(l2), mmd(laplaceKernel(1)), spherical(mmd(laplaceKernel(1)))];
  for (const geometry of leaving) {
    const { status, reason } = at(geometry, 4);
    assert.equal(status, "left-the-cone");
    assert.match(reason, /node \d is empty at t = .* takes mass from it.* take `rk4`/);
  }
  for (const [geometry, end] of [
    [hellinger, 4e5],
    [kernelHellinger(kernel), 4e5],
    [spherical(hellinger), 40],
  ] as const)
    assert.equal(at(geometry, end).status, "completed");
});
