import type { Kernel } from "../../compute/kernel-form.js";
import type { Geometry } from "./geometry.js";
import { identity } from "./smoothers/identity.js";
import { inverseSmoother } from "./smoothers/inverse.js";
import { kernelSmoother } from "./smoothers/kernel.js";
import { ridgeSmoother } from "./smoothers/ridge.js";
import { scaled, sum, term } from "./combinators.js";

export const hellinger: Geometry = term("growth", identity);
export const kernelHellinger = (k: Kernel): Geometry => term("growth", kernelSmoother(k));
export const ridgeHellinger = (k: Kernel, lambda: number): Geometry => term("growth", ridgeSmoother(k, lambda));
/** deposit × inverse = growth × inverse: 𝒦_w^{-1} cancels the weights. */
export const mmd = (k: Kernel): Geometry => term("deposit", inverseSmoother(k));

export const wasserstein: Geometry = term("transport", identity);
export const stein = (k: Kernel): Geometry => term("transport", kernelSmoother(k));
export const ridgeWasserstein = (k: Kernel, lambda: number): Geometry => term("transport", ridgeSmoother(k, lambda));
/** transport × inverse = diffusion × inverse. */
export const deStein = (k: Kernel): Geometry => term("transport", inverseSmoother(k));

export const l2: Geometry = term("deposit", identity);
export const hMinus1: Geometry = term("diffusion", identity);

export const hellingerKantorovich = (alpha: number, beta: number): Geometry =>
  sum(scaled(alpha, wasserstein), scaled(beta, hellinger));
export const interactionForceTransport = (alpha: number, beta: number, k: Kernel): Geometry =>
  sum(scaled(alpha, wasserstein), scaled(beta, mmd(k)));
