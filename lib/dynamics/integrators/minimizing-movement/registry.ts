import type { Proximal } from "./proximal.js";
import { flatProximal } from "./flat.js";
import { gaussianStep } from "./gaussian.js";
import { hellingerPhi } from "./hellinger-phi.js";
import { mmdStep } from "./mmd-simplex.js";
import { wassersteinQuantile } from "./wasserstein-quantile.js";

/** One step per pair of metric and energy, from the most special to the most general. */
export const PROXIMALS: readonly Proximal[] = [hellingerPhi, mmdStep, gaussianStep, wassersteinQuantile, flatProximal];
