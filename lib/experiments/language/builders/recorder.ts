import {
  dissipation,
  dual,
  dualIn,
  energy as drivingEnergy,
  hamiltonian,
  power,
  primal,
  primalIn,
  valueOf,
} from "../../../dynamics/recorders/energetics.js";
import { bandwidth } from "../../../dynamics/recorders/bandwidth.js";
import { distanceTo } from "../../../dynamics/recorders/distance.js";
import { dualityGap } from "../../../dynamics/recorders/duality-gap.js";
import { count, duplicates } from "../../../dynamics/recorders/jumps.js";
import { gaussianCumulant, nodeCumulant, oscillation } from "../../../dynamics/recorders/log-ratio.js";
import { allMasses, density, ess, mass, massless, positivity, support } from "../../../dynamics/recorders/masses.js";
import { modeMasses } from "../../../dynamics/recorders/mode-masses.js";
import { velocitySlope } from "../../../dynamics/recorders/velocity-slope.js";
import { stepsUntil } from "../../../dynamics/recorders/steps-until.js";
import { expectation, variance } from "../../../dynamics/recorders/moments.js";
import { amplitude, interfacePosition } from "../../../dynamics/recorders/phase-field.js";
import { nodeCoordinates, positions, totalMomentum } from "../../../dynamics/recorders/places.js";
import { risk } from "../../../dynamics/recorders/risk.js";
import type { Recorder as BuiltRecorder } from "../../../dynamics/recorders/recorder.js";
import type { Nodes } from "../../../systems/measures/measure.js";
import type { Table } from "../../../systems/measures/data/table.js";
import { concat } from "../../../arithmetic/vectors.js";
import { whole } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Space } from "../../../systems/spaces/space.js";
import { parseInX } from "../formula/in-x.js";
import type { CumulantRecorder, Measure, Recorder } from "../types.generated.js";
import type { RecorderSetting, Setting } from "./context.js";
import { buildData } from "./data.js";
import { buildDivergence } from "./divergence.js";
import { buildEnergy } from "./energy.js";
import { buildGeometry } from "./geometry.js";
import { buildMeasure } from "./measure.js";
import { buildMetric } from "./metric.js";
import { construct, type Registry } from "./registry.js";
import { buildCompared, buildState } from "./state.js";
import { bySupport, requireAtoms } from "../../../systems/spaces/support.js";

const nodesOf = (name: string, { nodes }: Setting): Nodes =>
  nodes ?? refuse(`${name} is recorded on finite sets and grids`);
function cloudOf(name: string, { space }: Setting): Space {
  requireAtoms(`the recorder ${name}`, space, "on a grid record masses or density");
  return space;
}
const targetOf = (name: string, { target }: RecorderSetting): Measure =>
  target ?? refuse(`${name} compares with the target of the energy, and there is none`);

/** The 0-based index of a coordinate given from 1. */
const indexOf = (coordinate: number, { dim }: Setting): number =>
  whole("coordinate", coordinate, 1) <= dim
    ? coordinate - 1
    : refuse(`there is no coordinate ${coordinate} in dimension ${dim}`);

function cumulant({ order }: CumulantRecorder, setting: RecorderSetting): BuiltRecorder {
  const target = buildState(targetOf("cumulant", setting), setting);
  return bySupport<BuiltRecorder>(setting.space, {
    nodes: () => nodeCumulant(order, target),
    atoms: "cumulant needs log(u/π): take a grid, a finite set or a Gaussian",
    density: ({ dim }) => gaussianCumulant(order, target, dim),
  });
}

/** The means of the normal laws that the target is a mixture of. */
function modesOf(setting: RecorderSetting): Table {
  const spec = targetOf("mode-masses", setting);
  const law = buildMeasure(spec.name === "drawn" ? spec.of : spec, setting);
  const normals = law.kind === "density" ? law.normal : undefined;
  return normals
    ? { dim: setting.dim, points: concat(...normals.map(({ mean }) => mean)) }
    : refuse("mode-masses takes the modes from a target that is a mixture of normal laws: give `centres` here");
}

const RECORDERS: Registry<Recorder, RecorderSetting, BuiltRecorder> = {
  energy: () => drivingEnergy,
  value: (spec, setting) => {
    const energy = buildEnergy(spec.energy, setting);
    return energy.absent === undefined ? valueOf(energy) : refuse(energy.absent);
  },
  dissipation: () => dissipation,
  dual: ({ geometry }, setting) => (geometry ? dualIn(buildGeometry(geometry, setting)) : dual),
  primal: ({ geometry }, setting) => (geometry ? primalIn(buildGeometry(geometry, setting)) : primal),
  power: () => power,
  hamiltonian: () => hamiltonian,
  mass: () => mass,
  positivity: () => positivity,
  support: () => support,
  ess: () => ess,
  massless: () => massless,
  bandwidth: () => bandwidth,
  "mode-masses": ({ centres }, setting) => modeMasses(centres ? buildData(centres, setting) : modesOf(setting)),
  count: ({ of }, setting) => {
    cloudOf("count", setting);
    return count(of);
  },
  "velocity-slope": ({ of }) => velocitySlope(of),
  "steps-until": ({ below }) => stepsUntil(below),
  duplicates: (_spec, setting) => {
    cloudOf("duplicates", setting);
    return duplicates;
  },
  expectation: ({ of }) => expectation(parseInX(of)),
  variance: ({ coordinate = 1 }, setting) => variance(indexOf(coordinate, setting)),
  oscillation: (_spec, setting) => {
    nodesOf("oscillation", setting);
    return oscillation(buildState(targetOf("oscillation", setting), setting));
  },
  cumulant,
  distance: ({ metric, to }, setting) =>
    distanceTo(buildMetric(metric, setting), buildCompared(to, setting, "distance")),
  amplitude: ({ wavenumber }, setting) => amplitude(nodesOf("amplitude", setting), wavenumber),
  "interface-position": (_spec, setting) => interfacePosition(nodesOf("interface-position", setting)),
  "duality-gap": () => dualityGap,
  divergence: buildDivergence,
  risk: ({ data }, setting) => risk(buildData(data, setting)),
  momentum: (_spec, setting) => totalMomentum(cloudOf("momentum", setting)),
  masses: (_spec, setting) => {
    nodesOf("masses", setting);
    return allMasses(setting.space, "node");
  },
  density: (_spec, setting) => density(nodesOf("density", setting).volumes),
  coordinates: ({ coordinate = 1 }, setting) => {
    const { points, dim } = nodesOf("coordinates", setting);
    return nodeCoordinates(points, dim, indexOf(coordinate, setting));
  },
  positions: ({ sample }, setting) => positions(cloudOf("positions", setting), sample),
  weights: (_spec, setting) => allMasses(cloudOf("weights", setting), "particle"),
};

/** What a recorder spec saves along a curve of this setting. */
export const buildRecorder = (spec: Recorder, setting: RecorderSetting): BuiltRecorder =>
  construct(RECORDERS, spec, setting);
