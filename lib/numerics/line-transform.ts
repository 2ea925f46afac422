import type { Vec } from "../arithmetic/vec.js";
import { cos, sin, square } from "../arithmetic/functions.js";
import { fft, hasFft, matvec } from "../compute/index.js";
import { tabulate } from "../arithmetic/vectors.js";

/** In place on all lines of two real arrays, line after line; the other two are room to work in. */
export type PairTransform = (a: Vec, b: Vec, re: Vec, im: Vec) => void;

/** The orthonormal eigenbasis of the second difference on n cells. */
export interface LineTransform {
  /** h² times the eigenvalues of -Δ_h. */
  readonly eigenvalues: Vec;
  readonly forward: PairTransform;
  readonly inverse: PairTransform;
}

type Basis = Pick<LineTransform, "forward" | "inverse">;

/** The same by a dense matrix φ_k(i): O(n²), for any n. */
function dense(n: number, phi: (k: number, i: number) => number): Basis {
  const basis = tabulate(n * n, ki => phi(Math.floor(ki / n), ki % n));
  const transposed = tabulate(n * n, ik => basis[(ik % n) * n + Math.floor(ik / n)]);
  const onLines = (matrix: Vec, x: Vec): void => {
    for (let at = 0; at < x.length; at += n) x.set(matvec(matrix, x.subarray(at, at + n)), at);
  };
  const both =
    (matrix: Vec) =>
    (a: Vec, b: Vec): void =>
      [a, b].forEach(x => onLines(matrix, x));
  return { forward: both(basis), inverse: both(transposed) };
}

/** cas(2πik/n)/√n with cas = cos + sin: its own inverse. */
function hartley(n: number): Basis {
  if (!hasFft(n))
    return dense(n, (k, i) => (cos((2 * Math.PI * i * k) / n) + sin((2 * Math.PI * i * k) / n)) / Math.sqrt(n));
  const transform = fft([n]);
  const half = 0.5 / Math.sqrt(n);
  const apply: PairTransform = (a, b, re, im) => {
    re.set(a);
    im.set(b);
    transform(re, im);
    for (let at = 0; at < a.length; at += n)
      for (let k = at; k < at + n; k++) {
        const m = k === at ? at : 2 * at + n - k;
        a[k] = half * (re[k] + re[m] - im[k] + im[m]);
        b[k] = half * (im[k] + im[m] + re[k] - re[m]);
      }
  };
  return { forward: apply, inverse: apply };
}

/** Even cells upwards, then odd cells downwards: the order in which a cosine transform is a Fourier transform. */
const folded = (n: number, i: number): number => (2 * i < n ? 2 * i : 2 * (n - i) - 1);

/** √(2/n) cos(πk(i+½)/n), and 1/√n for k = 0. */
function cosine(n: number): Basis {
  const norm = tabulate(n, k => Math.sqrt((k === 0 ? 1 : 2) / n));
  const angle = (k: number): number => (Math.PI * k) / (2 * n);
  if (!hasFft(n)) return dense(n, (k, i) => norm[k] * cos((2 * i + 1) * angle(k)));
  const transform = fft([n]);
  const c = tabulate(n, k => norm[k] * cos(angle(k)));
  const s = tabulate(n, k => norm[k] * sin(angle(k)));
  const fold = Int32Array.from({ length: n }, (_, i) => folded(n, i));
  return { forward: cosineForward({ fold, c, s, transform }), inverse: cosineInverse({ fold, c, s, transform }) };
}

/** The folding, norm·cos and norm·sin of πk/2n, and the complex transform. */
interface CosineTables {
  readonly fold: Int32Array;
  readonly c: Vec;
  readonly s: Vec;
  readonly transform: (re: Vec, im: Vec) => void;
}

/** Two lines in each complex transform. */
const cosineForward =
  ({ fold, c, s, transform }: CosineTables): PairTransform =>
  (a, b, re, im) => {
    const n = fold.length;
    for (let at = 0; at < a.length; at += n)
      for (let i = 0; i < n; i++) {
        re[at + i] = a[at + fold[i]];
        im[at + i] = b[at + fold[i]];
      }
    transform(re, im);
    for (let at = 0; at < a.length; at += n)
      for (let k = 0; k < n; k++) {
        const p = at + k;
        const m = k === 0 ? at : at + n - k;
        a[p] = 0.5 * (c[k] * (re[p] + re[m]) + s[k] * (im[p] - im[m]));
        b[p] = 0.5 * (c[k] * (im[p] + im[m]) - s[k] * (re[p] - re[m]));
      }
  };

/** The transpose of the forward transform, since the basis is orthonormal. */
const cosineInverse =
  ({ fold, c, s, transform }: CosineTables): PairTransform =>
  (a, b, re, im) => {
    const n = fold.length;
    for (let at = 0; at < a.length; at += n) {
      re[at] = c[0] * a[at];
      im[at] = c[0] * b[at];
      for (let k = 1; k < n; k++) {
        const m = n - k;
        const p = at + k;
        const q = at + m;
        re[p] = 0.5 * (c[k] * a[p] + c[m] * a[q] + s[m] * b[q] - s[k] * b[p]);
        im[p] = 0.5 * (c[k] * b[p] + c[m] * b[q] + s[k] * a[p] - s[m] * a[q]);
      }
    }
    transform(im, re);
    for (let at = 0; at < a.length; at += n)
      for (let i = 0; i < n; i++) {
        a[at + fold[i]] = re[at + i];
        b[at + fold[i]] = im[at + i];
      }
  };

/** Hartley's basis on a circle, cosines on an interval with no-flux ends. */
export function lineTransform(n: number, periodic: boolean): LineTransform {
  const eigenvalues = tabulate(n, k => square(2 * sin((Math.PI * k) / (periodic ? n : 2 * n))));
  return { eigenvalues, ...(periodic ? hartley(n) : cosine(n)) };
}
