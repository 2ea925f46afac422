import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { kernels } from "../systems/kernels/fixtures.js";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import type { Kernel } from "./kernel-form.js";
import { threads, threadsAtWork, useThreads } from "./index.js";
import { routinesFor } from "./dispatch.js";

const available = threads();
const cloud = (seed: string, n: number, dim: number): Vec => normals(stream(dim, seed), n * dim);

after(() => useThreads(available));

/** All sums over the pairs of two clouds. */
function sumsOf(kernel: Kernel, x: Vec, y: Vec, dim: number): readonly Vec[] {
  const of = routinesFor(kernel, x, y, dim);
  const w = cloud("w", y.length / dim, 1);
  const f = cloud("f", y.length / dim, 3);
  return [
    of.sum(x, y, dim, w, 1),
    of.sum(x, y, dim, f, 3),
    of.gradient1Sum(x, y, dim, w),
    of.gradient2Sum(x, y, dim, w),
    of.mixedTraceSum(x, y, dim, w),
  ];
}

/** The points in reverse order: no longer those of the other cloud, so that every value is made where it is needed. */
const reversed = (rows: Vec, width: number): Vec =>
  rows.map((_, k) => rows[rows.length - width * (1 + Math.floor(k / width)) + (k % width)]);

/**
 * A cloud over itself, over a copy of itself and over a copy that others follow, where values of its own pairs are made
 * once, and the same targets in reverse order, where they are made twice.
 */
function assertMutual(kernel: Kernel, x: Vec, dim: number): void {
  const n = x.length / dim;
  const followed = Float64Array.from([...x, ...cloud("others", 37, dim)]);
  for (const y of [x, x.slice(), followed]) {
    const once = sumsOf(kernel, x, y, dim);
    const twice = sumsOf(kernel, reversed(x, dim), y, dim).map(sum => reversed(sum, sum.length / n));
    for (const [k, sum] of twice.entries())
      for (const [i, v] of sum.entries())
        assert.ok(
          Object.is(once[k][i], v),
          `${kernel.name}, R^${dim}, ${n} of ${y.length / dim} points, sum ${k}: ${once[k][i]} is not ${v} at ${i}`,
        );
  }
}

/** Dimensions of the loops that differ: one, two, more, and from eight on those over expanded clouds. */
const LOOPS = [1, 2, 5, 10];

/** Numbers of points around one band and two; functions of a pair know neither bands nor values that are made once. */
const sizesFor = ({ form }: Kernel, dim: number): readonly number[] =>
  form.type === "pairwise" || !LOOPS.includes(dim) ? [97] : [95, 96, 97, 131, 192];

const smooth = (dim: number): readonly Kernel[] => kernels(dim).filter(({ name }) => !name.includes("stein"));

test("sums of a cloud over itself have the bits of sums over two clouds, for every kernel, d = 1 … 16", () => {
  for (const dim of [1, 2, 3, 5, 10, 16])
    for (const kernel of smooth(dim))
      for (const n of sizesFor(kernel, dim)) assertMutual(kernel, cloud("x", n, dim), dim);
});

test("the same with coincident points, infinities and NaN", () => {
  const special = [0, -0, 1, 1, 5e-324, 1e-160, 30, 1e154, 1e300, Infinity, NaN];
  for (const dim of [1, 2, 4])
    for (const kernel of smooth(dim)) {
      const points = Float64Array.from({ length: 101 * dim }, (_, i) => special[(i * i + 3 * i) % special.length]);
      assertMutual(kernel, points, dim);
    }
});

test("the same on 2 and 3 threads, which hand the sums of a band to each other, hundreds of times", async () => {
  const dim = 2;
  const n = 1003;
  const x = cloud("x", n, dim);
  const w = cloud("w", n, 1);
  const kernel = smooth(dim)[0];
  useThreads(1);
  const expected = reversed(routinesFor(kernel, reversed(x, dim), x, dim).sum(reversed(x, dim), x, dim, w, 1), 1);
  const sum = (): Vec => routinesFor(kernel, x, x, dim).sum(x, x, dim, w, 1);
  for (const count of [2, 3]) {
    useThreads(count);
    sum();
    while (threadsAtWork() < count) await setTimeout(5);
    for (let call = 0; call < 300; call++) assert.deepEqual(sum(), expected, `${count} threads, call ${call}`);
  }
});
