import { PLACEMENTS } from "../../../systems/measures/particle-state.js";
import { among, lookUp } from "../../../arithmetic/lookup.js";
import { type Nodes, nodesOf } from "../../../systems/measures/measure.js";
import { cos, sin } from "../../../arithmetic/functions.js";
import { stream } from "../../../arithmetic/random.js";
import { whole } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { finiteSet } from "../../../systems/spaces/finite-set.js";
import { gaussian } from "../../../systems/spaces/gaussian.js";
import { grid1d } from "../../../systems/spaces/grid1d.js";
import { grid2d } from "../../../systems/spaces/grid2d.js";
import type { Box, GraphSpace } from "../../../systems/spaces/graph-operators.js";
import { arithmeticMean, logMean, upwind } from "../../../systems/spaces/mobilities.js";
import { particles } from "../../../systems/spaces/particles.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { FiniteSetSpace, Space as SpaceSpec } from "../types.generated.js";
import { construct, type Registry } from "./registry.js";

/** A state space and, on finite sets and grids, where its masses sit. */
export interface BuiltSpace {
  readonly space: Space;
  readonly nodes?: Nodes;
}

const MOBILITIES = { log: logMean, arithmetic: arithmeticMean, upwind } as const;

const onGraph = (space: GraphSpace): BuiltSpace => ({ space, nodes: nodesOf(space) });

/** i/(n-1) on [0, 1]; 0 for a single point. */
const onLine = (n: number): Vec => Float64Array.from({ length: n }, (_, i) => i / Math.max(1, n - 1));

/** The same n uniform points of the unit square for every seed of the run. */
function inSquare(n: number): Vec {
  const random = stream(1, "finite-set");
  return Float64Array.from({ length: 2 * n }, () => random.uniform());
}

/** The corners of an equilateral triangle on the unit circle. */
const triangle = (n: number): Vec =>
  n === 3
    ? Float64Array.from([0, 1, 2].flatMap(i => [cos((2 * Math.PI * i) / 3), sin((2 * Math.PI * i) / 3)]))
    : refuse(`the triangle has 3 points, not ${n}: use random-plane`);

interface Placement {
  readonly points: (n: number) => Vec;
  readonly box: Box;
}

const COORDINATES: { readonly [N in NonNullable<FiniteSetSpace["coordinates"]>]: Placement } = {
  line: { points: onLine, box: [[0, 1]] },
  "random-plane": {
    points: inSquare,
    box: [
      [0, 1],
      [0, 1],
    ],
  },
  triangle: {
    points: triangle,
    box: [
      [-1, 1],
      [-1, 1],
    ],
  },
};

const SPACES: Registry<SpaceSpec, number, BuiltSpace> = {
  "finite-set": ({ n, coordinates = "line" }) => {
    const { points, box } = lookUp(COORDINATES, coordinates);
    return onGraph(finiteSet({ n, points: points(whole("the number of points", n, 1)), dim: box.length, box }));
  },
  grid1d: ({ n, interval, periodic, mobility = "log" }) =>
    onGraph(grid1d({ n, interval, periodic, mobility: lookUp(MOBILITIES, mobility) })),
  grid2d: ({ n, box: [ax, bx, ay, by], periodic }) => {
    const box = [
      [ax, bx],
      [ay, by],
    ] as const;
    return onGraph(grid2d({ shape: n, box, periodic }));
  },
  particles: ({ n, d, placement = "independent" }, anchors) => {
    among("the placement of particles", placement, PLACEMENTS);
    return { space: particles({ n: n + anchors, dim: d, anchors }) };
  },
  gaussian: ({ d }) => ({ space: gaussian(d) }),
};

/** The dimension of the points that a space is about. */
export const dimensionOf = (spec: SpaceSpec): number => {
  if (spec.name === "particles" || spec.name === "gaussian") return spec.d;
  if (spec.name === "finite-set") return lookUp(COORDINATES, spec.coordinates ?? "line").box.length;
  return spec.name === "grid1d" ? 1 : 2;
};

/** The space of a spec, with room for this many anchors behind the particles. */
export const buildSpace = (spec: SpaceSpec, anchors: number): BuiltSpace => construct(SPACES, spec, anchors);
