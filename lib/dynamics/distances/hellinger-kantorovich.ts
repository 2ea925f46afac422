import type { Vec } from "../../arithmetic/vec.js";
import { hellingerKantorovich } from "../../systems/geometries/named.js";
import { refuse } from "../../arithmetic/refusal.js";
import { scale as times } from "../../arithmetic/vectors.js";
import { densePlan, sparsePlan } from "../../numerics/transport/coupling.js";
import { productNote } from "../../numerics/transport/blur.js";
import { coarsest } from "../../numerics/transport/sinkhorn.js";
import { costMatrix } from "../../numerics/transport/cost.js";
import { relaxedTransport } from "../../numerics/transport/relaxed.js";
import { diracDistance2, letCost, unbalancedTransport } from "../../numerics/transport/unbalanced.js";
import { dynamicDistance } from "./dynamic.js";
import { entropicBias } from "./evidence.js";
import { requireSquares } from "./length.js";
import { requireMasses } from "./pairs.js";
import { entropicFailure } from "./wasserstein.js";
import type { Method, MethodOf, MetricOf, Pair, Solver } from "./metric.js";
import { requireAtoms } from "../../systems/spaces/support.js";

type By<K extends Method["name"]> = Solver<MetricOf<"hellinger-kantorovich">, MethodOf<K>>;

function requireProblem(pair: Pair): void {
  requireMasses(pair, "hellinger-kantorovich");
  requireSquares(pair, "hellinger-kantorovich");
}

const squaredDistances = ({ space, mu, nu }: Pair): Vec => costMatrix(space.nodes(mu), space.nodes(nu), space.dim, 2);

/** The index of the only atom of a state. */
function onlyAtom(masses: Vec): number {
  const atoms = Array.from(masses.keys()).filter(i => masses[i] > 0);
  return atoms.length === 1
    ? atoms[0]
    : refuse(`HK is known in closed form between two Diracs, not for ${atoms.length} atoms: take \`sinkhorn\``);
}

/** Two Diracs. G-9. */
export const hkExact: By<"exact"> = (pair, scale) => {
  requireProblem(pair);
  const a = pair.space.masses(pair.mu);
  const b = pair.space.masses(pair.nu);
  const i = onlyAtom(a);
  const j = onlyAtom(b);
  return { value: Math.sqrt(diracDistance2(a[i], b[j], Math.sqrt(squaredDistances(pair)[i * b.length + j]), scale)) };
};

/** Exact: unbalanced transport of weight 1 at the cost of the logarithmic-entropy-transport form. */
export const hkProgram: By<"linear-program"> = (pair, scale) => {
  requireProblem(pair);
  const [a, b] = [pair.space.masses(pair.mu), pair.space.masses(pair.nu)];
  const { value, dualValue, coupling } = relaxedTransport(a, b, letCost(squaredDistances(pair), scale), 1);
  const unit = 4 / scale.beta;
  return {
    value: Math.sqrt(Math.max(0, unit * value)),
    dualValue: 0.5 * unit * dualValue,
    gap: 0.5 * unit * (value - dualValue),
    bias: 0,
    plan: sparsePlan(coupling, a.length, b.length),
  };
};

/**
 * Unbalanced Sinkhorn on the logarithmic-entropy-transport form; ε in units of length², as for `wasserstein`, to which
 * HK² tends for β → 0.
 */
export const hkSinkhorn: By<"sinkhorn"> = (pair, scale, { epsilon, debiased }) => {
  requireProblem(pair);
  if (debiased)
    refuse(
      "the debiased divergence is for `wasserstein`: leave `debiased` out, value and dualValue bracket HK already",
    );
  const { alpha, beta } = scale;
  const strength = (epsilon * beta) / (4 * alpha);
  const a = pair.space.masses(pair.mu);
  const b = pair.space.masses(pair.nu);
  const { squared, dualSquared, plan, mass, entropic } = unbalancedTransport(
    a,
    b,
    squaredDistances(pair),
    scale,
    strength,
  );
  const failure = entropicFailure(entropic, strength);
  return {
    value: Math.sqrt(Math.max(0, squared)),
    dualValue: 0.5 * dualSquared,
    gap: 0.5 * (squared - dualSquared),
    bias: (2 / beta) * mass * entropicBias(times(1 / mass, a), times(1 / mass, b), strength),
    plan: densePlan(plan, a.length),
    ...productNote(epsilon, (epsilon / strength) * coarsest(letCost(squaredDistances(pair), scale), Infinity), [
      dualSquared,
      squared,
    ]),
    ...(failure !== undefined && { failure }),
  };
};

/** Shooting of labelled atoms that move and change mass: near enough for i to stay with i, this is HK. */
export const hkDynamic: By<"dynamic"> = (pair, { alpha, beta }, { steps }) => {
  requireAtoms("the dynamic form of HK", pair.space, "take `sinkhorn` on a grid");
  return dynamicDistance(pair, hellingerKantorovich(alpha, beta), steps);
};
