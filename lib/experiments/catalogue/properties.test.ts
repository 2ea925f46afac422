import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { GradientSystem } from "../../systems/system.js";
import { energiesOn } from "./energies.js";
import { geometriesWith } from "./geometries.js";
import { SPACES, type SpaceSample } from "./spaces.js";
import { checkBalance, checkChainRule } from "../../dynamics/checks/balance.js";
import { checkDifferential } from "../../dynamics/checks/differential.js";
import { checkOnsager } from "../../dynamics/checks/onsager.js";
import { quadratic } from "../../systems/dissipation.js";
import { hellinger } from "../../systems/geometries/named.js";
import { conservesMass } from "../../systems/geometries/conserves.js";
import { isSymmetric } from "../../systems/geometries/terms.js";
import { rk4 } from "../../dynamics/integrators/explicit/runge-kutta.js";
import { axpy, maxAbs, scale, subtract, tabulate } from "../../arithmetic/vectors.js";
import { densePrimal, primalDissipation } from "../../systems/primal-dissipation.js";
import { stream } from "../../arithmetic/random.js";
import { geometryRefusals, logRefusals } from "../../systems/admissible.js";
import { solve } from "../../dynamics/solve.js";
import { onsager, rate } from "../../systems/system.js";

interface Pair {
  readonly sample: SpaceSample;
  readonly name: string;
  readonly geometry: Geometry;
}
interface Triple extends Pair {
  readonly energy: Energy;
  readonly label: string;
  readonly system: GradientSystem;
}

/** A sample with 1.7 times the mass, where measures have a mass: it grows at the rate 1 everywhere. */
const heavier = (sample: SpaceSample): SpaceSample => ({
  ...sample,
  name: `${sample.name}, heavier`,
  state: axpy(0.7, onsager(sample.space, hellinger, sample.state, sample.space.one(sample.state)), sample.state),
});

/** Whole families of errors hide behind a mass of 1. */
const samples = [...SPACES, ...SPACES.map(heavier)];

const pairs: readonly Pair[] = samples.flatMap(sample =>
  Object.entries(geometriesWith(sample.kernel)).map(([name, geometry]) => ({ sample, name, geometry })),
);
const admitted = pairs.filter(({ sample, geometry }) => geometryRefusals(sample.space, geometry).length === 0);
const energies = new Map(
  samples.map(sample => [sample, energiesOn(sample).flatMap(e => ("energy" in e ? [e.energy] : []))]),
);
const triples: readonly Triple[] = admitted.flatMap(pair =>
  (energies.get(pair.sample) ?? []).map(energy => ({
    ...pair,
    energy,
    label: `${energy.name} × ${pair.name} on ${pair.sample.name}`,
    system: { space: pair.sample.space, energy, geometry: pair.geometry },
  })),
);
const evaluable = triples.filter(
  ({ energy, system }) => energy.absent === undefined && logRefusals(system).length === 0,
);

const random = stream(7, "properties");
const direction = (n: number): Vec => tabulate(n, () => 2 * random.uniform() - 1);

test("the registries meet in more than 1000 gradient systems, and every refusal is a sentence that says what to use instead", () => {
  for (const { sample, geometry } of pairs)
    for (const reason of geometryRefusals(sample.space, geometry))
      assert.match(reason, / on .*: .* (take|give) /, reason);
  for (const sample of SPACES)
    for (const e of energiesOn(sample)) if ("refusal" in e) assert.match(e.refusal, /: take /, e.refusal);
  assert.ok(admitted.length > 170 && evaluable.length > 1000, `${admitted.length} pairs, ${evaluable.length} systems`);
});

test("<a, 𝕂b> = <b, 𝕂a> and <a, 𝕂a> ≥ 0 for every geometry × space, but for the Nadaraya-Watson average", () => {
  for (const { sample, name, geometry } of admitted) {
    const { skew, lowest } = checkOnsager(sample.space, geometry, sample.state);
    if (isSymmetric(geometry))
      assert.ok(skew <= 1e-11 && lowest >= -1e-12, `${name} on ${sample.name}: skew ${skew}, lowest ${lowest}`);
    else assert.ok(skew > 1e-6, `${name} on ${sample.name}: symmetric after all`);
  }
});

test("F(u + hv) - F(u) - h<DF, v> = O(h²) for every energy × space", () => {
  for (const [sample, list] of energies)
    for (const energy of list.filter(e => e.absent === undefined)) {
      const u = sample.state;
      // every coordinate of the state moves: the masses of graphs, the positions and masses of particles, [m | Σ]
      // within symmetric matrices
      const moving = geometriesWith(sample.kernel)[
        sample.space.support === "nodes" ? "hellinger" : "hellinger-kantorovich"
      ];
      const v = onsager(sample.space, moving, u, sample.space.covector(u, direction(sample.space.codim)));
      // small enough that the second order leads, also where it is small by chance
      const { slope, remainders } = checkDifferential(sample.space, energy, u, scale(1 / maxAbs(v), v), 0.005);
      assert.ok(slope > 1.8, `${energy.name} on ${sample.name}: slope ${slope}, remainders ${remainders}`);
    }
});

test("dF/dt = -<DF, 𝕂DF> against difference quotients for every space × energy × geometry", () => {
  for (const { label, system, sample } of evaluable) {
    const { quotient, expected } = checkChainRule(system, sample.state);
    assert.ok(
      Math.abs(quotient - expected) <= 5e-5 * Math.abs(expected) + 1e-8,
      `${label}: ${quotient} against ${expected}`,
    );
  }
});

test("<ξ, 𝕂ξ> summed over blocks is the pairing of ξ with 𝕂ξ", () => {
  for (const {
    sample: { space, state, name: on },
    name,
    geometry,
  } of admitted) {
    const xi = space.covector(state, direction(space.codim));
    const a = quadratic(space, geometry, state, xi);
    const b = space.pair(state, xi, onsager(space, geometry, state, xi));
    assert.ok(Math.abs(a - b) <= 1e-10 * (1 + Math.abs(a)), `${name} on ${on}: ${a} ${b}`);
  }
});

test("spherical and conservative geometries keep the mass: <1, 𝕂ξ> = 0", () => {
  for (const {
    sample: { space, state, name: on },
    name,
    geometry,
  } of admitted.filter(p => conservesMass(p.geometry))) {
    const r = onsager(space, geometry, state, space.covector(state, direction(space.codim)));
    assert.ok(Math.abs(space.pair(state, space.one(state), r)) <= 1e-12 * (1 + maxAbs(r)), `${name} on ${on}`);
  }
});

test("R(u, 𝕂ξ) = R*(u, ξ), and R term by term equals ½<v, 𝕂^{-1}v> by a dense solve", () => {
  for (const {
    sample: { space, state, name: on },
    name,
    geometry,
  } of admitted.filter(p => isSymmetric(p.geometry))) {
    const xi = space.covector(state, direction(space.codim));
    const v = onsager(space, geometry, state, xi);
    const dual = 0.5 * quadratic(space, geometry, state, xi);
    const primal = primalDissipation({ space, geometry }, state, v);
    const dense = densePrimal({ space, geometry }, state)(v);
    assert.ok(
      Math.abs(primal / dual - 1) < 1e-7 && Math.abs(primal / dense - 1) < 1e-7,
      `${name} on ${on}: R* ${dual}, R ${primal}, dense ${dense}`,
    );
  }
});

/** Spectral radius of the Jacobian of the rate, by power iteration on difference quotients. */
function stiffness(system: GradientSystem, u: Vec): number {
  let v: Vec = direction(u.length);
  let value = 0;
  for (let k = 0; k < 12; k++) {
    const w = scale(1e6, subtract(rate(system, axpy(1e-6, v, u)), rate(system, u)));
    value = maxAbs(w);
    if (value === 0) return 1;
    v = scale(1 / value, w);
  }
  return value;
}

/** Two units of the fastest time scale, at most 0.1, halved until no mass is negative in it. */
function horizon(system: GradientSystem, initial: Vec): number {
  const positive = (u: Vec): boolean => system.space.masses(u).every(m => m > 0);
  for (let end = Math.min(2 / stiffness(system, initial), 0.1); ; end /= 2) {
    const { snapshots, status } = solve({ system, initial, end }, rk4, { steps: 8, cone: "ignore" });
    if (status === "completed" && snapshots.every(positive)) return end;
  }
}

test("F(T) - F(0) + ∫ R + R* dt = 0 along RK4, of order 4, with R computed from u̇ alone", () => {
  const chosen = evaluable.filter(
    ({ geometry, energy }) => isSymmetric(geometry) && ["kl", "half-mmd2"].includes(energy.name),
  );
  assert.ok(chosen.length > 200);
  for (const { label, system, sample } of chosen) {
    const { fine, order } = checkBalance(system, sample.state, horizon(system, sample.state), 16);
    assert.ok(fine < 1e-5 && (fine < 1e-9 || order > 3.5), `${label}: defect ${fine}, order ${order}`);
  }
});
