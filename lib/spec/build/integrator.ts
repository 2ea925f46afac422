import { exponential } from "../../integrators/exponential.js";
import { jko } from "../../integrators/jko.js";
import { langevin } from "../../integrators/langevin.js";
import { explicitEuler, rk4 } from "../../integrators/runge-kutta.js";
import { splitting } from "../../integrators/splitting.js";
import { refuse } from "../../refusal.js";
import type { Integrator } from "../../types.js";
import type { Integrator as IntegratorSpec } from "../types.generated.js";
import { construct, type Registry } from "./registry.js";

const pending = (): never => refuse("this integrator is not there yet");

const INTEGRATORS: Registry<IntegratorSpec, undefined, Integrator> = {
  exact: pending,
  "explicit-euler": () => explicitEuler,
  rk4: () => rk4,
  exponential: ({ order }) => exponential(order),
  "implicit-euler": pending,
  "semi-implicit": pending,
  "chang-cooper": pending,
  jko: () => jko,
  splitting: ({ scheme, of }) => splitting(scheme, of.map(buildIntegrator)),
  langevin: () => langevin,
  "noisy-euler": pending,
  "birth-death": pending,
  adaptive: pending,
};

/** The time discretisation of a spec. */
export function buildIntegrator(spec: IntegratorSpec): Integrator {
  return construct(INTEGRATORS, spec, undefined);
}
