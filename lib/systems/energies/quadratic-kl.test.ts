/** KL by quadratic witnesses: against the supremum that it is, and the exact recursion of its particles. */
import assert from "node:assert/strict";
import test from "node:test";
import { exp, log, square } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, fill, sum, vec } from "../../arithmetic/vectors.js";
import { explicitEuler } from "../../dynamics/integrators/explicit/runge-kutta.js";
import { solve } from "../../dynamics/solve.js";
import { wasserstein } from "../geometries/named.js";
import { equalWeights } from "../measures/atoms.js";
import { gaussian } from "../measures/gaussian.js";
import { gaussian as gaussianSpace } from "../spaces/gaussian.js";
import { particles } from "../spaces/particles.js";
import { kl } from "./divergences.js";
import { quadraticKl } from "./quadratic-kl.js";

const close = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance * (1 + Math.abs(b)), `${a} is not ${b}`);

const n = 40;
const line = particles({ n, dim: 1 });
const points = normals(stream(1, "points"), n).map(x => 0.6 * x + 1.3);
const weights = normals(stream(1, "weights"), n).map(x => exp(0.3 * x));
const u = concat(
  points,
  weights.map(w => w / sum(weights)),
);

test("quadratic-kl is sup over f = αx + βx² of ∫ f du - log ∫ e^f dπ: its witness attains the value, every other f has less", () => {
  const [a, q] = [0.4, 1.7];
  const energy = quadraticKl(line, gaussian(vec(a), vec(q)));
  const value = energy.value(u);
  const [m1, m2] = [1, 2].map(p => points.reduce((s, x, i) => s + u[n + i] * (p === 1 ? x : x * x), 0));
  // ∫ e^{αx + βx²} dN(a, q) = (1 - 2βq)^{-1/2} exp((aα + a²β + qα²/2)/(1 - 2βq)), β < 1/2q
  const dual = (alpha: number, beta: number): number => {
    const r = 1 - 2 * beta * q;
    return alpha * m1 + beta * m2 + 0.5 * log(r) - (a * alpha + a * a * beta + 0.5 * q * alpha * alpha) / r;
  };
  const s = m2 - m1 * m1;
  const best = [m1 / s - a / q, 0.5 * (1 / q - 1 / s)] as const;
  close(dual(best[0], best[1]), value, 1e-13);
  const random = stream(2, "rivals");
  for (let i = 0; i < 200; i++) {
    const beta = best[1] + 0.1 * random.normal();
    if (beta < 0.5 / q) assert.ok(dual(best[0] + 0.1 * random.normal(), beta) <= value + 1e-14);
  }
  const { gradient } = energy.differential(u);
  points.forEach((x, i) => close(gradient?.[i] ?? NaN, best[0] + 2 * best[1] * x, 1e-13));
});

test("variational transport with quadratic witnesses: m⁺ = (1-α)m, √s⁺ = √s (1 - α + α/s), exactly, for any particles", () => {
  const alpha = 0.07;
  const system = { space: line, energy: quadraticKl(line, gaussian(vec(0), vec(1))), geometry: wasserstein };
  const { snapshots } = solve({ system, initial: u, end: 30 * alpha }, explicitEuler, { steps: 30 });
  const moments = (v: Vec): readonly [number, number] => {
    const m = v.subarray(0, n).reduce((s, x, i) => s + x * v[n + i], 0);
    return [m, v.subarray(0, n).reduce((s, x, i) => s + square(x - m) * v[n + i], 0)];
  };
  let [m, s] = moments(u);
  for (const v of snapshots.slice(1)) {
    m *= 1 - alpha;
    s = square(Math.sqrt(s) * (1 - alpha + alpha / s));
    const [mean, variance] = moments(v);
    close(mean, m, 1e-13);
    close(variance, s, 1e-13);
  }
});

test("quadratic-kl of a normal state is KL, of a sample of π KL to the normal law of its moments", () => {
  const target = gaussian(vec(0.4, -1), vec(1.5, 0.2, 0.2, 0.8));
  const state = vec(1, 2, 0.5, -0.1, -0.1, 0.9);
  const normal = gaussianSpace(2);
  close(quadraticKl(normal, target).value(state), kl(normal, target).value(state), 1e-15);
  const atoms = vec(-1, 0.5, 2);
  const sample = { kind: "atoms", dim: 1, cloud: { points: atoms, weights: equalWeights(3) } } as const;
  close(quadraticKl(line, sample).value(u), quadraticKl(line, gaussian(vec(0.5), vec(1.5))).value(u), 1e-14);
});

test("quadratic-kl does not see the mass: F(cu) = F(u), and DF has mean 0 under u", () => {
  const energy = quadraticKl(line, gaussian(vec(0), vec(2)));
  const heavy = concat(points, fill(n, 3));
  const light = concat(points, equalWeights(n));
  close(energy.value(heavy), energy.value(light), 1e-14);
  const { value = vec() } = energy.differential(heavy);
  assert.ok(Math.abs(sum(value)) < 1e-13);
});
