/** Energies of atoms in which log u is that of a smoothed u, and perhaps evaluated with noise. */
import type { Vec } from "../../arithmetic/vec.js";
import { log } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";
import { dot, ones, scale, tabulate, zeros } from "../../arithmetic/vectors.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { kernelGradientSum, kernelSum } from "../../compute/index.js";
import { type Cubature, hermitePoints } from "../spaces/cubature.js";
import type { Space } from "../spaces/space.js";
import type { Energy } from "./energy.js";
import { gaussianProfile } from "./gaussian-overlap.js";
import { lazyCovector } from "./lazy-covector.js";

/** -log π at the atoms of a state, and its gradient where atoms move. */
export interface Reference {
  readonly values: (x: Vec) => Vec;
  readonly gradients: (x: Vec) => Vec;
}

/** Points of the noise per axis: by default, and at most. */
export const NODES = 5;
export const MOST_NODES = 64;

/** k*u at atoms, a density. */
export const density = (k: Kernel, space: Space, u: Vec, x: Vec): Vec =>
  kernelSum(k, x, space.nodes(u), space.dim, space.masses(u));

/** A single point at 0: no noise. */
export const NO_NOISE: Cubature = { points: zeros(1), weights: ones(1) };

/** Every point x_i with every offset e_m, x_i + e_m, row i p + m. */
function spread(x: Vec, d: number, { points, weights }: Cubature): Vec {
  const p = weights.length;
  if (p === 1) return x;
  return tabulate(x.length * p, c => x[Math.floor(c / (p * d)) * d + (c % d)] + points[c % (p * d)]);
}

/** Σ_m ω_m f_im for f of n × p rows of `columns` numbers. */
function averaged(f: Vec, { weights }: Cubature, columns: number): Vec {
  const p = weights.length;
  const out = zeros(f.length / p);
  f.forEach((v, c) => {
    const row = Math.floor(c / columns);
    out[Math.floor(row / p) * columns + (c % columns)] += weights[row % p] * v;
  });
  return out;
}

/**
 * Σ_im w_i ω_m log((k*u)/π)(x_i + e_m): without noise the blob, with the noise of k the integral KL(k*u | π) by
 * cubature. With X_im = x_i + e_m and share_im = w_i ω_m/(k*u)(X_im) its differential is Σ_m ω_m log((k*u)/π)(x + e_m)
 * + Σ_jm share_jm k(x, X_jm), to the last bit of the sum.
 */
export function onAtoms(name: string, space: Space, k: Kernel, reference: Reference, noise: Cubature): Energy {
  const { dim: d } = space;
  const p = noise.weights.length;
  const ratio = (u: Vec): { readonly X: Vec; readonly q: Vec; readonly W: Vec } => {
    const X = spread(space.nodes(u), d, noise);
    const w = space.masses(u);
    return {
      X,
      q: density(k, space, u, X),
      W: tabulate(w.length * p, r => w[Math.floor(r / p)] * noise.weights[r % p]),
    };
  };
  return {
    name,
    form: { type: "other" },
    value: u => {
      const { X, q, W } = ratio(u);
      const V = reference.values(X);
      return dot(
        W,
        q.map((v, r) => log(v) + V[r]),
      );
    },
    differential: u => {
      const x = space.nodes(u);
      const { X, q, W } = ratio(u);
      const share = W.map((v, r) => v / q[r]);
      return lazyCovector(
        () => {
          const V = reference.values(X);
          const back = kernelSum(k, x, X, d, share);
          return averaged(
            q.map((v, r) => log(v) + V[r]),
            noise,
            1,
          ).map((v, i) => v + back[i]);
        },
        () => {
          const slope = kernelGradientSum(k, X, space.nodes(u), d, space.masses(u));
          const back = kernelGradientSum(k, x, X, d, share);
          const V = reference.gradients(X);
          const field = averaged(
            slope.map((v, c) => v / q[Math.floor(c / d)] + V[c]),
            noise,
            d,
          );
          return tabulate(x.length, c => field[c] + back[c]);
        },
        0,
      );
    },
  };
}

/** KL(k*u | π) of atoms by so many Gauss-Hermite points of the noise of a Gaussian k per axis. */
export function smoothedOnAtoms(space: Space, kernel: Kernel, reference: Reference, count: number): Energy {
  const { bandwidth } =
    gaussianProfile(kernel) ??
    refuse("KL(k*u | pi) of particles adds the noise of k: take a Gaussian kernel, or a grid");
  const { points, weights } = hermitePoints(space.dim, count);
  const noise = { points: scale(bandwidth, points), weights };
  return {
    ...onAtoms("smoothed-kl", space, kernel, reference, noise),
    form: { type: "smoothed-kl", bandwidth, gradients: reference.gradients },
  };
}
