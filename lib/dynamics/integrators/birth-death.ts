import type { Rng } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Integrator } from "../integrator.js";
import type { GradientSystem } from "../../systems/system.js";
import { kernelSum } from "../../compute/index.js";
import { onlyPart } from "../../systems/geometries/parts.js";
import { expm1, log } from "../../arithmetic/functions.js";
import { scale, sum } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";

const NEEDS_DENSITY = "log u of a point cloud needs a density estimate: give the integrator a `density` kernel";

/**
 * ξ at the particles; τ log u by the kernel density estimate log Σ_j w_j k(x_i, x_j), normalised by the mean anyway.
 */
function potentials({ space, energy }: GradientSystem, density: Kernel | undefined, u: Vec): Vec {
  const { value, temperature } = energy.differential(u);
  const x = space.nodes(u);
  if (!value) return refuse("birth-death: this energy has no values of ξ at the particles");
  if (temperature === 0) return value;
  if (!density) return refuse(NEEDS_DENSITY);
  const estimate = kernelSum(density, x, x, space.dim, space.masses(u));
  return value.map((v, i) => v + temperature * log(estimate[i]));
}

/** An index of the n - 1 others, uniformly. */
const other = (i: number, n: number, rng: Rng): number => (i + 1 + Math.floor(rng.uniform() * (n - 1))) % n;

/** Particle i gives way to a copy of j, with its rate. */
function copy(x: Vec, rates: Vec, d: number, from: number, to: number): void {
  x.copyWithin(to * d, from * d, (from + 1) * d);
  rates[to] = rates[from];
}

/**
 * Sequential jumps with rates |A_i|: A_i > 0 kills i for a copy of another, A_i < 0 copies i over another; the number
 * stays.
 */
function jump(x: Vec, rates: Vec, d: number, dt: number, rng: Rng): void {
  const n = rates.length;
  for (let i = 0; i < n; i++) {
    if (rng.uniform() >= -expm1(-Math.abs(rates[i]) * dt)) continue;
    const j = other(i, n, rng);
    if (rates[i] > 0) copy(x, rates, d, j, i);
    else copy(x, rates, d, i, j);
  }
}

function check({ space, energy: { form }, geometry }: GradientSystem, density: Kernel | undefined): string[] {
  const part = onlyPart(geometry, ["growth"], "identity");
  if (space.kind !== "particles") return ["jumps are for particles; masses on nodes move by `exponential` or `exact`"];
  if (space.codim !== space.size || space.size < 2 * (space.dim + 1))
    return ["needs at least two particles and no anchors"];
  if (!density && form.type === "free-energy" && form.temperature !== 0) return [NEEDS_DENSITY];
  return part?.spherical
    ? []
    : ["simulates (scaled) spherical `hellinger`: the number of particles is fixed; for a sum take `splitting`"];
}

/**
 * Birth-death process of the spherical Hellinger flow on particles of equal weight (I-10, E-4 P2): A_i = β(ξ_i - mean
 * ξ) is the rate of
 * dying, |A_i| the clock. `density` estimates log u where the energy contains entropy: then it is a flow of the
 * smoothed force.
 */
export const birthDeath = (density?: Kernel): Integrator => ({
  name: "birth-death",
  order: 1,
  check: system => check(system, density),
  stepper: (system, dt, rng) => {
    const { space } = system;
    const part = onlyPart(system.geometry, ["growth"], "identity") ?? refuse("birth-death needs `hellinger`");
    return u => {
      const xi = potentials(system, density, u);
      const mean = sum(xi) / xi.length;
      const v = u.slice();
      const weights = space.masses(u);
      if (weights.some(w => w !== weights[0])) return refuse("birth-death: the particles need equal weights");
      jump(
        v,
        scale(
          part.factor,
          xi.map(value => value - mean),
        ),
        space.dim,
        dt,
        rng,
      );
      return v;
    };
  },
});
