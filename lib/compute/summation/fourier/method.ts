import type { Vec } from "../../../arithmetic/vec.js";
import type { RadialFamily } from "../../kernel-form.js";
import { type Derivative, outputsOf, type Pairs } from "../pairs.js";
import { machineFor } from "../../backend.js";
import { boxOf } from "../../box.js";
import { assemblyEngine } from "../../webassembly/fourier.js";
import type { Engine } from "./engine.js";
import { typescriptEngine } from "./typescript-engine.js";
import type { SmoothFamily, SmoothKernel } from "./kernel.js";
import { type Plan, planFor, roundedExtents } from "./plan.js";
import { fourierSum } from "./sum.js";

/** Kernels on R^dim that the Fourier method sums. */
export const isSmooth = (family: RadialFamily, dim: number): family is SmoothFamily =>
  dim <= 3 &&
  (family.name === "gaussian" || family.name === "inverse-multiquadric" || family.name === "rational-quadratic");

/** A plan laid over some points. */
export interface Placed {
  readonly plan: Plan;
  readonly low: Vec;
}

/**
 * The plan for some points and an error δ relative to the sum of absolute terms; undefined where the kernel is too
 * narrow for them.
 */
export function placed(kernel: SmoothKernel, derivative: Derivative, pairs: Pairs, delta: number): Placed | undefined {
  const { x, y, dim } = pairs;
  const { low, high } = boxOf(dim, x === y ? [x] : [x, y]);
  const extents = high.map((v, c) => v - low[c]);
  if (!extents.every(Number.isFinite)) return undefined;
  const plan = planFor({ kernel, derivative, extents: roundedExtents(extents), delta });
  return plan && { plan, low };
}

/**
 * Nanoseconds of a fast sum, roughly: points times cells under the window, and grid points times their share of the
 * transforms.
 */
export function fourierCost({ plan: { axes, multipliers } }: Placed, { x, y, dim, columns }: Pairs): number {
  const cells = axes.reduce((product, { window }) => product * window.width, 1);
  const grid = axes.reduce((product, { length }) => product * length, 1);
  const points = (columns * y.length + multipliers.length * x.length) / dim;
  return points * (50 + cells) + grid * 40 * (Math.ceil(columns / 2) + multipliers.length);
}

/** A machine with threads for many points, or plain TypeScript: all have the same bits. */
function engineFor(found: Placed, pairs: Pairs): Engine {
  const machine = machineFor(fourierCost(found, pairs));
  return machine ? assemblyEngine(machine) : typescriptEngine;
}

/** The sum by a plan. */
export const fourierSumOf = (found: Placed, derivative: Derivative, pairs: Pairs): Vec =>
  fourierSum(engineFor(found, pairs), found.plan, found.low, pairs, outputsOf(derivative, pairs));
