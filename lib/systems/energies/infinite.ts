import type { Kernel } from "../../compute/kernel-form.js";
import type { EnergyForm } from "./energy.js";

const FINITE: ReadonlySet<EnergyForm["type"]> = new Set(["half-mmd2", "interaction", "free-energy", "ginzburg-landau"]);

/**
 * Whether an energy has the value +∞ at states of finite size: divergences have, where one measure misses the other.
 */
export function mayBeInfinite(form: EnergyForm): boolean {
  if (form.type === "scaled") return mayBeInfinite(form.of);
  return form.type === "sum" ? form.of.some(mayBeInfinite) : !FINITE.has(form.type);
}

/** Whether sums of a kernel are numbers whatever the points: of closed forms, by whichever way suits them. */
const hasNumbers = ({ form, summation }: Kernel): boolean =>
  (summation === undefined || summation.method.name === "auto") &&
  (form.type === "radial"
    ? form.family.name !== "own"
    : form.type === "scaled"
      ? hasNumbers(form.of)
      : form.type === "sum" && form.of.every(hasNumbers));

/**
 * Whether an energy is a number at every state of finite size, as its form says: sums over pairs of points under
 * kernels in closed form. That costs nothing to know, the sums of many points cost much.
 */
export function isNumberAnywhere(form: EnergyForm): boolean {
  if (form.type === "scaled") return isNumberAnywhere(form.of);
  if (form.type === "sum") return form.of.every(isNumberAnywhere);
  return (form.type === "half-mmd2" || form.type === "interaction") && hasNumbers(form.kernel);
}
