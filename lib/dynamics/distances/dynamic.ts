import type { Geometry } from "../../systems/geometries/geometry.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, fill, tabulate } from "../../arithmetic/vectors.js";
import { hamiltonianAction } from "../geodesics/action.js";
import { shoot } from "../geodesics/shooting.js";
import { RK4 } from "../integrators/explicit/tableaus.js";
import { particles } from "../../systems/spaces/particles.js";
import type { Distance, Pair } from "./metric.js";

/** Copies of the only atom, with equal parts of its mass. */
const copies = ({ space }: Pair, u: Vec, n: number): Vec =>
  concat(
    tabulate(n * space.dim, k => space.nodes(u)[k % space.dim]),
    fill(n, space.masses(u)[0] / n),
  );

/**
 * Equally many particles on both sides, in a space of as many: i goes to i, and a single atom is any number of them.
 */
function labelled(pair: Pair): Pair {
  const { space, mu, nu } = pair;
  if (space.support !== "atoms") return pair;
  const [n, m] = [mu, nu].map(u => space.masses(u).length);
  if (n === 1 && m > 1) return labelled({ ...pair, mu: copies(pair, mu, m) });
  if (m === 1 && n > 1) return labelled({ ...pair, nu: copies(pair, nu, n) });
  if (n !== m)
    refuse(
      `\`dynamic\` takes particle i to particle i, and there are ${n} and ${m}: ` +
        `take \`linear-program\` or \`quantiles\``,
    );
  return mu.length === space.size ? pair : { ...pair, space: particles({ n, dim: space.dim }) };
}

/**
 * d² = min ∫ 2R(u, u̇) dt, from the geodesic that shooting finds with this number of RK4 steps; knows no closed form.
 */
export function dynamicDistance(pair: Pair, geometry: Geometry, steps: number): Distance {
  const { space, mu, nu } = labelled(pair);
  if (space.support !== "density" && space.masses(mu).every(m => m === 0))
    refuse("no geodesic starts from the measure 0, where no mass can grow: take `static`");
  const kinetics = { space, geometry };
  const curve = shoot(kinetics, mu, nu, { end: 1, steps, records: steps, tableau: RK4 });
  const value = Math.sqrt(hamiltonianAction(kinetics, curve));
  return curve.status === "completed" ? { value } : { value: NaN, failure: curve.reason };
}
