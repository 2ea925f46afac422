import type { Kernel } from "../../compute/kernel-form.js";
import type { Geometry } from "./geometry.js";
import { identity } from "./smoothers/identity.js";
import { inverseSmoother } from "./smoothers/inverse.js";
import { kernelSmoother } from "./smoothers/kernel.js";
import { ridgeSmoother } from "./smoothers/ridge.js";
import { scaled, sum, term } from "./combinators.js";

/**
 * Hellinger, or Fisher–Rao: growth × identity, 𝕂ξ = u ξ.
 *
 * ```ts
 * const geometry = geometries.hellinger;
 * ```
 */
export const hellinger: Geometry = term("growth", identity);
/**
 * Kernelised Hellinger: growth × kernel, 𝕂ξ = u 𝒦_u ξ.
 *
 * ```ts
 * const geometry = geometries.kernelHellinger(kernels.gaussian(0.5));
 * ```
 */
export const kernelHellinger = (k: Kernel): Geometry => term("growth", kernelSmoother(k));
/**
 * Growth × ridge: 𝕂ξ = u (𝒦_u + λ)^{-1}𝒦_u ξ, λ > 0; Hellinger for λ → 0.
 *
 * ```ts
 * const geometry = geometries.ridgeHellinger(kernels.gaussian(0.5), 0.01);
 * ```
 */
export const ridgeHellinger = (k: Kernel, lambda: number): Geometry => term("growth", ridgeSmoother(k, lambda));
/**
 * deposit × inverse = growth × inverse: 𝒦_w^{-1} cancels the weights.
 *
 * ```ts
 * const geometry = geometries.mmd(kernels.laplace(1));
 * ```
 */
export const mmd = (k: Kernel): Geometry => term("deposit", inverseSmoother(k));

/**
 * Otto–Wasserstein: transport × identity, 𝕂ξ = -∇·(u∇ξ).
 *
 * ```ts
 * const geometry = geometries.wasserstein;
 * ```
 */
export const wasserstein: Geometry = term("transport", identity);
/**
 * Stein: transport × kernel; with KL on particles this is SVGD.
 *
 * ```ts
 * const svgd = geometries.stein(kernels.gaussian(1));
 * ```
 */
export const stein = (k: Kernel): Geometry => term("transport", kernelSmoother(k));
/**
 * Transport × ridge: velocities smoothed by (𝒦_u + λ)^{-1}𝒦_u, λ > 0; Wasserstein for λ → 0.
 *
 * ```ts
 * const geometry = geometries.ridgeWasserstein(kernels.gaussian(0.5), 0.01);
 * ```
 */
export const ridgeWasserstein = (k: Kernel, lambda: number): Geometry => term("transport", ridgeSmoother(k, lambda));
/**
 * transport × inverse = diffusion × inverse.
 *
 * ```ts
 * const geometry = geometries.deStein(kernels.laplace(1));
 * ```
 */
export const deStein = (k: Kernel): Geometry => term("transport", inverseSmoother(k));

/**
 * L²: deposit × identity, 𝕂ξ = ξ, for order parameters.
 *
 * ```ts
 * const allenCahn = geometries.l2;
 * ```
 */
export const l2: Geometry = term("deposit", identity);
/**
 * H^{-1}: diffusion × identity, 𝕂ξ = -Δξ, for order parameters.
 *
 * ```ts
 * const cahnHilliard = geometries.hMinus1;
 * ```
 */
export const hMinus1: Geometry = term("diffusion", identity);

/**
 * Hellinger–Kantorovich, or Wasserstein–Fisher–Rao: α transport + β growth, α, β ≥ 0.
 *
 * ```ts
 * const geometry = geometries.hellingerKantorovich(1, 0.5);
 * ```
 */
export const hellingerKantorovich = (alpha: number, beta: number): Geometry =>
  sum(scaled(alpha, wasserstein), scaled(beta, hellinger));
/**
 * Interaction-force transport: α transport + β mmd(k). C-1.
 *
 * ```ts
 * const geometry = geometries.interactionForceTransport(1, 0.1, kernels.gaussian(1));
 * ```
 */
export const interactionForceTransport = (alpha: number, beta: number, k: Kernel): Geometry =>
  sum(scaled(alpha, wasserstein), scaled(beta, mmd(k)));
