import assert from "node:assert/strict";
import { test } from "node:test";
import { cos, sin } from "../../arithmetic/functions.js";
import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { maxAbs, subtract, tabulate } from "../../arithmetic/vectors.js";
import { columnTransform, transformLength } from "./fft-columns.js";
import { lineFft } from "./fft.js";

const rng = stream(4, "transforms");

test("columnTransform is Σ_j z_jc e^{-2πijk/n}, n = 2^a 3^b; re and im exchanged, n times its inverse", () => {
  for (const n of [2, 4, 6, 8, 12, 18, 24, 36, 64, 96])
    for (const columns of [1, 2, 5]) {
      const re = tabulate(n * columns, () => rng.normal());
      const im = tabulate(n * columns, () => rng.normal());
      const room = (): Vec => new Float64Array(n * columns);
      const [a, b] = columnTransform(n)(re.slice(), im.slice(), room(), room(), columns);
      const column = (x: Vec, c: number): Vec => tabulate(n, k => x[k * columns + c]);
      for (let c = 0; c < columns; c++) {
        const p = column(re, c);
        const q = column(im, c);
        const angle = (j: number, k: number): number => (2 * Math.PI * ((j * k) % n)) / n;
        assert.ok(
          maxAbs(
            subtract(
              column(a, c),
              tabulate(n, k => p.reduce((s, v, j) => s + v * cos(angle(j, k)) + q[j] * sin(angle(j, k)), 0)),
            ),
          ) < 1e-12,
        );
      }
      const [d, e] = columnTransform(n)(b, a, room(), room(), columns);
      assert.ok(
        maxAbs(
          subtract(
            e.map(v => v / n),
            re,
          ),
        ) < 1e-14 &&
          maxAbs(
            subtract(
              d.map(v => v / n),
              im,
            ),
          ) < 1e-14,
      );
    }
  assert.deepEqual([2, 3, 5, 7, 65, 97, 1000].map(transformLength), [2, 4, 6, 8, 72, 108, 1024]);
});

test("transforms of columns and of lines agree to rounding, not to the bit: each keeps its own (decision 12)", () => {
  for (const n of [8, 96, 1024]) {
    const [re, im] = [tabulate(n, () => rng.normal()), tabulate(n, () => rng.normal())];
    const [a] = columnTransform(n)(re.slice(), im.slice(), new Float64Array(n), new Float64Array(n), 1);
    lineFft(n)(re, im);
    const difference = maxAbs(subtract(a, re)) / maxAbs(re);
    assert.ok(difference > 0 && difference < 5 * Math.log2(n) * Math.sqrt(n) * 2 ** -53, `${n}: ${difference}`);
  }
});
