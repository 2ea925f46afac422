import { recallable } from "../../../lib/arithmetic/memory.js";
import { stream } from "../../../lib/arithmetic/random.js";
import { concat } from "../../../lib/arithmetic/vectors.js";
import { publishedIft } from "../../../lib/dynamics/integrators/stochastic/published-ift.js";
import { halfMmd2 } from "../../../lib/systems/energies/half-mmd2.js";
import { scaled, spherical, sum } from "../../../lib/systems/geometries/combinators.js";
import { mmd, wasserstein } from "../../../lib/systems/geometries/named.js";
import { gaussianKernel } from "../../../lib/systems/kernels/gaussian.js";
import { particles } from "../../../lib/systems/spaces/particles.js";
import type { Routine, Run, Size } from "../contender.js";
import { cloud, uniformWeights } from "./data.js";

/** One iteration after the other of interaction-force transport, positions and weights, to as many target points. */
function iteration(size: Size): Run {
  const { n, d } = size;
  const space = particles({ n, dim: d });
  const kernel = gaussianKernel(1);
  const energy = halfMmd2(space, kernel, { points: cloud(size, "y"), weights: uniformWeights(n) });
  const geometry = spherical(sum(scaled(n, wasserstein), scaled(0.001, mmd(kernel))));
  const { prepared } = publishedIft({ unweighted: true }).admit({ space, energy, geometry });
  const step = prepared!(0.1, stream(1, "steps"), () => undefined, recallable().memory);
  let u = concat(cloud(size, "x"), uniformWeights(n));
  let t = 0;
  return () => {
    const next = step(u, t);
    if (!(next instanceof Float64Array)) throw new Error("the iteration failed");
    u = next;
    t += 0.1;
    return u;
  };
}

/** What a step of a flow costs. */
export const stepRoutines: readonly Routine[] = [
  {
    name: "ift-iteration",
    unit: "ms",
    sizes: [
      { n: 1000, d: 10 },
      { n: 10_000, d: 100 },
    ],
    ours: iteration,
  },
];
