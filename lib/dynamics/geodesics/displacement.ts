import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { solve, squareRoot } from "../../numerics/dense.js";
import { matmul } from "../../compute/index.js";
import { identity, transpose } from "../../numerics/matrices.js";
import { add, axpy, concat, subtract, zeros } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { GraphSpace } from "../../systems/spaces/graph-operators.js";
import { costMatrix } from "../../numerics/transport/cost.js";
import { displacedMasses, netInflow, passage } from "../../numerics/transport/displacement.js";
import { optimalTransport } from "../../numerics/transport/exact.js";
import { cellsOnLine, monotonePieces } from "../../numerics/transport/monotone.js";
import type { Curve } from "./curve.js";
import { bySupport } from "../../systems/spaces/support.js";

/** Each moving particle's optimal partner; refused where the plan splits a particle. */
function partners(space: Space, u0: Vec, u1: Vec): Int32Array {
  const { sources, targets, masses } = optimalTransport(
    space.masses(u0),
    space.masses(u1),
    costMatrix(space.nodes(u0), space.nodes(u1), space.dim, 2),
  ).coupling;
  const partner = new Int32Array(space.masses(u0).length).fill(-1);
  const weights = space.masses(u0);
  sources.forEach((i, k) => {
    if (Math.abs(masses[k] - weights[i]) <= 1e-12 * weights[i]) partner[i] = targets[k];
  });
  if (partner.some((j, i) => j < 0 && weights[i] > 0))
    refuse("the optimal plan splits particles: give all particles the same weight, or take a grid");
  return partner;
}

/** x_t = (1-t)x + tT(x) with the optimal assignment T, at constant velocity ∇ξ = T(x) - x. A-2.2e. */
function movingParticles(space: Space, u0: Vec, u1: Vec): Curve {
  const d = space.dim;
  const partner = partners(space, u0, u1);
  const x = space.nodes(u0);
  const y = space.nodes(u1);
  const n = partner.length;
  const velocity = x.map((v, k) =>
    partner[Math.floor(k / d)] < 0 ? 0 : y[partner[Math.floor(k / d)] * d + (k % d)] - v,
  );
  const rate = concat(velocity, zeros(n));
  const momentum = { gradient: velocity, value: zeros(n), temperature: 0 };
  return t => ({ t, u: axpy(t, rate, u0), rate, momentum });
}

/**
 * N(m_t, A_t S_0 A_t), A_t = (1-t)I + tA with the optimal affine map A; ∇ξ_t = b + C_t(x - m_t), C_t = (A - I)A_t^{-1}.
 * A-2.2e.
 */
function movingGaussian({ dim: d }: Space, u0: Vec, u1: Vec): Curve {
  const m0 = u0.subarray(0, d);
  const s0 = u0.subarray(d);
  const b = subtract(u1.subarray(0, d), m0);
  const one = identity(d);
  const a = optimalMap(s0, u1.subarray(d), d);
  return t => {
    const at = axpy(t, subtract(a, one), one);
    const sigma = matmul(matmul(at, s0, d), at, d);
    const c = solve(at, subtract(a, one), d, DISPLACEMENT);
    const cs = matmul(c, sigma, d);
    const spread = add(cs, transpose(cs, d));
    return {
      t,
      u: concat(axpy(t, b, m0), sigma),
      rate: concat(b, spread),
      momentum: { value: concat(b, c), temperature: 0 },
    };
  };
}

/** What it means that the optimal map is singular. */
const DISPLACEMENT = "the covariance at one end is too small for doubles beside that at the other: take nearer laws";

/** A = S_0^{-1/2}(S_0^{1/2} S_1 S_0^{1/2})^{1/2} S_0^{-1/2}. */
function optimalMap(s0: Vec, s1: Vec, d: number): Vec {
  const root = squareRoot(s0, d);
  const middle = squareRoot(matmul(matmul(root, s1, d), root, d), d);
  return solve(root, transpose(solve(root, middle, d, DISPLACEMENT), d), d, DISPLACEMENT);
}

const isInterval = (space: GraphSpace): boolean =>
  space.lattice.grid?.shape.length === 1 && !space.lattice.grid.periodic;

/**
 * The piecewise uniform density with quantiles (1-t)Q_0 + tQ_1, its exact rate, and ξ_t with ∇ξ_t = the velocity at the
 * faces.
 */
function movingCells(space: GraphSpace, u0: Vec, u1: Vec): Curve {
  const { points, volumes } = space.lattice;
  const half = volumes.map(v => v / 2);
  const faces = concat(subtract(points, half), Float64Array.of(points[points.length - 1] + half[half.length - 1]));
  const pieces = monotonePieces(cellsOnLine(points, volumes, u0), cellsOnLine(points, volumes, u1));
  return t => {
    const passing = passage(pieces, faces, t);
    const value = zeros(points.length);
    passing.velocity.forEach((v, e) => {
      value[e + 1] = value[e] + v * (points[e + 1] - points[e]);
    });
    return {
      t,
      u: displacedMasses(pieces, faces, t),
      rate: netInflow(passing),
      momentum: { value, temperature: 0 },
    };
  };
}

/** Displacement interpolation: the Wasserstein geodesic on particles, Gaussians and intervals. */
export const displacementCurve = (space: Space, u0: Vec, u1: Vec): Curve =>
  bySupport<Curve>(space, {
    nodes: graph =>
      isInterval(graph)
        ? movingCells(graph, u0, u1)
        : refuse(
            `displacement interpolation on ${graph.name} is not known: ` +
              "take particles, Gaussians, or a 1-D grid that is not periodic",
          ),
    atoms: () => movingParticles(space, u0, u1),
    density: () => movingGaussian(space, u0, u1),
  });
