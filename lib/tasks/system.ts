import { buildEnergy } from "../spec/build/energy.js";
import { buildGeometry } from "../spec/build/geometry.js";
import type { Setting } from "../spec/build/context.js";
import type { FlowRun } from "../spec/types.generated.js";
import type { GradientSystem } from "../types.js";

/** The gradient system of a flow in its setting. */
export const systemOf = (
  { energy, geometry }: Pick<FlowRun, "energy" | "geometry">,
  setting: Setting,
): GradientSystem => ({
  space: setting.space,
  energy: buildEnergy(energy, setting),
  geometry: buildGeometry(geometry, setting),
});
