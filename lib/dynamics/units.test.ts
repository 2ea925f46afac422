import assert from "node:assert/strict";
import { test } from "node:test";
import { reasonsAgainst } from "../arithmetic/admission.js";
import { square } from "../arithmetic/functions.js";
import type { Vec } from "../arithmetic/vec.js";
import { concat, fill, maxAbs, scale, subtract, tabulate, times, vec } from "../arithmetic/vectors.js";
import { freeEnergy, potentialEnergy } from "../systems/energies/free-energy.js";
import { gaussianKl } from "../systems/energies/gaussian-kl.js";
import { halfMmd2 } from "../systems/energies/half-mmd2.js";
import { phiDivergenceTo } from "../systems/energies/phi.js";
import { slicedWasserstein } from "../systems/energies/sliced-wasserstein.js";
import { scaled, term } from "../systems/geometries/combinators.js";
import { hellinger, hellingerKantorovich, mmd, wasserstein } from "../systems/geometries/named.js";
import { nadarayaWatson } from "../systems/geometries/smoothers/nadaraya-watson.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { laplaceKernel } from "../systems/kernels/laplace.js";
import type { Potential } from "../systems/measures/cloud.js";
import { diagonalQuadratic } from "../systems/measures/potentials.js";
import { finiteSet } from "../systems/spaces/finite-set.js";
import { gaussian } from "../systems/spaces/gaussian.js";
import { particles } from "../systems/spaces/particles.js";
import { type GradientSystem, rate } from "../systems/system.js";
import { certify } from "./certify.js";
import { words } from "./integrators/index.js";
import { solve } from "./solve.js";

/** A system whose lengths and masses are l and m times those of the first, and the units of its state. */
interface InUnits {
  readonly system: GradientSystem;
  readonly initial: Vec;
  readonly units: Vec;
  /** The largest rate of a number of the state in its own unit, where it is not that of the system. */
  readonly rate?: number;
}

const onNodes = (l: number, m: number): Pick<InUnits, "initial" | "units"> & { space: GradientSystem["space"] } => {
  const edges = [
    [0, 1],
    [1, 2],
  ] as const;
  return {
    space: finiteSet({ n: 3, points: vec(0, 0.5 * l, 1.5 * l), edges }),
    initial: scale(m, vec(0.5, 0.2, 0.3)),
    units: fill(3, m),
  };
};

const onPoints = (l: number, m: number): ReturnType<typeof onNodes> => {
  const units = tabulate(9, i => (i < 6 ? l : m));
  const state = concat(vec(1, -0.4, 0.2, 0.7, -0.9, -0.3), vec(0.5, 0.2, 0.3));
  return { space: particles({ n: 3, dim: 2 }), initial: times(units, state), units };
};

const law = (m: number): Vec => scale(m, vec(0.1, 0.3, 0.6));
const atoms = (l: number, m: number): { points: Vec; weights: Vec } => ({
  points: scale(l, vec(0.3, 0.2, -0.5, 0.4)),
  weights: scale(m, vec(0.4, 0.6)),
});
const bowl = (l: number) => diagonalQuadratic(scale(1 / (l * l), vec(2, 0.5)));

const cube = (x: number): number => x * x * x;

/** (x²/l² - 1)²/4 and a slope, whose second derivative is not given. */
const wells = (l: number): Potential => ({
  value: x => square(square(x[0] / l) - 1) / 4 + (0.1 * x[0]) / l,
  gradient: x => vec((cube(x[0] / l) - x[0] / l + 0.1) / l),
});

const onLine = (l: number): ReturnType<typeof onNodes> => {
  const units = tabulate(8, i => (i < 4 ? l : 1));
  const state = vec(-1.3, -0.2, 0.4, 2, 0.25, 0.25, 0.25, 0.25);
  return { space: particles({ n: 4, dim: 1 }), initial: times(units, state), units };
};

const SYSTEMS: Readonly<Record<string, (l: number, m: number) => InUnits>> = {
  "KL × HK on nodes": (l, m) => {
    const { space, ...at } = onNodes(l, m);
    const geometry = hellingerKantorovich(0.3, 1);
    return { ...at, system: { space, energy: phiDivergenceTo(1, law(m)), geometry } };
  },
  "½MMD² × MMD on nodes": (l, m) => {
    const { space, initial, units } = onNodes(l, m);
    const energy = halfMmd2(space, laplaceKernel(l), { points: space.nodes(initial), weights: law(m) });
    return { initial, units, system: { space, energy, geometry: mmd(laplaceKernel(l)) } };
  },
  "sliced W² × Hellinger on nodes": (l, m) => {
    const { space, initial, units } = onNodes(l, m);
    const energy = slicedWasserstein(space, vec(1), { points: space.nodes(initial), weights: law(m) });
    return { initial, units, system: { space, energy, geometry: hellinger } };
  },
  "potential × Wasserstein on points": (l, m) => {
    const { space, ...at } = onPoints(l, m);
    return { ...at, system: { space, energy: potentialEnergy(space, bowl(l)), geometry: wasserstein } };
  },
  "wells × Wasserstein on the line": l => {
    const { space, ...at } = onLine(l);
    return { ...at, system: { space, energy: freeEnergy(space, wells(l), 0), geometry: wasserstein } };
  },
  "wells and entropy × Wasserstein on the line": l => {
    const { space, ...at } = onLine(l);
    const energy = freeEnergy(space, wells(l), 0.05);
    return { ...at, rate: 1 / (l * l), system: { space, energy, geometry: wasserstein } };
  },
  "potential × average on points": (l, m) => {
    const { space, ...at } = onPoints(l, m);
    const geometry = term("transport", nadarayaWatson(gaussianKernel(l)));
    return { ...at, system: { space, energy: potentialEnergy(space, bowl(l)), geometry } };
  },
  "sliced W² × Wasserstein on points": (l, m) => {
    const { space, ...at } = onPoints(l, m);
    const energy = slicedWasserstein(space, vec(1, 0, 0.6, 0.8), atoms(l, m));
    return { ...at, system: { space, energy, geometry: wasserstein } };
  },
  "½MMD² × Wasserstein on points": (l, m) => {
    const { space, ...at } = onPoints(l, m);
    return { ...at, system: { space, energy: halfMmd2(space, gaussianKernel(l), atoms(l, m)), geometry: wasserstein } };
  },
  "KL × Wasserstein of normal laws": l => {
    const units = vec(l, l, l * l, l * l, l * l, l * l);
    const energy = gaussianKl(2, times(units, vec(0, 0.3, 0.9, -0.2, -0.2, 1.4)));
    const system = { space: gaussian(2), energy, geometry: wasserstein };
    return { units, initial: times(units, vec(0.5, -1, 1.3, 0.4, 0.4, 0.8)), system };
  },
};

/** Some 1e-8 and 1e8; powers of two, so that all roundings are the same. */
const [TINY, HUGE] = [2 ** -27, 2 ** 27];
/** Units of length, mass and time. */
const UNITS = [
  [TINY, 1, 1],
  [HUGE, 1, TINY],
  [1, TINY, 1],
  [1, HUGE, HUGE],
] as const;
const METHODS = ["explicit-euler", "rk4", "exponential", "implicit-euler", "jko", "heavy-ball", "nesterov"];

/** Part of a state by which roots may be off. */
const ROOTS = 1e-9;

/** The largest rate of a number of the state in its own unit. */
const speed = ({ system, initial, units, rate: known }: InUnits): number =>
  known ?? maxAbs(rate(system, initial).map((v, i) => v / units[i]));

/** The verdict on four steps, in which something moves by `size` of its own unit at first, and where they end. */
function verdict(of: InUnits, method: string, size: number): { status: string; at: Vec } | undefined {
  const integrator = words.find(({ name }) => name === method)!.on(of.system);
  if (reasonsAgainst(integrator, of.system).length > 0) return undefined;
  const solution = solve({ ...of, end: (4 * size) / speed(of) }, integrator, { steps: 4 });
  return { status: certify(of.system, solution).status, at: solution.final.map((x, i) => x / of.units[i]) };
}

test("the verdict on a flow, and where it ends, are the same in every unit of length, mass and time", () => {
  const seen = new Set<string>();
  for (const [name, make] of Object.entries(SYSTEMS))
    for (const method of METHODS)
      for (const size of method === "jko" ? [30] : [0.1, 30]) {
        const first = verdict(make(1, 1), method, size);
        if (!first) continue;
        seen.add(first.status);
        for (const [l, m, time] of method === "jko" ? UNITS.slice(0, 2) : UNITS) {
          const { system, rate: known, ...rest } = make(l, m);
          const slowed = {
            ...rest,
            rate: known && known / time,
            system: { ...system, geometry: scaled(1 / time, system.geometry) },
          };
          const other = verdict(slowed, method, size)!;
          const what = `${name}, ${method}, ${size}: ${JSON.stringify([l, m, time].map(Math.log2))}`;
          assert.equal(other.status, first.status, what);
          if (first.status === "completed" || method === "jko")
            assert.ok(maxAbs(subtract(other.at, first.at)) <= ROOTS * maxAbs(first.at), what);
        }
      }
  assert.ok(["completed", "uncertified", "left-the-cone"].every(status => seen.has(status)));
});
