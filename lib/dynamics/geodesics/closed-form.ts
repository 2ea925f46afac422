import type { Kinetics } from "../../systems/system.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { scale, tabulate } from "../../arithmetic/vectors.js";
import { solveCholesky } from "../../compute/index.js";
import { solveSemidefinite } from "../../numerics/semidefinite.js";
import { onsagerMatrix } from "../../systems/dissipation.js";
import type { Block } from "../../systems/geometries/carrier.js";
import { isNetwork, type SpatialMechanism } from "../../systems/geometries/geometry.js";
import { type Part, partGeometry, parts } from "../../systems/geometries/parts.js";
import { gramFactor } from "../../systems/geometries/smoothers/gram.js";
import { gramSum } from "../../systems/geometries/smoothers/kernel.js";
import type { Smoother, SmootherForm } from "../../systems/geometries/smoothers/smoother.js";
import type { Covector, Space } from "../../systems/spaces/space.js";
import type { Curve, CurveState } from "./curve.js";
import { displacementCurve } from "./displacement.js";
import { greatCircle, logCurve, plainCurve, rootCurve } from "./interpolations.js";

/** A known geodesic, by what its summand is. */
type ClosedForm = (space: Space, part: Part, u0: Vec, u1: Vec) => Curve;

/** All nodes as one block, for Gram matrices. */
const nodeBlock = (space: Space, u: Vec): Block => ({
  dim: space.dim,
  points: space.nodes(u),
  columns: 1,
  fixed: true,
});

/** A covector with node values, and no gradient: growth moves masses only. */
const onNodes = (space: Space, value: Vec): Covector =>
  space.support === "atoms"
    ? { value, gradient: new Float64Array(space.massRange[0]), temperature: 0 }
    : { value, temperature: 0 };

const withMomentum =
  (curve: Curve, momentum: (state: CurveState) => Covector): Curve =>
  t => {
    const state = curve(t);
    return { ...state, momentum: momentum(state) };
  };

/** ξ = u̇/(βμ), mean-free on spheres. */
const growthMomentum =
  (space: Space, { factor }: Part) =>
  ({ u, rate }: CurveState): Covector => {
    const masses = space.masses(u);
    const rates = space.masses(rate);
    return onNodes(
      space,
      masses.map((m, i) => (m > 0 ? rates[i] / (factor * m) : 0)),
    );
  };

const hellinger: ClosedForm = (space, part, u0, u1) =>
  withMomentum((part.spherical ? greatCircle : rootCurve)(space, u0, u1), growthMomentum(space, part));

/** μξ = K^{-1} log(μ_1/μ_0) / factor is conserved.. */
const kernelHellinger: ClosedForm = (space, part, u0, u1) => {
  if (part.spherical) return refuse("spherical kernel Hellinger geodesics have no closed form: take `shooting`");
  const kernel = kernelOf(part.term.smoother);
  const curve = logCurve(space, u0, u1);
  const { u, rate } = curve(0.5);
  const ratio = tabulate(space.masses(u).length, i => space.masses(rate)[i] / space.masses(u)[i]);
  const charge = scale(1 / part.factor, solveCholesky(gramFactor(kernel, nodeBlock(space, u0)), ratio));
  return withMomentum(curve, state =>
    onNodes(
      space,
      charge.map((a, i) => a / space.masses(state.u)[i]),
    ),
  );
};

/** ξ = 𝒦(μ_1 - μ_0)/factor is constant.. */
const flatMmd: ClosedForm = (space, part, u0, u1) => {
  const curve = plainCurve(space, u0, u1);
  const rate = space.masses(curve(0).rate);
  const xi = onNodes(space, scale(1 / part.factor, gramSum(kernelOf(part.term.smoother), nodeBlock(space, u0), rate)));
  return withMomentum(curve, () => xi);
};

/** ξ from 𝕂ξ = μ_1 - μ_0, once, since 𝕂 does not depend on the state. */
const flat: ClosedForm = (space, part, u0, u1) => {
  const curve = plainCurve(space, u0, u1);
  const xi = space.covector(u0, solveSemidefinite(onsagerMatrix(space, partGeometry(part), u0), curve(0).rate));
  return withMomentum(curve, () => xi);
};

const wasserstein: ClosedForm = (space, part, u0, u1) => {
  const curve = displacementCurve(space, u0, u1);
  const over = (x?: Vec): Vec | undefined => x && scale(1 / part.factor, x);
  return withMomentum(curve, ({ momentum }) => ({
    value: over(momentum?.value),
    gradient: over(momentum?.gradient),
    temperature: 0,
  }));
};

const kernelOf = (smoother: Smoother): NonNullable<Smoother["kernel"]> =>
  smoother.kernel ?? refuse(`${smoother.name} has no kernel`);

/** Which geodesics are known: mechanism -> form of the smoother -> closed form. */
const CLOSED_FORMS: { readonly [M in SpatialMechanism]: { readonly [S in SmootherForm]?: ClosedForm } } = {
  growth: { identity: hellinger, kernel: kernelHellinger, inverse: flatMmd },
  deposit: { identity: flat, inverse: flatMmd },
  transport: { identity: wasserstein, inverse: flat },
  diffusion: { identity: flat, inverse: flat },
};

const known = (): string =>
  Object.entries(CLOSED_FORMS)
    .flatMap(([mechanism, forms]) => Object.keys(forms).map(smoother => `${mechanism} × ${smoother}`))
    .join(", ");

/**
 * The geodesic from u0 to u1 where it has a closed form, with its momentum. Table 0.2, "geodesics straight in".
 *
 * ```ts
 * const space = spaces.gaussian(1);
 * const u0 = Float64Array.of(0, 1); // [m | Σ]
 * const u1 = Float64Array.of(3, 4);
 * const kinetics = { space, geometry: geometries.wasserstein };
 * const midpoint = geodesics.exactGeodesic(kinetics, u0, u1)(0.5).u;
 * ```
 */
export function exactGeodesic({ space, geometry }: Kinetics, u0: Vec, u1: Vec): Curve {
  const all = parts(geometry);
  const { mechanism, smoother } = all[0].term;
  const form = isNetwork(mechanism) ? undefined : CLOSED_FORMS[mechanism][smoother.form];
  if (all.length > 1 || !form)
    return refuse(`no closed form of this geodesic: take \`shooting\`; known are ${known()}`);
  return form(space, all[0], u0, u1);
}
