import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import type { Density } from "./measure.js";

/** P(m - x_i), n × d. */
function scores(mean: Vec, precision: Vec, points: Vec): Vec {
  const d = mean.length;
  const out = zeros(points.length);
  for (let i = 0; i < points.length; i += d)
    for (let a = 0; a < d; a++) {
      let slope = 0;
      for (let b = 0; b < d; b++) slope += precision[a * d + b] * (points[i + b] - mean[b]);
      out[i + a] = -slope;
    }
  return out;
}

/**
 * The log density of N(m, P⁻¹), offset - ½(x-m)ᵀP(x-m), and its score on whole clouds: plain loops, no vector per
 * particle.
 */
export const gaussianCloud = (mean: Vec, precision: Vec, offset: number): NonNullable<Density["cloud"]> => ({
  scores: points => scores(mean, precision, points),
  logDensities: points => {
    const d = mean.length;
    const slopes = scores(mean, precision, points);
    const out = zeros(points.length / d);
    for (let i = 0; i < points.length; i++) out[Math.floor(i / d)] += 0.5 * slopes[i] * (points[i] - mean[i % d]);
    for (let i = 0; i < out.length; i++) out[i] += offset;
    return out;
  },
});
