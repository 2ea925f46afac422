import {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cos,
  cosh,
  erf,
  exp,
  expIntegral,
  log,
  pow,
  sin,
  sinh,
  square,
  tan,
  tanh,
} from "../../../arithmetic/functions.js";
import { phi, phiPrime } from "../../../systems/energies/phi.js";

type Unary = (x: number) => number;
type Binary = (x: number, y: number) => number;

/** x^y; squares are products, as everywhere else. */
const power: Binary = (x, y) => (y === 2 ? square(x) : pow(x, y));

/** Functions of one number. */
export const UNARY: Readonly<Record<string, Unary>> = {
  negate: x => -x,
  exp,
  log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  sin,
  cos,
  tan,
  sinh,
  cosh,
  tanh,
  asin,
  acos,
  atan,
  asinh,
  acosh,
  atanh,
  erf,
  /** Exponential integral, x > 0. */
  ei: expIntegral,
  /** max(x, 0) */
  positive: x => Math.max(x, 0),
};

/** Functions of two numbers; `phi` and `dphi` are φ_p(s) and φ_p'(s), arguments (p, s). */
export const BINARY: Readonly<Record<string, Binary>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  power,
  phi,
  dphi: phiPrime,
  larger: (x, y) => Math.max(x, y),
  smaller: (x, y) => Math.min(x, y),
};
