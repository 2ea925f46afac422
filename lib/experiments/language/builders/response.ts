import { pow } from "../../../arithmetic/functions.js";
import { axpy, scale, subtract } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { gaussianMercer, gaussianMercerFunctions } from "../../../systems/operators/gaussian-mercer.js";
import { positive } from "../../../arithmetic/range.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import { parseInX } from "../formula/in-x.js";
import type { Measure, Response } from "../types.generated.js";
import type { Setting } from "./context.js";
import { buildEnergy } from "./energy.js";
import { gaussianBandwidth, normalOnLine } from "./mercer.js";
import { construct, type Registry } from "./registry.js";
import { buildState } from "./state.js";

/** What is regressed in L²_ρ. */
export interface ResponseContext {
  readonly setting: Setting;
  readonly kernel: Kernel;
  readonly measure: Measure;
  readonly state: Vec;
  /** The points of ρ and their masses. */
  readonly points: Vec;
  readonly rho: Vec;
}

/** Σ c_n e_n with the eigenfunctions of the closed form. */
function series({ setting, kernel, measure, points }: ResponseContext, coefficients: Vec): Vec {
  const { mean, covariance } = normalOnLine(measure, setting);
  const modes = gaussianMercerFunctions(gaussianBandwidth(kernel), mean[0], covariance[0], points, coefficients.length);
  return modes.reduce((g, e, n) => axpy(coefficients[n], e, g), scale(0, points));
}

/** c_1, c_2, … of "mode1", "mode2", … */
function listed(modes: Readonly<Record<string, number>>): Vec {
  const numbers = Object.keys(modes).map(name => Number(name.slice(4)));
  const out = new Float64Array(Math.max(...numbers));
  numbers.forEach(n => (out[n - 1] = modes[`mode${n}`]));
  return out;
}

/** 1 - dπ/dρ at the points. */
function difference(to: Measure, { setting, state, rho }: ResponseContext): Vec {
  const target = setting.nodes
    ? buildState(to, setting)
    : refuse("a difference of measures on the same points needs a finite set or a grid");
  return subtract(state, target).map((v, i) => v / rho[i]);
}

const RESPONSES: Registry<Response, ResponseContext, Vec> = {
  mercer: ({ modes }, context) => series(context, listed(modes as Readonly<Record<string, number>>)),
  source: ({ theta, modes }, context) => {
    positive("theta of a source condition", theta);
    const values = gaussianMercer(
      gaussianBandwidth(context.kernel),
      normalOnLine(context.measure, context.setting).covariance[0],
      modes,
    );
    return series(
      context,
      values.map(v => pow(v, theta)),
    );
  },
  function: ({ of }, { setting: { dim }, points, rho }) => {
    const f = parseInX(of);
    return rho.map((_, i) => f(points.subarray(i * dim, (i + 1) * dim)));
  },
  differential: ({ energy }, { setting, state }) =>
    buildEnergy(energy, setting).differential(state).value ??
    refuse("the first variation of this energy has no values at particles: take a grid"),
  difference: ({ to }, context) => difference(to, context),
};

/** g at the points of ρ. */
export const buildResponse = (spec: Response, context: ResponseContext): Vec => construct(RESPONSES, spec, context);
