import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import type { Smoother } from "../../systems/geometries/smoothers/smoother.js";
import { klTo } from "../../systems/energies/phi.js";
import { spherical, term } from "../../systems/geometries/combinators.js";
import { hellinger } from "../../systems/geometries/named.js";
import { explicitEuler, rk4 } from "../integrators/explicit/runge-kutta.js";
import { exp, pow } from "../../arithmetic/functions.js";
import { scale, sum } from "../../arithmetic/vectors.js";
import { identity } from "../../systems/geometries/smoothers/identity.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { checkBalance, checkChainRule } from "./balance.js";
import { checkDifferential } from "./differential.js";
import { checkOnsager } from "./onsager.js";
import { observedOrder } from "./order.js";

const space = finiteSet({ n: 3 });
const pi = Float64Array.of(0.2, 0.5, 0.3);
const u = Float64Array.of(0.4, 0.4, 0.2);
const v = Float64Array.of(1, -0.5, 0.3);
const right = klTo(pi);
const geometry = spherical(hellinger);
const system = { space, energy: right, geometry };

test("a differential that is wrong by a factor or a constant is found: Taylor slope 1 instead of 2", () => {
  const wrong: Energy = {
    ...right,
    differential: w => ({ value: scale(1.01, right.differential(w).value ?? w), temperature: 0 }),
  };
  const shifted: Energy = {
    ...right,
    differential: w => ({ value: (right.differential(w).value ?? w).map(x => x + 1), temperature: 0 }),
  };
  assert.ok(Math.abs(checkDifferential(space, right, u, v).slope - 2) < 0.1);
  for (const energy of [wrong, shifted]) assert.ok(checkDifferential(space, energy, u, v).slope < 1.5);
});

test("an operator that is not symmetric, or not ≥ 0, is found", () => {
  const skewed: Smoother = { ...identity, flux: (_b, f) => Float64Array.of(f.values[1], 0, 0) };
  const negative: Geometry = { type: "scaled", factor: -1, of: hellinger };
  assert.ok(checkOnsager(space, hellinger, u).skew === 0 && checkOnsager(space, hellinger, u).lowest > 0);
  assert.equal(checkOnsager(space, term("growth", skewed), u).skew, 1);
  assert.ok(checkOnsager(space, negative, u).lowest < 0);
});

test("an energy that does not drive the flow breaks dF/dt = -<DF, 𝕂DF> and the balance", () => {
  const doubled: Energy = { ...right, value: w => 2 * right.value(w) };
  const broken = checkChainRule({ ...system, energy: doubled }, u);
  assert.ok(Math.abs(broken.quotient - broken.expected) > 0.5 * Math.abs(broken.expected));
  const good = checkBalance(system, u, 1, 8);
  assert.ok(good.fine < 1e-5 && Math.abs(good.order - 4) < 0.3, `${good.fine} ${good.order}`);
  assert.ok(checkBalance({ ...system, energy: doubled }, u, 1, 8).fine > 0.1);
});

test("Euler has order 1 and RK4 order 4 on the geometric path u_t ∝ u^{e^{-t}} π^{1-e^{-t}} (A-4.2)", () => {
  const decay = exp(-1);
  const raw: Vec = u.map((m, i) => pow(m, decay) * pow(pi[i], 1 - decay));
  const reference = scale(1 / sum(raw), raw);
  const problem = { system, initial: u, end: 1 };
  assert.ok(Math.abs(observedOrder(problem, explicitEuler, [16, 32, 64, 128], reference) - 1) < 0.25);
  assert.ok(Math.abs(observedOrder(problem, rk4, [4, 8, 16, 32], reference) - 4) < 0.25);
});
