/** What is to be summed, as the host describes it: numbers, addresses and counts, all as f64. */
@unmanaged
export class Job {
  /** Targets: `n` points of `width` numbers. */
  x: f64;
  n: f64;
  /** Sources: `m` points of `width` numbers. */
  y: f64;
  m: f64;
  /** The dimension: `width`, or half of it where scores follow the coordinates. */
  dim: f64;
  width: f64;
  /** Weights of the sources, m × columns. */
  w: f64;
  columns: f64;
  /** Sums per target, n × sums; or the rows of a Gram matrix. */
  out: f64;
  sums: f64;
  /** Which values of pairs, and what is added up. */
  values: f64;
  sum: f64;
  /** The terms that the values need, one after the other. */
  terms: f64;
  /** Jacobians of the scores of the sources, m × dim × dim. */
  hessians: f64;
  /** Sources before this one are in `out` already. */
  from: f64;
  /** For sums of a cloud over itself: the cloud as panels, sums as panels, and how far every band has come. */
  packed: f64;
  state: f64;
  progress: f64;
}
