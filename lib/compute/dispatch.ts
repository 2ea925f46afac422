import type { Vec } from "../arithmetic/vec.js";
import type { Kernel, KernelForm, Profile, Summation } from "./kernel-form.js";
import { machineFor } from "./backend.js";
import { isExpandable, withExpansion } from "./expanded.js";
import { directSums, radialSums } from "./summation/index.js";
import { scaledRoutines, summedRoutines } from "./typescript/linear.js";
import { pairwiseRoutines } from "./typescript/pairwise.js";
import { productRoutines } from "./typescript/product.js";
import { expandedSum, radialRoutines } from "./typescript/radial.js";
import { type Routines, withDirection } from "./typescript/routines.js";
import { type SoftMinimum, softMinimumSums as twinSoftMinimumSums } from "./typescript/soft-minimum.js";
import { steinRoutines } from "./typescript/stein.js";
import { softMinimumSums as assemblySoftMinimumSums } from "./webassembly/job.js";
import type { Machine } from "./webassembly/machine.js";
import * as assembly from "./webassembly/routines.js";

type Form<T extends KernelForm["type"]> = Extract<KernelForm, { type: T }>;

/**
 * How routines are wanted: for this number of pairs in R^dim, and with which summation; `machine` is where so many
 * pairs are summed directly.
 */
interface Request {
  readonly machine: (pairs: number) => Machine | undefined;
  readonly pairs: number;
  readonly dim: number;
  readonly summation: Summation | undefined;
}

/** Whether WebAssembly can evaluate a profile: not where it is a function of the user's. */
const isCompiled = (profile: Profile): boolean => profile(0).name !== "function";

function radialOn(form: Form<"radial">, machine: Machine | undefined, dim: number): Routines {
  const compiled = isCompiled(form.profile) ? machine : undefined;
  const plain = compiled ? assembly.radialRoutines(compiled, form) : radialRoutines(form);
  if (!isExpandable(dim)) return withDirection(plain);
  return withExpansion(form.profile, compiled ? assembly.expandedSum(compiled) : expandedSum, plain);
}
const productOn = (form: Form<"product">, machine: Machine | undefined): Routines =>
  machine ? assembly.productRoutines(machine, form) : productRoutines(form);
const steinOn = (form: Form<"stein">, machine: Machine | undefined): Routines =>
  machine && isCompiled(form.base) ? assembly.steinRoutines(machine, form) : steinRoutines(form);

/** Routines of a form of kernel. */
const routes: { readonly [T in KernelForm["type"]]: (form: Form<T>, request: Request) => Routines } = {
  radial: (form, { machine, pairs, dim, summation }) =>
    radialSums(form, count => radialOn(form, machine(count), dim), pairs, summation),
  product: (form, { machine, pairs, summation }) =>
    directSums(form.family.name, productOn(form, machine(pairs)), summation),
  stein: (form, { machine, pairs, summation }) => directSums("Stein", steinOn(form, machine(pairs)), summation),
  pairwise: (form, { summation }) => directSums("pairwise", pairwiseRoutines(form), summation),
  scaled: ({ factor, of }, request) => scaledRoutines(factor, routinesOf(of.form, request)),
  sum: ({ of }, request) => summedRoutines(of.map(kernel => routinesOf(kernel.form, request))),
};

const routinesOf = <T extends KernelForm["type"]>(form: Form<T>, request: Request): Routines =>
  routes[form.type as T](form, request);

/** Fewer pairs than this are not worth the way into WebAssembly and back. */
const WORTH = 64;

/** Operations of a pair, roughly: its distance, and as much as eight coordinates for the value of the kernel. */
const operationsOf = (dim: number): number => dim + 8;

/** Soft minima of costs that nobody keeps, for all pairs of two clouds. */
export function softMinimumSums(soft: SoftMinimum): Vec {
  const { x, w, dim } = soft;
  const pairs = (x.length / dim) * w.length;
  const machine = pairs < WORTH ? undefined : machineFor(pairs * operationsOf(dim));
  return machine ? assemblySoftMinimumSums(machine, soft) : twinSoftMinimumSums(soft);
}

/**
 * The routines for all pairs of two clouds: twins for a few pairs, WebAssembly for more, all threads for many, and fast
 * sums for most.
 */
export function routinesFor({ form, summation }: Kernel, x: Vec, y: Vec, dim: number): Routines {
  const machine = (pairs: number): Machine | undefined =>
    pairs < WORTH ? undefined : machineFor(pairs * operationsOf(dim));
  return routinesOf(form, { machine, pairs: (x.length / dim) * (y.length / dim), dim, summation });
}
