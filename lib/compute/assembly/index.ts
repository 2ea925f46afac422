export { fractions } from "./exponential";
export { gramPanels, scratchOf, sumPanels } from "./run";
export { prepareTerms } from "./terms";

/** The first address that is free. */
export const heap: usize = __heap_base;
