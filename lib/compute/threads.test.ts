import assert from "node:assert/strict";
import { after, test } from "node:test";
import { gaussianKernel } from "../systems/kernels/gaussian.js";
import { kernels, target } from "../systems/kernels/fixtures.js";
import { steinKernel } from "../systems/kernels/stein.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import {
  cholesky,
  COVARIANCE,
  gram,
  kernelGradientSum,
  kernelSum,
  matmul,
  mixedTraceField,
  symmetricEigen,
  threads,
  useThreads,
} from "./index.js";
import { ready, sameBits } from "./fixtures.js";

const kernel = gaussianKernel(0.8);
const available = threads();
const cloud = (seed: string, n: number, dim: number): Vec => normals(stream(dim, seed), n * dim);

after(() => useThreads(available));

test("1, 2 and 3 threads and the twins give the same bits, for every kernel and numbers of targets", async () => {
  const n = 1003;
  const m = 67;
  const x = cloud("x", n, 3);
  const y = cloud("y", m, 3);
  const w = cloud("w", m, 1);
  const results = (): readonly Vec[] =>
    kernels(3)
      .filter(({ name }) => !name.includes("stein"))
      .flatMap(k => [kernelSum(k, x, y, 3, w), kernelGradientSum(k, x, y, 3, w), gram(k, x, y, 3)]);
  await sameBits(results);
});

test("dense algebra has the same bits on 1, 2 and 3 threads and in TypeScript, for odd sizes too", async () => {
  const n = 403;
  const random = stream(1, "dense");
  const b = normals(random, n * n);
  const c = normals(random, 301 * n);
  const a = b.map((v, ij) => v + b[(ij % n) * n + Math.floor(ij / n)] + (ij % (n + 1) === 0 ? 4 * n : 0));
  const results = (): readonly Vec[] => [
    cholesky(a, n, COVARIANCE),
    matmul(c, b, n),
    ...Object.values(symmetricEigen(a, n)),
  ];
  await sameBits(results);
});

test("so do the mixed traces of Stein kernels, which need the matrices of both clouds", async () => {
  const x = cloud("x", 203, 3);
  const y = cloud("y", 301, 3);
  const w = cloud("w", 301, 1);
  const k = steinKernel(kernel, target);
  await sameBits(() => mixedTraceField(k, x, y, 3, w));
});

test("thousands of short calls: no piece of work is lost, done twice, or taken for one of another call", async () => {
  await ready(3);
  const clouds = [150, 151, 233, 400].map(n => cloud("short", n, 2));
  const w = cloud("w", 400, 1);
  const sumOf = (x: Vec): Vec => kernelSum(kernel, x, x, 2, w.subarray(0, x.length / 2));
  const expected = clouds.map(sumOf);
  for (let call = 0; call < 2000; call++)
    assert.ok(
      sumOf(clouds[call % 4]).every((v, i) => v === expected[call % 4][i]),
      `call ${call}`,
    );
});

test("a number of threads that makes no sense is refused", () => {
  for (const count of [0, -1, 1.5, NaN, 1000])
    assert.throws(() => useThreads(count), /refused: .* threads: take a whole number from 1 to 256/);
});
