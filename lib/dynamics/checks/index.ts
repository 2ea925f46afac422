/** Checks of one's own energies, geometries and integrators against what they must be. */
export { checkBalance, checkChainRule } from "./balance.js";
export { checkDifferential } from "./differential.js";
export { checkOnsager } from "./onsager.js";
export { logSlope, observedOrder } from "./order.js";
