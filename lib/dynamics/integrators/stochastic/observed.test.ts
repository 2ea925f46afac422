/** Filters: Bayes' rule after the steps of any integrator, against Kalman's recursion and against each other. */
import assert from "node:assert/strict";
import test from "node:test";
import { reasonsAgainst } from "../../../arithmetic/admission.js";
import { exp, square } from "../../../arithmetic/functions.js";
import { normals, stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat, dot, sum, tabulate, vec } from "../../../arithmetic/vectors.js";
import { kl } from "../../../systems/energies/divergences.js";
import { wasserstein } from "../../../systems/geometries/named.js";
import { equalWeights } from "../../../systems/measures/atoms.js";
import { gaussian } from "../../../systems/measures/gaussian.js";
import { graphState } from "../../../systems/measures/graph-state.js";
import { nodesOf } from "../../../systems/measures/measure.js";
import { gaussian as gaussianSpace } from "../../../systems/spaces/gaussian.js";
import { grid1d } from "../../../systems/spaces/grid1d.js";
import { particles } from "../../../systems/spaces/particles.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { GradientSystem } from "../../../systems/system.js";
import { solve } from "../../solve.js";
import { changCooper } from "../implicit/chang-cooper.js";
import { exact } from "../exact.js";
import { langevin } from "./langevin.js";
import { networkJko } from "../minimizing-movement/network-jko.js";
import { observed } from "./observed.js";

const target = gaussian(vec(0.5), vec(2));
const rows = { dim: 2, points: vec(0.5, 1.7, 1, -0.3) };
const variance = 0.7;
const on = (space: Space): GradientSystem => ({ space, energy: kl(space, target), geometry: wasserstein });

/** Mean and variance after two rounds of the OU process dX = -(X - ½)/2 dt + √2 dB over 0.5 and an observation. */
function kalman(m: number, s: number): readonly [number, number] {
  let [mean, spread] = [m, s];
  for (const y of [1.7, -0.3]) {
    const decay = exp(-0.25);
    mean = 0.5 + decay * (mean - 0.5);
    spread = 2 + square(decay) * (spread - 2);
    const gain = spread / (spread + variance);
    mean += gain * (y - mean);
    spread -= gain * spread;
  }
  return [mean, spread];
}

test("observed on normal laws is the Kalman filter: m⁺ = m + K(y - m), s⁺ = (1-K)s, K = s/(s + σ²), to rounding", () => {
  const { final } = solve(
    { system: on(gaussianSpace(1)), initial: vec(-1, 0.8), end: 1 },
    observed(exact, { rows, variance }),
    {
      steps: 4,
    },
  );
  const [m, s] = kalman(-1, 0.8);
  assert.ok(Math.abs(final[0] - m) < 1e-14 && Math.abs(final[1] - s) < 1e-14);
});

test("observed on a grid with chang-cooper reaches Kalman's moments: implicit Euler, O(dt) from both sides of dt and dt/2", () => {
  const space = grid1d({ n: 400, interval: [-8, 8] });
  const x = space.lattice.points;
  const initial = graphState(gaussian(vec(-1), vec(0.8)), nodesOf(space));
  const errors = [50, 100].map(steps => {
    const { final } = solve({ system: on(space), initial, end: 1 }, observed(changCooper, { rows, variance }), {
      steps,
    });
    const mean = dot(final, x);
    const [m, s] = kalman(-1, 0.8);
    return [mean - m, final.reduce((t, w, i) => t + w * square(x[i] - mean), 0) - s];
  });
  for (const c of [0, 1]) {
    const ratio = errors[0][c] / errors[1][c];
    assert.ok(ratio > 1.7 && ratio < 2.4 && Math.abs(errors[1][c]) < 0.01, `${errors}`);
  }
});

test("Bayes' rule for particles: w ∝ e^{-|x-y|²/2σ²} w of the same mass; resampling leaves equal masses at places of before", () => {
  const n = 50;
  const space = particles({ n, dim: 1 });
  const initial = concat(normals(stream(3, "start"), n), equalWeights(n));
  const still = { ...langevin, admit: () => ({ prepared: () => (u: Vec) => u }) };
  const once = { dim: 2, points: vec(1, 0.4) };
  const run = (resample: boolean): Vec =>
    solve({ system: on(space), initial, end: 1 }, observed(still, { rows: once, variance, resample }), { steps: 1 })
      .final;
  const weighted = run(false);
  const likelihood = tabulate(n, i => exp(-square(initial[i] - 0.4) / (2 * variance)));
  tabulate(n, i => weighted[n + i] - likelihood[i] / sum(likelihood)).forEach(e => assert.ok(Math.abs(e) < 1e-15));
  const drawn = run(true);
  assert.ok(drawn.subarray(n).every(w => w === drawn[n]));
  const places = new Set(initial.subarray(0, n));
  assert.ok(drawn.subarray(0, n).every(x => places.has(x)));
  const mean = (u: Vec): number => u.subarray(0, n).reduce((s, x, i) => s + x * u[n + i], 0);
  // systematic draws miss every multiplicity by less than 1
  assert.ok(Math.abs(mean(drawn) - mean(weighted)) < 0.1);
});

test("an observation inside of a step ends the run with advice; rows of another width, resampled maps and grids are refused", () => {
  const space = particles({ n: 4, dim: 1 });
  const initial = concat(normals(stream(3, "start"), 4), equalWeights(4));
  const { status, reason } = solve({ system: on(space), initial, end: 1 }, observed(langevin, { rows, variance }), {
    steps: 3,
  });
  assert.equal(status, "diverged");
  assert.match(reason, /observation at t = 0.5 lies inside of a step: let a step end there/);
  const map = networkJko({ widths: [], iterations: 1, rate: 0.01 });
  const grid = grid1d({ n: 10, interval: [-7, 8] });
  assert.match(reasonsAgainst(observed(map, { rows, variance, resample: true }), on(space))[0], /no map/);
  assert.match(reasonsAgainst(observed(changCooper, { rows, variance, resample: true }), on(grid))[0], /particles/);
  assert.match(
    reasonsAgainst(observed(langevin, { rows: { dim: 3, points: vec(1, 2, 3) }, variance }), on(space))[0],
    /rows \(t, y\) of 2/,
  );
});

test("a particle that no observation fits keeps a mass > 0, e^{-|x-y|²/2σ²} = 0 or not: log densities along maps stay finite", () => {
  const space = particles({ n: 3, dim: 1 });
  const initial = concat(vec(0, 1, 400), equalWeights(3));
  const system = { space, energy: kl(space, target), geometry: wasserstein };
  const { final } = solve(
    { system, initial, end: 1e-6 },
    observed(langevin, { rows: { dim: 2, points: vec(1e-6, 0) }, variance }),
    {
      steps: 1,
    },
  );
  const masses = space.masses(final);
  assert.ok(masses[2] > 0 && masses[2] < 1e-290 && Math.abs(sum(masses) - 1) < 1e-15);
});
