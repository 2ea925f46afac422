import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { add, axpy, dot, maxAbs, scale, vec } from "../arithmetic/vectors.js";
import { bfgs } from "./bfgs.js";
import { minimise } from "./minimise.js";
import type { Objective } from "./wolfe.js";

const norm = (x: Vec): number => Math.sqrt(dot(x, x));
/** 1 + |x| + ⟨v, x⟩, whose minimum 1 lies at the kink 0 where |v| < 1. */
const cone =
  (v: Vec): Objective =>
  x => ({ value: 1 + norm(x) + dot(v, x), gradient: norm(x) > 0 ? axpy(1 / norm(x), x, v) : v });
/** max_k c_k + ⟨g_k, x⟩ */
const largest =
  (pieces: readonly { readonly c: number; readonly g: Vec }[]): Objective =>
  x => {
    const values = pieces.map(({ c, g }) => c + dot(g, x));
    const value = Math.max(...values);
    return { value, gradient: pieces[values.indexOf(value)].g };
  };

test("at the tip of a cone, tilted by a v shorter than 1, gradients nearby combine to 0: d = 1, 2, 5, 20", () => {
  for (const d of [1, 2, 5, 20])
    for (const length of [0, 0.5, 0.9, 0.99]) {
      const [v, start] = [normals(stream(d, "v"), d), normals(stream(d, "start"), d)];
      const { value, shortest } = minimise(cone(scale(length / norm(v), v)), start, 1e-12);
      const label = `d = ${d}, |v| = ${length}: ${value - 1}, ${maxAbs(shortest.gradient)}`;
      assert.ok(Math.abs(value - 1) < 1e-12 && norm(shortest.gradient) < 1e-8, label);
      assert.ok(shortest.shares.every(a => a >= 0) && Math.abs(shortest.shares.reduce((s, a) => s + a, 0) - 1) < 1e-12);
    }
});

test("from a kink that is no minimiser the quasi-Newton method does not move, and `minimise` does", () => {
  // 1 + 10|x + y| + |x - y - 1| from (0, 0): the first gradient crosses the kink x = -y, along which the value falls
  const f: Objective = ([x, y]) => {
    const [a, b] = [x + y >= 0 ? 10 : -10, x - y - 1 >= 0 ? 1 : -1];
    return { value: 1 + a * (x + y) + b * (x - y - 1), gradient: vec(a + b, a - b) };
  };
  assert.equal(bfgs(f, vec(0, 0), 1e-12).value, 2);
  const { x, value } = minimise(f, vec(0, 0), 1e-12);
  assert.ok(Math.abs(value - 1) < 1e-12 && maxAbs(add(x, vec(-0.5, 0.5))) < 1e-11, `${x}`);
});

test("the largest of d + 1 linear functions whose gradients have the mean 0: all at their common value", () => {
  for (const d of [1, 2, 5, 20]) {
    const free = Array.from({ length: d }, (_, k) => normals(stream(k, "g"), d));
    const pieces = [...free, scale(-1, free.reduce(add))].map(g => ({ c: 3, g }));
    const { value, shortest } = minimise(largest(pieces), normals(stream(d, "start"), d), 1e-12);
    assert.ok(
      Math.abs(value - 3) < 1e-11 && norm(shortest.gradient) < 1e-7,
      `${value - 3}, ${norm(shortest.gradient)}`,
    );
  }
});

test("it ends at a kink within some hundred evaluations, and where f is smooth just as the quasi-Newton method does", () => {
  let count = 0;
  const counted =
    (f: Objective): Objective =>
    x => {
      count++;
      return f(x);
    };
  bfgs(counted(cone(vec(0.3))), vec(1), 1e-12);
  assert.ok(count < 2000, `${count}`);
  const smooth: Objective = x => ({ value: 1 + dot(x, x), gradient: scale(2, x) });
  assert.deepEqual(minimise(smooth, vec(1, 2), 1e-12).x, bfgs(smooth, vec(1, 2), 1e-12).x);
  assert.deepEqual(minimise(smooth, vec(1, 2), 1e-12).shortest.points.length, 1);
});
