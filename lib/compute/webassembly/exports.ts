/** What the module of lib/compute/assembly offers. Addresses and counts are unsigned integers of 32 bits. */
export interface Exports {
  /** The first address that is free. */
  readonly heap: { readonly value: number };
  /** Where the 128 fractions 2^{-j/128} of the exponential belong. */
  fractions(): number;
  /** Makes a table of factor e^{-y}, which takes 130 numbers. */
  prepareExponential(table: number, factor: number): void;
  /** Fills the tables of `count` terms. */
  prepareTerms(terms: number, count: number): void;
  /** Bytes of scratch memory per thread that a job needs. */
  scratchOf(job: number): number;
  /** How many bands n targets make, each of 32. */
  bandsOf(n: number): number;
  /** How many strips of bands they make, each a piece of work. */
  stripsOf(n: number): number;
  /** Makes a job ready for the sums of a cloud over itself. */
  prepareBands(job: number): void;
  /** How many turns threads have waited for each other while bands were summed. */
  turnsWaited(job: number): number;
  /** The same for mixed traces of a Stein kernel. */
  steinTraceScratchOf(job: number): number;
  /** The same for the description of an entropic transport problem. */
  entropicScratchOf(job: number): number;
  /** The same for soft minima. */
  softScratchOf(job: number): number;
  /** The same for transforms of lines. */
  linesScratchOf(job: number): number;
  fftScratchOf(job: number): number;
  /**
   * A routine on the panels first ≤ … < last of a job. Panels do not know of each other, so that any split gives the
   * same bits.
   */
  runPanels(routine: number, job: number, first: number, last: number, scratch: number): void;
  /** How many other threads have started and take part. */
  serving(): number;
  /**
   * Offers a routine on all panels, `size` of them at a time, to all threads that are there; each has `room` bytes from
   * `scratch` on.
   */
  offer(routine: number, job: number, panels: number, size: number, scratch: number, room: number): void;
  /** Works on what was offered until nothing is left to be taken. Others may still work when it returns. */
  takePart(): void;
  /** Returns when no other thread works any more. */
  awaitHelpers(): void;
  /** Before a routine of many stages: 1 where there is to be help. */
  beginStages(helped: number): void;
  /** Whether helpers were late, so that they were not waited for any more. */
  tooLate(): number;
  /** Eight rows of `width` numbers from row `first` of n, as lanes, and back. */
  pack(from: number, first: number, n: number, width: number, to: number): void;
  unpack(from: number, first: number, n: number, width: number, to: number): void;
  /** -1, or the first pivot that is not positive, as an integer with a sign. */
  cholesky(a: number, n: number, job: number): number;
  tridiagonalise(a: number, n: number, norms: number, off: number, work: number, job: number): void;
  accumulate(a: number, n: number, norms: number, q: number, work: number, job: number): void;
  rotate(matrix: number, n: number, panels: number, start: number, end: number, job: number): void;
  multiply(
    a: number,
    n: number,
    b: number,
    m: number,
    inner: number,
    left: number,
    right: number,
    out: number,
    job: number,
  ): void;
  leastReduced(
    cost: number,
    potentials: number,
    n: number,
    m: number,
    from: number,
    count: number,
    below: number,
  ): number;
  /**
   * n numbers rise, with where each came from; the number of times that values and order have changed places with their
   * room.
   */
  sortRising(values: number, order: number, n: number, roomValues: number, roomOrder: number, counts: number): number;
}
