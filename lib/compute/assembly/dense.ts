import { solveStrips, Stage, subtractStrips } from "./cholesky";
import { Reflection, reflectColumns, updateColumns } from "./householder";
import { multiplyStrips, Product } from "./multiply";
import { rotatePanels, Sweeps } from "./rotations";

/** The stages of dense algebra; the pool knows them by these numbers, of its second family. */
export const SOLVE: u32 = 16, SUBTRACT: u32 = 17, MULTIPLY: u32 = 18, ROTATE: u32 = 19, UPDATE: u32 = 20, REFLECT: u32 = 21;

/** A stage on a range of strips or panels; they do not know of each other, so that any split gives the same bits. */
export function runDense(routine: u32, job: usize, first: usize, last: usize): void {
  if (routine === SOLVE) solveStrips(changetype<Stage>(job), first, last);
  else if (routine === SUBTRACT) subtractStrips(changetype<Stage>(job), first, last);
  else if (routine === MULTIPLY) multiplyStrips(changetype<Product>(job), first, last);
  else if (routine === ROTATE) rotatePanels(changetype<Sweeps>(job), first, last);
  else if (routine === UPDATE) updateColumns(changetype<Reflection>(job), first, last);
  else reflectColumns(changetype<Reflection>(job), first, last);
}
