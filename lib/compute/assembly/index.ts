export { fractions, prepareExponential } from "./exponential";
export { awaitHelpers, beginStages, offer, runPanels, serve, serving, takePart, tooLate } from "./pool";
export { scratchOf } from "./panels";
export { softScratchOf } from "./soft-minimum";
export { prepareTerms } from "./terms";

/** The first address that is free. */
export const heap: usize = __heap_base;
export { cholesky } from "./cholesky";
export { accumulate, tridiagonalise } from "./householder";
export { pack, unpack } from "./lanes";
export { rotate } from "./rotations";
export { leastReduced } from "./reduced-costs";
export { fftScratchOf } from "./fft";
export { linesScratchOf } from "./lines";
export { entropicScratchOf } from "./gibbs";
export { steinTraceScratchOf } from "./stein-trace";
export { multiply } from "./multiply";
export { bandsOf, prepareBands, stripsOf, turnsWaited } from "./symmetric";
export { sortRising } from "./order";
