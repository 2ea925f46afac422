import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { useBackend } from "../../index.js";
import { rising } from "./sorting.js";

const n = 5000;
const random = stream(1, "order");

const CLOUDS: Readonly<Record<string, Vec>> = {
  normal: normals(random, n),
  "many ties": normals(random, n).map(v => Math.round(v)),
  "all equal": new Float64Array(n).fill(-3),
  "both zeros": new Float64Array(n).map((_, i) => (i % 3 === 0 ? -0 : i % 3 === 1 ? 0 : -1)),
  "all magnitudes": normals(random, n).map((v, i) => v * 2 ** ((i % 2000) - 1050)),
  falling: new Float64Array(n).map((_, i) => -i),
  "a cluster and an outlier": normals(random, n).map((v, i) => (i === 7 ? -1e300 : 100 + 1e-12 * v)),
  "one point": Float64Array.of(2),
  "no point": new Float64Array(0),
};

for (const [name, x] of Object.entries(CLOUDS))
  test(`numbers rise, and equal ones keep their order, in WebAssembly and in TypeScript: ${name}`, () => {
    // -0 before 0, unless everything is in order already
    const sorted = x.every((v, i) => i === 0 || x[i - 1] <= v);
    const sign = (v: number): number => (sorted || 1 / v > 0 ? 0 : -1);
    const order = Int32Array.from(
      Array.from(x.keys()).sort((i, j) => x[i] - x[j] || (x[i] === 0 ? sign(x[i]) - sign(x[j]) : 0)),
    );
    for (const backend of ["wasm", "typescript"] as const) {
      useBackend(backend);
      assert.deepEqual(rising(x), { values: Float64Array.from(order, i => x[i]), order });
    }
    useBackend("wasm");
  });
