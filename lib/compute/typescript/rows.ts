import { pow } from "../../arithmetic/functions.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Term } from "../kernel-form.js";
import { exponentialRow } from "./exponential.js";
import { BLOCK, type Row } from "./pairs.js";

/** Whether powers are taken by a square root and at most 64 products. */
export const isHalfInteger = (e: number): boolean => Number.isInteger(2 * e) && Math.abs(e) <= 64;

/** factor (offset + rate s)^e by square root and products, 2e an integer. */
function halfIntegerRow(factor: number, offset: number, rate: number, e: number): Row {
  const whole = Math.floor(Math.abs(e));
  const root = Math.abs(e) - whole;
  return (s, count, out) => {
    for (let j = 0; j < count; j++) {
      const base = offset + rate * s[j];
      let power = root === 0 ? 1 : Math.sqrt(base);
      for (let p = 0; p < whole; p++) power *= base;
      out[j] = e >= 0 ? factor * power : power === 0 ? 0 : factor / power;
    }
  };
}

/** factor (offset + rate s)^e; 0 where the base is 0 and e < 0. */
function realRow(factor: number, offset: number, rate: number, e: number): Row {
  return (s, count, out) => {
    for (let j = 0; j < count; j++) {
      const base = offset + rate * s[j];
      out[j] = base === 0 && e < 0 ? 0 : factor * pow(base, e);
    }
  };
}

function besselRow({ factor, rate, coefficients: [c0, c1, c2, c3], power }: Extract<Term, { name: "bessel" }>): Row {
  const rho = new Float64Array(BLOCK);
  const exponential = exponentialRow(factor, 1);
  return (s, count, out) => {
    for (let j = 0; j < count; j++) rho[j] = rate * Math.sqrt(s[j]);
    exponential(rho, count, out);
    for (let j = 0; j < count; j++) out[j] *= c0 + rho[j] * (c1 + rho[j] * (c2 + rho[j] * c3));
    if (power > 0) divideByPower(rho, power, count, out);
  };
}

/** out /= ρ^power, and 0 at ρ = 0. */
function divideByPower(rho: Vec, power: number, count: number, out: Vec): void {
  for (let j = 0; j < count; j++) {
    let divisor = 1;
    for (let p = 0; p < power; p++) divisor *= rho[j];
    out[j] = divisor === 0 ? 0 : out[j] / divisor;
  }
}

function functionRow({ value }: Extract<Term, { name: "function" }>): Row {
  return (s, count, out) => {
    for (let j = 0; j < count; j++) out[j] = value(s[j]);
  };
}

const rows: { readonly [N in Term["name"]]: (term: Extract<Term, { name: N }>) => Row } = {
  exponential: ({ factor, rate }) => exponentialRow(factor, rate),
  bessel: besselRow,
  function: functionRow,
  power: ({ factor, offset, rate, exponent }) =>
    (isHalfInteger(exponent) ? halfIntegerRow : realRow)(factor, offset, rate, exponent),
};

/** The loop that evaluates a term. */
export const rowOf = <N extends Term["name"]>(term: Extract<Term, { name: N }>): Row => rows[term.name as N](term);
