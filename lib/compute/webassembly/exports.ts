/** What the module of lib/compute/assembly offers. Addresses and counts are unsigned integers of 32 bits. */
export interface Exports {
  /** The first address that is free. */
  readonly heap: { readonly value: number };
  /** Where the 128 fractions 2^{-j/128} of the exponential belong. */
  fractions(): number;
}
