import test from "node:test";
import { vec } from "../../arithmetic/vectors.js";
import { exp, log } from "../../arithmetic/functions.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import type { Vec } from "../../arithmetic/vec.js";
import { gaussianCumulant, nodeCumulant } from "./log-ratio.js";
import { at, closeTo, target, u, onLine } from "./fixtures.js";

test("cumulants of log(u/π) under π: κ₁ … κ₆ are derivatives of log Σ π (u/π)^s at s = 0", () => {
  // K(s) = log Σ π r^s has K⁽ⁿ⁾(0) = κ_n; the Taylor sum at a small s, up to the remainder κ₇ s⁷/7!
  const K = (s: number): number => log(target.reduce((t, p, i) => t + p * exp(s * log(u[i] / target[i])), 0));
  const s = 0.1;
  const taylor = [1, 2, 3, 4, 5, 6].reduce((t, n) => {
    const factorial = [1, 1, 2, 6, 24, 120, 720][n];
    return (
      t +
      (at(nodeCumulant(n, target), onLine, u)[0] * Array.from({ length: n }).reduce<number>(a => a * s, 1)) / factorial
    );
  }, 0);
  closeTo([taylor], [K(s)], 1e-7);
});

test("cumulants between normal laws in the plane are those of log(u/π) on a fine grid, orders 1 to 6", () => {
  const state = vec(0.4, -0.2, 0.9, 0.2, 0.2, 1.1);
  const pi = vec(0, 0, 1, 0.1, 0.1, 0.8);
  const n = 101;
  const box = [
    [-9, 9],
    [-9, 9],
  ] as const;
  const grid = grid2d({ shape: [n, n], box });
  const weigh = (law: Vec): Vec => {
    const det = law[2] * law[5] - law[3] * law[4];
    const points = grid.lattice.points;
    return grid.lattice.volumes.map((vol, i) => {
      const x = points[2 * i] - law[0];
      const y = points[2 * i + 1] - law[1];
      return (
        (vol * exp(-(law[5] * x * x - 2 * law[3] * x * y + law[2] * y * y) / (2 * det))) /
        (2 * Math.PI * Math.sqrt(det))
      );
    });
  };
  const masses = weigh(pi);
  const other = weigh(state);
  const space = gaussian(2);
  for (const order of [1, 2, 3, 4, 5, 6])
    closeTo(
      at(gaussianCumulant(order, pi, 2), { ...onLine, space }, state),
      at(nodeCumulant(order, masses), { ...onLine, space: grid }, other),
      1e-9,
    );
});
