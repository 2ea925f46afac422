import type { Vec } from "../../arithmetic/vec.js";
import { add, scale } from "../../arithmetic/vectors.js";
import type { Potential } from "../measures/cloud.js";
import type { Covector } from "../spaces/space.js";
import type { Energy, EnergyForm } from "./energy.js";
import { combinedPotential, constantPotential, freeEnergy, potentialWord } from "./free-energy.js";
import { interactionWord } from "./half-mmd2.js";
import { lazyParts } from "./lazy-covector.js";
import { energyWord, type EnergyWord } from "./word.js";
import { finite } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";

type FreeEnergy = Extract<EnergyForm, { type: "free-energy" }>;

const isFreeEnergy = (form: EnergyForm): form is FreeEnergy => form.type === "free-energy";

/** a ξ, its parts computed when they are first asked for. */
function scaledCovector(a: number, xi: Covector): Covector {
  const part = (x: Vec | undefined): Vec | undefined => x && scale(a, x);
  const { source } = xi;
  return lazyParts(
    () => part(xi.value),
    () => part(xi.gradient),
    a * xi.temperature,
    source && { ...source, weights: scale(a, source.weights) },
  );
}

/** ξ + η; parts are kept where both have them. */
function addCovectors(a: Covector, b: Covector): Covector {
  const part = (x: Vec | undefined, y: Vec | undefined): Vec | undefined => x && y && add(x, y);
  return lazyParts(
    () => part(a.value, b.value),
    () => part(a.gradient, b.gradient),
    a.temperature + b.temperature,
  );
}

/** Σ a_i ξ_i */
export const combinedCovector = (a: Vec, xi: readonly Covector[]): Covector =>
  xi.map((one, i) => scaledCovector(a[i], one)).reduce(addCovectors);

const scaledPotential = (factor: number, V: Potential): Potential =>
  combinedPotential(factor, V, 0, constantPotential(0));

/**
 * c F: a free energy stays one, ∫ cV du + cτ ∫ u(log u - 1).
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const energy = energies.scaled(0.5, energies.entropy(space, 1));
 * ```
 */
export function scaledEnergy(factor: number, of: Energy): Energy {
  finite("the factor of an energy", factor);
  const { form } = of;
  return {
    name: `${factor} ${of.name}`,
    form: isFreeEnergy(form)
      ? {
          type: "free-energy",
          potential: scaledPotential(factor, form.potential),
          temperature: factor * form.temperature,
        }
      : { type: "scaled", factor, of: form },
    ...(of.absent === undefined ? {} : { absent: of.absent }),
    ...(of.gap && { gap: u => Math.abs(factor) * of.gap!(u) }),
    value: u => factor * of.value(u),
    differential: u => scaledCovector(factor, of.differential(u)),
  };
}

const mergedForm = (forms: readonly EnergyForm[]): EnergyForm =>
  forms.every(isFreeEnergy)
    ? forms.reduce((a, b) => ({
        type: "free-energy",
        potential: combinedPotential(1, a.potential, 1, b.potential),
        temperature: a.temperature + b.temperature,
      }))
    : { type: "sum", of: forms };

/**
 * F_1 + … + F_n: a sum of free energies is the free energy of the summed potentials and temperatures.
 *
 * ```ts
 * const space = spaces.particles({ n: 100, dim: 2 });
 * const repulsion = energies.scaled(-1, energies.interaction(space, kernels.gaussian(1)));
 * const energy = energies.sum([energies.potential(space, measures.banana(1, 1)), repulsion]);
 * ```
 */
export function sumEnergy(of: readonly Energy[]): Energy {
  if (of.length === 0) refuse("a sum of energies needs one at least");
  const absent = of.find(e => e.absent)?.absent;
  return {
    name: of.map(e => e.name).join(" + "),
    form: mergedForm(of.map(e => e.form)),
    ...(absent === undefined ? {} : { absent }),
    value: u => of.reduce((s, e) => s + e.value(u), 0),
    differential: u => of.map(e => e.differential(u)).reduce(addCovectors),
  };
}

/** τ, the coefficient of u log u in an energy: what a point cloud cannot evaluate. */
export function temperatureOf(form: EnergyForm): number {
  switch (form.type) {
    case "free-energy":
      return form.temperature;
    case "phi":
      return form.p === 1 ? 1 : 0;
    case "scaled":
      return form.factor * temperatureOf(form.of);
    case "sum":
      return form.of.reduce((s, f) => s + temperatureOf(f), 0);
    default:
      return 0;
  }
}

/** Whether DF(u) = V + τ log u with V independent of u: KL, potential + entropy, their multiples and sums. */
export function isLogLinear(form: EnergyForm): boolean {
  switch (form.type) {
    case "free-energy":
      return true;
    case "phi":
      return form.p === 1;
    case "scaled":
      return isLogLinear(form.of);
    case "sum":
      return form.of.every(isLogLinear);
    default:
      return false;
  }
}

export const sumWord: EnergyWord = energyWord({
  name: "sum",
  description: "Sum of energies.",
  properties: {
    of: {
      description: "The energies that are added.",
      type: "array",
      items: { $ref: "energy.schema.json" },
      minItems: 2,
    },
  },
  build: ({ of }, { energy }) => sumEnergy(of.map(energy)),
  on: ground => sumEnergy([potentialWord.on(ground), interactionWord.on(ground)]),
});

export const scaledWord: EnergyWord = energyWord({
  name: "scaled",
  description: "Multiple of an energy.",
  properties: {
    factor: { description: "Factor a.", type: "number" },
    of: { description: "The energy that is multiplied.", $ref: "energy.schema.json" },
  },
  build: ({ factor, of }, { energy }) => scaledEnergy(factor, energy(of)),
  on: ({ space, V }) => scaledEnergy(0.5, freeEnergy(space, V, 0.4)),
});
