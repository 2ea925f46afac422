import type { Vec } from "../../../arithmetic/vec.js";
import type { Derivative } from "../pairs.js";
import { type Axis, axisOf } from "./axis.js";
import { lineOf } from "./cutoff.js";
import { orderOf, type SmoothKernel } from "./kernel.js";
import { multiplierOf, type Symbol } from "./multiply.js";
import { spectrumOf } from "./spectrum.js";
import type { Complex } from "./pruned-line.js";

/**
 * What a sum needs besides points and weights. It depends on the points by their extents only, which are rounded up.
 */
export interface Plan {
  readonly axes: readonly Axis[];
  /** Coefficient times symbol of all modes, one for each pair of real outputs. */
  readonly multipliers: readonly Complex[];
}

/** The symbols of a derivative in dimension `dim`: two components of a gradient share one complex array. */
function symbolsOf(kernel: SmoothKernel, derivative: Derivative, dim: number): readonly Symbol[] {
  if (derivative !== "gradient") return [{ type: orderOf(kernel, derivative) === 2 ? "trace" : "value" }];
  const pairs = Array.from({ length: Math.ceil(dim / 2) }, (_, k) => 2 * k);
  return pairs.map(first => ({ type: "gradient", first, second: first + 1 < dim ? first + 1 : undefined }));
}

/** The smallest f 2^e ≥ x > 0 with f in {16/16, 17/16, …, 32/16}. */
function roundedUp(x: number): number {
  let power = 1;
  while (power > x) power /= 2;
  while (2 * power <= x) power *= 2;
  return (Math.ceil((x / power) * 16) / 16) * power;
}

/**
 * Extents of a plan for points with these: rounded up, so that a moving cloud keeps its plan, and none is degenerate.
 */
export function roundedExtents(extents: Vec): Vec {
  const largest = extents.reduce((a, b) => Math.max(a, b), 0) || 1;
  return extents.map(e => roundedUp(Math.max(e, largest / 32)));
}

/** Grid points that a plan may have: with their room for transforms 1 GB. */
const MOST = 33_554_432;

/** What a plan is for. */
export interface Order {
  readonly kernel: SmoothKernel;
  readonly derivative: Derivative;
  /** Rounded extents of the points. */
  readonly extents: Vec;
  /** Wanted error relative to the sum of absolute terms. */
  readonly delta: number;
}

function axesFor({ kernel, derivative, extents, delta }: Order): readonly Axis[] | undefined {
  const axes: Axis[] = [];
  for (const extent of extents) {
    const line = lineOf(kernel, derivative, extents.length, extent, delta);
    if (line === undefined) return undefined;
    axes.push(axisOf(line, extent, delta));
  }
  return axes.reduce((size, { length }) => size * length, 1) <= MOST ? axes : undefined;
}

/** The plan for an order; undefined where the kernel is too narrow for such extents. */
function build(order: Order): Plan | undefined {
  const { kernel, derivative, delta } = order;
  const axes = axesFor(order);
  if (axes === undefined) return undefined;
  const spectrum = spectrumOf(kernel, derivative, axes, delta);
  return {
    axes,
    multipliers: symbolsOf(kernel, derivative, axes.length).map(symbol => multiplierOf(axes, spectrum, symbol)),
  };
}

/** The last plans: a moving cloud asks for the same one again and again. */
const CAPACITY = 6;
const kept = new Map<string, Plan | undefined>();

/** The plan for an order, made once. */
export function planFor(order: Order): Plan | undefined {
  const { kernel, derivative, extents, delta } = order;
  const key = JSON.stringify([kernel.family, derivative, [...extents], delta]);
  const plan = kept.has(key) ? kept.get(key) : build(order);
  kept.delete(key);
  kept.set(key, plan);
  for (const oldest of kept.keys()) if (kept.size > CAPACITY) kept.delete(oldest);
  return plan;
}
