import { exp } from "../../../arithmetic/functions.js";
import { gaussLegendre } from "../../../arithmetic/gauss-legendre.js";

/**
 * The squared difference of two coordinates made periodic: s(z) = z² for |z| ≤ E, and from there on smoothly back, with
 * period P = 2E + T. As φ is smooth on [0, ∞), φ(Σ_c s_c(z_c)) is a smooth periodic function that equals the kernel on
 * all differences of the points, also where the kernel does not decay. s'' = 2 - 2c B(2(z - P/2)/T) with the bump B(x)
 * = e^{β(√(1-x²)-1)}, whose Fourier transform falls to e^{-β} at the frequency 2β/T, and with c such that s' has period
 * P.
 */
export function foldedSquare(extent: number, transition: number, beta: number): (z: number) => number {
  const half = transition / 2;
  const middle = extent + half;
  const { nodes, weights } = gaussLegendre(64);
  const bump = (x: number): number => exp(beta * (Math.sqrt(Math.max(0, 1 - x * x)) - 1));
  const c = middle / (half * 0.5 * nodes.reduce((s, x, i) => s + weights[i] * bump(x), 0));
  return z => {
    const a = Math.abs(z);
    const r = (a > middle ? 2 * middle - a : a) - extent;
    const length = r / 2;
    if (r <= 0) return (r + extent) * (r + extent);
    const bent = nodes.reduce(
      (s, x, i) => s + weights[i] * (r - length * (1 + x)) * bump((length * (1 + x) - half) / half),
      0,
    );
    return (r + extent) * (r + extent) - 2 * c * length * bent;
  };
}
