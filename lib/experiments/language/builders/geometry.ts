import { unheard } from "../../../arithmetic/notes.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { type BandwidthRule, isRunning } from "../../../systems/kernels/bandwidth.js";
import { renewed } from "../../../systems/geometries/smoothers/renewed.js";
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
import { reactions } from "../../../systems/geometries/reactions.js";
import type { Geometry as GeometrySpec } from "../types.generated.js";
import type { Context, Setting } from "./context.js";
import { buildKernel } from "./kernel.js";
import { construct, type Registry } from "./registry.js";
import { buildSmoother } from "./smoother.js";

type Around = Context & Partial<Pick<Setting, "nodes">>;

const GEOMETRIES: Registry<GeometrySpec, Around, Geometry> = {
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
  reactions: ({ reactions: list, equilibrium }) => reactions(list, equilibrium),
  scaled: ({ factor, of }, context) => scaled(factor, buildGeometry(of, context)),
  sum: ({ of }, context) => sum(...of.map(g => buildGeometry(g, context))),
  spherical: ({ of }, context) => spherical(buildGeometry(of, context)),
};

/** Whether a part of a spec has a bandwidth that follows the state. */
const runs = (spec: unknown): boolean =>
  Object.entries(spec as object).some(([key, value]) =>
    typeof value === "object" && value !== null
      ? runs(value)
      : key === "bandwidth" && typeof value === "string" && isRunning(value as BandwidthRule),
  );

/** A term with bandwidths that follow the particles: its smoother is built again at the points of every state. */
function renewing(spec: GeometrySpec, context: Around): Geometry {
  const { nodes, points = refuse("a running bandwidth follows the particles of a state: take `median` here") } =
    context;
  if (nodes) refuse("a running bandwidth follows particles, and nodes of a grid rest: take `median`");
  const at = (x: Vec, { note }: Pick<Context, "note">): Geometry & { type: "term" } => {
    const built = construct(GEOMETRIES, spec, { ...context, points: x, renews: true, note });
    return built.type === "term" ? built : refuse("a running bandwidth stands in a term");
  };
  const first = at(points, context);
  return term(
    first.mechanism,
    renewed(x => (x === points ? first : at(x, { note: unheard })).smoother, points),
  );
}

const isTree = (spec: GeometrySpec): boolean => ["scaled", "sum", "spherical"].includes(spec.name);

/** The tree of Onsager operators of a spec. */
export const buildGeometry = (spec: GeometrySpec, context: Around): Geometry =>
  !isTree(spec) && runs(spec) ? renewing(spec, context) : construct(GEOMETRIES, spec, context);
