import type { Vec } from "../../arithmetic/vec.js";
import { dot } from "../../arithmetic/vectors.js";
import { type Examples, featuresOf, lines } from "./examples.js";
import type { RidgeLoss } from "./ridge-loss.js";

/** Σ w φ(u) over examples with these features, plus a linear function of θ: the loss under one worst case. */
export interface Tilted {
  readonly parts: readonly { readonly masses: Vec; readonly features: Vec; readonly offsets: Vec }[];
  readonly slope: Vec;
}

/** Its value, and its gradient Σ w φ'(u) ±z + slope. */
export function tiltedLoss(
  loss: RidgeLoss,
  examples: Examples,
  { parts, slope }: Tilted,
  theta: Vec,
): { readonly value: number; readonly gradient: Vec } {
  const { signs } = featuresOf(loss, examples);
  const gradient = slope.slice();
  let value = dot(slope, theta);
  for (const { masses, features, offsets } of parts)
    lines(features, signs, offsets, theta).forEach((u, i) => {
      if (masses[i] === 0) return;
      value += masses[i] * loss.value(u);
      const factor = masses[i] * loss.derivative(u) * signs[i];
      for (let c = 0; c < theta.length; c++) gradient[c] += factor * features[i * theta.length + c];
    });
  return { value, gradient };
}
