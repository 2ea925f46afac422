import { type Admission, admitted, refused } from "../../../arithmetic/admission.js";
import { expm1, log } from "../../../arithmetic/functions.js";
import type { Rng } from "../../../arithmetic/random.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { sum } from "../../../arithmetic/vectors.js";
import { kernelSum } from "../../../compute/index.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { temperatureOf } from "../../../systems/energies/combinations.js";
import { onlyPart } from "../../../systems/geometries/parts.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator, Listener } from "../../integrator.js";
import { integratorWord, type IntegratorWord } from "../word.js";

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

/** Who dies when the clock of a particle of rate A rings: the sign of A says it, or for comparison a coin. */
const dies = (rate: number, sham: boolean, rng: Rng): boolean => (sham ? rng.uniform() < 0.5 : rate > 0);

/**
 * Sequential jumps with rates |A_i|: A_i > 0 kills i for a copy of another, A_i < 0 copies i over another; the number
 * stays.
 */
function jump(x: Vec, rates: Vec, d: number, dt: number, sham: boolean, rng: Rng, listener?: Listener): void {
  const n = rates.length;
  for (let i = 0; i < n; i++) {
    if (rng.uniform() >= -expm1(-Math.abs(rates[i]) * dt)) continue;
    const j = other(i, n, rng);
    const dead = dies(rates[i], sham, rng);
    listener?.happened(dead ? "deaths" : "births");
    if (dead) copy(x, rates, d, j, i);
    else copy(x, rates, d, i, j);
  }
}

/** β of (scaled) spherical `hellinger`, or why this cannot be simulated. */
function admissible({ space, energy, geometry }: GradientSystem, density: Kernel | undefined): Admission<number> {
  const part = onlyPart(geometry, ["growth"], "identity");
  if (space.support !== "atoms")
    return refused("jumps are for particles; masses on nodes move by `exponential` or `exact`");
  if (space.codim !== space.size || space.size < 2 * (space.dim + 1))
    return refused("needs at least two particles and no anchors");
  if (!density && temperatureOf(energy.form) !== 0) return refused(NEEDS_DENSITY);
  return part?.spherical
    ? admitted(part.factor)
    : refused("simulates (scaled) spherical `hellinger`: the number of particles is fixed; for a sum take `splitting`");
}

/** The rates A_i = β(ξ_i - mean ξ). */
function ratesOf(system: GradientSystem, density: Kernel | undefined, factor: number, u: Vec): Vec {
  const weights = system.space.masses(u);
  if (weights.some(w => w !== weights[0])) return refuse("birth-death: the particles need equal weights");
  const xi = potentials(system, density, u);
  const mean = sum(xi) / xi.length;
  return xi.map(value => factor * (value - mean));
}

/** Between jumps nothing moves. */
const standstill: Integrator = { name: "standstill", order: Infinity, admit: () => admitted(() => u => u) };

/**
 * Birth-death process of the spherical Hellinger flow on particles of equal weight (I-10, E-4 P2): A_i = β(ξ_i - mean
 * ξ) is the rate of dying, |A_i| the clock. `density` estimates log u where the energy contains entropy: then it is a
 * flow of the smoothed force. With `sham` the clocks ring at the same rates and a coin says who dies: no flow, the mean
 * of every function stays. The recorder `count` knows the `deaths` (A_i > 0 rang) and `births` (A_i < 0 rang).
 *
 * ```ts
 * const integrator = integrators.birthDeath(kernels.gaussian(0.3)); // the kernel of its density estimate
 * ```
 */
export const birthDeath = (density?: Kernel, sham: boolean = false): Integrator => ({
  name: "birth-death",
  order: 1,
  ...(sham && { inertial: true }),
  drift: standstill,
  admit: system => {
    const { prepared: factor, reasons } = admissible(system, density);
    if (factor === undefined) return refused(...reasons);
    return admitted((dt, rng, _note, _memory, listener) => u => {
      const v = u.slice();
      jump(v, ratesOf(system, density, factor, u), system.space.dim, dt, sham, rng, listener);
      return v;
    });
  },
});

export const birthDeathWord: IntegratorWord = integratorWord({
  name: "birth-death",
  description: "Jump process on particles: they die and are duplicated at the rate of the growth field.",
  properties: {
    density: {
      description: "Kernel of the density estimate that stands for log u; needed where the energy contains entropy.",
      optional: true,
      $ref: "kernel.schema.json",
    },
    sham: {
      description: "A control and no flow: the clocks ring at the same rates, and a coin says who dies. Default false.",
      optional: true,
      type: "boolean",
    },
  },
  build: ({ density, sham }, { kernel }) => birthDeath(density && kernel(density), sham),
  on: () => birthDeath(gaussianKernel(0.5)),
});
