import type { EnergyForm } from "./energy.js";

const FINITE: ReadonlySet<EnergyForm["type"]> = new Set(["half-mmd2", "interaction", "free-energy", "ginzburg-landau"]);

/** Whether an energy has the value +∞ at states of finite size: divergences have, where one measure misses the other. */
export function mayBeInfinite(form: EnergyForm): boolean {
  if (form.type === "scaled") return mayBeInfinite(form.of);
  return form.type === "sum" ? form.of.some(mayBeInfinite) : !FINITE.has(form.type);
}
