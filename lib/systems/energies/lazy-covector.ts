import type { Source } from "../geometries/carrier.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Covector } from "../spaces/space.js";

/** ξ of a cloud, whose parts are computed when they are first asked for: transport takes only ∇ξ, growth only ξ. */
export function lazyCovector(
  valueOf: () => Vec,
  gradientOf: () => Vec,
  temperature: number,
  source?: Source,
): Covector {
  let value: Vec | undefined;
  let gradient: Vec | undefined;
  return {
    get value() {
      return (value ??= valueOf());
    },
    get gradient() {
      return (gradient ??= gradientOf());
    },
    temperature,
    ...(source && { source }),
  };
}
