import assert from "node:assert/strict";
import { vec } from "../../arithmetic/vectors.js";
import test from "node:test";
import { stream } from "../../arithmetic/random.js";
import { gaussian } from "./gaussian.js";
import { mixture } from "./mixture.js";
import { normalLattice } from "./lattice.js";
import { cloudOf } from "./particle-state.js";

const mean = vec(1, -2);
const covariance = vec(2, 0.6, 0.6, 1);

test("1600 points of a lattice miss E x = m and E (x-m)(x-m)ᵀ = Σ by less than half a standard error of draws, over 20 shifts", () => {
  const n = 1600;
  const deviations = [Math.sqrt(2), 1, Math.sqrt(8), Math.sqrt(2 + 0.36)];
  const squares = [0, 0, 0, 0];
  for (let seed = 1; seed <= 20; seed++) {
    const x = normalLattice({ weight: 1, mean, covariance }, n, stream(seed, "shift"));
    const average = (f: (a: number, b: number) => number): number =>
      Array.from({ length: n }, (_, i) => f(x[2 * i] - 1, x[2 * i + 1] + 2)).reduce((s, v) => s + v / n, 0);
    const missed = [average(a => a), average((_, b) => b), average(a => a * a) - 2, average((a, b) => a * b) - 0.6];
    missed.forEach((e, k) => (squares[k] += (e * e) / 20));
  }
  squares.forEach((s, k) => assert.ok(Math.sqrt(s * n) < 0.5 * deviations[k], `${k}: ${Math.sqrt(s * n)}`));
});

test("a lattice of a mixture is refused with advice", () => {
  const two = mixture(vec(0.5, 0.5), [gaussian(vec(0), vec(1)), gaussian(vec(3), vec(1))]);
  assert.throws(() => cloudOf(two, 10, "lattice", stream(1, "start")), /a lattice is of a normal law: use independent/);
});
