import type { Vec } from "../../arithmetic/vec.js";
import { exp, log } from "../../arithmetic/functions.js";
import { tabulate } from "../../arithmetic/vectors.js";
import { exponentialRow } from "../../compute/index.js";
import { applied, type Elementary, type Expression, filled, scaled, times } from "./expression.js";

const decay = exponentialRow(1, 1);

/** e^{-a|x|}, which no x makes overflow. */
function decayed(a: number, x: Vec): Vec {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = a * Math.abs(x[i]);
  decay(out, out.length, out);
  return out;
}

/** The values of a function of x and of e^{-a|x|}. */
const through =
  (a: number, f: (x: number, e: number) => number) =>
  (x: Vec): Vec => {
    const out = decayed(a, x);
    for (let i = 0; i < out.length; i++) out[i] = f(x[i], out[i]);
    return out;
  };

/** a + by + cy² of a value y: what the slopes of tanh and of the logistic function are. */
const quadratic = (a: number, b: number, c: number): Elementary => ({
  values: y => tabulate(y.length, i => a + y[i] * (b + c * y[i])),
  slope: y => scaled(2 * c, y, b),
});

/** An elementary function whose slope is a function of its value. */
const autonomous = (values: Elementary["values"], slope: Elementary): Elementary => ({
  values,
  slope: (_, y) => applied(slope, y),
});

/** tanh x to an absolute error of rounding; tanh' = 1 - tanh². */
const TANH = autonomous(
  through(2, (x, e) => (x < 0 ? (e - 1) / (1 + e) : (1 - e) / (1 + e))),
  quadratic(1, 0, -1),
);

/** σ = 1/(1 + e^{-x}); σ' = σ - σ². */
const LOGISTIC = autonomous(
  through(1, (x, e) => (x < 0 ? e / (1 + e) : 1 / (1 + e))),
  quadratic(0, 1, -1),
);

/** 1/35, 1/33, …, 1 */
const ODD = tabulate(18, k => 1 / (35 - 2 * k));

/** log(1 + e) for 0 ≤ e ≤ 1: 2 artanh s = 2s Σ s²ᵏ/(2k + 1) with s = e/(2 + e) ≤ 1/3, where s³⁶/37 < 2⁻⁶¹. */
function logOnePlus(e: number): number {
  const s = e / (2 + e);
  const t = s * s;
  let series = 0;
  for (let k = 0; k < ODD.length; k++) series = ODD[k] + t * series;
  return 2 * s * series;
}

/** log(1 + e^x), whose derivative is the logistic function. */
const SOFTPLUS: Elementary = {
  values: through(1, (x, e) => Math.max(x, 0) + logOnePlus(e)),
  slope: x => applied(LOGISTIC, x),
};

/** 1 where x > 0, and 0 elsewhere: at 0 too. */
const STEP: Elementary = {
  values: x => x.map(v => (v > 0 ? 1 : 0)),
  slope: x => filled(x.rows, x.columns, 0),
};

/** max(x, 0), with derivative 0 at 0. */
const RELU: Elementary = { values: x => x.map(v => (v > 0 ? v : 0)), slope: x => applied(STEP, x) };

/** 1/x */
const RECIPROCAL: Elementary = { values: x => x.map(v => 1 / v), slope: (_, y) => scaled(-1, times(y, y)) };

const LOG: Elementary = { values: x => x.map(log), slope: x => applied(RECIPROCAL, x) };

const EXP: Elementary = { values: x => x.map(exp), slope: (_, y) => y };

/**
 * log x, entry by entry.
 *
 * ```ts
 * const zero = networks.logarithm(networks.constant(Float64Array.of(1), 1));
 * ```
 */
export const logarithm = (a: Expression): Expression => applied(LOG, a);

/**
 * e^x, entry by entry.
 *
 * ```ts
 * const one = networks.exponential(networks.constant(Float64Array.of(0), 1));
 * ```
 */
export const exponential = (a: Expression): Expression => applied(EXP, a);

/**
 * 1/x, entry by entry.
 *
 * ```ts
 * const half = networks.reciprocal(networks.constant(Float64Array.of(2), 1));
 * ```
 */
export const reciprocal = (a: Expression): Expression => applied(RECIPROCAL, a);

/** What a layer does to its sums. */
export type Activation = "tanh" | "softplus" | "relu" | "identity";

/** The activations: tanh x, log(1 + e^x), max(x, 0), x. */
const ACTIVATIONS: Readonly<Record<Activation, (a: Expression) => Expression>> = {
  tanh: a => applied(TANH, a),
  softplus: a => applied(SOFTPLUS, a),
  relu: a => applied(RELU, a),
  identity: a => a,
};

/**
 * An activation, entry by entry.
 *
 * ```ts
 * const values = networks.activated("tanh", networks.constant(Float64Array.of(0, 1), 1));
 * ```
 */
export const activated = (activation: Activation, a: Expression): Expression => ACTIVATIONS[activation](a);
