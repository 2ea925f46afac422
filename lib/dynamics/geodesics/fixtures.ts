import type { Kernel } from "../../compute/kernel-form.js";
import assert from "node:assert/strict";
import { exp } from "../../arithmetic/functions.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { maxAbs, subtract, sum as total } from "../../arithmetic/vectors.js";
import { scaled, spherical } from "../../systems/geometries/combinators.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import { deStein, hellinger, kernelHellinger, l2, mmd } from "../../systems/geometries/named.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import type { Space } from "../../systems/spaces/space.js";

export const random = (name: string, n: number): Vec => normals(stream(7, name), n);

export const probability = (name: string, n: number): Vec => {
  const w = random(name, n).map(v => exp(0.5 * v));
  return w.map(v => v / total(w));
};

export const close = (a: Vec, b: Vec, tolerance: number, what = ""): void =>
  assert.ok(maxAbs(subtract(a, b)) <= tolerance, `${what} ${maxAbs(subtract(a, b))}`);

export const line = (n: number): Space =>
  finiteSet({
    n,
    points: Float64Array.from({ length: n }, (_, i) => i / n),
    edges: Array.from({ length: n - 1 }, (_, i): [number, number] => [i, i + 1]),
  });

export const k: Kernel = laplaceKernel(0.5);

export const onGraphs: Readonly<Record<string, Geometry>> = {
  hellinger,
  "spherical hellinger": spherical(hellinger),
  "kernel hellinger": kernelHellinger(k),
  mmd: mmd(k),
  "spherical mmd": spherical(mmd(k)),
  "de-stein": deStein(k),
  l2,
  "scaled hellinger": scaled(2.5, hellinger),
};
