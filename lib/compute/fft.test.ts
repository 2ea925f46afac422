import assert from "node:assert/strict";
import { after, test } from "node:test";
import { cos, sin } from "../arithmetic/functions.js";
import { maxAbs, subtract, tabulate } from "../arithmetic/vectors.js";
import { stream } from "../arithmetic/random.js";
import type { Vec } from "../arithmetic/vec.js";
import { sameBits } from "./fixtures.js";
import { fft, threads, useThreads } from "./index.js";

const rng = stream(4, "transforms");
const available = threads();
after(() => useThreads(available));

const numbers = (n: number): Vec => tabulate(n, () => rng.normal());

/** Multi-index of an entry, and the angle 2π Σ_c j_c k_c/n_c of two of them. */
const indexOf = (entry: number, shape: readonly number[]): readonly number[] =>
  shape.map((n, c) => Math.floor(entry / shape.slice(c + 1).reduce((a, b) => a * b, 1)) % n);
const angleOf = (j: readonly number[], k: readonly number[], shape: readonly number[]): number =>
  2 * Math.PI * shape.reduce((s, n, c) => s + ((j[c] * k[c]) % n) / n, 0);

const SHAPES: readonly (readonly number[])[] = [
  [1],
  [2],
  [3],
  [4],
  [8],
  [15],
  [64],
  [96],
  [128],
  [180],
  [4, 8],
  [8, 3],
  [16, 32],
  [5, 2, 4],
  [8, 8, 8],
];

test("fft is Σ_j z_j e^{-2πi Σ_c j_c k_c/n_c}, and with re and im exchanged n_0 n_1 … times its inverse", () => {
  for (const shape of SHAPES) {
    const n = shape.reduce((a, b) => a * b, 1);
    const re = numbers(n);
    const im = numbers(n);
    const a = re.slice();
    const b = im.slice();
    const indices = Array.from(re, (_, j) => indexOf(j, shape));
    const sumOf =
      (f: (j: number, angle: number) => number) =>
      (k: number): number =>
        re.reduce((s, _, j) => s + f(j, angleOf(indices[j], indices[k], shape)), 0);
    fft(shape)(a, b);
    assert.ok(
      maxAbs(
        subtract(
          a,
          tabulate(
            n,
            sumOf((j, t) => re[j] * cos(t) + im[j] * sin(t)),
          ),
        ),
      ) < 1e-12,
      `${shape}`,
    );
    assert.ok(
      maxAbs(
        subtract(
          b,
          tabulate(
            n,
            sumOf((j, t) => im[j] * cos(t) - re[j] * sin(t)),
          ),
        ),
      ) < 1e-12,
    );
    fft(shape)(b, a);
    assert.ok(
      maxAbs(
        subtract(
          a.map(v => v / n),
          re,
        ),
      ) < 1e-14 &&
        maxAbs(
          subtract(
            b.map(v => v / n),
            im,
          ),
        ) < 1e-14,
    );
  }
});

/** Numbers among which there are zeros of both signs, subnormal and huge ones. */
const special = (n: number): Vec => numbers(n).map((v, i) => [0, -0, 5e-324, 1e300, -1, v][(i * i + i) % 6]);

test("transforms have the same bits in TypeScript and in WebAssembly on 1, 2 and 3 threads, one line and many", async () => {
  const shapes = [
    [256],
    [512],
    [1024],
    [2048],
    [4096],
    [16384],
    [32768],
    [65536],
    [131072],
    [64, 64],
    [32, 128],
    [96, 16],
    [2, 256],
    [256, 2],
    [3, 256],
    [16, 16, 16],
    [8, 4, 32],
    [4, 1, 128],
  ];
  const cases = shapes.flatMap(shape =>
    [numbers, special].map(of => ({
      shape,
      re: of(shape.reduce((a, b) => a * b, 1)),
      im: of(shape.reduce((a, b) => a * b, 1)),
    })),
  );
  const results = (): readonly Vec[] =>
    cases.flatMap(({ shape, re, im }) => {
      const parts = [re.slice(), im.slice()];
      fft(shape)(parts[0], parts[1]);
      return parts;
    });
  await sameBits(results);
});

test("several arrays behind one another are transformed like each of them", () => {
  const re = numbers(6 * 32);
  const im = numbers(6 * 32);
  const all = [re.slice(), im.slice()];
  const each = [re.slice(), im.slice()];
  fft([2, 32])(all[0], all[1]);
  for (let at = 0; at < re.length; at += 64) fft([2, 32])(each[0].subarray(at, at + 64), each[1].subarray(at, at + 64));
  assert.deepEqual(all, each);
});

test("lengths and parts that do not fit are refused", () => {
  assert.throws(() => fft([7]), /refused: there is no transform of the length 7/);
  assert.throws(() => fft([8])(new Float64Array(8), new Float64Array(4)), /refused: re has 8 numbers and im 4/);
  assert.throws(() => fft([8])(new Float64Array(12), new Float64Array(12)), /refused: re has 12 numbers/);
});
