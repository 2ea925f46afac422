import type { Profile, Row } from "../types.js";
import { pow } from "../numerics/functions.js";

/** e (e-1) … (e-k+1). */
const falling = (e: number, k: number): number => (k === 0 ? 1 : falling(e, k - 1) * (e - k + 1));

/** out = factor (offset + rate s)^e by square root and products, 2e an integer. */
function halfIntegerRow(factor: number, offset: number, rate: number, e: number): Row {
  const whole = Math.floor(Math.abs(e)),
    root = Math.abs(e) - whole;
  return (s, count, out) => {
    for (let j = 0; j < count; j++) {
      const base = offset + rate * s[j];
      let power = root === 0 ? 1 : Math.sqrt(base);
      for (let p = 0; p < whole; p++) power *= base;
      out[j] = e >= 0 ? factor * power : power === 0 ? 0 : factor / power;
    }
  };
}

/** out = factor (offset + rate s)^e; 0 where the base is 0 and e < 0. */
function realRow(factor: number, offset: number, rate: number, e: number): Row {
  return (s, count, out) => {
    for (let j = 0; j < count; j++) {
      const base = offset + rate * s[j];
      out[j] = base === 0 && e < 0 ? 0 : factor * pow(base, e);
    }
  };
}

/** φ(s) = factor (offset + rate s)^e and its derivatives factor rate^k e (e-1) … (e-k+1) (offset + rate s)^{e-k}. */
export const powerProfile =
  (factor: number, offset: number, rate: number, e: number): Profile =>
  order => {
    const derivative = factor * pow(rate, order) * falling(e, order),
      row = Number.isInteger(2 * e) ? halfIntegerRow : realRow;
    // a polynomial that has been differentiated away
    return derivative === 0 ? (_s, count, out) => void out.fill(0, 0, count) : row(derivative, offset, rate, e - order);
  };
