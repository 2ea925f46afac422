import { solveStrips, Stage, subtractStrips } from "./cholesky-stages";
import { Reflection, reflectColumns, updateColumns } from "./householder-stages";
import { multiplyStrips, Product } from "./multiply-stages";
import { rotatePanels, Sweeps } from "./rotation-stages";
import { MULTIPLY, REFLECT, ROTATE, SOLVE, SUBTRACT, UPDATE } from "./stage-numbers";

/** A stage on a range of strips or panels; they do not know of each other, so that any split gives the same bits. */
export function runDense(routine: u32, job: usize, first: usize, last: usize): void {
  if (routine === SOLVE) solveStrips(changetype<Stage>(job), first, last);
  else if (routine === SUBTRACT) subtractStrips(changetype<Stage>(job), first, last);
  else if (routine === MULTIPLY) multiplyStrips(changetype<Product>(job), first, last);
  else if (routine === ROTATE) rotatePanels(changetype<Sweeps>(job), first, last);
  else if (routine === UPDATE) updateColumns(changetype<Reflection>(job), first, last);
  else reflectColumns(changetype<Reflection>(job), first, last);
}
