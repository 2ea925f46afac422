import type { Routine } from "../contender.js";
import { denseRoutines } from "./dense.js";
import { kernelRoutines } from "./kernels.js";
import { stepRoutines } from "./steps.js";
import { summationRoutines } from "./summation.js";
import { transformRoutines } from "./transforms.js";
import { transportRoutines } from "./transport.js";

/** Everything that is timed, in the order of the table. */
export const routines: readonly Routine[] = [
  ...kernelRoutines,
  ...summationRoutines,
  ...stepRoutines,
  ...denseRoutines,
  ...transportRoutines,
  ...transformRoutines,
];
