/** Integrators: how a flow goes from t to t + dt. */
import { adagradWord } from "./adagrad.js";
import { adamWord } from "./adam.js";
import { adaptiveWord } from "./adaptive.js";
import { birthDeathWord } from "./birth-death.js";
import { changCooperWord } from "./chang-cooper.js";
import { exactWord } from "./exact.js";
import { exponentialWord } from "./exponential.js";
import { heavyBallWord } from "./heavy-ball.js";
import { implicitEulerWord } from "./implicit-euler.js";
import { jkoWord } from "./jko.js";
import { langevinWord } from "./langevin.js";
import { networkJkoWord } from "./network-jko.js";
import { noisyEulerWord } from "./noisy-euler.js";
import { observedWord } from "./observed.js";
import { publishedIftWord } from "./published-ift.js";
import { reseedingWord } from "./reseeding.js";
import { probabilityFlowWord } from "./probability-flow.js";
import { explicitEulerWord, rk4Word } from "./runge-kutta.js";
import { scoreMatchingWord } from "./score-matching.js";
import { semiImplicitWord } from "./semi-implicit.js";
import { splittingWord } from "./splitting.js";
import { nesterovWord } from "./nesterov.js";
import { rescaledGradientWord } from "./rescaled-gradient.js";
import { signedGradientWord } from "./signed-gradient.js";
import { newtonFlowWord } from "./newton-flow.js";
import { sphereGradientWord } from "./sphere-gradient.js";
import { rattleWord } from "./rattle.js";
import type { IntegratorWord } from "./word.js";

export { type Adagrad, adagrad } from "./adagrad.js";
export { type Adam, adam } from "./adam.js";
export { adaptive } from "./adaptive.js";
export { birthDeath } from "./birth-death.js";
export { changCooper } from "./chang-cooper.js";
export { exact } from "./exact.js";
export { exponential } from "./exponential.js";
export { heavyBall } from "./heavy-ball.js";
export { implicitEuler } from "./implicit-euler.js";
export { jko, jkoMidpoint } from "./jko.js";
export { langevin } from "./langevin.js";
export type { Noise } from "./noise.js";
export { networkJko } from "./network-jko.js";
export { noisyEuler } from "./noisy-euler.js";
export { type Observations, observed } from "./observed.js";
export { type PublishedIft, publishedIft } from "./published-ift.js";
export { type Reseeding, reseeding } from "./reseeding.js";
export { probabilityFlow } from "./probability-flow.js";
export { explicitEuler, rk4 } from "./runge-kutta.js";
export { type ScoreMatching, scoreMatching } from "./score-matching.js";
export { semiImplicit } from "./semi-implicit.js";
export { splitting } from "./splitting.js";
export { nesterov } from "./nesterov.js";
export { rescaledGradient } from "./rescaled-gradient.js";
export { signedGradient } from "./signed-gradient.js";
export { type Settling, newtonFlow } from "./newton-flow.js";
export { sphereGradient } from "./sphere-gradient.js";
export { rattle } from "./rattle.js";

/**
 * Every integrator of the language, in the order in which editors offer them.
 *
 * ```ts
 * const names = integrators.words.map(({ name, description }) => `${name}: ${description}`);
 * ```
 */
export const words: readonly IntegratorWord[] = [
  exactWord,
  explicitEulerWord,
  rk4Word,
  exponentialWord,
  implicitEulerWord,
  semiImplicitWord,
  changCooperWord,
  jkoWord,
  splittingWord,
  langevinWord,
  noisyEulerWord,
  birthDeathWord,
  adaptiveWord,
  heavyBallWord,
  adagradWord,
  adamWord,
  publishedIftWord,
  reseedingWord,
  probabilityFlowWord,
  nesterovWord,
  rescaledGradientWord,
  signedGradientWord,
  newtonFlowWord,
  sphereGradientWord,
  rattleWord,
  scoreMatchingWord,
  networkJkoWord,
  observedWord,
];
