import type { Profile } from "../types.js";
import { pow } from "../numerics/functions.js";

/** e (e-1) … (e-k+1). */
const falling = (e: number, k: number): number => (k === 0 ? 1 : falling(e, k - 1) * (e - k + 1));

/** φ(s) = factor (offset + rate s)^e and its derivatives factor rate^k e (e-1) … (e-k+1) (offset + rate s)^{e-k}. */
export const powerProfile =
  (factor: number, offset: number, rate: number, e: number): Profile =>
  order => {
    const derivative = factor * pow(rate, order) * falling(e, order);
    // a polynomial that has been differentiated away
    if (derivative === 0) return { name: "power", factor: 0, offset: 0, rate: 0, exponent: 0 };
    return { name: "power", factor: derivative, offset, rate, exponent: e - order };
  };
