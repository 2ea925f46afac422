import { scaledWord, sumWord } from "./combinations.js";
import { halfChi2Word, inclusiveKlWord, klWord, phiWord } from "./divergences.js";
import { drMmdWord } from "./dr-mmd.js";
import { entropyWord, potentialWord } from "./free-energy.js";
import { ginzburgLandauWord } from "./ginzburg-landau.js";
import { halfMmd2Word, interactionWord } from "./half-mmd2.js";
import { jeffreysWord } from "./jeffreys.js";
import { blobKlWord, smoothedDerivativeKlWord, smoothedKlWord } from "./kernelised-kl.js";
import { kaleWord, mmdRegularisedWord } from "./mmd-regularised.js";
import { meanFieldWord, momentWord } from "./mean-field.js";
import { quadraticKlWord } from "./quadratic-kl.js";
import { sinkhornWord } from "./sinkhorn.js";
import { slicedWassersteinWord } from "./sliced-wasserstein.js";
import type { EnergyWord } from "./word.js";

/** Every energy of the language, in the order in which editors offer them. */
export const ENERGY_WORDS: readonly EnergyWord[] = [
  klWord,
  inclusiveKlWord,
  phiWord,
  jeffreysWord,
  blobKlWord,
  smoothedKlWord,
  smoothedDerivativeKlWord,
  momentWord,
  meanFieldWord,
  halfMmd2Word,
  potentialWord,
  entropyWord,
  ginzburgLandauWord,
  sumWord,
  scaledWord,
  halfChi2Word,
  interactionWord,
  drMmdWord,
  mmdRegularisedWord,
  kaleWord,
  quadraticKlWord,
  sinkhornWord,
  slicedWassersteinWord,
];
