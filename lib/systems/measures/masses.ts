import type { Vec } from "../../arithmetic/vec.js";
import { exp } from "../../arithmetic/functions.js";
import { scale, sum } from "../../arithmetic/vectors.js";
import { normals, stream } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { NodeMasses } from "./measure.js";

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

/**
 * Masses e^{σ z_i}/Σ of total 1, z standard normal from the seed.
 *
 * ```ts
 * const law = measures.randomMasses(1, 0.5);
 * ```
 */
export const randomMasses = (seed: number, spread: number): NodeMasses => ({
  kind: "masses",
  on: ({ volumes: { length: n } }) => {
    const raw = normals(stream(seed, "masses"), n).map(z => exp(spread * z));
    return scale(1 / sum(raw), raw);
  },
});

/**
 * A signed measure of total 1: masses (1 + σ(z_i - mean z))/n.
 *
 * ```ts
 * const law = measures.randomSigned(1, 0.5);
 * ```
 */
export const randomSigned = (seed: number, spread: number): NodeMasses => ({
  kind: "masses",
  on: ({ volumes: { length: n } }) => {
    const z = normals(stream(seed, "masses"), n);
    const mean = sum(z) / n;
    return z.map(v => (1 + spread * (v - mean)) / n);
  },
});
