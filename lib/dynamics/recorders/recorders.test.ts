import assert from "node:assert/strict";
import test from "node:test";
import { halfMmd2, interaction } from "../../systems/energies/half-mmd2.js";
import { wasserstein } from "../../systems/geometries/named.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { cos, exp, log, tanh } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { concat, vec } from "../../arithmetic/vectors.js";
import { unheard } from "../../arithmetic/notes.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Nodes } from "../../systems/measures/measure.js";
import type { GraphSpace } from "../../systems/spaces/graph-operators.js";
import type { Energy } from "../../systems/energies/energy.js";
import type { GradientSystem } from "../../systems/system.js";
import { collect } from "./collect.js";
import { dissipation, dual, energy, hamiltonian, power, primal, valueOf } from "./energetics.js";
import { count, duplicates } from "./jumps.js";
import { oscillation } from "./log-ratio.js";
import { allMasses, density, ess, mass, massless, positivity, support } from "./masses.js";
import { modeMasses } from "./mode-masses.js";
import { expectation, variance } from "./moments.js";
import { amplitude, interfacePosition } from "./phase-field.js";
import { nodeCoordinates, positions, totalMomentum } from "./places.js";
import { risk } from "./risk.js";
import { type CurvePoint, series } from "./recorder.js";
import { certificate } from "../certificate.js";
import { at, closeTo, target, u, onLine, line } from "./fixtures.js";

const nodesOf = ({ lattice: { dim, points, volumes } }: GraphSpace, box: Nodes["box"]): Nodes => ({
  dim,
  points,
  volumes,
  box,
});

test("energetics of the Hellinger flow of KL: F = Σ u log(u/π), dissipation Σ u log²(u/π) = 2R* = 2R", () => {
  const F = u.reduce((s, m, i) => s + m * log(m / target[i]), 0);
  const D = u.reduce((s, m, i) => s + m * log(m / target[i]) * log(m / target[i]), 0);
  closeTo(at(energy, onLine, u), [F], 1e-15);
  closeTo([...at(dissipation, onLine, u), ...at(dual, onLine, u), ...at(primal, onLine, u)], [D, D / 2, D / 2], 1e-14);
});

test("primal takes the rate of the curve where there is one: R = ½ Σ v²/u", () => {
  const rate = vec(0.1, -0.2, 0.3, -0.2);
  closeTo(at(primal, onLine, u, { rate }), [0.5 * rate.reduce((s, r, i) => s + (r * r) / u[i], 0)], 1e-14);
});

test("duplicates: particles less places; count: what a jump process has done so far, 0 where nothing jumps", () => {
  const plane: GradientSystem = { ...onLine, space: particles({ n: 4, dim: 2 }) };
  const cloud = vec(0, 1, 0, 1, 1, 0, 0, 1, 0.25, 0.25, 0.25, 0.25);
  closeTo(at(duplicates, plane, cloud), [2], 0);
  closeTo(
    [...at(count("deaths"), plane, cloud), ...at(count("deaths"), plane, cloud, { counts: { deaths: 7 } })],
    [0, 7],
    0,
  );
});

test("power <DF, u̇>: -<DF, 𝕂DF> along the flow, and dF/dt along any curve", () => {
  closeTo(
    at(power, onLine, u),
    at(dissipation, onLine, u).map(d => -d),
    1e-14,
  );
  const rate = vec(0.1, -0.2, 0.3, -0.2);
  const along = (s: number): number => onLine.energy.value(u.map((m, i) => m + s * rate[i]));
  closeTo(at(power, onLine, u, { rate }), [(along(1e-5) - along(-1e-5)) / 2e-5], 1e-8);
});

test("hamiltonian ½ Σ u ξ² along a geodesic, refused along a flow", () => {
  const xi = vec(1, -1, 2, 0);
  closeTo(
    at(hamiltonian, onLine, u, { momentum: { value: xi, temperature: 0 } }),
    [0.5 * u.reduce((s, m, i) => s + m * xi[i] * xi[i], 0)],
    1e-15,
  );
  assert.throws(() => at(hamiltonian, onLine, u), /recorded along geodesics/);
});

test("mass, smallest mass, support, sample size (Σw)²/Σw², massless |m| ≤ 1e-12: negative mass carries", () => {
  const w = vec(0.5, 0, 1e-13, -0.25);
  closeTo([...at(mass, onLine, w), ...at(positivity, onLine, w), ...at(support, onLine, w)], [0.25, -0.25, 2], 1e-12);
  closeTo(at(ess, onLine, vec(1, 1, 2, 0)), [16 / 6], 1e-15);
  closeTo(at(massless, onLine, w), [2], 0);
});

test("masses as they are, density = masses/volumes, coordinates once", () => {
  closeTo(at(allMasses(line, "node"), onLine, u), u, 0);
  closeTo(
    at(density(line.lattice.volumes), onLine, u),
    u.map(m => 2 * m),
    1e-15,
  );
  const points = [0, 1].map(t => ({ t, u }));
  const x = collect(nodeCoordinates(line.lattice.points, 1, 0), onLine, points, unheard);
  assert.deepEqual([x.dims, x.shape, [...x.data]], [["node"], [4], [0.25, 0.75, 1.25, 1.75]]);
});

test("expectation and variance: normalised by the mass; on N(m, Σ) exact for polynomials of degree 5", () => {
  const x = line.lattice.points;
  const m = u.reduce((s, w, i) => s + w * x[i], 0);
  closeTo(
    at(
      expectation(([y]) => y),
      onLine,
      u.map(w => 3 * w),
    ),
    [m],
    1e-15,
  );
  closeTo(at(variance(0), onLine, u), [u.reduce((s, w, i) => s + w * (x[i] - m) * (x[i] - m), 0)], 1e-15);
  const normal: GradientSystem = { ...onLine, space: gaussian(2) };
  const state = vec(1, -2, 2, 0.6, 0.6, 3);
  closeTo(
    at(
      expectation(([a, b]) => a * b),
      normal,
      state,
    ),
    [-2 + 0.6],
    1e-13,
  );
  closeTo([...at(variance(0), normal, state), ...at(variance(1), normal, state)], [2, 3], 1e-13);
});

test("oscillation is max - min of log(u/π)", () => {
  closeTo(at(oscillation(target), onLine, u), [2 * log(4)], 1e-15);
});

test("amplitude of a cos(kx) + b cos(jx) on a period is a", () => {
  const space = grid1d({ n: 64, interval: [0, 2 * Math.PI], periodic: true });
  const nodes = nodesOf(space, [[0, 2 * Math.PI]]);
  const field = nodes.volumes.map(
    (vol, i) => vol * (0.3 * cos(3 * nodes.points[i]) + 0.7 * cos(5 * nodes.points[i]) + 1),
  );
  closeTo(at(amplitude(nodes, 3), { ...onLine, space }, field), [0.3], 1e-14);
});

test("interface: the zero of tanh((x-a)/w) within its curvature on a cell, and the radius of a tanh disc up to O(h²)", () => {
  const space = grid1d({ n: 200, interval: [-2, 2] });
  const nodes = nodesOf(space, [[-2, 2]]);
  const profile = nodes.volumes.map((vol, i) => vol * tanh((nodes.points[i] - 0.313) / 0.2));
  closeTo(at(interfacePosition(nodes), { ...onLine, space }, profile), [0.313], 1e-5);
  assert.ok(Number.isNaN(at(interfacePosition(nodes), { ...onLine, space }, nodes.volumes)[0]));
  const disc = grid2d({
    shape: [80, 80],
    box: [
      [0, 1],
      [0, 1],
    ],
  });
  const plane = nodesOf(disc, [
    [0, 1],
    [0, 1],
  ]);
  const bump = plane.volumes.map((vol, i) => {
    const x = plane.points[2 * i] - 0.5;
    const y = plane.points[2 * i + 1] - 0.5;
    return vol * tanh((0.3 - Math.sqrt(x * x + y * y)) / 0.05);
  });
  closeTo(at(interfacePosition(plane), { ...onLine, space: disc }, bump), [0.3], 2e-4);
});

const state = vec(0, 1, 2, 3, 4, 5, 0.2, 0.3, 0.5);
const cloud = particles({ n: 3, dim: 2 });

const mmd: Energy = halfMmd2(cloud, gaussianKernel(1), { points: vec(0, 0), weights: vec(1) });

const inPlane: GradientSystem = { space: cloud, energy: mmd, geometry: wasserstein };

test("a sample of the positions is every k-th particle, with the smallest k that leaves at most so many", () => {
  const space = particles({ n: 7, dim: 2 });
  const of = Float64Array.from({ length: 21 }, (_, i) => i);
  const system = { ...inPlane, space };
  assert.deepEqual(at(positions(space, 3), system, of), [0, 1, 6, 7, 12, 13]);
  assert.deepEqual(at(positions(space, 7), system, of), [...of.subarray(0, 14)]);
  assert.deepEqual(positions(space, 3).dims, { particle: 3, coordinate: 2 });
});

test("positions carry particle and coordinate, weights the particle, total momentum Σ w_i p_i the coordinate", () => {
  const points = [0, 1].map(t => ({ t, u: state }));
  const x = collect(positions(cloud), inPlane, points, unheard);
  assert.deepEqual(
    [x.dims, x.shape, [...x.data.slice(0, 6)]],
    [
      ["t", "particle", "coordinate"],
      [2, 3, 2],
      [0, 1, 2, 3, 4, 5],
    ],
  );
  closeTo(at(allMasses(cloud, "particle"), inPlane, state), [0.2, 0.3, 0.5], 0);
  closeTo(
    at(totalMomentum(cloud), inPlane, state, { momentum: { gradient: vec(1, 0, 0, 1, 2, 2), temperature: 0 } }),
    [1.2, 1.3],
    1e-15,
  );
});

test("risk: with all mass at θ = 0 the predictive is ½ and the logistic loss log 2; with intercept it is σ(θ₀)", () => {
  const data = { dim: 2, points: vec(1, 2, 3, 4), labels: vec(0, 1) };
  const origin = particles({ n: 1, dim: 2 });
  const shifted = particles({ n: 1, dim: 3 });
  closeTo(at(risk(data), { ...inPlane, space: origin }, vec(0, 0, 1)), [log(2)], 1e-15);
  const sigma = 1 / (1 + exp(-1));
  closeTo(at(risk(data), { ...inPlane, space: shifted }, vec(1, 0, 0, 1)), [-(log(sigma) + log(1 - sigma)) / 2], 1e-15);
});

test("a recorder that is refused at the first state refuses; at a later one a note says when and why", () => {
  const picky = series("picky", (_system, { t }) => (t === 1 ? refuse("no value at 1") : t));
  const points = (...times: number[]): CurvePoint[] => times.map(t => ({ t, u }));
  const notes: string[] = [];
  const kept = collect(picky, onLine, points(0, 1, 2), (subject, sentence) => notes.push(`${subject}: ${sentence}`));
  assert.deepEqual([...kept.data], [0, NaN, 2]);
  assert.deepEqual(notes, ["picky: no value at t = 1: no value at 1"]);
  assert.throws(() => collect(picky, onLine, points(1, 2), unheard), /no value at 1/);
});

test("one definition: mass, smallest mass, sample size, massless particles: certificate = recorders", () => {
  const w = vec(0.5, 1e-13, 0.75, -0.25);
  const space = particles({ n: 4, dim: 1 });
  const system: GradientSystem = { ...onLine, space, energy: { ...onLine.energy, absent: "not here" } };
  const snapshots = [concat(vec(0, 1, 2, 3), w)];
  const { series: certified } = certificate(system, { t: vec(0), snapshots });
  for (const recorder of [mass, positivity, ess, massless])
    assert.deepEqual([...certified[recorder.name].data], at(recorder, system, snapshots[0]), recorder.name);
});

test("mode-masses: the fraction of the mass in the Voronoi cell of each centre, 1 in all; the mass itself does not matter", () => {
  const plane = particles({ n: 4, dim: 2 });
  const system: GradientSystem = { ...onLine, space: plane };
  const where = concat(vec(0, 0, 0.1, 3, 2.9, 0, 1.4, 0), vec(0.2, 0.4, 0.6, 0.8));
  const centres = { dim: 2, points: vec(0, 0, 3, 0, 0, 3) };
  closeTo(at(modeMasses(centres), system, where), [0.5, 0.3, 0.2], 1e-15);
  assert.throws(() => at(modeMasses({ dim: 1, points: vec(0) }), system, where), /give as many/);
});

test("an energy that is a number anywhere is one unevaluated; one that this representation lacks is not", () => {
  const space = particles({ n: 2, dim: 1 });
  const pairwise = interaction(space, gaussianKernel(1));
  const unsummed = { ...pairwise, value: (): number => assert.fail("this sums over all pairs") };
  const system = { ...onLine, space, energy: unsummed };
  assert.equal(energy.number?.(system), true);
  assert.equal(valueOf(unsummed).number?.(system), true);
  assert.equal(valueOf({ ...pairwise, absent: "not here" }).number?.(system), false);
  assert.equal(energy.number?.({ ...system, energy: { ...pairwise, absent: "not here" } }), false);
});
