import test from "node:test";
import assert from "node:assert/strict";
import { reasonsAgainst } from "../../arithmetic/admission.js";
import { maxAbs, subtract, vec } from "../../arithmetic/vectors.js";
import { temperatureOf, isLogLinear, scaledEnergy, sumEnergy } from "../../systems/energies/combinations.js";
import { entropy } from "../../systems/energies/free-energy.js";
import { halfMmd2 } from "../../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../../systems/energies/phi.js";
import { scaled, spherical, sum, term } from "../../systems/geometries/combinators.js";
import { hellinger, mmd } from "../../systems/geometries/named.js";
import { partGeometry, parts } from "../../systems/geometries/parts.js";
import { centredSmoother } from "../../systems/geometries/smoothers/centred.js";
import { kernelSmoother } from "../../systems/geometries/smoothers/kernel.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { steinKernel } from "../../systems/kernels/stein.js";
import { gaussian } from "../../systems/measures/gaussian.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { exact } from "../integrators/exact.js";
import { jko } from "../integrators/minimizing-movement/jko.js";
import { rk4 } from "../integrators/explicit/runge-kutta.js";
import { splitting } from "../integrators/splitting.js";
import { solve } from "../solve.js";

const space = finiteSet({ n: 3, points: vec(-0.7, 0.2, 1.1) });
const pi = vec(0.2, 0.5, 0.3);
const u0 = vec(0.6, 0.3, 0.1);

test("MMD of one Stein target is no closed form for ½MMD² of another: kernels are compared by form, not name", () => {
  const kernelOf = (mean: number): ReturnType<typeof steinKernel> =>
    steinKernel(gaussianKernel(1), gaussian(vec(mean), vec(1)));
  const energy = halfMmd2(space, kernelOf(0), { points: space.nodes(u0), weights: pi });
  const mixed = { space, energy, geometry: mmd(kernelOf(1)) };
  assert.deepEqual(reasonsAgainst(exact, { ...mixed, geometry: mmd(kernelOf(0)) }), []);
  assert.equal(reasonsAgainst(exact, mixed).length, 1);
  // JKO admits the mixed flow by the flat chart, and then it is a step of that flow: order 1 against Runge-Kutta
  const at = (dt: number): Float64Array => solve({ system: mixed, initial: u0, end: 0.02 }, jko, { steps: dt }).final;
  const truth = solve({ system: mixed, initial: u0, end: 0.02 }, rk4, { steps: 200 }).final;
  const [coarse, fine] = [maxAbs(subtract(at(10), truth)), maxAbs(subtract(at(20), truth))];
  assert.ok(fine > 0 && Math.abs(coarse / fine - 2) < 0.2, `${coarse} ${fine}`);
});

test("what conserves mass is decided in one place: a centred part needs no projection, and its sum with another splits", () => {
  const centred = term("growth", centredSmoother(kernelSmoother(gaussianKernel(1))));
  const geometry = spherical(sum(scaled(0.5, centred), hellinger));
  assert.deepEqual(
    parts(geometry).map(p => p.spherical),
    [false, true],
  );
  assert.equal(partGeometry(parts(geometry)[0]).type, "scaled");
  const system = { space, energy: phiDivergenceTo(2, pi), geometry };
  assert.deepEqual(reasonsAgainst(splitting("strang", [rk4, rk4]), system), []);
  const run = (steps: number): Float64Array =>
    solve({ system, initial: u0, end: 0.5 }, splitting("strang", [rk4, rk4]), { steps }).final;
  const truth = solve({ system, initial: u0, end: 0.5 }, rk4, { steps: 400 }).final;
  const [coarse, fine] = [maxAbs(subtract(run(20), truth)), maxAbs(subtract(run(40), truth))];
  assert.ok(Math.abs(coarse / fine - 4) < 0.4, `${coarse} ${fine}`);
});

test("temperatureOf is the coefficient of u log u in every form: KL, entropy, multiples and sums; with it their geometric path", () => {
  const kl = phiDivergenceTo(1, pi);
  const total = sumEnergy([scaledEnergy(2, kl), entropy(space, 0.5), phiDivergenceTo(1, vec(1, 1, 1))]);
  assert.deepEqual(
    [kl, scaledEnergy(2, kl), total, phiDivergenceTo(2, pi)].map(({ form }) => temperatureOf(form)),
    [1, 2, 3.5, 0],
  );
  assert.ok(isLogLinear(total.form) && !isLogLinear(phiDivergenceTo(2, pi).form));
  for (const energy of [scaledEnergy(2, kl), total]) {
    const system = { space, energy, geometry: spherical(hellinger) };
    const closed = solve({ system, initial: u0, end: 1 }, exact, { steps: 1 }).final;
    assert.ok(maxAbs(subtract(closed, solve({ system, initial: u0, end: 1 }, rk4, { steps: 400 }).final)) < 1e-10);
  }
});
