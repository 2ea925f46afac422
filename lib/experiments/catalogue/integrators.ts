import { reasonsAgainst } from "../../arithmetic/admission.js";
import { isRefusal, reasonOf } from "../../arithmetic/refusal.js";
import type { Integrator } from "../../dynamics/integrator.js";
import { adaptive } from "../../dynamics/integrators/adaptive.js";
import { birthDeath } from "../../dynamics/integrators/birth-death.js";
import { changCooper } from "../../dynamics/integrators/chang-cooper.js";
import { exact } from "../../dynamics/integrators/exact.js";
import { exponential } from "../../dynamics/integrators/exponential.js";
import { implicitEuler } from "../../dynamics/integrators/implicit-euler.js";
import { jko } from "../../dynamics/integrators/jko.js";
import { langevin } from "../../dynamics/integrators/langevin.js";
import { noisyEuler } from "../../dynamics/integrators/noisy-euler.js";
import { explicitEuler, rk4 } from "../../dynamics/integrators/runge-kutta.js";
import { semiImplicit } from "../../dynamics/integrators/semi-implicit.js";
import { splitting } from "../../dynamics/integrators/splitting.js";
import { parts } from "../../systems/geometries/parts.js";
import { gaussianKernel } from "../../systems/kernels/gaussian.js";
import type { GradientSystem } from "../../systems/system.js";
import type { Integrator as IntegratorSpec } from "../language/types.generated.js";

type Choice = (system: GradientSystem) => Integrator;

/** Langevin where it fits (a part with log u of a point cloud), else RK4. */
const forPart = (system: GradientSystem): Integrator =>
  rk4.admit(system).reasons && langevin.admit(system).prepared ? langevin : rk4;

/** A splitting with one integrator per part. */
const split: Choice = system =>
  splitting(
    "strang",
    parts(system.geometry).map(({ term }) => forPart({ ...system, geometry: term })),
  );

/** Every integrator of the schema, for a system; a word without one does not compile. */
const INTEGRATORS: { readonly [N in IntegratorSpec["name"]]: Choice } = {
  exact: () => exact,
  "explicit-euler": () => explicitEuler,
  rk4: () => rk4,
  adaptive: () => adaptive(1e-6),
  exponential: () => exponential(1),
  "implicit-euler": () => implicitEuler,
  "semi-implicit": () => semiImplicit(),
  "chang-cooper": () => changCooper,
  jko: () => jko,
  splitting: split,
  langevin: () => langevin,
  "noisy-euler": () => noisyEuler(0.1),
  "birth-death": ({ space }) => birthDeath(space.kind === "particles" ? gaussianKernel(0.5) : undefined),
};

function judge(choice: Choice, system: GradientSystem): string {
  try {
    return reasonsAgainst(choice(system), system).join("; ");
  } catch (error) {
    if (isRefusal(error)) return reasonOf(error);
    throw error;
  }
}

/** For each integrator why it refuses the system, "" if it does not. */
export const integratorRefusals = (system: GradientSystem): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(INTEGRATORS).map(([name, choice]) => [name, judge(choice, system)]));
