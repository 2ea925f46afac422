import assert from "node:assert/strict";
import { test } from "node:test";
import { gram, kernelGradientSum, kernelSum, mixedTraceSum, steinSum } from "../../compute/index.js";
import { symmetricEigen } from "../../numerics/dense.js";
import { exp, pow } from "../../arithmetic/functions.js";
import { dot, row } from "../../arithmetic/vectors.js";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel, ScoreField, Term } from "../../compute/kernel-form.js";
import { scaledKernel, sumKernel } from "./combinations.js";
import { kernelOf, kernels, target } from "./fixtures.js";
import { gaussianKernel, normalisedGaussianKernel } from "./gaussian.js";
import { laplaceKernel } from "./laplace.js";
import { linearKernel, polynomialKernel } from "./polynomial.js";
import { rieszKernel } from "./riesz.js";
import { steinKernel } from "./stein.js";
import { KERNEL_WORDS } from "./words.js";

const H = 1e-4;

/** Every kernel on a cloud of nine points and a cloud of seven, d = 1 … 5. */
function forAll(check: (kernel: Kernel, x: Vec, y: Vec, dim: number) => void): void {
  for (let dim = 1; dim <= 5; dim++) {
    const random = stream(dim, "clouds");
    for (const kernel of kernels(dim)) check(kernel, normals(random, 9 * dim), normals(random, 7 * dim), dim);
  }
}

const near = (actual: number, expected: number, tolerance: number, what: string): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * (1 + Math.abs(expected)),
    `${what}: ${actual} instead of ${expected}`,
  );

const shifted = (x: Vec, c: number, h: number): Vec => x.map((v, i) => (i === c ? v + h : v));

/** b at a distance of at least 1 from a, where the higher derivatives of all kernels are moderate. */
const apart = (a: Vec, b: Vec): Vec => b.map((v, c) => (c === 0 ? a[0] + 1 : v));

/** Fourth-order difference quotient: error O(h⁴) + O(ε/h), below 1e-9 for h = 1e-3. */
const quotient = (f: (h: number) => number, h: number): number =>
  (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);

/** The value of a term as its formula says. */
function valueOf(term: Term, s: number): number {
  if (term.name === "function") return term.value(s);
  if (term.name === "exponential") return term.factor * exp(-term.rate * s);
  if (term.name === "power") return term.factor * pow(term.offset + term.rate * s, term.exponent);
  const rho = term.rate * Math.sqrt(s);
  const series = term.coefficients.reduceRight((sum, c) => sum * rho + c, 0);
  return (term.factor * exp(-rho) * series) / pow(rho, term.power);
}

test("profile(k + 1) is the derivative of profile(k) for k = 0 … 3, by difference quotients", () =>
  forAll(({ name, form }) => {
    if (form.type !== "radial") return;
    for (const s of [0.2, 0.7, 2.3])
      for (const order of [0, 1, 2, 3]) {
        const slope = quotient(h => valueOf(form.profile(order), s + h), 1e-3 * s);
        near(valueOf(form.profile(order + 1), s), slope, 1e-7, `${name}, order ${order + 1} at s = ${s}`);
      }
  }));

test("k(x, y) = k(y, x), and the Gram matrix of one cloud is symmetric to the bit", () =>
  forAll((k, x, y, dim) => {
    assert.equal(k.value(row(x, 0, dim), row(y, 0, dim)), k.value(row(y, 0, dim), row(x, 0, dim)), k.name);
    const full = gram(k, x, x.slice(), dim);
    const half = gram(k, x, x, dim);
    assert.deepEqual(half, full, k.name);
  }));

test("Σ w_i w_j k(x_i, x_j) ≥ 0 for all w, or for all w with Σ w = 0 where k is only conditionally definite", () =>
  forAll((k, x, _y, dim) => {
    const g = gram(k, x, x, dim);
    const n = 9;
    const centred = k.definiteness === "definite" ? g : centre(g, n);
    const { values } = symmetricEigen(centred, n);
    assert.ok(values[0] >= -1e-12 * n * Math.max(...values.map(Math.abs)), `${k.name}, d = ${dim}: ${values[0]}`);
  }));

/** P G P with P = 1 - 11ᵀ/n. */
function centre(g: Vec, n: number): Vec {
  const mean = Array.from({ length: n }, (_, i) => row(g, i, n).reduce((s, v) => s + v, 0) / n);
  const all = mean.reduce((s, v) => s + v, 0) / n;
  return g.map((v, ij) => v - mean[Math.floor(ij / n)] - mean[ij % n] + all);
}

test("∇_1 k is the limit of the difference quotients of k", () =>
  forAll((k, x, y, dim) => {
    const a = row(x, 1, dim);
    const b = apart(a, row(y, 2, dim));
    const gradient = k.gradient1(a, b);
    for (let c = 0; c < dim; c++)
      near(
        gradient[c],
        quotient(h => k.value(shifted(a, c, h), b), 1e-3),
        1e-8,
        `${k.name}, d = ${dim}, ∂_${c}`,
      );
  }));

test("tr ∇_1∇_2 k is the divergence in y of ∇_1 k", () =>
  forAll((k, x, y, dim) => {
    const a = row(x, 1, dim);
    const b = apart(a, row(y, 2, dim));
    let divergence = 0;
    for (let c = 0; c < dim; c++) divergence += quotient(h => k.gradient1(a, shifted(b, c, h))[c], 1e-3);
    near(k.mixedTrace(a, b), divergence, 1e-7, `${k.name}, d = ${dim}`);
  }));

test("at coincident points ∇_1 k is the mean of both sides, and tr ∇_1∇_2 k is finite exactly for smoothness ≥ 1", () =>
  forAll((k, x, _y, dim) => {
    const a = row(x, 3, dim);
    const gradient = k.gradient1(a, a.slice());
    const trace = k.mixedTrace(a, a.slice());
    for (let c = 0; c < dim; c++)
      near(
        gradient[c],
        (k.value(shifted(a, c, H), a) - k.value(shifted(a, c, -H), a)) / (2 * H),
        1e-5,
        `${k.name}, d = ${dim}`,
      );
    assert.equal(trace, k.smoothness >= 1 ? trace : Infinity, k.name);
    assert.ok(trace > 0 && (k.smoothness < 1 || trace < Infinity), `${k.name}: ${trace}`);
  }));

test("where k is twice as smooth, the mixed trace on the diagonal is the limit from nearby points", () =>
  forAll((k, x, _y, dim) => {
    if (k.smoothness < 2) return;
    const a = row(x, 3, dim);
    near(k.mixedTrace(shifted(a, 0, 1e-6), a), k.mixedTrace(a, a.slice()), 1e-4, k.name);
  }));

test("kernelSum, kernelGradientSum, steinSum and mixedTraceSum are the sums of the values and derivatives of single pairs", () =>
  forAll((k, x, y, dim) => {
    const random = stream(dim, "weights");
    const w = normals(random, 7);
    const v = normals(random, 9);
    const w2 = normals(random, 14);
    const pairs = (f: (j: number) => number): number =>
      Array.from({ length: 7 }, (_, j) => w[j] * f(j)).reduce((s, t) => s + t, 0);
    for (const i of [0, 8]) {
      const own = row(x, i, dim);
      near(
        kernelSum(k, x, y, dim, w)[i],
        pairs(j => k.value(own, row(y, j, dim))),
        1e-12,
        k.name,
      );
      near(
        kernelSum(k, x, y, dim, w2, 2)[2 * i + 1],
        Array.from({ length: 7 }, (_, j) => w2[2 * j + 1] * k.value(own, row(y, j, dim))).reduce((s, t) => s + t, 0),
        1e-12,
        k.name,
      );
      near(
        kernelGradientSum(k, x, y, dim, w)[i * dim],
        pairs(j => k.gradient1(own, row(y, j, dim))[0]),
        1e-11,
        k.name,
      );
      const stein = Array.from({ length: 9 }, (_, j) => v[j] * k.gradient1(row(x, j, dim), own)[dim - 1]).reduce(
        (s, t) => s + t,
        0,
      );
      near(steinSum(k, x, dim, v)[i * dim + dim - 1], stein, 1e-11, k.name);
    }
    if (k.smoothness < 1) return assert.equal(mixedTraceSum(k, x, dim, v), Infinity);
    const traces = Array.from({ length: 81 }, (_, ij) => {
      const [i, j] = [Math.floor(ij / 9), ij % 9];
      return v[i] * v[j] * k.mixedTrace(row(x, i, dim), row(x, j, dim));
    });
    near(
      mixedTraceSum(k, x, dim, v),
      traces.reduce((s, t) => s + t, 0),
      1e-10,
      k.name,
    );
  }));

test("∫ k_π(x, y) dπ(y) = 0 for the Stein kernel of N(0, 1), by the trapezoid rule on [-12, 12]", () => {
  const normal: ScoreField = { score: x => x.map(v => -v) };
  const k = steinKernel(gaussianKernel(0.7), normal);
  const h = 0.05;
  const y = Float64Array.from({ length: 481 }, (_, j) => -12 + h * j);
  const density = y.map(v => (h * Math.exp(-0.5 * v * v)) / Math.sqrt(2 * Math.PI));
  const x = Float64Array.of(-2, -0.3, 0, 1.1, 3);
  // the trapezoid rule of an analytic function that decays converges faster than any power: only rounding is left
  for (const v of kernelSum(k, x, y, 1, density)) assert.ok(Math.abs(v) < 1e-14, `${v}`);
});

test("KSD² of N(m, s) against N(0, 1) with k = x·y + 1 is (1 - s - m²)² + m² (G-20), from the four sums that SVGD uses", () => {
  const h = 0.05;
  const [m, s] = [0.4, 1.7];
  const x = Float64Array.from({ length: 601 }, (_, j) => -15 + h * j);
  const w = x.map(v => (h * Math.exp((-0.5 * (v - m) * (v - m)) / s)) / Math.sqrt(2 * Math.PI * s));
  const score = x.map((v, i) => -v * w[i]);
  const regular = dot(score, kernelSum(linearKernel, x, x, 1, score));
  const cross = dot(score, steinSum(linearKernel, x, 1, w));
  const ksd = regular + 2 * cross + mixedTraceSum(linearKernel, x, 1, w);
  near(ksd, (1 - s - m * m) * (1 - s - m * m) + m * m, 1e-12, "KSD²");
});

type Parameters = Readonly<Record<string, number>>;

/**
 * k at the distance r in R^d from the properties of its sample, as the books write it; of two points x, y the others.
 */
const WRITTEN: Readonly<Record<string, (of: Parameters, r: number, inner: number, d: number) => number>> = {
  gaussian: ({ bandwidth: l, normalised }, r, _inner, d) =>
    exp((-r * r) / (2 * l * l)) / (normalised ? pow(Math.sqrt(2 * Math.PI) * l, d) : 1),
  laplace: ({ bandwidth: l }, r) => exp(-r / l),
  matern: ({ bandwidth: l, smoothness: nu }, r) => {
    const rho = (Math.sqrt(2 * nu) * r) / l;
    return (1 + rho + (nu === 2.5 ? (rho * rho) / 3 : 0)) * exp(-rho);
  },
  "inverse-multiquadric": ({ bandwidth: l }, r) => 1 / Math.sqrt(1 + (r * r) / (l * l)),
  "rational-quadratic": ({ bandwidth: l, alpha }, r) => pow(1 + (r * r) / (2 * alpha * l * l), -alpha),
  riesz: ({ exponent }, r) => -pow(r, exponent),
  wendland: ({ bandwidth: l }, r, _inner, d) => {
    const m = Math.floor(d / 2) + 3;
    return pow(Math.max(0, 1 - r / l), m) * ((m * r) / l + 1);
  },
  linear: (_of, _r, inner) => inner + 1,
  polynomial: ({ degree, offset }, _r, inner) => pow(inner + offset, degree),
};
/** Kernels of kernels. */
const MADE_OF_OTHERS = ["stein", "sum", "scaled"];

test("every kernel is its formula: k(x, y) from |x - y|, x·y and its parameters, none of them 1, in d = 1 … 3", () => {
  for (const { name, samples } of KERNEL_WORDS.filter(word => !MADE_OF_OTHERS.includes(word.name)))
    for (const sample of samples)
      for (let d = 1; d <= 3; d++) {
        const random = stream(d, "formulas");
        for (let trial = 0; trial < 5; trial++) {
          const [x, y] = [normals(random, d), normals(random, d)];
          const r = Math.sqrt(x.reduce((s, v, c) => s + (v - y[c]) * (v - y[c]), 0));
          near(
            kernelOf(sample, d).value(x, y),
            WRITTEN[name](sample as unknown as Parameters, r, dot(x, y), d),
            1e-13,
            `${name}, d = ${d}`,
          );
        }
      }
});

test("the normalised Gaussian kernel integrates to 1 and is recognised as a multiple of the Gaussian", () => {
  const k = normalisedGaussianKernel(0.6, 1);
  const y = Float64Array.from({ length: 401 }, (_, j) => -10 + 0.05 * j);
  near(
    kernelSum(
      k,
      Float64Array.of(0.1),
      y,
      1,
      y.map(() => 0.05),
    )[0],
    1,
    1e-14,
    "∫ k",
  );
  assert.ok(k.form.type === "scaled" && k.form.of.form.type === "radial" && k.form.of.form.family.name === "gaussian");
});

test("impossible kernels are refused with a sentence", () => {
  assert.throws(() => rieszKernel(2), /refused: the Riesz kernel/);
  assert.throws(() => polynomialKernel(1.5, 1), /refused: the degree m of \(x·y \+ c\)\^m is 1\.5/);
  assert.throws(() => scaledKernel(-1, linearKernel), /refused: the factor of a positive definite kernel is -1/);
  assert.throws(() => sumKernel([]), /refused: a sum of no kernels/);
  assert.throws(() => steinKernel(laplaceKernel(1), target), /refused: the Stein kernel of laplace/);
  assert.throws(() => steinKernel(linearKernel, target), /take a radial base kernel/);
  const one = Float64Array.of(1);
  assert.throws(() => steinKernel(gaussianKernel(1), { score: x => x }).gradient1(one, one), /second derivatives/);
});
