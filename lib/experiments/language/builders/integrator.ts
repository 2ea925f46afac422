import { adaptive } from "../../../dynamics/integrators/adaptive.js";
import { birthDeath } from "../../../dynamics/integrators/birth-death.js";
import { changCooper } from "../../../dynamics/integrators/chang-cooper.js";
import { exact } from "../../../dynamics/integrators/exact.js";
import { exponential } from "../../../dynamics/integrators/exponential.js";
import { implicitEuler } from "../../../dynamics/integrators/implicit-euler.js";
import { jko, jkoMidpoint } from "../../../dynamics/integrators/jko.js";
import { langevin } from "../../../dynamics/integrators/langevin.js";
import { noisyEuler } from "../../../dynamics/integrators/noisy-euler.js";
import { explicitEuler, rk4 } from "../../../dynamics/integrators/runge-kutta.js";
import { semiImplicit } from "../../../dynamics/integrators/semi-implicit.js";
import { splitting } from "../../../dynamics/integrators/splitting.js";
import type { Integrator } from "../../../dynamics/integrator.js";
import type { Integrator as IntegratorSpec } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildKernel } from "./kernel.js";
import { construct, type Registry } from "./registry.js";

const INTEGRATORS: Registry<IntegratorSpec, Context, Integrator> = {
  exact: () => exact,
  "explicit-euler": () => explicitEuler,
  rk4: () => rk4,
  exponential: ({ order }) => exponential(order),
  "implicit-euler": () => implicitEuler,
  "semi-implicit": ({ stabilisation }) => semiImplicit(stabilisation),
  "chang-cooper": () => changCooper,
  jko: ({ midpoint }) => (midpoint ? jkoMidpoint : jko),
  splitting: ({ scheme, of }, context) =>
    splitting(
      scheme,
      of.map(i => buildIntegrator(i, context)),
    ),
  langevin: () => langevin,
  "noisy-euler": ({ level, until }) => noisyEuler(level, until),
  "birth-death": ({ density }, context) => birthDeath(density && buildKernel(density, context)),
  adaptive: ({ tolerance, budget }) => adaptive(tolerance, budget),
};

/** The time discretisation of a spec. */
export const buildIntegrator = (spec: IntegratorSpec, context: Context): Integrator =>
  construct(INTEGRATORS, spec, context);
