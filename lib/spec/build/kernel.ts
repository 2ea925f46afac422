import { gaussianKernel } from "../../kernels/gaussian.js";
import { imqKernel } from "../../kernels/inverse-multiquadric.js";
import { laplaceKernel } from "../../kernels/laplace.js";
import { linearKernel } from "../../kernels/linear.js";
import { refuse } from "../../refusal.js";
import type { Kernel } from "../../types.js";
import type { Kernel as KernelSpec } from "../types.generated.js";
import type { Context } from "./context.js";
import { construct, type Registry } from "./registry.js";

const pending = (): never => refuse("this kernel is not there yet");
const fixed = (bandwidth: number | "median"): number => (bandwidth === "median" ? pending() : bandwidth);

const KERNELS: Registry<KernelSpec, Context, Kernel> = {
  gaussian: ({ bandwidth }) => gaussianKernel(fixed(bandwidth)),
  laplace: ({ bandwidth }) => laplaceKernel(fixed(bandwidth)),
  matern: pending,
  "inverse-multiquadric": ({ bandwidth }) => imqKernel(fixed(bandwidth)),
  linear: () => linearKernel,
  stein: pending,
  "rational-quadratic": pending,
  riesz: pending,
  polynomial: pending,
  sum: pending,
  scaled: pending,
};

/** The kernel of a spec on R^dim. */
export const buildKernel = (spec: KernelSpec, context: Context): Kernel => construct(KERNELS, spec, context);
