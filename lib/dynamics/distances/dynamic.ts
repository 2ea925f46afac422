import type { Geometry } from "../../systems/geometries/geometry.js";
import { hamiltonianAction } from "../geodesics/action.js";
import { shoot } from "../geodesics/shooting.js";
import { RK4 } from "../integrators/tableaus.js";
import type { Distance, Pair } from "./metric.js";

/**
 * d² = min ∫ 2R(u, u̇) dt, from the geodesic that shooting finds with this number of RK4 steps; knows no closed form.
 */
export function dynamicDistance({ space, mu, nu }: Pair, geometry: Geometry, steps: number): Distance {
  const kinetics = { space, geometry };
  const curve = shoot(kinetics, mu, nu, { end: 1, steps, records: steps, tableau: RK4 });
  const value = Math.sqrt(hamiltonianAction(kinetics, curve));
  return curve.status === "completed" ? { value } : { value: NaN, failure: curve.reason };
}
