import type { Profile } from "../../compute/kernel-form.js";
import { pow } from "../../arithmetic/functions.js";
import { refuse } from "../../arithmetic/refusal.js";

/** e (e-1) … (e-k+1). */
const falling = (e: number, k: number): number => (k === 0 ? 1 : falling(e, k - 1) * (e - k + 1));

/** Powers of either backend are right up to here. */
const LARGEST = 1073741824;

/** φ(s) = factor (offset + rate s)^e and its derivatives factor rate^k e (e-1) … (e-k+1) (offset + rate s)^{e-k}. */
export const powerProfile =
  (factor: number, offset: number, rate: number, e: number): Profile =>
  order => {
    if (Math.abs(e) > LARGEST)
      refuse(`the exponent ${e} of a kernel: at most 2^30; a Gaussian is the limit of rational quadratics`);
    const derivative = factor * pow(rate, order) * falling(e, order);
    // a polynomial that has been differentiated away
    if (derivative === 0) return { name: "power", factor: 0, offset: 0, rate: 0, exponent: 0 };
    return { name: "power", factor: derivative, offset, rate, exponent: e - order };
  };
