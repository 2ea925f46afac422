/** Kernel sums as the library computes them, and where it does. */
export {
  type Backend,
  backend,
  type Field,
  gram,
  kernelField,
  kernelGradientSum,
  kernelSum,
  mixedTraceSum,
  softMinimum,
  steinDirection,
  steinSum,
  threads,
  useBackend,
  useThreads,
} from "./index.js";
