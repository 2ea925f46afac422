import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { normals, stream } from "../arithmetic/random.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { kernelSum, threadsAtWork, useBackend, useThreads } from "./index.js";

/** Chooses a number of threads, and waits until all of them are there. */
export async function ready(count: number): Promise<void> {
  useThreads(count);
  const x = normals(stream(1, "large"), 800);
  kernelSum(gaussianKernel(1), x, x, 2, new Float64Array(400));
  while (threadsAtWork() < count) await setTimeout(5);
}

/** What is computed has the same bits in TypeScript, and in WebAssembly on 1, 2 and 3 threads. */
export async function sameBits(results: () => unknown): Promise<void> {
  useBackend("typescript");
  const twins = results();
  useBackend("wasm");
  for (const count of [1, 2, 3]) {
    await ready(count);
    assert.deepEqual(results(), twins, `${count} threads`);
  }
}
