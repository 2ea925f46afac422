import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, scale, sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import { type Examples, featuresOf, lines } from "./examples.js";
import { movedSquares } from "./moved.js";
import type { RidgeLoss } from "./ridge-loss.js";
import type { Evaluated } from "./robust-loss.js";

/** The part of θ that multiplies coordinates, not the intercept. */
const movable = ({ dim }: Examples, theta: Vec): Vec => theta.subarray(0, dim);
const length = (x: Vec): number => Math.sqrt(dot(x, x));

/** W_1: mass far away gains the Lipschitz constant per length and need not arrive; Σ p φ + r sup|φ'| |θ|. */
export function stretched(loss: RidgeLoss, examples: Examples, radius: number, theta: Vec): Evaluated {
  if (loss.lipschitz === Infinity)
    refuse(
      `the ${loss.name} loss has no Lipschitz constant, so that its supremum over a W_1 ball is infinite: take order 2`,
    );
  const { features, signs, offsets } = featuresOf(loss, examples);
  const p = scale(1 / sum(examples.masses), examples.masses);
  const price = radius * loss.lipschitz;
  const size = length(movable(examples, theta));
  const value = sum(lines(features, signs, offsets, theta).map((u, i) => p[i] * loss.value(u))) + price * size;
  const slope = tabulate(theta.length, c => (c < examples.dim && size > 0 ? (price * theta[c]) / size : 0));
  return {
    value,
    dualValue: value,
    multiplier: loss.lipschitz * size,
    worst: p,
    tilted: { parts: [{ masses: p, features, offsets }], slope },
  };
}

/** W_2: residuals move by t, features by tθ/|θ|² up to sign. */
export function shifted(loss: RidgeLoss, examples: Examples, radius: number, theta: Vec): Evaluated {
  const { features, signs, offsets } = featuresOf(loss, examples);
  const p = scale(1 / sum(examples.masses), examples.masses);
  const size = length(movable(examples, theta));
  const u = lines(features, signs, offsets, theta);
  if (size * radius === 0) {
    const value = sum(u.map((v, i) => p[i] * loss.value(v)));
    return {
      value,
      dualValue: value,
      multiplier: 0,
      worst: p,
      tilted: { parts: [{ masses: p, features, offsets }], slope: zeros(theta.length) },
    };
  }
  const { value, dualValue, multiplier, ways } = movedSquares(loss, u, p, radius * size);
  const parts = ways.map(({ share, t }) => ({
    masses: scale(share, p),
    offsets,
    features: features.map((z, k) => {
      const [i, c] = [Math.floor(k / theta.length), k % theta.length];
      return c < examples.dim ? z + (signs[i] * t[i] * theta[c]) / (size * size) : z;
    }),
  }));
  return {
    value,
    dualValue,
    multiplier: multiplier * size * size,
    worst: p,
    tilted: { parts, slope: zeros(theta.length) },
  };
}
