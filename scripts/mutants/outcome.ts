import type { Mutation } from "./operators.js";

export interface Mutant extends Mutation {
  /** Compiled module, relative to the root. */
  readonly file: string;
  /** Area of the mathematics. */
  readonly area: string;
}

/** By what an error was noticed; of claims, by such on runs that came to their end, or that say how a run ends. */
export const NOTICES = ["claim", "certificate", "refusal", "end", "time", "unit test"] as const;
export type Notice = (typeof NOTICES)[number];

/** What became of an error so far. */
export interface Outcome {
  /** A claim, else who noticed first. Undefined: nobody noticed. */
  readonly notice?: Notice;
  /** Who noticed, and of claims which. */
  readonly by?: string;
  /** How many experiments, and how many files of unit tests, were asked. */
  readonly experiments: number;
  readonly tests: number;
}

/** Whether no further experiment is asked: a claim notices an error, or a computation with it does not end. */
export const isSettled = (outcome?: Outcome): boolean => outcome?.notice === "claim" || outcome?.notice === "time";

/** All that is remembered between two calls. */
export interface Memory {
  /** Experiments of which all errors were asked that run in them, and those that do not hold without an error. */
  readonly done: string[];
  /** Number of an error -> what became of it. */
  readonly outcomes: Record<number, Outcome>;
  /** Number of an error -> the experiment of the row in which it was asked last. */
  readonly last: Record<number, string>;
}
