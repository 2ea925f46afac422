import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import type { Space } from "../../systems/spaces/space.js";
import { exp } from "../../arithmetic/functions.js";
import { sum } from "../../arithmetic/vectors.js";
import { normals, stream } from "../../arithmetic/random.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { computeDistance } from "./registry.js";
import type { Method, Metric } from "./metric.js";

export const near = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}: ${a - b}`);

export const probability = (name: string, n: number): Vec => {
  const w = normals(stream(3, name), n).map(v => exp(v));
  return w.map(v => v / sum(w));
};

export const line = (n: number): Space =>
  finiteSet({
    n,
    points: Float64Array.from({ length: n }, (_, i) => i / n),
    edges: Array.from({ length: n - 1 }, (_, i): [number, number] => [i, i + 1]),
  });

export const value = (space: Space, mu: Vec, nu: Vec, metric: Metric, method: Method): number =>
  computeDistance({ space, mu, nu }, metric, method).value;

export const exact: Method = { name: "exact" };

export const fixed: Method = { name: "static" };
