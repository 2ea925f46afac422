import { scaledWord, sumWord } from "./combinations.js";
import { gaussianWord } from "./gaussian.js";
import { inverseMultiquadricWord } from "./inverse-multiquadric.js";
import { laplaceWord } from "./laplace.js";
import { maternWord } from "./matern.js";
import { linearWord, polynomialWord } from "./polynomial.js";
import { rationalQuadraticWord } from "./rational-quadratic.js";
import { rieszWord } from "./riesz.js";
import { steinWord } from "./stein.js";
import { wendlandWord } from "./wendland.js";
import type { KernelWord } from "./word.js";

/** Every kernel of the language, in the order in which editors offer them. */
export const KERNEL_WORDS: readonly KernelWord[] = [
  gaussianWord,
  laplaceWord,
  maternWord,
  inverseMultiquadricWord,
  linearWord,
  steinWord,
  rationalQuadraticWord,
  rieszWord,
  wendlandWord,
  polynomialWord,
  sumWord,
  scaledWord,
];
