import { scaled, spherical, sum, term } from "../../../systems/geometries/combinators.js";
import {
  deStein,
  hellinger,
  hMinus1,
  kernelHellinger,
  l2,
  mmd,
  ridgeHellinger,
  ridgeWasserstein,
  stein,
  wasserstein,
} from "../../../systems/geometries/named.js";
import type { Geometry } from "../../../systems/geometries/geometry.js";
import type { Geometry as GeometrySpec } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildKernel } from "./kernel.js";
import { construct, type Registry } from "./registry.js";
import { buildSmoother } from "./smoother.js";

const GEOMETRIES: Registry<GeometrySpec, Context, Geometry> = {
  hellinger: () => hellinger,
  "kernel-hellinger": ({ kernel }, context) => kernelHellinger(buildKernel(kernel, context)),
  "ridge-hellinger": ({ kernel, lambda }, context) => ridgeHellinger(buildKernel(kernel, context), lambda),
  mmd: ({ kernel }, context) => mmd(buildKernel(kernel, context)),
  wasserstein: () => wasserstein,
  stein: ({ kernel }, context) => stein(buildKernel(kernel, context)),
  "ridge-wasserstein": ({ kernel, lambda }, context) => ridgeWasserstein(buildKernel(kernel, context), lambda),
  "de-stein": ({ kernel }, context) => deStein(buildKernel(kernel, context)),
  l2: () => l2,
  "h-minus-1": () => hMinus1,
  term: ({ mechanism, smoother }, context) => term(mechanism, buildSmoother(smoother, context)),
  scaled: ({ factor, of }, context) => scaled(factor, buildGeometry(of, context)),
  sum: ({ of }, context) => sum(...of.map(g => buildGeometry(g, context))),
  spherical: ({ of }, context) => spherical(buildGeometry(of, context)),
};

/** The tree of Onsager operators of a spec. */
export const buildGeometry = (spec: GeometrySpec, context: Context): Geometry => construct(GEOMETRIES, spec, context);
