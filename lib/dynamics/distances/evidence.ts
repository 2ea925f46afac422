import { AGREEMENT, type Evidence, type Range } from "../evidence.js";
import { log, square } from "../../arithmetic/functions.js";
import { maxAbs, subtract, sum, tabulate } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Plan } from "../../numerics/transport/coupling.js";
import type { Distance, Metric, Pair } from "./metric.js";
import { resolved } from "./resolution.js";

/**
 * Bound of what entropy ε KL(γ | a⊗b) adds to a duality gap: the optimal plan costs at most ε KL of the best one more,
 * and hard minima differ from soft ones by at most ε log 1/a_i.
 */
export function entropicBias(a: Vec, b: Vec, epsilon: number): number {
  const logs = (masses: Vec): number => maxAbs(masses.filter(m => m > 0).map(log));
  const [massA, massB] = [sum(a), sum(b)];
  return epsilon * ((massA + massB) * (1 + logs(a) + logs(b)) + massA * massB);
}

/** Rounding of sums that cancel, relative to their terms. */
const ROUNDING = 1e-12;

/** The middle of numbers, 0 of none. */
const median = (x: Vec): number => x.slice().sort()[Math.floor(x.length / 2)] ?? 0;

/** Median distance of points from their coordinatewise median: the size of a cloud, whatever its outliers. */
function spread(points: Vec, dim: number): number {
  const centre = tabulate(dim, c => median(points.filter((_, k) => k % dim === c)));
  const n = points.length / dim;
  return median(tabulate(n, i => Math.sqrt(sum(tabulate(dim, c => square(points[i * dim + c] - centre[c]))))));
}

/** The size of ½d² (or d) of measures of mass 1 that are neither near nor far: of transport by its cost, else by f. */
function unitOf({ space, mu }: Pair, metric: Metric, { potential = new Float64Array(0) }: Distance): number {
  if (metric.name === "hellinger-kantorovich") return 1 / metric.beta;
  if (metric.name === "unbalanced-wasserstein") return metric.weight;
  if (metric.name !== "wasserstein") return maxAbs(potential.filter(Number.isFinite));
  const size = spread(space.nodes(mu), space.dim);
  return metric.order === 2 ? square(size) : size;
}

/** Primal and dual value agree: the dual is a lower bound, and a gap is rounding or the bias of the method. */
function duality(pair: Pair, metric: Metric, masses: number, found: Distance): readonly Evidence[] {
  const { dualValue = NaN, gap = NaN, bias = 0 } = found;
  if (!Number.isFinite(dualValue + gap)) return [];
  const terms = Math.max(Math.abs(dualValue), Math.abs(dualValue + gap));
  const rounding = AGREEMENT * terms + ROUNDING * masses * unitOf(pair, metric, found);
  const advice = "take a more exact method (`linear-program`, `static`, `quantiles`), or move outliers nearer";
  return [
    { what: "duality gap", size: gap, allowed: rounding + bias, advice },
    { what: "excess of the dual value over the primal", size: -gap, allowed: rounding, advice },
  ];
}

/** Σ_i |Σ_j γ_ij - a_i| + Σ_j |Σ_i γ_ij - b_j| */
function marginDefect(plan: Plan, a: Vec, b: Vec): number {
  const distance = (x: Vec, y: Vec): number => sum(subtract(x, y).map(Math.abs));
  const [rows, columns] = plan.margins();
  return distance(rows, a) + distance(columns, b);
}

/** Metrics whose plans have the two measures as margins; those of Hellinger–Kantorovich have not. */
const BALANCED: ReadonlySet<Metric["name"]> = new Set(["wasserstein"]);

/** What can be checked of a distance: the dual certificate, and that a plan carries one measure to the other. */
export function distanceEvidence(pair: Pair, metric: Metric, found: Distance): readonly Evidence[] {
  const a = pair.space.masses(pair.mu);
  const b = pair.space.masses(pair.nu);
  const masses = sum(a) + sum(b);
  const margins: Evidence = {
    what: "mass by which the margins of the plan miss the two measures",
    size: found.plan ? marginDefect(found.plan, a, b) : 0,
    allowed: AGREEMENT * masses,
    advice: "take measures of equal mass, a larger epsilon, or `linear-program`",
  };
  return [resolved(found), ...duality(pair, metric, masses, found), ...(BALANCED.has(metric.name) ? [margins] : [])];
}

/**
 * Distances of logarithms are infinite where one of the measures vanishes and the other does not; others are finite.
 */
export const rangeOfDistance = ({ name }: Metric): Range => (name === "kernel-hellinger" ? "extended" : "finite");
