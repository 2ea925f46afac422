import test from "node:test";
import assert from "node:assert/strict";
import { ginzburgLandau } from "../../../systems/energies/ginzburg-landau.js";
import { scaled, spherical } from "../../../systems/geometries/combinators.js";
import { hMinus1, l2, wasserstein } from "../../../systems/geometries/named.js";
import { cos, log, sin, square, tanh } from "../../../arithmetic/functions.js";
import { gridModes } from "../../../numerics/grid-modes.js";
import { add, dot, maxAbs, scale, subtract, times } from "../../../arithmetic/vectors.js";
import { solve } from "../../solve.js";
import { stream } from "../../../arithmetic/random.js";
import { grid1d } from "../../../systems/spaces/grid1d.js";
import { grid2d } from "../../../systems/spaces/grid2d.js";
import type { GraphSpace } from "../../../systems/spaces/graph-operators.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { energy } from "../../recorders/energetics.js";
import { mass } from "../../recorders/masses.js";
import type { Geometry } from "../../../systems/geometries/geometry.js";
import { rk4 } from "../explicit/runge-kutta.js";
import { semiImplicit } from "./semi-implicit.js";

const VARIANTS = [undefined, 2] as const;
const ring = grid1d({ n: 64, interval: [0, 2 * Math.PI], periodic: true });
const plane = (periodic: boolean): GraphSpace =>
  grid2d({
    shape: [16, 12],
    box: [
      [0, 3],
      [0, 2],
    ],
    periodic,
  });
/** Masses of a density of size 1/2 without structure. */
const noise = (space: GraphSpace): Vec => {
  const rng = stream(1, space.name);
  return space.lattice.volumes.map(v => v * (rng.uniform() - 0.4));
};

test("grid modes diagonalise GᵀVG/vol: forward(-Δu) = q forward(u), inverse(forward(u)) = u, 1-D and 2-D", () => {
  for (const periodic of [true, false])
    for (const space of [
      grid1d({ n: 16, interval: [0, 2], periodic }),
      grid1d({ n: 15, interval: [0, 2], periodic }),
      plane(periodic),
    ]) {
      const grid = space.lattice.grid ?? assert.fail();
      const { eigenvalues, forward, inverse } = gridModes(grid.shape, grid.spacing, grid.periodic);
      const u = noise(space).map((m, i) => m / space.lattice.volumes[i]);
      const stiff = ginzburgLandau(space, 1).differential(noise(space)).value ?? assert.fail();
      const laplacian = stiff.map((xi, i) => xi - u[i] * u[i] * u[i] + u[i]);
      assert.ok(maxAbs(subtract(inverse(forward(u)), u)) < 1e-14);
      assert.ok(
        maxAbs(
          subtract(
            forward(laplacian),
            forward(u).map((c, i) => c * eigenvalues[i]),
          ),
        ) < 1e-11,
      );
      assert.ok(Math.abs(dot(forward(u), forward(u)) - dot(u, u)) < 1e-13);
    }
});

test("unconditional stability: F(u_{k+1}) ≤ F(u_k) for every step size; H^{-1} and spherical L² keep the mass to rounding", () => {
  for (const space of [ring, plane(true), plane(false)])
    for (const geometry of [l2, spherical(l2), hMinus1, scaled(3, hMinus1)])
      for (const variant of VARIANTS)
        for (const dt of [1e-3, 0.1, 10]) {
          const problem = {
            system: { space, energy: ginzburgLandau(space, 0.3), geometry },
            initial: noise(space),
            end: 20 * dt,
          };
          const { series, status } = solve(problem, semiImplicit(variant), { steps: 20, record: [energy, mass] });
          assert.equal(status, "completed");
          assert.ok(
            series.energy.data.every((f, k, all) => k === 0 || f <= all[k - 1] + 1e-14),
            `${space.name} ${geometry.type} ${variant} ${dt}`,
          );
          if (geometry !== l2) assert.ok(Math.abs(series.mass.data[20] - series.mass.data[0]) < 1e-13);
        }
});

test("Eyre's step is 1e-12 in the mean square from the root of (u⁺ - u)/dt = -𝕂[-ε²Δu⁺ + (u⁺)³ - u], also where it is found slowly", () => {
  const { forward, inverse, eigenvalues } = gridModes([64], [(2 * Math.PI) / 64], true);
  const { volumes } = ring.lattice;
  const energyOf = ginzburgLandau(ring, 0.3);
  for (const geometry of [l2, hMinus1])
    for (const size of [1, 3])
      for (const dt of [0.1, 10, 1e3]) {
        const before = scale(size, noise(ring));
        const system = { space: ring, energy: energyOf, geometry };
        const after = solve({ system, initial: before, end: dt }, semiImplicit(), { steps: 1 }).final;
        const [u, found] = [before, after].map(m => m.map((v, i) => v / volumes[i]));
        const c = 1.5 * Math.max(1, square(maxAbs(u)));
        // the iteration once more, until nothing is left of it
        let root: Vec = found;
        for (let k = 0; k < 1000; k++) {
          const force = energyOf.differential(times(volumes, root)).value ?? assert.fail();
          const [change, convex] = [subtract(root, u), add(force, subtract(root, u))].map(forward);
          const correction = change.map((v, q) => {
            const kappa = geometry === l2 ? 1 : eigenvalues[q];
            return (v + dt * kappa * convex[q]) / (1 + dt * kappa * (c + square(0.3) * eigenvalues[q]));
          });
          root = subtract(root, inverse(correction));
        }
        const off = subtract(found, root);
        const error = Math.sqrt(dot(off, off) / 64);
        assert.ok(error < 1e-12, `${geometry.type}, size ${size}, dt = ${dt}: ${error}`);
      }
});

test("a mode grows with σ(q) = κ(q)(1 - ε²q): rate of log amplitude to first order in dt", () => {
  const amplitude = 1e-7;
  const epsilon = 0.3;
  const k = 2;
  const q = square((64 / Math.PI) * sin((k * Math.PI) / 64));
  const h = (2 * Math.PI) / 64;
  const mode = ring.lattice.points.map(x => cos(k * x));
  const grown = (geometry: Geometry, steps: number): number => {
    const problem = {
      system: { space: ring, energy: ginzburgLandau(ring, epsilon), geometry },
      initial: mode.map(v => amplitude * h * v),
      end: 0.1,
    };
    return log(dot(solve(problem, semiImplicit(2), { steps }).final, mode) / (amplitude * h * dot(mode, mode))) / 0.1;
  };
  for (const [geometry, kappa] of [
    [l2, 1],
    [hMinus1, q],
  ] as const) {
    const exactRate = kappa * (1 - epsilon * epsilon * q);
    const coarse = grown(geometry, 200) - exactRate;
    const fine = grown(geometry, 400) - exactRate;
    assert.ok(Math.abs(coarse / fine - 2) < 0.05 && Math.abs(fine) < 0.01, `${coarse} ${fine}`);
  }
});

test("A-2.1e: the Allen-Cahn profile tanh(x/√2ε) is stationary up to the discretisation h² of space", () => {
  const epsilon = 0.1;
  const drift = [128, 256].map(n => {
    const space = grid1d({ n, interval: [-1, 1] });
    const initial = space.lattice.points.map(x => (2 / n) * tanh(x / (Math.SQRT2 * epsilon)));
    const { final } = solve(
      { system: { space, energy: ginzburgLandau(space, epsilon), geometry: l2 }, initial, end: 5 },
      semiImplicit(),
      { steps: 50 },
    );
    return maxAbs(subtract(final, initial)) * (n / 2);
  });
  assert.ok(drift[0] < 1e-2 && drift[0] / drift[1] > 3.5, `${drift}`);
});

test("both variants converge to the same flow as RK4 with order 1", () => {
  for (const variant of VARIANTS)
    for (const geometry of [l2, hMinus1]) {
      const space = plane(false);
      const problem = {
        system: { space, energy: ginzburgLandau(space, 0.3), geometry },
        initial: noise(space),
        end: 0.02,
      };
      const reference = solve(problem, rk4, { steps: 1000 }).final;
      const error = (steps: number): number =>
        maxAbs(subtract(solve(problem, semiImplicit(variant), { steps }).final, reference));
      assert.ok(Math.abs(error(80) / error(160) - 2) < 0.25, `${variant} ${error(80)} ${error(160)}`);
    }
});

test("what is no phase field is refused", () => {
  assert.throws(
    () =>
      solve(
        {
          system: { space: ring, energy: ginzburgLandau(ring, 1), geometry: wasserstein },
          initial: noise(ring),
          end: 1,
        },
        semiImplicit(),
        { steps: 1 },
      ),
    /l2/,
  );
});
