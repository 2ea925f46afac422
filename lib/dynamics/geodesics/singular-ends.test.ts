import assert from "node:assert/strict";
import { test } from "node:test";
import { acos, log, square } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, sum as total, vec } from "../../arithmetic/vectors.js";
import { scaled, spherical, sum } from "../../systems/geometries/combinators.js";
import { hellinger, hellingerKantorovich, wasserstein } from "../../systems/geometries/named.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Space } from "../../systems/spaces/space.js";
import { flaws } from "../evidence.js";
import { hamiltonian, primal } from "../recorders/energetics.js";
import { actionOf, hamiltonianEvidence } from "./action.js";
import { exactGeodesic } from "./closed-form.js";
import type { Curve } from "./curve.js";
import { evolve } from "./evolve.js";
import { greatCircle, plainCurve, rootCurve } from "./interpolations.js";
import { sample, stateOn } from "./sample.js";

const PLACES: Readonly<Record<string, readonly [Space, (masses: Vec) => Vec]>> = {
  "finite set": [finiteSet({ n: 4 }), m => m],
  "grid in 1-D": [grid1d({ n: 4, interval: [-1, 1] }), m => m],
  "grid in 2-D": [
    grid2d({
      shape: [2, 2],
      box: [
        [0, 1],
        [0, 1],
      ],
    }),
    m => m,
  ],
  particles: [particles({ n: 4, dim: 1 }), m => concat(vec(0, 1, 2, 3), m)],
};

/** From empty nodes, to empty nodes, both with and without a node in common; and one that is far below rounding. */
const ENDS: Readonly<Record<string, readonly [Vec, Vec]>> = {
  singular: [vec(0.5, 0.5, 0, 0), vec(0, 0, 0.25, 0.75)],
  overlapping: [vec(0.5, 0.5, 0, 0), vec(0, 0.4, 0.6, 0)],
  filling: [vec(0, 0, 0, 1), vec(0.1, 0.2, 0.3, 0.4)],
  emptying: [vec(0.1, 0.2, 0.3, 0.4), vec(0, 1, 0, 0)],
  "nearly singular": [vec(1, 1e-40, 0, 0), vec(1e-60, 1, 0, 0)],
};

const affinity = (a: Vec, b: Vec): number => a.reduce((s, m, i) => s + Math.sqrt(m * b[i]), 0);
const helling = (a: Vec, b: Vec): number => 4 * (total(a) + total(b) - 2 * affinity(a, b));
/** Σ ∫ (b-a)²/((1-t)a + tb) dt */
const straight = (a: Vec, b: Vec): number =>
  a.reduce((s, m, i) => s + (m === b[i] ? 0 : (b[i] - m) * log(b[i] / m)), 0);
const circular = (a: Vec, b: Vec): number => square(2 * acos(affinity(a, b)));

const near = (value: number, exact: number, what: string, tolerance: number = 1e-7): void =>
  assert.ok(value === exact || Math.abs(value - exact) <= tolerance * exact, `${what}: ${value}, not ${exact}`);

const everywhere = (check: (space: Space, u0: Vec, u1: Vec, a: Vec, b: Vec, what: string) => void): void => {
  for (const [place, [space, stateOf]] of Object.entries(PLACES))
    for (const [ends, [a, b]] of Object.entries(ENDS)) check(space, stateOf(a), stateOf(b), a, b, `${place}, ${ends}`);
};

test("H of (spherical) Hellinger geodesics is the same at all times, at ends with empty nodes too; the action is 2H", () => {
  everywhere((space, u0, u1, a, b, what) => {
    for (const beta of [1, 2.5])
      for (const [geometry, squared] of [
        [scaled(beta, hellinger), helling(a, b) / beta],
        [spherical(scaled(beta, hellinger)), circular(a, b) / beta],
      ] as const) {
        const kinetics = { space, geometry };
        const system = { ...kinetics, energy: undefined as never };
        const [there, back] = [exactGeodesic(kinetics, u0, u1), exactGeodesic(kinetics, u1, u0)];
        const { states } = sample(there, 4);
        assert.deepEqual(flaws(hamiltonianEvidence(kinetics, states)), [], what);
        for (const state of states) {
          near(2 * (hamiltonian.at(system, state, () => undefined) as number), squared, `${what}, H at ${state.t}`);
          near(2 * (primal.at(system, state, () => undefined) as number), squared, `${what}, R at ${state.t}`);
        }
        near(actionOf(kinetics, there, back), squared, `${what}, action`);
      }
  });
});

test("the momentum method leaves ends with empty nodes, and arrives", () => {
  for (const [place, [space, stateOf]] of Object.entries(PLACES).filter(([, [s]]) => s.support === "nodes"))
    for (const [ends, [a, b]] of Object.entries(ENDS))
      for (const geometry of [hellinger, spherical(hellinger)]) {
        const { inside, ...end } = stateOn(exactGeodesic({ space, geometry }, stateOf(a), stateOf(b)), 0);
        const { u, momentum } = inside ?? end;
        const options = { end: 1, steps: 200, records: 1 };
        const { status, states } = evolve({ space, geometry }, u, momentum!, options);
        assert.equal(status, "completed");
        states[1].u.forEach((m, i) => assert.ok(Math.abs(m - b[i]) < 1e-6, `${place}, ${ends}: ${m}, not ${b[i]}`));
      }
});

test("actions of interpolations: root and great circle are finite in every geometry that lets masses grow, of straight lines it is Σ (b-a) log(b/a)", () => {
  const action = (
    space: Space,
    geometry: typeof hellinger,
    curve: (u0: Vec, u1: Vec) => Curve,
    u0: Vec,
    u1: Vec,
  ): number => actionOf({ space, geometry }, curve(u0, u1), curve(u1, u0));
  everywhere((space, u0, u1, a, b, what) => {
    const root = (from: Vec, to: Vec): Curve => rootCurve(space, from, to);
    const circle = (from: Vec, to: Vec): Curve => greatCircle(space, from, to);
    const line = (from: Vec, to: Vec): Curve => plainCurve(space, from, to);
    near(action(space, hellinger, root, u0, u1), helling(a, b), `${what}, root`);
    near(action(space, hellinger, circle, u0, u1), circular(a, b), `${what}, circle`);
    near(action(space, spherical(hellinger), circle, u0, u1), circular(a, b), `${what}, spherical circle`);
    near(action(space, hellinger, line, u0, u1), straight(a, b), `${what}, line`, 1e-2);
    if (space.support === "nodes") return;
    for (const geometry of [hellingerKantorovich(1, 1), sum(wasserstein, hellinger)]) {
      near(action(space, geometry, root, u0, u1), helling(a, b), `${what}, root under HK`);
      near(action(space, geometry, line, u0, u1), straight(a, b), `${what}, line under HK`, 1e-2);
    }
  });
});
