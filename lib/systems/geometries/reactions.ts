import { pow } from "../../arithmetic/functions.js";
import { positive } from "../../arithmetic/range.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, zeros } from "../../arithmetic/vectors.js";
import { isGraph } from "../spaces/graph-operators.js";
import { logMean } from "../spaces/mobilities.js";
import type { Covector, Space } from "../spaces/space.js";
import type { Carrier } from "./carrier.js";
import type { Geometry } from "./geometry.js";
import type { Network, Reaction } from "./network.js";
import { identity } from "./smoothers/identity.js";
import type { Smoother } from "./smoothers/smoother.js";

/** c^α/c*^α */
const activity = (c: Vec, equilibrium: Vec, exponents: readonly number[]): number =>
  exponents.reduce((product, n, i) => (n === 0 ? product : product * pow(c[i] / equilibrium[i], n)), 1);

/** w = k Λ(c^α/c*^α, c^β/c*^β), Λ the logarithmic mean. */
const weights = ({ reactions: all, equilibrium }: Network, c: Vec): Vec =>
  Float64Array.from(
    all,
    ({ from, to, rate }) => rate * logMean.mean(activity(c, equilibrium, from), activity(c, equilibrium, to), 0),
  );

/** M ξ = (β - α)·ξ per reaction, M* j = Σ j (β - α). */
export function reactionCarrier(network: Network, u: Vec, { value }: Covector): Carrier {
  const all = network.reactions;
  const xi = value ?? refuse("reactions need node values of ξ");
  return {
    unit: "flux",
    blocks: [{ dim: 0, columns: 1, points: zeros(0), weights: weights(network, u), fixed: true }],
    forces: [{ values: Float64Array.from(all, ({ change }) => dot(change, xi)), temperature: 0 }],
    push: ([flux]) => u.map((_, i) => all.reduce((s, { change }, r) => s + flux[r] * change[i], 0)),
  };
}

/** "" or why this network makes no sense on a space or with a smoother. */
export function networkRefusal({ equilibrium }: Network, space: Space, smoother: Smoother): string {
  if (!isGraph(space) || space.lattice.grid)
    return "the species of reactions are the points of a finite set: take that, or transport and growth";
  if (space.size !== equilibrium.length)
    return (
      `the reactions are between ${equilibrium.length} species and the finite set has ${space.size} points: ` +
      "give one point per species"
    );
  return smoother.form === "identity" ? "" : "reactions have no places, so no Gram matrix: take the identity";
}

function reactionOf({ from, to, rate }: Reaction, species: number): Network["reactions"][number] {
  for (const side of [from, to])
    if (side.length !== species || !side.every(n => n >= 0 && n < Infinity))
      refuse(
        `a side of a reaction is [${side.join(", ")}]: it must be ${species} numbers of at least 0, one per species`,
      );
  const change = Float64Array.from(to, (n, i) => n - from[i]);
  if (change.every(n => n === 0)) refuse(`the reaction of [${from.join(", ")}] changes nothing: its sides must differ`);
  return { from, to, rate: positive("the rate of a reaction", rate), change };
}

/**
 * Mass-action chemistry on a finite set, 𝕂ξ = Σ k Λ(c^α/c*^α, c^β/c*^β) (β - α)⊗(β - α) ξ with the logarithmic mean Λ:
 * with KL to c* (or to any other state where all reactions are in balance) the flow is ċ = Σ k (c^α/c*^α - c^β/c*^β) (β
 * - α). Edges with the log mean are the reactions of one point to one other. Mielke 2011. B-21.
 *
 * ```ts
 * const water = geometries.reactions([{ from: [2, 0, 0], to: [0, 2, 1], rate: 1 }], [0.5, 0.8, 0.4]);
 * ```
 */
export function reactions(list: readonly Reaction[], equilibrium: readonly number[]): Geometry {
  if (list.length === 0) refuse("a network needs at least one reaction");
  const balanced = Float64Array.from(equilibrium, c => positive("a concentration in equilibrium", c));
  const network = { reactions: list.map(r => reactionOf(r, balanced.length)), equilibrium: balanced };
  return { type: "term", mechanism: network, smoother: identity };
}
