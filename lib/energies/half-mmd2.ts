import type { Cloud, Energy, Kernel, Space, Vec } from "../types.js";
import { kernelGradientSum, kernelSum } from "../compute/index.js";
import { concat, dot, scale } from "../numerics/vectors.js";

/** ∫ k(x_i, y) dν(y), length n. */
export const embed = (kernel: Kernel, x: Vec, { points, weights }: Cloud, d: number): Vec => kernelSum(kernel, x, points, d, weights);
/** ∫ ∇_x k(x_i, y) dν(y), n × d. */
export const embedGradient = (kernel: Kernel, x: Vec, { points, weights }: Cloud, d: number): Vec =>
  kernelGradientSum(kernel, x, points, d, weights);

/** u - π as one signed cloud. */
const difference = (space: Space, target: Cloud, u: Vec): Cloud => ({
  points: concat(space.nodes(u), target.points),
  weights: concat(space.masses(u), scale(-1, target.weights)),
});

/** F(u) = ½‖𝒦(u - π)‖²_H, DF = 𝒦(u - π), with ∇DF for particles; π is any weighted cloud. */
export function halfMmd2(space: Space, kernel: Kernel, target: Cloud): Energy {
  const at = (u: Vec): Vec => embed(kernel, space.nodes(u), difference(space, target, u), space.dim);
  const slope = (u: Vec): Vec => embedGradient(kernel, space.nodes(u), difference(space, target, u), space.dim);
  return {
    name: "half-mmd2",
    form: { type: "half-mmd2", kernel, target },
    value: u => {
      const nu = difference(space, target, u);
      return 0.5 * dot(nu.weights, embed(kernel, nu.points, nu, space.dim));
    },
    differential: u => ({ value: at(u), gradient: space.kind === "particles" ? slope(u) : undefined, temperature: 0 }),
  };
}
