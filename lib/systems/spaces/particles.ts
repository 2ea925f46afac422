import type { Vec } from "../../arithmetic/vec.js";
import type { Carrier, Measure } from "../geometries/carrier.js";
import type { Mechanism } from "../geometries/geometry.js";
import type { Smoother } from "../geometries/smoothers/smoother.js";
import type { Covector, Space } from "./space.js";
import { concat, dot, ones, zeros } from "../../arithmetic/vectors.js";
import { scaleRows } from "../../arithmetic/columns.js";
import { refuse } from "../../arithmetic/refusal.js";
import { vanishing } from "./components.js";
import { whole } from "../../arithmetic/range.js";

/** n weighted points of R^dim, of which the last `anchors` rest. */
export interface Particles {
  readonly n: number;
  readonly dim: number;
  /** The last `anchors` particles have weights but do not move (atoms of the target, or a fixed dictionary). */
  readonly anchors?: number;
}

/** Offsets in [x_1 … x_n | w_1 … w_n]: all coordinates, and those of the moving particles. */
interface Layout {
  readonly n: number;
  readonly dim: number;
  readonly coordinates: number;
  readonly moving: number;
}

/**
 * Coordinates and masses of [x_1 … x_N | w_1 … w_N], N read off the length: clouds of other sizes than n are no states
 * but may be compared with one.
 */
const points = ({ dim }: Layout, u: Vec): Vec => u.subarray(0, (u.length / (dim + 1)) * dim);
const weights = ({ dim }: Layout, u: Vec): Vec => u.subarray((u.length / (dim + 1)) * dim);
const moving = (s: Layout, x: Vec): Vec => x.subarray(0, s.moving);

const valueOf = (xi: Covector): Vec =>
  xi.temperature === 0 && xi.value
    ? xi.value
    : refuse("log u at the particles: growth of KL needs a declared density estimate");
const gradientOf = (xi: Covector): Vec => xi.gradient ?? refuse("this energy has no ∇ξ at the particles");

/** The moving particles with d components each; M* takes velocities. */
const velocityCarrier = (s: Layout, u: Vec, xi: Covector): Carrier => ({
  unit: "field",
  blocks: [
    {
      dim: s.dim,
      columns: s.dim,
      points: moving(s, u),
      weights: weights(s, u).subarray(0, s.moving / s.dim),
      fixed: false,
    },
  ],
  forces: [{ values: moving(s, gradientOf(xi)), temperature: xi.temperature }],
  push: ([v]) => concat(v, zeros(s.coordinates - s.moving + s.n)),
});

/** All particles with one component each; M* takes rates of the weights. */
const weightCarrier = (s: Layout, u: Vec, xi: Covector, measure: Measure): Carrier => ({
  unit: "flux",
  blocks: [
    {
      dim: s.dim,
      columns: 1,
      points: points(s, u),
      weights: measure === "state" ? weights(s, u) : undefined,
      fixed: false,
    },
  ],
  forces: [{ values: valueOf(xi), temperature: 0, source: xi.source }],
  push: ([r]) => concat(zeros(s.coordinates), r),
});

/** Σ w_i ∇ξ(x_i)·ẋ_i + Σ ξ(x_i) ẇ_i; ξ itself is not asked for where no weight moves. */
function pair(s: Layout, u: Vec, xi: Covector, rate: Vec): number {
  const momentum = scaleRows(weights(s, u), moving(s, gradientOf(xi)), s.dim);
  const change = weights(s, rate);
  return dot(momentum, moving(s, rate)) + (change.every(r => r === 0) ? 0 : dot(valueOf(xi), change));
}

function refusal(mechanism: Mechanism, { weightless }: Smoother): string {
  if (mechanism === "diffusion")
    return "a point cloud has no reference measure to diffuse with: take transport, or a grid";
  if (mechanism !== "deposit" || weightless) return "";
  return "deposit would depend on how a particle is split in two (only `inverse` does not): take growth, or a grid";
}

/**
 * State [x_1 … x_n | w_1 … w_n] = Σ w_i δ_{x_i}; a rate is [ẋ | ẇ].
 *
 * ```ts
 * const space = spaces.particles({ n: 200, dim: 2 });
 * const state = concat(normals(stream(1, "start"), 400), measures.equalWeights(200));
 * ```
 */
export function particles({ n, dim, anchors = 0 }: Particles): Space {
  whole("the number of particles", n, 1);
  whole("the dimension of particles", dim, 1);
  whole("the number of anchors", anchors, 0, n);
  const s: Layout = { n, dim, coordinates: n * dim, moving: (n - anchors) * dim };
  const still = zeros(s.coordinates - s.moving);
  return {
    support: "atoms",
    name: "particles",
    dim,
    refusal,
    size: s.coordinates + n,
    codim: s.moving + n,
    massRange: [s.coordinates, s.coordinates + n],
    moving: s.moving,
    linear: true,
    nodes: u => points(s, u),
    masses: u => weights(s, u),
    carrier: (u, xi, place, measure) =>
      place === "nodes" ? weightCarrier(s, u, xi, measure) : velocityCarrier(s, u, xi),
    pair: (u, xi, rate) => pair(s, u, xi, rate),
    one: () => ({ value: ones(n), gradient: zeros(s.coordinates), temperature: 0 }),
    liftable: () => true,
    reaches: (places, u, rate) => {
      const moves = places.has("edges") ? moving(s, rate).length : 0;
      const unmoved = points(s, rate)
        .subarray(moves)
        .every(v => v === 0);
      return unmoved && (places.has("nodes") || weights(s, rate).every(vanishing(weights(s, rate), weights(s, u))));
    },
    lift: (_u, rate, place) => [place === "nodes" ? weights(s, rate) : moving(s, rate)],
    covector: (_u, c) => ({ value: c.subarray(s.moving), gradient: concat(moving(s, c), still), temperature: 0 }),
  };
}
