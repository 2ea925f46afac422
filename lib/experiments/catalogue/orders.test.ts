import assert from "node:assert/strict";
import test from "node:test";
import { reasonsAgainst } from "../../arithmetic/admission.js";
import { log } from "../../arithmetic/functions.js";
import { stream } from "../../arithmetic/random.js";
import { attempt } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { axpy, maxAbs, scale, subtract, tabulate } from "../../arithmetic/vectors.js";
import { certify } from "../../dynamics/certify.js";
import type { Integrator } from "../../dynamics/integrator.js";
import { rk4 } from "../../dynamics/integrators/explicit/runge-kutta.js";
import { words } from "../../dynamics/integrators/index.js";
import { solve } from "../../dynamics/solve.js";
import { geometryRefusals, logRefusals } from "../../systems/admissible.js";
import { type GradientSystem, rate } from "../../systems/system.js";
import { energiesOn } from "./energies.js";
import { geometriesWith } from "./geometries.js";
import { SPACES } from "./spaces.js";

/** A gradient system of the catalogue. */
interface Entry {
  readonly names: readonly [space: string, energy: string, geometry: string];
  readonly system: GradientSystem;
  readonly initial: Vec;
}

const all: readonly Entry[] = SPACES.flatMap(sample => {
  const { name, space, kernel, state } = sample;
  return energiesOn(sample).flatMap(each =>
    "energy" in each
      ? Object.entries(geometriesWith(kernel)).flatMap(([geometry, of]) => {
          const system = { space, energy: each.energy, geometry: of };
          const against = [...geometryRefusals(space, of), ...logRefusals(system)];
          return against.length > 0 ? [] : [{ names: [name, each.name, geometry] as const, system, initial: state }];
        })
      : [],
  );
});

/** Some of the systems, by chance, such that every space, energy and geometry is among them. */
function cover(seed: number): readonly Entry[] {
  const random = stream(seed, "orders");
  const shuffled = [...all].map(entry => ({ entry, at: random.uniform() })).sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return shuffled.flatMap(({ entry }) => {
    const fresh = entry.names.filter((name, i) => !seen.has(`${i} ${name}`));
    entry.names.forEach((name, i) => seen.add(`${i} ${name}`));
    return fresh.length > 0 ? [entry] : [];
  });
}

/** The spectral radius of the Jacobian of the rate, roughly. */
function stiffness({ system, initial }: Entry): number {
  let [v, value]: [Vec, number] = [tabulate(initial.length, i => Math.sin(1 + 7 * i)), 0];
  for (let k = 0; k < 12; k++) {
    const w = scale(1e6, subtract(rate(system, axpy(1e-6, v, initial)), rate(system, initial)));
    value = maxAbs(w);
    if (!(value > 0)) return 1;
    v = scale(1 / value, w);
  }
  return value;
}

/** Two units of the fastest time, halved until all masses stay positive. */
function horizon(entry: Entry): number {
  const { system, initial } = entry;
  for (let end = Math.min(2 / stiffness(entry), 0.1); ; end /= 2) {
    const { status, snapshots } = solve({ system, initial, end }, rk4, { steps: 8, cone: "ignore" });
    if (status === "completed" && snapshots.every(u => system.space.masses(u).every(m => m > 0))) return end;
  }
}

/** Whether a method is one for the flow itself, whose steps are the same whenever they are made. */
const isMethod = ({ inertial, lowers, learned, drift }: Integrator): boolean =>
  !(inertial ?? lowers ?? learned ?? drift);

/** Part of the way that is rounding, and roots of implicit steps. */
const ROUNDING = 1e-8;

/** ½W² of atoms has kinks, where masses pass each other: no order, but an error that is small. */
const hasKinks = ({ names }: Entry): boolean => names[1] === "sliced-wasserstein";

/** Chang-Cooper is a method for the differential equation, with fluxes of its own: it has its own limit. */
const ownLimit = ({ name }: Integrator): boolean => name === "chang-cooper";

/** Numbers of steps: few of those that minimise, of which each is dear. */
const stepsOf = ({ name }: Integrator): readonly number[] => (name === "jko" ? [4, 8] : [16, 32]);

/** KALE is the value of a maximisation; to minimise it takes minutes. */
const isDear = (entry: Entry, { name }: Integrator): boolean => name === "jko" && entry.names[1] === "kale";

/** What a method is off by in few and in twice as many steps, of the way; undefined where one is not completed. */
function errors({ system, initial }: Entry, integrator: Integrator, end: number): readonly number[] | undefined {
  const run = (method: Integrator, steps: number): Vec | undefined => {
    const solution = solve({ system, initial, end }, method, { steps, records: Math.min(steps, 8), seed: 1 });
    return solution.stochastic || certify(system, solution).status !== "completed" ? undefined : solution.final;
  };
  const reference = ownLimit(integrator) ? run(integrator, 512) : run(rk4, 64);
  const ends = stepsOf(integrator).flatMap(steps => run(integrator, steps) ?? []);
  if (!reference || ends.length < 2) return undefined;
  return ends.map(u => maxAbs(subtract(u, reference)) / maxAbs(subtract(reference, initial)));
}

/** Part of the way by which a method with a tolerance may miss, however many steps there are. */
const TOLERATED = 1e-4;

/** Whether errors fall as those of a method of this order do, or are rounding; small where nothing has an order. */
function holds(entry: Entry, { name, order }: Integrator, [before, after]: readonly number[]): boolean {
  if (hasKinks(entry)) return after <= 0.1;
  if (name === "adaptive") return after <= TOLERATED;
  return after <= ROUNDING || log(before / after) / Math.LN2 >= Math.min(order, 4) - 0.5;
}

test("every method on every space, energy and geometry has its order, or is not completed", () => {
  const met = new Set<string>();
  for (const entry of cover(1)) {
    const end = horizon(entry);
    for (const word of words) {
      const integrator = attempt(() => word.on(entry.system)).value;
      if (!integrator || !isMethod(integrator) || isDear(entry, integrator)) continue;
      if (reasonsAgainst(integrator, entry.system).length > 0) continue;
      const off = errors(entry, integrator, end);
      if (!off) continue;
      met.add(word.name);
      const sentence = `${word.name} (${integrator.order}) on ${entry.names.join(", ")}: ${off.join(" ")}`;
      assert.ok(holds(entry, integrator, off), sentence);
    }
  }
  for (const name of ["explicit-euler", "rk4", "exponential", "implicit-euler", "jko", "splitting", "adaptive"])
    assert.ok(met.has(name), name);
});
