import { normals, stream } from "../../../arithmetic/random.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Energy } from "../../../systems/energies/energy.js";
import type { Covector } from "../../../systems/spaces/space.js";
import type { Force } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildEnergy } from "./energy.js";
import { construct, type Registry } from "./registry.js";

/** A covector at a state, and the energy whose differential it is. */
export interface BuiltForce {
  readonly xi: Covector;
  readonly energy?: Energy;
}

/** Node values as a covector of a finite set or grid. */
function onNodes(values: Vec, { space }: Setting): BuiltForce {
  if (space.support !== "nodes")
    refuse("values of a force are for the nodes of a finite set or grid: take the differential of an energy");
  if (values.length !== space.size) refuse(`${values.length} values of the force for ${space.size} nodes`);
  return { xi: { value: values, temperature: 0 } };
}

interface At {
  readonly setting: Setting;
  readonly state: Vec;
}

const FORCES: Registry<Force, At, BuiltForce> = {
  differential: (spec, { setting, state }) => {
    const energy = buildEnergy(spec.energy, setting);
    return { energy, xi: energy.differential(state) };
  },
  random: ({ seed }, { setting }) => onNodes(normals(stream(seed, "force"), setting.space.size), setting),
  values: ({ values }, { setting }) => onNodes(Float64Array.from(values), setting),
};

/** The covector ξ of a force spec at a state. */
export const buildForce = (spec: Force, at: At): BuiltForce => construct(FORCES, spec, at);
