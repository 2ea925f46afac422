import type { Energy } from "./energy.js";
import type { Potential } from "../measures/cloud.js";
import type { Space } from "../spaces/space.js";
import { log } from "../../arithmetic/functions.js";
import { axpy, dot, fill, scale, tabulate } from "../../arithmetic/vectors.js";
import type { GraphSpace } from "../spaces/graph-operators.js";
import { bySupport } from "../spaces/support.js";
import { gaussianFreeEnergy } from "./gaussian-free-energy.js";
import { lazyCovector } from "./lazy-covector.js";
import { potentialGradients, potentialValues } from "./potential-values.js";
import { energyWord, type EnergyWord } from "./word.js";
import { nonNegative, positive } from "../../arithmetic/range.js";

type Head = Pick<Energy, "form" | "name">;

/** On a graph log u is known: ξ_i = V_i + τ log(μ_i / vol_i). */
function onGraph({ lattice }: GraphSpace, head: Head, V: Potential, tau: number): Energy {
  const { points, dim, volumes } = lattice;
  const v = dim > 0 ? potentialValues(V, points, dim) : volumes.map(() => V.value(points));
  const logDensity = (m: number, i: number): number => (tau === 0 ? 0 : tau * log(m / volumes[i]));
  return {
    ...head,
    value: u => u.reduce((s, m, i) => s + (m === 0 ? 0 : m * (v[i] + logDensity(m, i) - tau)), 0),
    differential: u => ({ value: tabulate(u.length, i => v[i] + logDensity(u[i], i)), temperature: 0 }),
  };
}

/** On a point cloud log u is a temperature: ξ = V + τ log u. */
const onParticles = (space: Space, head: Head, V: Potential, tau: number): Energy => ({
  ...head,
  ...(tau === 0
    ? {}
    : { absent: "the entropy of a point cloud cannot be evaluated: its log density is not known at the particles" }),
  value: u => (tau === 0 ? dot(space.masses(u), potentialValues(V, space.nodes(u), space.dim)) : NaN),
  differential: u => {
    const x = space.nodes(u);
    return lazyCovector(
      () => potentialValues(V, x, space.dim),
      () => potentialGradients(V, x, space.dim),
      tau,
    );
  },
});

function freeEnergyNamed(name: string, space: Space, V: Potential, temperature: number): Energy {
  const head: Head = { name, form: { type: "free-energy", potential: V, temperature } };
  return bySupport<Energy>(space, {
    nodes: graph => onGraph(graph, head, V, temperature),
    atoms: () => onParticles(space, head, V, temperature),
    density: () => ({ ...head, ...gaussianFreeEnergy(space.dim, V, temperature) }),
  });
}

/**
 * F(u) = ∫ V du + τ ∫ u(log u - 1), u the density with respect to Lebesgue (counting measure on finite sets), DF = V +
 * τ log u.
 * With τ = 1 this is KL(u | e^{-V}) up to the constant ∫ e^{-V}. On Gaussians ∫ V du is a Gauss-Hermite quadrature.
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const energy = energies.freeEnergy(space, measures.banana(1, 1), 0.5);
 * ```
 */
export const freeEnergy = (space: Space, V: Potential, temperature: number): Energy =>
  freeEnergyNamed("potential + entropy", space, V, nonNegative("the temperature of a free energy", temperature));

/**
 * F(u) = ∫ V du.
 *
 * ```ts
 * const energy = energies.potential(spaces.particles({ n: 50, dim: 1 }), measures.doubleWell(0.5));
 * ```
 */
export const potentialEnergy = (space: Space, V: Potential): Energy => freeEnergyNamed("potential", space, V, 0);

/** V = c. */
export const constantPotential = (c: number): Potential => ({
  value: () => c,
  gradient: x => fill(x.length, 0),
  second: () => 0,
});

/**
 * F(u) = τ ∫ u log u, DF = τ(log u + 1): the free energy of V = τ.
 *
 * ```ts
 * const heat = energies.entropy(spaces.grid1d({ n: 100, interval: [0, 1] }), 1);
 * ```
 */
export const entropy = (space: Space, temperature: number): Energy =>
  freeEnergyNamed(
    "entropy",
    space,
    constantPotential(positive("the temperature of an entropy", temperature)),
    temperature,
  );

/** a V + b W */
export function combinedPotential(a: number, V: Potential, b: number, W: Potential): Potential {
  const combined: Potential = {
    value: x => a * V.value(x) + b * W.value(x),
    gradient: x => axpy(a, V.gradient(x), scale(b, W.gradient(x))),
  };
  const { second: v } = V;
  const { second: w } = W;
  return v && w ? { ...combined, second: x => a * v(x) + b * w(x) } : combined;
}

export const potentialWord: EnergyWord = energyWord({
  name: "potential",
  description: "Linear energy of a potential.",
  equation: "F = int V du",
  properties: { potential: { description: "The potential V.", $ref: "potential.schema.json" } },
  build: (spec, { space, potential }) => potentialEnergy(space, potential(spec.potential)),
  on: ({ space, V }) => potentialEnergy(space, V),
});

export const entropyWord: EnergyWord = energyWord({
  name: "entropy",
  description: "Negative entropy relative to Lebesgue measure, times a temperature.",
  equation: "F = tau int log(u) du",
  properties: { temperature: { description: "tau > 0.", type: "number", exclusiveMinimum: 0 } },
  build: ({ temperature }, { space }) => entropy(space, temperature),
  on: ({ space }) => entropy(space, 0.7),
});
