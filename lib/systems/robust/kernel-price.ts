import type { Vec } from "../../arithmetic/vec.js";
import { dot, fill, subtract, sum, tabulate } from "../../arithmetic/vectors.js";
import { cholesky, matvec, solveCholesky, type Subject } from "../../compute/index.js";

/** Part of the mean diagonal added to it: below all digits of the value, above the rounding of a Gram matrix. */
const JITTER = 1e-13;

/** The matrix that a ball of an MMD is made of. */
export const GRAM: Subject = {
  name: "the kernel matrix of the ball",
  advice: "points coincide, or the bandwidth is wide for so many of them: take fewer points, or a smaller bandwidth",
};

/** The quadratic form of q - p. */
export const squareNorm = (gram: Vec, difference: Vec): number =>
  Math.max(0, dot(difference, matvec(gram, difference)));

/** The matrix with the part above added to its diagonal. */
export function ridged(gram: Vec, n: number): Vec {
  const trace = sum(tabulate(n, i => gram[i * n + i]));
  return gram.map((v, k) => (k % (n + 1) === 0 ? v + (JITTER * trace) / n : v));
}

/** The price at which ‖q - p‖ = radius while the support of q stays; NaN where there is none. */
export function priceOnSupport(gram: Vec, loss: Vec, p: Vec, q: Vec, radius: number): number {
  const n = p.length;
  const support = [...q.keys()].filter(i => q[i] > 0);
  const s = support.length;
  const factor = cholesky(
    tabulate(s * s, k => gram[support[Math.floor(k / s)] * n + support[k % s]]),
    s,
    GRAM,
  );
  const solved = (of: Vec): Vec =>
    solveCholesky(
      factor,
      Float64Array.from(support, i => of[i]),
    );
  const [base, slope, one] = [solved(matvec(gram, p)), solved(loss), solved(fill(n, 1))];
  const spread = (z: Vec, mass: number): Vec => {
    const level = (mass - sum(z)) / sum(one);
    const out = new Float64Array(n);
    support.forEach((i, k) => (out[i] = z[k] + level * one[k]));
    return out;
  };
  // q = (start + p) + t direction
  const start = subtract(spread(base, 1), p);
  const direction = spread(slope, 0);
  const [a, b, c] = [
    dot(direction, matvec(gram, direction)),
    dot(direction, matvec(gram, start)),
    dot(start, matvec(gram, start)),
  ];
  return (-b + Math.sqrt(b * b - a * (c - radius * radius))) / a;
}
