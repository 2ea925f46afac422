import type { Vec } from "../types.js";
import { fft, hasFft } from "./fft.js";
import { cos, sin, square } from "./functions.js";
import { matvec } from "../compute/index.js";
import { tabulate } from "./vectors.js";

/** In place on two real lines at once; the other two are room to work in. */
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
  const basis = tabulate(n * n, ki => phi(Math.floor(ki / n), ki % n)), transposed = tabulate(n * n, ik => basis[(ik % n) * n + Math.floor(ik / n)]);
  const both = (matrix: Vec) => (a: Vec, b: Vec): void => [a, b].forEach(x => x.set(matvec(matrix, x)));
  return { forward: both(basis), inverse: both(transposed) };
}

/** cas(2πik/n)/√n with cas = cos + sin: its own inverse. */
function hartley(n: number): Basis {
  if (!hasFft(n)) return dense(n, (k, i) => (cos((2 * Math.PI * i * k) / n) + sin((2 * Math.PI * i * k) / n)) / Math.sqrt(n));
  const transform = fft(n), half = 0.5 / Math.sqrt(n);
  const apply: PairTransform = (a, b, re, im) => {
    re.set(a);
    im.set(b);
    transform(re, im);
    for (let k = 0; k < n; k++) {
      const m = k === 0 ? 0 : n - k;
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
  const norm = tabulate(n, k => Math.sqrt((k === 0 ? 1 : 2) / n)), angle = (k: number): number => (Math.PI * k) / (2 * n);
  if (!hasFft(n)) return dense(n, (k, i) => norm[k] * cos((2 * i + 1) * angle(k)));
  const transform = fft(n), c = tabulate(n, k => norm[k] * cos(angle(k))), s = tabulate(n, k => norm[k] * sin(angle(k)));
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

/** Both lines in one complex transform. */
const cosineForward = ({ fold, c, s, transform }: CosineTables): PairTransform => (a, b, re, im) => {
  const n = a.length;
  for (let i = 0; i < n; i++) {
    re[i] = a[fold[i]];
    im[i] = b[fold[i]];
  }
  transform(re, im);
  for (let k = 0; k < n; k++) {
    const m = k === 0 ? 0 : n - k;
    a[k] = 0.5 * (c[k] * (re[k] + re[m]) + s[k] * (im[k] - im[m]));
    b[k] = 0.5 * (c[k] * (im[k] + im[m]) - s[k] * (re[k] - re[m]));
  }
};

/** The transpose of the forward transform, since the basis is orthonormal. */
const cosineInverse = ({ fold, c, s, transform }: CosineTables): PairTransform => (a, b, re, im) => {
  const n = a.length;
  re[0] = c[0] * a[0];
  im[0] = c[0] * b[0];
  for (let k = 1; k < n; k++) {
    const m = n - k;
    re[k] = 0.5 * (c[k] * a[k] + c[m] * a[m] + s[m] * b[m] - s[k] * b[k]);
    im[k] = 0.5 * (c[k] * b[k] + c[m] * b[m] + s[k] * a[k] - s[m] * a[m]);
  }
  transform(im, re);
  for (let i = 0; i < n; i++) {
    a[fold[i]] = re[i];
    b[fold[i]] = im[i];
  }
};

/** Hartley's basis on a circle, cosines on an interval with no-flux ends. */
export function lineTransform(n: number, periodic: boolean): LineTransform {
  const eigenvalues = tabulate(n, k => square(2 * sin((Math.PI * k) / (periodic ? n : 2 * n))));
  return { eigenvalues, ...(periodic ? hartley(n) : cosine(n)) };
}
