import { AT_ONCE, DEPTH, factorDiagonal, PANEL, Stage } from "./cholesky-stages";
import { runStage } from "./pool";
import { SOLVE, SUBTRACT } from "./stage-numbers";

/** Strips of a piece of work, of which there are enough for all threads. */
// @ts-ignore: decorator
@inline function pieceOf(strips: usize): usize { return min<usize>(8, (strips + 31) >> 5); }

/** The panel of the strips from … to - 1. Returns the row of a pivot that is not positive, or -1. */
function factorPanel(stage: Stage, n: usize, from: usize, to: usize): i32 {
  const failed = factorDiagonal(stage.a, n, from, to), below = stage.rows - to;
  if (failed >= 0 || below === 0) return failed;
  stage.from = from;
  stage.to = to;
  runStage(SOLVE, changetype<usize>(stage), below, pieceOf(below), <f64>below * (2 * PANEL * PANEL));
  return -1;
}

/** Subtracts the panels of the strips from … to - 1 in the columns of the strips to … right - 1. */
function subtractPanels(stage: Stage, from: usize, to: usize, right: usize): void {
  const below = stage.rows - to;
  stage.left = to;
  stage.right = right;
  for (let start = from; start < to; start += AT_ONCE * DEPTH) {
    stage.from = start;
    stage.to = min(start + AT_ONCE * DEPTH, to);
    const products = <f64>below * <f64>(right - to) * <f64>((stage.to - start) << 6);
    runStage(SUBTRACT, changetype<usize>(stage), below, pieceOf(below), products);
  }
}

/**
 * The columns of the strips from … to - 1, to which the panels before have been subtracted: the first half, then the
 * second.
 */
function factorColumns(stage: Stage, n: usize, from: usize, to: usize): i32 {
  const panels = (to - from + DEPTH - 1) / DEPTH;
  if (panels === 1) return factorPanel(stage, n, from, to);
  const middle = from + (panels >> 1) * DEPTH, failed = factorColumns(stage, n, from, middle);
  if (failed >= 0) return failed;
  subtractPanels(stage, from, middle, to);
  return factorColumns(stage, n, middle, to);
}

/**
 * The factor of the n × n matrix whose lower half stands at `a`, in strips. Returns -1, or the first pivot that is not
 * positive.
 */
export function cholesky(a: usize, n: usize, job: usize): i32 {
  const stage = changetype<Stage>(job), strips = (n + 3) >> 2;
  stage.a = a;
  stage.rows = strips;
  return factorColumns(stage, n, 0, strips);
}
