import { runStage } from "./pool";
import { Sweeps } from "./rotation-stages";
import { ROTATE } from "./stage-numbers";

/** Applies sweeps to all panels. */
export function rotate(matrix: usize, n: usize, panels: usize, start: usize, end: usize, job: usize): void {
  const sweeps = changetype<Sweeps>(job);
  sweeps.matrix = matrix;
  sweeps.n = n;
  sweeps.start = start;
  sweeps.end = end;
  runStage(ROTATE, job, panels, min<usize>(4, (panels + 31) >> 5), <f64>(end - start) * <f64>(2 * panels));
}
