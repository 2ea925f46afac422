import type { Vec } from "../../arithmetic/vec.js";
import { hellinger } from "../../systems/geometries/named.js";
import { spherical } from "../../systems/geometries/combinators.js";
import { asin, rootDifference, square } from "../../arithmetic/functions.js";
import { sum, tabulate } from "../../arithmetic/vectors.js";
import { affinityDefect } from "./gaussians.js";
import { dynamicDistance } from "./dynamic.js";
import { requireEqualMasses, requireGaussian, requireNodes } from "./pairs.js";
import type { Distance, Method, MethodOf, MetricOf, Pair, Solver } from "./metric.js";

type Hellinger = MetricOf<"tv" | "hellinger" | "spherical-hellinger">;
type Static = Solver<Hellinger, Method>;

/** TV = ½ Σ |μ - ν|, attained by the test function ½ sign(μ - ν). */
export const totalVariation: Static = pair => {
  requireNodes(pair, "total variation");
  const a = pair.space.masses(pair.mu);
  const b = pair.space.masses(pair.nu);
  const potential = a.map((v, i) => 0.5 * Math.sign(v - b[i]));
  const value = 0.5 * a.reduce((s, v, i) => s + Math.abs(v - b[i]), 0);
  const dualValue = potential.reduce((s, f, i) => s + f * (a[i] - b[i]), 0);
  return { value, dualValue, gap: value - dualValue, potential };
};

/** He² of a mass below which √μ and √ν agree in seven digits, and their differences are made without roots. */
const NEAR = 1e-14;

/** He² = 4 Σ (√μ - √ν)²: the 4 belongs to the action ∫∫ ξ² dμ dt. */
export function squaredHellinger(a: Vec, b: Vec): number {
  const direct = 4 * a.reduce((s, v, i) => s + square(Math.sqrt(v) - Math.sqrt(b[i])), 0);
  if (direct > NEAR * (sum(a) + sum(b))) return direct;
  return 4 * a.reduce((s, v, i) => s + square(rootDifference(v, b[i])), 0);
}

const squared = ({ space, mu, nu }: Pair): number => squaredHellinger(space.masses(mu), space.masses(nu));

/**
 * SHe = 2 arccos ∫√(μν) = 4 arcsin(He/4) on probabilities, √m times that on measures of mass m: from the chord,
 * without cancellation.
 */
const arc = (chord: number, mass: number): number =>
  4 * Math.sqrt(mass) * asin(Math.min(1, chord / (4 * Math.sqrt(mass))));

export const hellingerStatic: Static = pair => {
  requireNodes(pair, "hellinger");
  return { value: Math.sqrt(squared(pair)) };
};

export const sphericalStatic: Static = pair => {
  requireNodes(pair, "spherical-hellinger");
  requireEqualMasses(pair, "spherical-hellinger");
  return { value: arc(Math.sqrt(squared(pair)), sum(pair.space.masses(pair.mu))) };
};

/** He² = 8(1 - ∫√(μν)) for probabilities. G-2. */
const gaussianSquared = (pair: Pair): number => 8 * affinityDefect(pair.mu, pair.nu, pair.space.dim);

export const hellingerExact: Static = pair => {
  requireGaussian(pair, "hellinger");
  return { value: Math.sqrt(gaussianSquared(pair)) };
};

export const sphericalExact: Static = pair => {
  requireGaussian(pair, "spherical-hellinger");
  return { value: arc(Math.sqrt(gaussianSquared(pair)), 1) };
};

const ITERATIONS = 1000;

/**
 * argmax_z -ν z - 4μ/z over z = 2 - ψ > 0 by Heron's iteration on z² = 4μ/ν, from ψ = 0; it stops when it no longer
 * moves.
 */
function ascend(mu: number, nu: number): number {
  let z = 2;
  for (let k = 0; k < ITERATIONS; k++) {
    const next = 0.5 * (z + (4 * mu) / (nu * z));
    if (Math.abs(next - z) <= 1e-15 * z) break;
    z = next;
  }
  return z;
}

/**
 * ½He² = sup { Σ ψ ν - φ μ : (2 + φ)(2 - ψ) = 4 }, ψ < 2, by ascent in each ψ (B-6). Any ψ gives a lower bound, so the
 * gap is a certificate.
 * Where μ = 0 the supremum is the limit ψ → 2, where ν = 0 the limit ψ → -∞.
 */
export const hellingerDual: Static = (pair): Distance => {
  requireNodes(pair, "hellinger");
  const a = pair.space.masses(pair.mu);
  const b = pair.space.masses(pair.nu);
  const potential = tabulate(a.length, i => (a[i] === 0 ? 2 : b[i] === 0 ? -Infinity : 2 - ascend(a[i], b[i])));
  const dualValue = potential.reduce((s, psi, i) => {
    if (a[i] === 0) return s + 2 * b[i];
    if (b[i] === 0) return s + 2 * a[i];
    const gain = Math.abs(psi) < 1e-8 ? (psi * (2 * (b[i] - a[i]) - psi * b[i])) / (2 - psi) : undefined;
    return s + (gain ?? psi * b[i] - ((2 * psi) / (2 - psi)) * a[i]);
  }, 0);
  return { value: Math.sqrt(2 * dualValue), dualValue, gap: 0.5 * squared(pair) - dualValue, potential };
};

/** min ∫∫ ξ² dμ dt over curves from μ to ν. */
export const hellingerDynamic: Solver<Hellinger, MethodOf<"dynamic">> = (pair, { name }, method) => {
  requireNodes(pair, name);
  return dynamicDistance(pair, name === "hellinger" ? hellinger : spherical(hellinger), method.steps);
};
