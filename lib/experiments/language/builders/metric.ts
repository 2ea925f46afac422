import { stream } from "../../../arithmetic/random.js";
import { sliceDirections, unitRows } from "../../../numerics/transport/sliced.js";
import type { Metric } from "../../../dynamics/distances/metric.js";
import type { Metric as MetricSpec } from "../types.generated.js";
import type { Context } from "./context.js";
import { rowsOf } from "./numbers.js";
import { buildKernel } from "./kernel.js";
import { construct, type Registry } from "./registry.js";

const METRICS: Registry<MetricSpec, Context, Metric> = {
  tv: ({ name }) => ({ name }),
  hellinger: ({ name }) => ({ name }),
  "spherical-hellinger": ({ name }) => ({ name }),
  "fisher-rao-gaussian": ({ name }) => ({ name }),
  wasserstein: ({ name, order }) => ({ name, order }),
  "sliced-wasserstein": ({ name, order, directions, seed = 1 }, { dim }) => ({
    name,
    order,
    directions:
      typeof directions === "number"
        ? sliceDirections(directions, dim, stream(seed, "directions"))
        : unitRows(rowsOf(directions, dim, "direction"), dim),
  }),
  "unbalanced-wasserstein": ({ name, order, weight }) => ({ name, order, weight }),
  mmd: ({ name, kernel }, context) => ({ name, kernel: buildKernel(kernel, context) }),
  "de-stein": ({ name, kernel }, context) => ({ name, kernel: buildKernel(kernel, context) }),
  "kernel-hellinger": ({ name, kernel }, context) => ({ name, kernel: buildKernel(kernel, context) }),
  "hellinger-kantorovich": ({ name, alpha, beta }) => ({ name, alpha, beta }),
};

/** The metric of a spec, with its kernel. */
export const buildMetric = (spec: MetricSpec, context: Context): Metric => construct(METRICS, spec, context);
