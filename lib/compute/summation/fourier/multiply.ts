import type { Vec } from "../../../arithmetic/vec.js";
import { type Axis, frequencies } from "./axis.js";
import { forEntries } from "./spectrum.js";
import { type Complex, keptModes } from "./pruned-line.js";

/** What the modes of a weight are multiplied with besides the kernel's coefficient: the symbol of a derivative. */
export type Symbol =
  | { readonly type: "value" }
  /** iω_a, or iω_a + i(iω_b) where two components share one complex array. */
  | { readonly type: "gradient"; readonly first: number; readonly second?: number }
  /** |ω|², the symbol of tr ∇_1∇_2 = -Δ. */
  | { readonly type: "trace" };

/** Real and imaginary part of a symbol at a mode with the frequencies ω. */
type Factor = (index: Int32Array) => readonly [re: number, im: number];

function factorOf(symbol: Symbol, omega: readonly Vec[]): Factor {
  if (symbol.type === "value") return () => [1, 0];
  if (symbol.type === "trace") return index => [omega.reduce((s, w, c) => s + w[index[c]] * w[index[c]], 0), 0];
  const { first, second } = symbol;
  return index => [second === undefined ? 0 : -omega[second][index[second]], omega[first][index[first]]];
}

/**
 * Coefficient times symbol for every mode: what a call multiplies with; the coefficients are even, the symbols need not
 * be.
 */
export function multiplierOf(axes: readonly Axis[], spectrum: Vec, symbol: Symbol): Complex {
  const shape = axes.map(keptModes);
  const size = shape.reduce((a, b) => a * b, 1);
  const out = { re: new Float64Array(size), im: new Float64Array(size) };
  const factor = factorOf(symbol, axes.map(frequencies));
  forEntries(shape, (entry, index) => {
    if (axes.some(({ modes }, c) => index[c] === modes + 1)) return;
    const at = axes.reduce(
      (k, { modes }, c) => k * (modes + 1) + (index[c] <= modes ? index[c] : 2 * modes + 2 - index[c]),
      0,
    );
    const [re, im] = factor(index);
    const b = spectrum[at];
    out.re[entry] = b * re;
    out.im[entry] = b * im;
  });
  return out;
}

/** z_k m_k. */
export function multiply(z: Complex, m: Complex): Complex {
  const n = z.re.length;
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let k = 0; k < n; k++) {
    const re = z.re[k];
    const im = z.im[k];
    out.re[k] = re * m.re[k] - im * m.im[k];
    out.im[k] = re * m.im[k] + im * m.re[k];
  }
  return out;
}
