import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import type { Cloud } from "../../systems/measures/cloud.js";
import type { Space } from "../../systems/spaces/space.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import { inverseMultiquadricKernel } from "../../systems/kernels/inverse-multiquadric.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { concat, scale, sum, tabulate, times } from "../../arithmetic/vectors.js";
import { stream } from "../../arithmetic/random.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { gaussian } from "../../systems/spaces/gaussian.js";
import { grid1d } from "../../systems/spaces/grid1d.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import { particles } from "../../systems/spaces/particles.js";

/**
 * A small space of each kind with a state, a target near it, and a kernel whose Gram matrix is well conditioned there.
 */
export interface SpaceSample {
  readonly name: string;
  readonly space: Space;
  readonly state: Vec;
  readonly kernel: Kernel;
  /** The target as masses on the nodes of a graph, or as [m | Σ] of a Gaussian; absent on particles. */
  readonly target?: Vec;
  /** The target as a cloud; absent on Gaussians. */
  readonly cloud?: Cloud;
}

const draws = (name: string, n: number, a: number, b: number): Vec => {
  const random = stream(1, name);
  return tabulate(n, () => a + (b - a) * random.uniform());
};

const normalised = (x: Vec): Vec => scale(1 / sum(x), x);

function onGraph(name: string, space: Space, kernel: Kernel): SpaceSample {
  const target = normalised(draws(`${name} target`, space.size, 1, 2));
  const state = normalised(times(target, draws(`${name} state`, space.size, 0.6, 1.4)));
  return { name, space, kernel, state, target, cloud: { points: space.nodes(state), weights: target } };
}

/** n particles, the last `anchors` of them on the atoms of the target. */
function onParticles(name: string, n: number, dim: number, anchors: number, kernel: Kernel): SpaceSample {
  const points = draws(`${name} points`, n * dim, -1, 1);
  const state = concat(points, normalised(draws(`${name} weights`, n, 1, 2)));
  const atoms = anchors > 0 ? points.slice((n - anchors) * dim) : draws(`${name} atoms`, 3 * dim, -1, 1);
  const cloud = { points: atoms, weights: normalised(draws(`${name} target`, atoms.length / dim, 1, 2)) };
  return { name, space: particles({ n, dim, anchors }), kernel, state, cloud };
}

const corners = finiteSet({
  n: 6,
  dim: 2,
  points: draws("corners", 12, 0, 1),
  edges: [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 0],
    [1, 4],
  ],
});
const path = finiteSet({
  n: 5,
  points: Float64Array.of(0, 0.7, 1.5, 2.6, 3),
  edges: [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ],
});

/** One or more samples of every space; the first of each name stands for it in the catalogue. */
export const SPACES: readonly SpaceSample[] = [
  onGraph("finite set, path", path, laplaceKernel(1)),
  onGraph("finite set, planar graph", corners, gaussianKernel(0.3)),
  onGraph("grid1d", grid1d({ n: 12, interval: [-2, 2] }), laplaceKernel(0.7)),
  onGraph("grid1d, periodic", grid1d({ n: 12, interval: [-2, 2], periodic: true }), inverseMultiquadricKernel(0.4)),
  onGraph(
    "grid2d",
    grid2d({
      shape: [4, 3],
      box: [
        [0, 2],
        [0, 1.5],
      ],
    }),
    laplaceKernel(0.5),
  ),
  onParticles("particles in R^1", 5, 1, 0, gaussianKernel(0.3)),
  onParticles("particles in R^2", 6, 2, 0, inverseMultiquadricKernel(0.5)),
  onParticles("particles in R^2 with anchors", 7, 2, 3, gaussianKernel(0.5)),
  {
    name: "gaussian in R^2",
    space: gaussian(2),
    kernel: gaussianKernel(1),
    state: Float64Array.of(0.5, -1, 1.3, 0.4, 0.4, 0.8),
    target: Float64Array.of(0, 0.3, 0.9, -0.2, -0.2, 1.4),
  },
];
