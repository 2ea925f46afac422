import assert from "node:assert/strict";
import { test } from "node:test";
import { cos, pow, sin, square } from "../../../arithmetic/functions.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, concat, fill, subtract, tabulate, vec } from "../../../arithmetic/vectors.js";
import { normals, stream } from "../../../arithmetic/random.js";
import { freeEnergy } from "../../../systems/energies/free-energy.js";
import { kl } from "../../../systems/energies/divergences.js";
import { phiDivergenceTo } from "../../../systems/energies/phi.js";
import { spherical, sum } from "../../../systems/geometries/combinators.js";
import { hellinger, wasserstein } from "../../../systems/geometries/named.js";
import { gaussian as law } from "../../../systems/measures/gaussian.js";
import { finiteSet } from "../../../systems/spaces/finite-set.js";
import { gaussian } from "../../../systems/spaces/gaussian.js";
import { grid1d } from "../../../systems/spaces/grid1d.js";
import { particles } from "../../../systems/spaces/particles.js";
import { type GradientSystem, rate } from "../../../systems/system.js";
import { solve } from "../../solve.js";
import { implicitEuler } from "./implicit-euler.js";

/** How far v is from u + dt u̇(v), in the sizes of its coordinates. */
function missed(system: GradientSystem, u: Vec, dt: number, sizes: Vec, what: string): number {
  const { status, reason, final } = solve({ system, initial: u, end: dt }, implicitEuler, { steps: 1 });
  assert.equal(status, "completed", `${what}: ${reason}`);
  const gap = subtract(axpy(-dt, rate(system, final), final), u);
  return gap.reduce((worst, g, k) => Math.max(worst, Math.abs(g) / sizes[k]), 0);
}

/** R diag(a, b) Rᵀ */
function turned(a: number, b: number, angle: number): Vec {
  const [c, s] = [cos(angle), sin(angle)];
  return vec(a * c * c + b * s * s, (a - b) * c * s, (a - b) * c * s, a * s * s + b * c * c);
}

test("normal laws of any shape, unit and distance from 0 take implicit steps", () => {
  const space = gaussian(2);
  const shapes: readonly (readonly [number, number])[] = [
    [1, 1],
    [1e-6, 4],
    [4, 1e-6],
    [1e-4, 1e-4],
    [1e-3, 4],
  ];
  for (const geometry of [wasserstein, hellinger])
    for (const [a, b] of shapes)
      for (const [c, d] of shapes)
        for (const angle of Math.min(a, b, c, d) < 1e-5 ? [0] : [0, 0.7])
          for (const unit of [1, 1e-8, 1e8])
            for (const away of [0, 1e8]) {
              const scale = square(unit);
              const from = turned(scale * a, scale * b, angle);
              const to = turned(2 * scale * c, scale * d, angle);
              const mean = vec(unit * away, unit * away);
              const u = concat(mean, from);
              const energy = kl(space, law(axpy(unit, vec(1, -1), mean), to));
              const what = JSON.stringify([geometry.type, a, b, c, d, angle, unit, away]);
              const dt = geometry === wasserstein ? 0.1 * scale : 0.1;
              const sigma = (k: number): number => Math.sqrt(Math.max(from[3 * k], to[3 * k]));
              const stiffness = geometry === wasserstein ? 0.1 / Math.min(c, d) : 1;
              const sizes = vec(
                ...[0, 1].map(k => sigma(k) + 1e-7 * stiffness * Math.abs(mean[k])),
                ...[0, 1, 2, 3].map(k => sigma(Math.floor(k / 2)) * sigma(k % 2)),
              );
              assert.ok(missed({ space, energy, geometry }, u, dt, sizes, what) < 1e-6, what);
            }
});

test("masses of any ratio take implicit steps of any size in every geometry that multiplies", () => {
  const edges = [
    [0, 1],
    [1, 2],
  ] as const;
  const space = finiteSet({ n: 3, points: vec(0, 1, 2), edges });
  const target = vec(0.3, 0.3, 0.4);
  for (const [name, geometry] of Object.entries({
    hellinger,
    spherical: spherical(hellinger),
    hk: sum(wasserstein, hellinger),
    "spherical hk": spherical(sum(wasserstein, hellinger)),
    wasserstein,
  }))
    for (const p of [0, 0.5, 1, 2])
      for (const dt of [0.01, 0.1, 1])
        for (const ratio of [0.5, 1e-2, 1e-4, 1e-8, 1e-12, 1e-20, 1e-40, 1e-100])
          for (const masses of [vec(ratio, 0.4, 0.6 - ratio), vec(ratio / 4, ratio / 2, 1 - 0.75 * ratio)]) {
            const system = { space, energy: phiDivergenceTo(p, target), geometry };
            const what = JSON.stringify([name, p, dt, ratio, masses[1]]);
            assert.ok(missed(system, masses, dt, fill(3, 1), what) < 1e-7, what);
          }
});

test("particles whose coordinates have other units, and are far from 0, take implicit steps", () => {
  const n = 12;
  const space = particles({ n, dim: 2 });
  const noise = normals(stream(1, "particles"), 2 * n);
  for (const [a, b] of [
    [1, 1],
    [1e-6, 1e3],
    [1e8, 1e-8],
  ])
    for (const away of [0, 1e6]) {
      const units = [a, b];
      const z = (x: Vec, c: number): number => x[c] / units[c] - away;
      const V = {
        value: (x: Vec): number => pow(z(x, 0), 4) / 4 + square(z(x, 0) - z(x, 1)) / 2,
        gradient: (x: Vec): Vec => vec((pow(z(x, 0), 3) + z(x, 0) - z(x, 1)) / a, (z(x, 1) - z(x, 0)) / b),
      };
      const system = { space, energy: freeEnergy(space, V, 0), geometry: wasserstein };
      const u = concat(
        tabulate(2 * n, k => units[k % 2] * (away + noise[k])),
        fill(n, 1 / n),
      );
      const sizes = tabulate(3 * n, k => (k < 2 * n ? units[k % 2] : 1));
      const dt = square(Math.min(a, b));
      assert.ok(missed(system, u, dt, sizes, `${a} ${b} ${away}`) < 1e-6, `${a} ${b} ${away}`);
    }
});

test("grids in any unit take implicit steps", () => {
  for (const unit of [1e-8, 1, 1e8]) {
    const space = grid1d({ n: 24, interval: [-3 * unit, 3 * unit] });
    const target = tabulate(24, i => (1 + i) / 300);
    for (const geometry of unit === 1 ? [wasserstein, sum(wasserstein, hellinger)] : [wasserstein]) {
      const system = { space, energy: phiDivergenceTo(1, target), geometry };
      const u = tabulate(24, i => (i === 5 ? 1 - 23e-9 : 1e-9));
      const sizes = fill(24, 1);
      assert.ok(missed(system, u, 0.1 * square(unit), sizes, `${unit}`) < 1e-6, `${unit}`);
    }
  }
});
