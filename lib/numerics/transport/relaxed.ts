import { exp } from "../../arithmetic/functions.js";
import { nonNegative, positive } from "../../arithmetic/range.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, sum, tabulate } from "../../arithmetic/vectors.js";
import { type Coupling, couplingCost } from "./coupling.js";
import { sourceTransform } from "./cost.js";
import { type Arc, costOf, flowsOf, type Order, orderOf, pathBetween, potentialsOf, type Relaxed } from "./forest.js";
import { relaxedBound } from "./relaxation.js";

/** A plan of unbalanced transport with its dual certificate: value - dualValue ≥ 0 bounds the error of both. */
export interface RelaxedPlan {
  readonly coupling: Coupling;
  /** ∫ C dγ + ρ KL(γ_1|a) + ρ KL(γ_2|b) */
  readonly value: number;
  /** Σ a ρ(1 - e^{-f/ρ}) + Σ b ρ(1 - e^{-g/ρ}) at potentials with f_i + g_j ≤ C_ij. */
  readonly dualValue: number;
  /** f and g. */
  readonly source: Vec;
  readonly target: Vec;
}

/** Beyond C_ij = 700 ρ the mass √(ab) e^{-C/2ρ} is below 1e-152 of the two: nothing is carried there. */
const FARTHEST = 700;

/** Where mass may go at all. */
const inReach = ({ masses, sources, cost, weight }: Relaxed, i: number, j: number): boolean =>
  masses[i] > 0 && masses[sources + j] > 0 && cost[i * (masses.length - sources) + j] < FARTHEST * weight;

/** Every node joined to the nearest one of the other side, unless it is joined already: a forest. */
function nearest(problem: Relaxed): readonly Arc[] {
  const { masses, sources } = problem;
  const sinks = masses.length - sources;
  const joined = new Set<number>();
  const arcs: Arc[] = [];
  const join = (v: number, count: number, arcTo: (k: number) => Pick<Arc, "i" | "j">): void => {
    const options = Array.from({ length: count }, (_, k) => arcTo(k)).filter(({ i, j }) => inReach(problem, i, j));
    if (joined.has(v) || options.length === 0) return;
    const arc = options.reduce((best, o) => (costOf(problem, o) < costOf(problem, best) ? o : best));
    const flow =
      0.5 * Math.min(masses[arc.i], masses[sources + arc.j]) * exp(-0.5 * (costOf(problem, arc) / problem.weight));
    arcs.push({ ...arc, flow });
    joined.add(arc.i).add(sources + arc.j);
  };
  for (let i = 0; i < sources; i++) join(i, sinks, j => ({ i, j }));
  for (let j = 0; j < sinks; j++) join(sources + j, sources, i => ({ i, j }));
  return arcs;
}

/** A forest that carries mass, its potentials, and whether anything was carried farther on the way. */
interface Iterate {
  readonly arcs: readonly Arc[];
  readonly order: Order;
  readonly potentials: Vec;
  readonly moved: boolean;
}

/**
 * The minimiser among plans on these arcs, of which those that the way to it empties are taken away: on a forest the
 * potentials give the margins a e^{-f/ρ}, b e^{-g/ρ}, and these the masses of the arcs.
 */
function descend(problem: Relaxed, start: readonly Arc[]): Iterate {
  let arcs = start;
  let moved = false;
  for (;;) {
    const order = orderOf(problem, arcs);
    const potentials = potentialsOf(problem, arcs, order);
    const margins = problem.masses.map((m, v) => m * exp(-potentials[v] / problem.weight));
    const goal = flowsOf(margins, arcs, order);
    const ratio = arcs.map(({ flow }, k) => (goal[k] > 0 ? Infinity : flow / (flow - goal[k])));
    const part = Math.min(1, ...ratio);
    moved ||= part > 0;
    if (ratio.every(r => r === Infinity))
      return { arcs: arcs.map((arc, k) => ({ ...arc, flow: goal[k] })), order, potentials, moved };
    arcs = arcs.flatMap((arc, k) =>
      ratio[k] > part ? [{ ...arc, flow: arc.flow + part * (goal[k] - arc.flow) }] : [],
    );
  }
}

/** Sends along a new arc, and around the cycle that it closes, all that its other half carries. */
function pushed(arcs: readonly Arc[], order: Order, { i, j }: Pick<Arc, "i" | "j">, sources: number): readonly Arc[] {
  if (order.root[i] !== order.root[sources + j]) return [...arcs, { i, j, flow: 0 }];
  const path = pathBetween(i, sources + j, order);
  const amount = path.reduce((least, k, at) => (at % 2 === 0 ? Math.min(least, arcs[k].flow) : least), Infinity);
  const change = new Map(path.map((k, at) => [k, at % 2 === 0 ? -amount : amount]));
  const sent = arcs.map((arc, k) => ({ ...arc, flow: arc.flow + (change.get(k) ?? 0) }));
  return [...sent.filter(({ flow }) => flow > 0), { i, j, flow: amount }];
}

/** Reduced costs below this part of their terms are rounding. */
const SLACK = 1e-14;

/** Rows in turn, from where the last search ended: the arc of the first row that shortens the transport most. */
function pricing(problem: Relaxed): (potentials: Vec, barred: ReadonlySet<number>) => Pick<Arc, "i" | "j"> | undefined {
  const { masses, sources, cost, weight } = problem;
  const sinks = masses.length - sources;
  let row = 0;
  return (p, barred) => {
    for (let seen = 0; seen < sources; seen++, row = (row + 1) % sources) {
      let [best, least] = [-1, 0];
      for (let j = 0; j < sinks; j++) {
        const c = cost[row * sinks + j];
        const reduced = c - p[row] - p[sources + j];
        if (!(reduced < least) || !inReach(problem, row, j) || barred.has(row * sinks + j)) continue;
        if (reduced < -SLACK * (c + Math.abs(p[row]) + Math.abs(p[sources + j]) + SLACK * weight))
          [best, least] = [j, reduced];
      }
      if (best >= 0) return { i: row, j: best };
    }
    return undefined;
  };
}

/** 1 - e^{-x}(1 + x), the divergence of a margin e^{-x} from 1: Σ_k≥2 (-x)^k (k - 1)/k! where that cancels. */
function penalty(x: number): number {
  if (x === Infinity) return 1;
  if (Math.abs(x) > 0.1) return 1 - exp(-x) * (1 + x);
  let [total, term] = [0, -x];
  for (let k = 2; k < 14; k++) {
    term *= -x / k;
    total += (k - 1) * term;
  }
  return total;
}

/**
 * Unbalanced transport min ∫ C dγ + ρ KL(γ_1|a) + ρ KL(γ_2|b) over all plans γ ≥ 0, exact up to rounding, by active
 * sets: the plan lives on a forest, on which the optimum is explicit; an arc that would shorten the transport enters,
 * and arcs that this empties leave. Masses a, b ≥ 0 need not be equal; `cost` ≥ 0 is n × m row-major, ∞ where nothing
 * may be carried; `weight` is ρ > 0.
 *
 * ```ts
 * const x = Float64Array.of(0, 1);
 * const y = Float64Array.of(0, 0.25, 1);
 * const a = Float64Array.of(1, 2);
 * const b = Float64Array.of(0.5, 0.5, 1);
 * const { value, dualValue } = transport.relaxedTransport(a, b, transport.costMatrix(x, y, 1, 2), 0.5);
 * ```
 */
export function relaxedTransport(a: Vec, b: Vec, cost: Vec, weight: number): RelaxedPlan {
  positive("the weight of the relaxed margins", weight);
  const masses = concat(a, b);
  masses.forEach((m, k) =>
    nonNegative(
      k < a.length ? `mass ${k + 1} of the first measure` : `mass ${k - a.length + 1} of the second measure`,
      m,
    ),
  );
  const problem: Relaxed = { masses, sources: a.length, cost, weight };
  const price = pricing(problem);
  const barred = new Set<number>();
  let now = descend(problem, nearest(problem));
  for (let pivots = 0; pivots < 50 * masses.length * masses.length; pivots++) {
    const entering = price(now.potentials, barred);
    if (entering === undefined) break;
    now = descend(problem, pushed(now.arcs, now.order, entering, a.length));
    if (now.moved) barred.clear();
    else barred.add(entering.i * b.length + entering.j);
  }
  return certified(problem, now, b);
}

/** Potentials of the sources, also of those that carry nothing: the largest that the sinks which carry allow. */
function sourcePotentials({ sources, cost }: Relaxed, potentials: Vec): Vec {
  const target = potentials.subarray(sources).map(g => (g === Infinity ? -Infinity : g));
  const largest = sourceTransform(cost, target);
  return tabulate(sources, i => (potentials[i] === Infinity ? largest[i] : potentials[i]));
}

/** The plan with its value and its bound. */
function certified(problem: Relaxed, { arcs, potentials }: Iterate, b: Vec): RelaxedPlan {
  const { masses, sources, cost, weight } = problem;
  const sorted = [...arcs].filter(({ flow }) => flow > 0).sort((x, y) => x.i - y.i || x.j - y.j);
  const coupling: Coupling = {
    sources: Int32Array.from(sorted, ({ i }) => i),
    targets: Int32Array.from(sorted, ({ j }) => j),
    masses: Float64Array.from(sorted, ({ flow }) => flow),
  };
  const penalties = sum(masses.map((m, v) => (m > 0 ? m * weight * penalty(potentials[v] / weight) : 0)));
  const bound = relaxedBound(masses.subarray(0, sources), b, cost, sourcePotentials(problem, potentials), weight);
  return {
    coupling,
    value: couplingCost(coupling, cost, b.length) + penalties,
    dualValue: bound.value,
    source: bound.f,
    target: bound.g,
  };
}
