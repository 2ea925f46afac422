import { costMatrix } from "../../../lib/numerics/transport/cost.js";
import { optimalTransport } from "../../../lib/numerics/transport/exact.js";
import { sinkhorn } from "../../../lib/numerics/transport/sinkhorn.js";
import type { Vec } from "../../../lib/arithmetic/vec.js";
import type { Routine, Run, Size } from "../contender.js";
import { cloud, uniformWeights } from "./data.js";

const sizes = (d: number, ...ns: readonly number[]): readonly Size[] => ns.map(n => ({ n, d }));

/** Squared distances are given, as they are to the peers. */
const withCosts =
  (compute: (w: Vec, cost: Vec) => unknown) =>
  (size: Size): Run => {
    const cost = costMatrix(cloud(size, "x"), cloud(size, "y"), size.d, 2);
    const w = uniformWeights(size.n);
    return () => compute(w, cost);
  };

/** Plans between two clouds with equal masses and squared distances. */
export const transportRoutines: readonly Routine[] = [
  {
    name: "exact-transport",
    unit: "ms",
    sizes: sizes(2, 500, 1000, 2000),
    ours: withCosts((w, cost) => optimalTransport(w, w, cost)),
  },
  {
    name: "sinkhorn-100",
    unit: "ms",
    sizes: [...sizes(2, 500, 1000), ...sizes(10, 1000)],
    ours: withCosts((w, cost) => sinkhorn(w, w, cost, { epsilon: 0.05, tolerance: 0, sweeps: 100 })),
  },
];
