import { solveStrips, Stage, subtractStrips } from "./cholesky";
import { Reflection, reflectColumns, updateColumns } from "./householder";
import { multiplyStrips, Product } from "./multiply";
import { rotatePanels, Sweeps } from "./rotations";

/** The stages of dense algebra; the pool knows them by these numbers. */
export const SOLVE: u32 = 8, SUBTRACT: u32 = 9, MULTIPLY: u32 = 10, ROTATE: u32 = 11, UPDATE: u32 = 12, REFLECT: u32 = 13;

/** A stage on a range of strips or panels; they do not know of each other, so that any split gives the same bits. */
export function runDense(routine: u32, job: usize, first: usize, last: usize): void {
  if (routine === SOLVE) solveStrips(changetype<Stage>(job), first, last);
  else if (routine === SUBTRACT) subtractStrips(changetype<Stage>(job), first, last);
  else if (routine === MULTIPLY) multiplyStrips(changetype<Product>(job), first, last);
  else if (routine === ROTATE) rotatePanels(changetype<Sweeps>(job), first, last);
  else if (routine === UPDATE) updateColumns(changetype<Reflection>(job), first, last);
  else reflectColumns(changetype<Reflection>(job), first, last);
}
