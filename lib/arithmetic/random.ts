import { whole } from "./range.js";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { normalQuantile } from "./normal-quantile.js";
import { refuse } from "./refusal.js";
import type { Vec } from "./vec.js";

/** Randomness of one run: a named stream of the seed. */
export interface Rng {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** A seeded source of random numbers with the same bits on every machine; uniform numbers are multiples of 2^-53. */
export interface Random extends Rng {
  /** Where the stream is: `stream` goes on from there. */
  position(): readonly number[];
  /** Uniform on {0, …, n-1}, 1 ≤ n ≤ 2^53. */
  integer(n: number): number;
}

/** FNV-1a over the characters of a text, from a basis, so that equal names in different lanes differ. */
function hash(text: string, basis: number): number {
  let h = basis | 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  // the last mixing of murmur3: every bit of the input reaches every bit of the output
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Four words of state of which at least one is not 0. */
const state = (key: string): readonly number[] => [
  hash(key, 0x811c9dc5),
  hash(key, 0x9e3779b9),
  hash(key, 0x7f4a7c15),
  hash(key, 0x2545f491) | 1,
];

const TWO_53 = 9007199254740992;

/**
 * The stream `name` of a seed: xoroshiro128+ started from hashes of both. Streams of different names are unrelated, so
 * that a new consumer of randomness never shifts the noise of another. Normals are Φ⁻¹(u) with u at the middle of its
 * cell (u - ½ + 2^-54 is exact, and symmetric about 0).
 *
 * ```ts
 * const random = stream(7, "noise"); // the same numbers on every machine
 * const u = random.uniform();
 * ```
 *
 * With a `position` it goes on from there.
 */
export function stream(seed: number, name: string, position?: readonly number[]): Random {
  whole("seed", seed, 0);
  const source = xoroshiro128plusFromState(position ?? state(`${seed}:${name}`));
  const uniform = (): number => uniformFloat64(source);
  return {
    uniform,
    normal: () => normalQuantile(uniform() - 0.5 + 0.5 / TWO_53),
    integer: n => integer(uniform, n),
    position: () => [...source.getState()],
  };
}

/** Rejects draws beyond the largest multiple of n below 2^53, so that all remainders are equally likely. */
function integer(uniform: () => number, n: number): number {
  if (!(Number.isInteger(n) && n >= 1 && n <= TWO_53))
    refuse(`a random integer below ${n}: take a whole number from 1 to 2^53`);
  const end = TWO_53 - (TWO_53 % n);
  for (;;) {
    const draw = uniform() * TWO_53;
    if (draw < end) return draw % n;
  }
}

/** The same source, and whether anybody has drawn from it, `before` included. */
export function observed(source: Rng, before = false): { readonly rng: Rng; readonly drawn: () => boolean } {
  let used = before;
  const draw = (next: () => number) => (): number => {
    used = true;
    return next();
  };
  return { rng: { uniform: draw(() => source.uniform()), normal: draw(() => source.normal()) }, drawn: () => used };
}

/**
 * count independent N(0, 1).
 *
 * ```ts
 * const points = normals(stream(7, "start"), 2 * 100); // 100 points of the plane
 * ```
 */
export const normals = (random: Random, count: number): Vec =>
  new Float64Array(whole("the number of normal numbers", count, 0)).map(() => random.normal());
