import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { target } from "../systems/kernels/fixtures.js";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { steinKernel } from "../systems/kernels/stein.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { gram, threads, threadsAtWork, useBackend, useThreads } from "./index.js";

const available = threads();
const cloud = (n: number): Vec => normals(stream(2, "gram"), 2 * n);
const KERNELS = [gaussianKernel(0.8), steinKernel(gaussianKernel(0.8), target)];

after(() => useThreads(available));

test("K of a cloud with itself is that of the cloud with its copy, also where it is made in parts, by 1, 2 and 3 threads", async () => {
  for (const n of [1, 7, 64, 333, 701]) {
    const x = cloud(n);
    const copy = x.slice();
    useBackend("typescript");
    const expected = KERNELS.map(kernel => gram(kernel, x, copy, 2));
    const check = (): void =>
      KERNELS.forEach((kernel, k) => {
        assert.deepEqual(gram(kernel, x, x, 2), expected[k]);
        assert.deepEqual(gram(kernel, x, copy, 2), expected[k]);
      });
    check();
    useBackend("wasm");
    for (const count of [1, 2, 3]) {
      useThreads(count);
      check();
      while (threadsAtWork() < Math.min(count, n < 333 ? 1 : count)) await setTimeout(5);
      check();
    }
  }
});

test("a row that is longer than a part, and a column of more than one part, are made like all others", () => {
  const long = cloud(70_001);
  const short = long.slice(0, 6);
  const [kernel] = KERNELS;
  useBackend("typescript");
  const row = gram(kernel, short, long, 2);
  const column = gram(kernel, long, short, 2);
  useBackend("wasm");
  assert.deepEqual([gram(kernel, short, long, 2), gram(kernel, long, short, 2)], [row, column]);
});
