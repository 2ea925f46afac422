import { onlyPart, type Part } from "../../systems/geometries/parts.js";
import type { GradientSystem } from "../../systems/system.js";

/** The part of a system whose particles move by (scaled) `wasserstein` and by nothing else. */
export const movingAtoms = ({ space, geometry }: GradientSystem): Part | undefined =>
  space.support === "atoms" ? onlyPart(geometry, ["transport"], "identity") : undefined;
