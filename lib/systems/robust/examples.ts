import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, tabulate } from "../../arithmetic/vectors.js";
import type { RidgeLoss } from "./ridge-loss.js";

/** Points x_i of R^dim (n × dim) with labels y_i and masses. */
export interface Examples {
  readonly points: Vec;
  readonly dim: number;
  readonly labels: Vec;
  readonly masses: Vec;
  /** Whether θ has one entry more, that multiplies 1; default false. */
  readonly intercept?: boolean;
}

/** The residuals u_i = offset_i + sign_i θ·z_i, z = x or (x, 1); joint: the points (x, y). */
export interface Features {
  readonly features: Vec;
  readonly signs: Vec;
  readonly offsets: Vec;
  readonly joint: Vec;
}

/** y = ±1 of labels 0 and 1, or ±1. */
function signOf(label: number, i: number): number {
  if (label === 1) return 1;
  return label === 0 || label === -1
    ? -1
    : refuse(`label ${i + 1} is ${label}: the logistic loss needs 0 and 1, or -1 and 1`);
}

/** The residuals y - θ·z, or margins yθ·z, as affine functions of θ. */
export function featuresOf({ margin }: RidgeLoss, { points, dim, labels, intercept = false }: Examples): Features {
  const width = dim + (intercept ? 1 : 0);
  return {
    features: tabulate(labels.length * width, k =>
      k % width < dim ? points[Math.floor(k / width) * dim + (k % width)] : 1,
    ),
    signs: margin ? labels.map(signOf) : labels.map(() => -1),
    offsets: margin ? labels.map(() => 0) : labels,
    joint: tabulate(labels.length * (dim + 1), k =>
      k % (dim + 1) < dim
        ? points[Math.floor(k / (dim + 1)) * dim + (k % (dim + 1))]
        : labels[Math.floor(k / (dim + 1))],
    ),
  };
}

/** u of all rows of features. */
export const lines = (features: Vec, signs: Vec, offsets: Vec, theta: Vec): Vec =>
  tabulate(
    signs.length,
    i => offsets[i] + signs[i] * dot(features.subarray(i * theta.length, (i + 1) * theta.length), theta),
  );
