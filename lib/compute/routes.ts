import type { Kernel, KernelForm, Vec } from "../types.js";
import { machineFor } from "./backend.js";
import { scaledRoutines, summedRoutines } from "./typescript/linear.js";
import { productRoutines } from "./typescript/product.js";
import { radialRoutines } from "./typescript/radial.js";
import type { Routines } from "./typescript/routines.js";
import { type SoftMinimum, softMinimumSums as twinSoftMinimumSums } from "./typescript/soft-minimum.js";
import { steinRoutines } from "./typescript/stein.js";
import { softMinimumSums as assemblySoftMinimumSums } from "./webassembly/job.js";
import type { Machine } from "./webassembly/machine.js";
import * as assembly from "./webassembly/routines.js";

type Form<T extends KernelForm["type"]> = Extract<KernelForm, { type: T }>;

/** Routines of a form of kernel, on a machine or as the TypeScript twins. */
const routes: { readonly [T in KernelForm["type"]]: (form: Form<T>, machine: Machine | undefined) => Routines } = {
  radial: (form, machine) => (machine ? assembly.radialRoutines(machine, form) : radialRoutines(form)),
  product: (form, machine) => (machine ? assembly.productRoutines(machine, form) : productRoutines(form)),
  stein: (form, machine) => (machine ? assembly.steinRoutines(machine, form) : steinRoutines(form)),
  scaled: ({ factor, of }, machine) => scaledRoutines(factor, routinesOf(of.form, machine)),
  sum: ({ of }, machine) => summedRoutines(of.map(kernel => routinesOf(kernel.form, machine))),
};

const routinesOf = <T extends KernelForm["type"]>(form: Form<T>, machine: Machine | undefined): Routines =>
  routes[form.type as T](form, machine);

/** Fewer pairs than this are not worth the way into WebAssembly and back. */
const WORTH = 64;

/** Operations of a pair, roughly: its distance, and as much as eight coordinates for the value of the kernel. */
const operationsOf = (dim: number): number => dim + 8;

/** Soft minima of costs that nobody keeps, for all pairs of two clouds. */
export function softMinimumSums(soft: SoftMinimum): Vec {
  const { x, w, dim } = soft, pairs = (x.length / dim) * w.length, machine = pairs < WORTH ? undefined : machineFor(pairs * operationsOf(dim));
  return machine ? assemblySoftMinimumSums(machine, soft) : twinSoftMinimumSums(soft);
}

/** The routines for all pairs of two clouds: twins for a few pairs, WebAssembly for more, and all threads for many. */
export function routinesFor(kernel: Kernel, x: Vec, y: Vec, dim: number): Routines {
  const pairs = (x.length / dim) * (y.length / dim);
  return routinesOf(kernel.form, pairs < WORTH ? undefined : machineFor(pairs * operationsOf(dim)));
}
