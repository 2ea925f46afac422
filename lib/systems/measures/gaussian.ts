import { erfc, log } from "../../arithmetic/functions.js";
import type { Rng } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import { finite } from "../../arithmetic/range.js";
import type { Vec } from "../../arithmetic/vec.js";
import { dot, scale, subtract, zeros } from "../../arithmetic/vectors.js";
import { cholesky, COVARIANCE, matvec } from "../../compute/index.js";
import { inverseSpd, logDet } from "../../numerics/spd.js";
import { gaussianCloud } from "./gaussian-cloud.js";
import { normalOutside, planarOutside } from "./box-mass.js";
import type { Box } from "../spaces/graph-operators.js";
import type { Density } from "./measure.js";

const LOG_TWO_PI = 1.8378770664093454836;

/** Φ((x - m)/s) = erfc(-(x - m)/(s√2))/2: full relative precision in the lower tail. */
const normalCdf = (x: number, mean: number, deviation: number): number =>
  0.5 * erfc(-(x - mean) / (deviation * Math.SQRT2));

/** m + L z, Σ = L Lᵀ, z standard normal. */
function draw(mean: Vec, factor: Vec, random: Rng): Vec {
  const d = mean.length;
  const z = zeros(d).map(() => random.normal());
  return mean.map((m, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += factor[i * d + j] * z[j];
    return m + sum;
  });
}

/**
 * N(m, Σ): log p = -½(x-m)ᵀΣ⁻¹(x-m) - ½ log det(2πΣ), score -Σ⁻¹(x-m). Refused unless Σ is symmetric positive definite.
 *
 * ```ts
 * const law = measures.gaussian(Float64Array.of(0, 1), Float64Array.of(2, 0.3, 0.3, 1));
 * ```
 */
export function gaussian(mean: Vec, covariance: Vec): Density {
  if (covariance.length !== mean.length * mean.length)
    refuse(
      `a covariance of length ${covariance.length} was given for a mean of length ${mean.length}: give d × d numbers`,
    );
  mean.forEach(m => finite("a mean of a normal law", m));
  covariance.forEach(c => finite("a covariance of a normal law", c));
  return mean.length === 1 ? onLine(mean, covariance) : inSpace(mean, covariance);
}

/** N(m, s²), without a vector operation per evaluation. */
function onLine(mean: Vec, covariance: Vec): Density {
  const [m] = mean;
  const [s] = cholesky(covariance, 1, COVARIANCE);
  const precision = 1 / covariance[0];
  const offset = -0.5 * LOG_TWO_PI - log(s);
  return {
    kind: "density",
    dim: 1,
    mass: 1,
    moments: { mean, covariance },
    normal: [{ weight: 1, mean, covariance }],
    law: { name: "gaussian", mean, covariance },
    logDensity: x => offset - 0.5 * precision * (x[0] - m) * (x[0] - m),
    score: x => Float64Array.of(precision * (m - x[0])),
    cloud: gaussianCloud(mean, Float64Array.of(precision), offset),
    hessian: () => Float64Array.of(-precision),
    sample: random => Float64Array.of(m + s * random.normal()),
    cdf: x => normalCdf(x, m, s),
    outside: ([side]) => normalOutside(side, m, s),
  };
}

function inSpace(mean: Vec, covariance: Vec): Density {
  const d = mean.length;
  const factor = cholesky(covariance, d, COVARIANCE);
  const precision = inverseSpd(covariance, d, COVARIANCE);
  const offset = -0.5 * (d * LOG_TWO_PI + logDet(covariance, d, COVARIANCE));
  return {
    kind: "density",
    dim: d,
    mass: 1,
    moments: { mean, covariance },
    normal: [{ weight: 1, mean, covariance }],
    law: { name: "gaussian", mean, covariance },
    logDensity: x => {
      const delta = subtract(x, mean);
      return offset - 0.5 * dot(delta, matvec(precision, delta));
    },
    score: x => scale(-1, matvec(precision, subtract(x, mean))),
    cloud: gaussianCloud(mean, precision, offset),
    hessian: () => scale(-1, precision),
    sample: random => draw(mean, factor, random),
    ...(d === 2 ? { outside: (box: Box) => planarOutside(box, mean, covariance) } : {}),
  };
}
