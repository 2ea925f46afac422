import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { matmul } from "../../compute/index.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { rieszKernel } from "../../systems/kernels/riesz.js";
import { cos, exp, log, sin } from "../../arithmetic/functions.js";
import { identity, matrix, symmetricPart, transpose } from "../../numerics/matrices.js";
import { concat, scale, sum, tabulate } from "../../arithmetic/vectors.js";
import { normals, stream } from "../../arithmetic/random.js";
import { isRefusal } from "../../arithmetic/refusal.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { particles } from "../../systems/spaces/particles.js";
import { sliceDirections } from "../../numerics/transport/sliced.js";
import { computeDistance, METRICS, methodsOf } from "./registry.js";
import type { Distance, Method, Metric, Pair } from "./metric.js";

/** x ↦ unit · turn x + shift of the points, their order, and the unit of mass. */
interface Motion {
  readonly turn: Vec;
  readonly shift: Vec;
  readonly unit: number;
  readonly reversed: boolean;
  readonly mass: number;
}

const still = (d: number): Motion => ({
  turn: identity(d),
  shift: new Float64Array(d),
  unit: 1,
  reversed: false,
  mass: 1,
});

/** A turn by 0.5 rad in the plane of the first two coordinates, then by 0.3 in that of the last two. */
function turned(d: number): Vec {
  const plane = (a: number, b: number, angle: number): Vec =>
    matrix(d, d, (i, j) => {
      if (i === j) return i === a || i === b ? cos(angle) : 1;
      if (i === a && j === b) return -sin(angle);
      return i === b && j === a ? sin(angle) : 0;
    });
  return matmul(plane(0, 1, 0.5), plane(d - 2, d - 1, 0.3), d);
}

const shift = (d: number): Vec => tabulate(d, c => 0.75 - c);

/** Every motion of R^d that a distance must not see, or sees as a power of the unit. */
const motions = (d: number): Readonly<Record<string, Motion>> => ({
  translation: { ...still(d), shift: shift(d) },
  "unit of length 1000": { ...still(d), unit: 1000 },
  "unit of length 1/1000": { ...still(d), unit: 1e-3 },
  "unit of mass 1000": { ...still(d), mass: 1000 },
  "unit of mass 1/1000": { ...still(d), mass: 1e-3 },
  permutation: { ...still(d), reversed: true },
  ...(d > 1 ? { rotation: { ...still(d), turn: turned(d) } } : {}),
});

const N = 4;

const weights = (name: string): Vec => {
  const w = normals(stream(3, name), N).map(v => exp(0.7 * v));
  return w.map(v => v / sum(w));
};

const cloud = (name: string, d: number): Vec => normals(stream(4, name), N * d);

/** The points after a motion, in their new order. */
function moved({ turn, shift: by, unit, reversed }: Motion, x: Vec): Vec {
  const d = by.length;
  const turnedPoints = matmul(x, transpose(turn, d), d);
  return tabulate(x.length, k => {
    const i = Math.floor(k / d);
    return unit * turnedPoints[(reversed ? x.length / d - 1 - i : i) * d + (k % d)] + by[k % d];
  });
}

const massesOf = ({ reversed, mass }: Motion, w: Vec): Vec => scale(mass, reversed ? w.slice().reverse() : w);

/** A and its image A ↦ unit² Q A Qᵀ. */
const covariance = (name: string, d: number): Vec => {
  const a = normals(stream(5, name), d * d);
  return matrix(d, d, (i, j) => (i === j ? 0.5 : 0) + matmul(a, transpose(a, d), d)[i * d + j] / d);
};

function law(motion: Motion, name: string): Vec {
  const { turn, unit } = motion;
  const d = motion.shift.length;
  const sigma = matmul(matmul(turn, covariance(name, d), d), transpose(turn, d), d);
  return concat(
    moved({ ...motion, reversed: false }, scale(0.4, normals(stream(6, name), d))),
    scale(unit * unit, symmetricPart(sigma, d)),
  );
}

/** Two measures on every kind of space, after a motion; undefined where the space does not know it. */
interface Scene {
  readonly name: string;
  readonly dim: number;
  at(motion: Motion): Pair | undefined;
}

const RING = Array.from({ length: N }, (_, i): [number, number] => [i, (i + 1) % N]);

const onSet: Scene = {
  name: "finite set",
  dim: 2,
  at: motion => {
    const edges = RING.map(([i, j]): [number, number] => (motion.reversed ? [N - 1 - i, N - 1 - j] : [i, j]));
    const space = finiteSet({ n: N, dim: 2, points: moved(motion, cloud("set", 2)), edges });
    return { space, mu: massesOf(motion, weights("mu")), nu: massesOf(motion, weights("nu")) };
  },
};

/** On a grid the order of the cells is that of the line: reversing it is a reflection. */
const onGrid: Scene = {
  name: "grid",
  dim: 1,
  at: motion => {
    const [a, b] = [-1, 2].map(x => motion.unit * x + motion.shift[0]);
    const space = grid1d({ n: N, interval: [a, b] });
    return { space, mu: massesOf(motion, weights("mu")), nu: massesOf(motion, weights("nu")) };
  },
};

const ofParticles = (dim: number): Scene => ({
  name: `particles in R^${dim}`,
  dim,
  at: motion => {
    const x = cloud("x", dim);
    const near = tabulate(x.length, k => x[k] + 0.2 * cloud("y", dim)[k]);
    const state = (points: Vec, w: Vec): Vec => concat(moved(motion, points), massesOf(motion, w));
    return { space: particles({ n: N, dim }), mu: state(x, weights("mu")), nu: state(near, weights("mu")) };
  },
});

/** Clouds at the same points, for distances that compare masses. */
const ofWeights: Scene = {
  name: "weighted particles",
  dim: 2,
  at: motion => {
    const state = (w: Vec): Vec => concat(moved(motion, cloud("x", 2)), massesOf(motion, w));
    return { space: particles({ n: N, dim: 2 }), mu: state(weights("mu")), nu: state(weights("nu")) };
  },
};

const ofGaussians = (dim: number): Scene => ({
  name: `Gaussians in R^${dim}`,
  dim,
  at: motion =>
    motion.mass === 1 && !motion.reversed
      ? { space: gaussian(dim), mu: law(motion, "mu"), nu: law(motion, "nu") }
      : undefined,
});

const SCENES: readonly Scene[] = [
  onSet,
  onGrid,
  ofParticles(1),
  ofParticles(2),
  ofParticles(3),
  ofWeights,
  ofGaussians(1),
  ofGaussians(2),
  ofGaussians(3),
];

/** A metric in a unit of length and a turned frame, and the powers of the units of length and mass that d has. */
interface Case {
  readonly metric: (unit: number, turn: Vec) => Metric;
  readonly length: number;
  readonly mass: number;
}

const CASES: { readonly [M in Metric["name"]]: readonly Case[] } = {
  tv: [{ metric: () => ({ name: "tv" }), length: 0, mass: 1 }],
  hellinger: [{ metric: () => ({ name: "hellinger" }), length: 0, mass: 0.5 }],
  "spherical-hellinger": [{ metric: () => ({ name: "spherical-hellinger" }), length: 0, mass: 0.5 }],
  "fisher-rao-gaussian": [{ metric: () => ({ name: "fisher-rao-gaussian" }), length: 0, mass: 0 }],
  wasserstein: [
    { metric: () => ({ name: "wasserstein", order: 1 }), length: 1, mass: 1 },
    { metric: () => ({ name: "wasserstein", order: 2 }), length: 1, mass: 0.5 },
  ],
  "sliced-wasserstein": ([1, 2] as const).map(order => ({
    metric: (_, turn) => {
      const dim = Math.sqrt(turn.length);
      const directions = sliceDirections(5, dim, stream(7, "directions"));
      return { name: "sliced-wasserstein", order, directions: matmul(directions, transpose(turn, dim), dim) };
    },
    length: 1,
    mass: 1 / order,
  })),
  "unbalanced-wasserstein": [
    { metric: unit => ({ name: "unbalanced-wasserstein", order: 1, weight: 0.7 * unit }), length: 1, mass: 1 },
    { metric: unit => ({ name: "unbalanced-wasserstein", order: 2, weight: 0.7 * unit * unit }), length: 1, mass: 0.5 },
  ],
  mmd: [
    { metric: unit => ({ name: "mmd", kernel: gaussianKernel(0.8 * unit) }), length: 0, mass: 1 },
    { metric: unit => ({ name: "mmd", kernel: laplaceKernel(0.8 * unit) }), length: 0, mass: 1 },
    { metric: () => ({ name: "mmd", kernel: rieszKernel(1) }), length: 0.5, mass: 1 },
  ],
  "de-stein": [{ metric: unit => ({ name: "de-stein", kernel: gaussianKernel(0.8 * unit) }), length: 1, mass: 1 }],
  "kernel-hellinger": [
    { metric: unit => ({ name: "kernel-hellinger", kernel: laplaceKernel(0.8 * unit) }), length: 0, mass: 0 },
  ],
  "hellinger-kantorovich": [
    { metric: unit => ({ name: "hellinger-kantorovich", alpha: unit * unit, beta: 2 }), length: 0, mass: 0.5 },
  ],
};

/** ε has the unit of the cost. */
const costUnit = (metric: Metric, unit: number): number =>
  "order" in metric && metric.order === 1 ? unit : unit * unit;

const METHODS: { readonly [K in Method["name"]]: (metric: Metric, unit: number) => Method } = {
  exact: () => ({ name: "exact" }),
  static: () => ({ name: "static" }),
  dual: () => ({ name: "dual" }),
  "linear-program": () => ({ name: "linear-program" }),
  dynamic: () => ({ name: "dynamic", steps: 12 }),
  samples: () => ({ name: "samples", statistic: "v" }),
  quantiles: () => ({ name: "quantiles", nodes: 50 }),
  sinkhorn: (metric, unit) => ({ name: "sinkhorn", epsilon: 0.05 * costUnit(metric, unit) }),
};

/**
 * What the arithmetic of a method leaves: rounding where there is a formula; √rounding of a dual that solves a nearly
 * singular system; the stopping rules of Sinkhorn (1e-9 of the mass) and of shooting (1e-9 of the end).
 */
const TOLERANCE: { readonly [K in Method["name"]]: number } = {
  exact: 1e-12,
  static: 1e-12,
  samples: 1e-12,
  quantiles: 1e-12,
  "linear-program": 1e-12,
  dual: 1e-7,
  sinkhorn: 1e-6,
  dynamic: 1e-6,
};

const attempt = (pair: Pair, metric: Metric, method: Method): Distance | string => {
  try {
    return computeDistance(pair, metric, method);
  } catch (error) {
    assert.ok(isRefusal(error), `${metric.name} by ${method.name}: ${error}`);
    return "refused";
  }
};

const outcome = (of: Distance | string): string =>
  typeof of === "string" ? of : of.failure === undefined ? "a number" : "not converged";

/** On a finite set every edge has length 1, whatever the coordinates of its nodes: de-stein has no unit there. */
const lengthPower = (space: Space, metric: Metric, power: number): number =>
  space.support === "nodes" && space.name === "finite-set" && metric.name === "de-stein" ? 0 : power;

for (const scene of SCENES)
  test(`d(Q♯μ, Q♯ν) = unit^p mass^q d(μ, ν) for every metric and method, on ${scene.name}`, () => {
    const plain = scene.at(still(scene.dim));
    assert.ok(plain);
    let compared = 0;
    const seen: string[] = [];
    for (const name of METRICS)
      for (const { metric, length, mass } of CASES[name])
        for (const by of methodsOf(name)) {
          const frame = identity(scene.dim);
          const before = attempt(plain, metric(1, frame), METHODS[by](metric(1, frame), 1));
          for (const [what, motion] of Object.entries(motions(scene.dim))) {
            const pair = scene.at(motion);
            if (!pair) continue;
            const { unit, turn } = motion;
            const after = attempt(pair, metric(unit, turn), METHODS[by](metric(unit, turn), unit));
            const at = `${name} by ${by} on ${scene.name} under ${what}`;
            if (typeof before === "string" || typeof after === "string" || before.failure !== undefined) {
              if (outcome(before) !== outcome(after))
                seen.push(`${at}: ${outcome(after)} instead of ${outcome(before)}`);
              continue;
            }
            const factor = exp(
              lengthPower(plain.space, metric(1, frame), length) * log(unit) + mass * log(motion.mass),
            );
            const expected = factor * before.value;
            if (!(Math.abs(after.value / expected - 1) <= TOLERANCE[by]))
              seen.push(`${at}: ${after.value} instead of ${expected}`);
            compared++;
          }
        }
    assert.deepEqual(seen, []);
    assert.ok(compared > 10, `${compared} comparisons`);
  });
