import type { Vec } from "../../arithmetic/vec.js";
import { exp } from "../../arithmetic/functions.js";
import { scale, sum } from "../../arithmetic/vectors.js";
import { normals, stream } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { NodeMasses } from "./measure.js";
import { positive, whole } from "../../arithmetic/range.js";

/**
 * One given mass per node.
 *
 * ```ts
 * const law = measures.masses(Float64Array.of(0.2, 0.3, 0.5));
 * ```
 */
export const masses = (values: Vec): NodeMasses => ({
  kind: "masses",
  on: ({ volumes: { length: n } }) =>
    values.length === n ? values : refuse(`${values.length} masses for ${n} nodes: write one mass per node`),
});

/** Standard normal numbers of a seed, one per node; what they are spread by is checked with them. */
function noise(seed: number, spread: number): (n: number) => Vec {
  whole("the seed of random masses", seed, 0);
  positive("the spread of random masses", spread);
  return n => normals(stream(seed, "masses"), n);
}

/**
 * Masses e^{σ z_i}/Σ of total 1, z standard normal from the seed.
 *
 * ```ts
 * const law = measures.randomMasses(1, 0.5);
 * ```
 */
export function randomMasses(seed: number, spread: number): NodeMasses {
  const draw = noise(seed, spread);
  return {
    kind: "masses",
    on: ({ volumes: { length: n } }) => {
      const raw = draw(n).map(z => exp(spread * z));
      return scale(1 / sum(raw), raw);
    },
  };
}

/**
 * A signed measure of total 1: masses (1 + σ(z_i - mean z))/n.
 *
 * ```ts
 * const law = measures.randomSigned(1, 0.5);
 * ```
 */
export function randomSigned(seed: number, spread: number): NodeMasses {
  const draw = noise(seed, spread);
  return {
    kind: "masses",
    on: ({ volumes: { length: n } }) => {
      const z = draw(n);
      const mean = sum(z) / n;
      return z.map(v => (1 + spread * (v - mean)) / n);
    },
  };
}
