import { stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { RadialFamily } from "../kernel-form.js";
import { refuse } from "../../arithmetic/refusal.js";
import { ladderOf } from "./sorted/rung.js";
import { sortedSum } from "./sorted/sum.js";
import { type Derivative, outputsOf, type Pairs } from "./pairs.js";

/** 1/E|θ_1| for a uniform direction θ: c_1 = 1, c_2 = π/2, c_{d+2} = c_d (d+1)/d, so that |z| = c_d E|θ·z|. */
const factorOf = (dim: number): number =>
  dim === 1 ? 1 : dim === 2 ? Math.PI / 2 : (factorOf(dim - 2) * (dim - 1)) / (dim - 2);

/** x_i·θ */
function projected(x: Vec, theta: Vec): Vec {
  const dim = theta.length;
  const out = new Float64Array(x.length / dim);
  for (let i = 0, at = 0; i < out.length; i++) for (let c = 0; c < dim; c++, at++) out[i] += x[at] * theta[c];
  return out;
}

/** Uniform on the sphere. */
function direction(normal: () => number, dim: number): Vec {
  const z = Float64Array.from({ length: dim }, normal);
  const length = Math.sqrt(z.reduce((s, v) => s + v * v, 0));
  return z.map(v => v / length);
}

/** The derivatives of -c|θ·z| by z: values times 1, gradients times θ, the trace times |θ|² = 1. */
const componentsOf = (derivative: Derivative, theta: Vec): Vec =>
  derivative === "gradient" ? theta : Float64Array.of(1);

/**
 * The energy kernel -|x-y| as the mean of its sums on random lines: -|z| = -c_d E|θ·z|, each of them exact by sorting.
 * A Monte Carlo estimate: the standard error falls like directions^{-1/2}. Refused for other kernels, which have no
 * such sums on the line.
 */
export function slicedSum(
  family: RadialFamily,
  derivative: Derivative,
  pairs: Pairs,
  directions: number,
  seed: number,
): Vec {
  if (family.name !== "riesz" || family.exponent !== 1)
    refuse(`sliced summation is for the Riesz kernel with r = 1, not for ${family.name}`);
  const { x, y, dim, w, columns } = pairs;
  const outputs = outputsOf(derivative, pairs);
  const random = stream(seed, "slices");
  const rung = ladderOf(family)![derivative];
  const weight = factorOf(dim) / directions;
  const out = new Float64Array((x.length / dim) * outputs);
  for (let slice = 0; slice < directions; slice++) {
    const theta = direction(() => random.normal(), dim);
    const px = projected(x, theta);
    const py = x === y ? px : projected(y, theta);
    const sums = sortedSum(rung, px, py, w, columns);
    const components = componentsOf(derivative, theta);
    const each = components.length;
    for (let i = 0; i < sums.length; i++)
      for (let c = 0; c < each; c++) out[i * each + c] += weight * components[c] * sums[i];
  }
  return out;
}
