import type { Vec } from "../../arithmetic/vec.js";
import type { Routines } from "./routines.js";

const times = (factor: number, x: Vec): Vec => x.map(v => factor * v);

/** The routines of c k. */
export const scaledRoutines = (factor: number, of: Routines): Routines => ({
  gram: (...points) => times(factor, of.gram(...points)),
  sum: (...points) => times(factor, of.sum(...points)),
  gradient1Sum: (...points) => times(factor, of.gradient1Sum(...points)),
  gradient2Sum: (...points) => times(factor, of.gradient2Sum(...points)),
  mixedTraceSum: (...points) => times(factor, of.mixedTraceSum(...points)),
  ...(of.direction ? { direction: (...points) => times(factor, of.direction!(...points)) } : {}),
});

const total = (parts: readonly Vec[]): Vec => parts.reduce((a, b) => a.map((v, i) => v + b[i]));

/** The routines of Σ k. */
export const summedRoutines = (of: readonly Routines[]): Routines => ({
  gram: (...points) => total(of.map(k => k.gram(...points))),
  sum: (...points) => total(of.map(k => k.sum(...points))),
  gradient1Sum: (...points) => total(of.map(k => k.gradient1Sum(...points))),
  gradient2Sum: (...points) => total(of.map(k => k.gradient2Sum(...points))),
  mixedTraceSum: (...points) => total(of.map(k => k.mixedTraceSum(...points))),
});
