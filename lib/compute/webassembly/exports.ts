/** What the module of lib/compute/assembly offers. Addresses and counts are unsigned integers of 32 bits. */
export interface Exports {
  /** The first address that is free. */
  readonly heap: { readonly value: number };
  /** Where the 128 fractions 2^{-j/128} of the exponential belong. */
  fractions(): number;
  /** Fills the tables of `count` terms. */
  prepareTerms(terms: number, count: number): void;
  /** Bytes of scratch memory per thread that a job needs. */
  scratchOf(job: number): number;
  readonly sumPanels: PanelRoutine;
  readonly gramPanels: PanelRoutine;
}

/** Works on the panels first ≤ … < last of a job. Panels do not know of each other, so that any split of them gives the same bits. */
export type PanelRoutine = (job: number, first: number, last: number, scratch: number) => void;
