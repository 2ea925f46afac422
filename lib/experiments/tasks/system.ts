import { buildEnergy } from "../language/builders/energy.js";
import { buildGeometry } from "../language/builders/geometry.js";
import type { Setting } from "../language/builders/context.js";
import type { FlowRun } from "../language/types.generated.js";
import type { GradientSystem } from "../../systems/system.js";

/** The gradient system of a flow in its setting. */
export const systemOf = (
  { energy, geometry }: Pick<FlowRun, "energy" | "geometry">,
  setting: Setting,
): GradientSystem => ({
  space: setting.space,
  energy: buildEnergy(energy, setting),
  geometry: buildGeometry(geometry, setting),
});
