/** Integrators: how a flow goes from t to t + dt. */
import { adagradWord } from "./optimisation/adagrad.js";
import { adamWord } from "./optimisation/adam.js";
import { adaptiveWord } from "./explicit/adaptive.js";
import { birthDeathWord } from "./stochastic/birth-death.js";
import { changCooperWord } from "./implicit/chang-cooper.js";
import { exactWord } from "./exact.js";
import { exponentialWord } from "./explicit/exponential.js";
import { heavyBallWord } from "./optimisation/heavy-ball.js";
import { implicitEulerWord } from "./implicit/implicit-euler.js";
import { jkoWord } from "./minimizing-movement/jko.js";
import { langevinWord } from "./stochastic/langevin.js";
import { networkJkoWord } from "./minimizing-movement/network-jko.js";
import { noisyEulerWord } from "./stochastic/noisy-euler.js";
import { observedWord } from "./stochastic/observed.js";
import { publishedIftWord } from "./stochastic/published-ift.js";
import { reseedingWord } from "./stochastic/reseeding.js";
import { probabilityFlowWord } from "./score-based/probability-flow.js";
import { explicitEulerWord, rk4Word } from "./explicit/runge-kutta.js";
import { scoreMatchingWord } from "./score-based/score-matching.js";
import { semiImplicitWord } from "./implicit/semi-implicit.js";
import { splittingWord } from "./splitting.js";
import { nesterovWord } from "./optimisation/nesterov.js";
import { rescaledGradientWord } from "./optimisation/rescaled-gradient.js";
import { signedGradientWord } from "./optimisation/signed-gradient.js";
import { newtonFlowWord } from "./optimisation/newton-flow.js";
import { sphereGradientWord } from "./optimisation/sphere-gradient.js";
import { rattleWord } from "./optimisation/rattle.js";
import type { IntegratorWord } from "./word.js";

export { type Adagrad, adagrad } from "./optimisation/adagrad.js";
export { type Adam, adam } from "./optimisation/adam.js";
export { adaptive } from "./explicit/adaptive.js";
export { birthDeath } from "./stochastic/birth-death.js";
export { changCooper } from "./implicit/chang-cooper.js";
export { exact } from "./exact.js";
export { exponential } from "./explicit/exponential.js";
export { heavyBall } from "./optimisation/heavy-ball.js";
export { implicitEuler } from "./implicit/implicit-euler.js";
export { jko, jkoMidpoint } from "./minimizing-movement/jko.js";
export { langevin } from "./stochastic/langevin.js";
export type { Noise } from "./stochastic/noise.js";
export { networkJko } from "./minimizing-movement/network-jko.js";
export { noisyEuler } from "./stochastic/noisy-euler.js";
export { type Observations, observed } from "./stochastic/observed.js";
export { type PublishedIft, publishedIft } from "./stochastic/published-ift.js";
export { type Reseeding, reseeding } from "./stochastic/reseeding.js";
export { probabilityFlow } from "./score-based/probability-flow.js";
export { explicitEuler, rk4 } from "./explicit/runge-kutta.js";
export { type ScoreMatching, scoreMatching } from "./score-based/score-matching.js";
export { semiImplicit } from "./implicit/semi-implicit.js";
export { splitting } from "./splitting.js";
export { nesterov } from "./optimisation/nesterov.js";
export { rescaledGradient } from "./optimisation/rescaled-gradient.js";
export { signedGradient } from "./optimisation/signed-gradient.js";
export { type Settling, newtonFlow } from "./optimisation/newton-flow.js";
export { sphereGradient } from "./optimisation/sphere-gradient.js";
export { rattle } from "./optimisation/rattle.js";

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
