/** Figures of flows that were solved in code, without a spec. */
import type { NamedArray } from "../arithmetic/named-arrays.js";
import { counting } from "../arithmetic/vectors.js";
import { certify } from "../dynamics/certify.js";
import { drawFigure } from "./figures/index.js";
import type { Mode } from "./figures/theme.js";
import type { DrawnTarget, PlotlyFigure } from "./figures/plotly-figure.js";
import { unheard } from "../arithmetic/notes.js";
import { collect } from "../dynamics/recorders/collect.js";
import { allMasses, density } from "../dynamics/recorders/masses.js";
import { positions } from "../dynamics/recorders/places.js";
import type { Recorder } from "../dynamics/recorders/recorder.js";
import { isGraph } from "../systems/spaces/graph-operators.js";
import type { ExperimentResult, RunArchive } from "../experiments/language/result.js";
import type { Experiment, Figure } from "../experiments/language/types.generated.js";
import type { Vec } from "../arithmetic/vec.js";
import type { EnergyForm } from "../systems/energies/energy.js";
import type { Solution } from "../dynamics/integrator.js";
import type { Geometry } from "../systems/geometries/geometry.js";
import type { Smoother } from "../systems/geometries/smoothers/smoother.js";
import type { Space } from "../systems/spaces/space.js";
import type { GradientSystem } from "../systems/system.js";
import { bySupport } from "../systems/spaces/support.js";

/** A gradient system with a solution of it. */
export interface SolvedFlow {
  readonly system: GradientSystem;
  readonly solution: Solution;
}

/** What figures ask of a smoother: its name, and what it is made of. */
const smootherSpec = ({ name, of = [] }: Smoother): unknown => ({
  name,
  ...(of.length > 0 && { of: of.length > 1 ? of.map(smootherSpec) : smootherSpec(of[0]) }),
});

type GeometrySpecs = {
  readonly [T in Geometry["type"]]: (geometry: Extract<Geometry, { readonly type: T }>) => unknown;
};

const GEOMETRIES: GeometrySpecs = {
  term: ({ mechanism, smoother }) => ({ name: "term", mechanism, smoother: smootherSpec(smoother) }),
  scaled: ({ factor, of }) => ({ name: "scaled", factor, of: geometrySpec(of) }),
  sum: ({ of }) => ({ name: "sum", of: of.map(geometrySpec) }),
  spherical: ({ of }) => ({ name: "spherical", of: geometrySpec(of) }),
};

/** What figures ask of a geometry: its expression, from which they take colour and name. */
const geometrySpec = (geometry: Geometry): unknown =>
  (GEOMETRIES[geometry.type] as (geometry: Geometry) => unknown)(geometry);

/** The states under the names of the recorders that a spec would have asked for. */
const states = (space: Space): Readonly<Record<string, Recorder>> =>
  bySupport<Readonly<Record<string, Recorder>>>(space, {
    nodes: ({ lattice }) => ({ masses: allMasses(space, "node"), density: density(lattice.volumes) }),
    atoms: () => ({ positions: positions(space), weights: allMasses(space, "particle") }),
    density: () => ({}),
  });

/** Numbers for the dimensions of the outputs: the places of the nodes on a line, otherwise 1, 2, …. */
function coordinates(space: Space, t: Vec, outputs: Readonly<Record<string, NamedArray>>): Record<string, Vec> {
  const lengths = Object.values(outputs).flatMap(({ dims, shape }) =>
    dims.map((dim, k) => [dim, counting(shape[k])] as const),
  );
  const node: Record<string, Vec> = isGraph(space) && space.dim === 1 ? { node: space.lattice.points } : {};
  return { ...Object.fromEntries(lengths), ...node, t };
}

/** A solution as the archive of a run: its certificate, its recorders, and its states. */
function archiveOf({ system, solution }: SolvedFlow): RunArchive {
  const { t, snapshots, series } = solution;
  const points = snapshots.map((u, k) => ({ t: t[k], u }));
  const outputs = {
    ...Object.fromEntries(
      Object.entries(states(system.space)).map(([name, recorder]) => [
        name,
        collect(recorder, system, points, unheard),
      ]),
    ),
    ...series,
  };
  const { certificate, status, reason } = certify(system, solution);
  return {
    axes: [],
    status: [{ status, reason }],
    outputs,
    certificate,
    notes: solution.notes,
    coordinates: coordinates(system.space, t, outputs),
  };
}

/** What an energy is compared with: its target, or the law exp(-V/τ) that a free energy has. */
function targetOfForm(form: EnergyForm, space: Space): DrawnTarget | undefined {
  switch (form.type) {
    case "phi":
      return isGraph(space)
        ? { kind: "nodes", heights: form.target.map((m, i) => m / space.lattice.volumes[i]) }
        : undefined;
    case "free-energy": {
      const { potential, temperature } = form;
      return temperature > 0 ? { kind: "density", logDensity: x => -potential.value(x) / temperature } : undefined;
    }
    case "half-mmd2":
      return form.target === undefined ? undefined : { kind: "points", points: form.target.points };
    case "scaled":
      return targetOfForm(form.of, space);
    case "sum":
      return form.of.map(part => targetOfForm(part, space)).find(target => target !== undefined);
    default:
      return undefined;
  }
}

const targetsOf = (flows: Readonly<Record<string, SolvedFlow>>): Readonly<Record<string, DrawnTarget>> =>
  Object.fromEntries(
    Object.entries(flows).flatMap(([name, { system }]) => {
      const target = targetOfForm(system.energy.form, system.space);
      return target === undefined ? [] : [[name, target] as const];
    }),
  );

/** What of a spec the figures read: where the run lives, its geometry, and what was recorded. */
const taskOf = ({ system: { space, geometry } }: SolvedFlow): unknown => ({
  task: "flow",
  space: { name: space.name },
  geometry: geometrySpec(geometry),
  record: Object.fromEntries(Object.keys(states(space)).map(name => [name, { name }])),
});

const mapped = <A, B>(of: Readonly<Record<string, A>>, f: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, f(value)]));

/**
 * A figure of solved flows. Formulas know each flow by its name: `flow.energy`, `flow.dual`, `flow.mass` … of the
 * certificate, the series of its recorders, `flow.positions` and `flow.weights` of particles, `flow.density` and
 * `flow.masses` on grids.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const solution = solve({ system, initial, end: 2 }, integrators.rk4, { steps: 200 });
 * const curve = { of: "flow.energy", label: "KL" };
 * const figure = drawFlows({ flow: { system, solution } }, { name: "decay", title: "KL decays", series: [curve] });
 * ```
 */
export function drawFlows(
  flows: Readonly<Record<string, SolvedFlow>>,
  figure: Figure,
  mode: Mode = "light",
): PlotlyFigure {
  const spec: Experiment = {
    id: "flows",
    title: figure.title,
    illustrates: ["A-2.1"],
    seed: 0,
    claims: {},
    figures: { figure },
    runs: mapped(flows, taskOf) as Experiment["runs"] & object,
  };
  const result: ExperimentResult = { path: "flows", spec, runs: mapped(flows, archiveOf), claims: [] };
  return drawFigure(result, "figure", mode, targetsOf(flows));
}
