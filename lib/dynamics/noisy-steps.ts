/** Noisy steps that are too long: what they make of the law that the flow tends to. */
import type { Notes } from "../arithmetic/notes.js";
import { normals, stream } from "../arithmetic/random.js";
import { attempt } from "../arithmetic/refusal.js";
import type { Vec } from "../arithmetic/vec.js";
import { add, dot, maxAbs, row, scale, subtract, tabulate, zeros } from "../arithmetic/vectors.js";
import { symmetricEigen } from "../compute/index.js";
import { matrix, symmetricPart } from "../numerics/matrices.js";
import { solveSemidefinite } from "../numerics/semidefinite.js";
import { type Part, parts } from "../systems/geometries/parts.js";
import type { GradientSystem } from "../systems/system.js";
import type { Evidence } from "./evidence.js";
import type { Solution } from "./integrator.js";

/** Where a flow ended, and with what steps. */
type Ended = Pick<Solution, "snapshots" | "dt" | "excess" | "stochastic">;

/** The part of a system whose particles the force moves, alone or beside others. */
const movingPart = ({ space, geometry }: GradientSystem): Part | undefined =>
  space.support === "atoms"
    ? attempt(() => parts(geometry)).value?.find(
        ({ term }) => term.mechanism === "transport" && term.smoother.form === "identity",
      )
    : undefined;

/** Displacements and what they change in ∇ξ, d numbers for each particle, both as parts of the largest displacement. */
interface Response {
  readonly by: Vec;
  readonly change: Vec;
}

/** How often all particles are displaced, so that there are at least 4d displacements of d coordinates. */
const rounds = (particles: number, d: number): number => Math.max(1, Math.ceil((4 * d) / particles));

/** Parts of the largest coordinate: below the first the rounding of ∇ξ hides a displacement, the second it does not. */
const LOST = 1e-10;
const VISIBLY = 1e-4;

/**
 * What ∇ξ does where particles are displaced by the noise of one step, √(2ατ dt) N, or visibly where they are
 * too far for that; where there is none by the step itself.
 */
function responses({ space, energy }: GradientSystem, u: Vec, factor: number, dt: number): readonly Response[] {
  const { moving, dim } = space;
  const { gradient, temperature } = energy.differential(u);
  if (!gradient) return [];
  const far = maxAbs(u.subarray(0, moving));
  const noise = Math.sqrt(2 * temperature * factor * dt);
  const size = noise > 0 && noise < LOST * far ? VISIBLY * far : noise;
  const random = stream(1, "curvature");
  return Array.from({ length: size > 0 ? rounds(moving / dim, dim) : 1 }, () => {
    const by = size > 0 ? scale(size, normals(random, moving)) : scale(-dt * factor, gradient.subarray(0, moving));
    const v = tabulate(u.length, i => (i < moving ? u[i] + by[i] : u[i]));
    const after = energy.differential(v).gradient ?? gradient;
    const unit = 1 / (maxAbs(by) || 1);
    return {
      by: scale(unit, by),
      change: scale(unit, subtract(after.subarray(0, moving), gradient.subarray(0, moving))),
    };
  });
}

/** Σ a_i b_iᵀ over rows of length d. */
function moments(a: Vec, b: Vec, d: number): Vec {
  const out = zeros(d * d);
  for (let i = 0; i < a.length; i += d)
    for (let r = 0; r < d; r++) for (let c = 0; c < d; c++) out[r * d + c] += a[i + r] * b[i + c];
  return out;
}

/** Most coordinates whose curvatures are told apart; of more it is their mean. */
const MOST = 128;

/**
 * The largest eigenvalue of the matrix H for which Δ∇ξ = H ΔX holds best: of the mean of ∇²ξ over all particles, each
 * smoothed by the displacements (Stein's lemma), and of ∇²ξ itself where that is constant.
 */
function largestCurvature(all: readonly Response[], d: number): number {
  const sum = (of: (r: Response) => Vec): Vec => all.map(of).reduce(add);
  const squares = sum(({ by }) => moments(by, by, d));
  const products = sum(({ by, change }) => moments(by, change, d));
  const diagonal = (m: Vec): number => tabulate(d, i => m[i * d + i]).reduce((s, v) => s + v, 0);
  const mean = diagonal(products) / diagonal(squares) || 0;
  if (
    d > MOST ||
    all.length * all[0].by.length < 4 * d * d ||
    !(squares.every(Number.isFinite) && products.every(Number.isFinite))
  )
    return mean;
  const columns = tabulate(d * d, k => products[(k % d) * d + Math.floor(k / d)]);
  const solved = Array.from({ length: d }, (_, k) => solveSemidefinite(squares, row(columns, k, d)));
  const { values } = symmetricEigen(
    symmetricPart(
      matrix(d, d, (i, j) => solved[j][i]),
      d,
    ),
    d,
  );
  return Math.max(mean, values[d - 1]);
}

/** dt α λ at the end of a flow, for the largest curvature λ of ξ. 0 where nothing moves, or for other systems. */
export function stiffnessOfSteps(system: GradientSystem, { snapshots, dt }: Ended): number {
  const part = movingPart(system);
  const all = part && attempt(() => responses(system, snapshots[snapshots.length - 1], part.factor, dt)).value;
  if (!part || !all || all.length === 0) return 0;
  return all.every(({ by }) => dot(by, by) === 0) ? 0 : dt * part.factor * largestCurvature(all, system.space.dim);
}

/** What noisy steps add to the variance of the law they tend to, and by what stiffness dt α λ. */
interface Excess {
  readonly stiffness: number;
  readonly part: number;
}

function excessOf(system: GradientSystem, flow: Ended): Excess | undefined {
  if (!flow.stochastic || !flow.excess) return undefined;
  const stiffness = stiffnessOfSteps(system, flow);
  return { stiffness, part: flow.excess(Math.max(0, stiffness)) };
}

/** Steps whose law is wrong by as much as it is wide are of no use. */
export function noiseEvidence(system: GradientSystem, flow: Ended): readonly Evidence[] {
  const found = excessOf(system, flow);
  if (!found) return [];
  return [
    {
      what:
        "part by which the variance of the law that these noisy steps tend to is too large in the stiffest direction " +
        `(size of a step times curvature ${found.stiffness.toPrecision(2)})`,
      size: found.part,
      allowed: 1,
      advice: "take more steps",
    },
  ];
}

/** Below this part nobody sees it. */
const VISIBLE = 0.01;

/** The same as a note, where it can be seen: in one digit, which equal runs of other seeds share. */
export function noiseNotes(system: GradientSystem, flow: Ended): Notes {
  const found = excessOf(system, flow);
  if (!found || !(found.part >= VISIBLE)) return {};
  const stiffness = Number(found.stiffness.toPrecision(1));
  const percent = Number((100 * flow.excess!(stiffness)).toPrecision(2));
  return {
    "size of noisy steps":
      `the law that these steps tend to has a variance that is too large by about ${percent} % ` +
      `in the stiffest direction, where the size of a step times the curvature is about ${stiffness}`,
  };
}
