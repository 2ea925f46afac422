import type { Vec } from "../../../arithmetic/vec.js";
import type { Grid, Sorted } from "./grid.js";
import type { Complex, PrunedLine } from "./pruned-line.js";

/** The stages that cost the time. Every engine has the same bits, on any number of threads. */
export interface Engine {
  /** Σ_i w_i φ(· - x_i) on the grid. */
  spread(grid: Grid, sources: Sorted, weights: Vec): Vec;
  /** Σ φ(· - x_i) values at every point, for one or two grids of values. */
  interpolate(grid: Grid, targets: Sorted, fields: readonly Vec[]): readonly Vec[];
  /** used × B values -> B × kept modes of the transform along the first axis. */
  forward(line: PrunedLine, z: Complex): Complex;
  /** B × kept modes -> used × B values Σ_k z_k e^{2πijk/n}: the adjoint. */
  inverse(line: PrunedLine, z: Complex): Complex;
}
