import type { Integrator } from "../../../dynamics/integrator.js";
import { words } from "../../../dynamics/integrators/index.js";
import { built } from "../../../systems/word.js";
import type { Data, Integrator as IntegratorSpec, Kernel } from "../types.generated.js";
import type { Context } from "./context.js";
import { buildData } from "./data.js";
import { buildKernel } from "./kernel.js";

/** The time discretisation of a spec. */
export const buildIntegrator = (spec: IntegratorSpec, context: Context): Integrator =>
  built(words, spec, {
    kernel: kernel => buildKernel(kernel as unknown as Kernel, context),
    table: rows => buildData(rows as unknown as Data, context),
    integrator: of => buildIntegrator(of as unknown as IntegratorSpec, context),
  });
