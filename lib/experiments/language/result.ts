import type { NamedArray } from "../../arithmetic/named-arrays.js";
import type { Notes } from "../../arithmetic/notes.js";
import type { Certificate } from "../../dynamics/certificate.js";
import type { Status } from "../tasks/task.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Claim, Experiment, Published } from "./types.generated.js";

/** One claim with the numbers that decide it. */
export interface ClaimResult {
  readonly name: string;
  readonly claim: Claim["claim"];
  /** Catalogue ids it speaks for. */
  readonly for: readonly string[];
  readonly control: boolean;
  readonly because: string;
  /** Whether the sentence is true of the numbers; a control holds when it is not. */
  readonly satisfied: boolean;
  readonly holds: boolean;
  /**
   * The worst place: the measured number there, what was expected, the tolerance or slack, and where (dimension ->
   * label).
   */
  readonly measured: number | string;
  readonly expected: number | string;
  readonly tolerance: number;
  /** |measured - expected| (equal), or how far the bound is exceeded (≤ 0 where it holds). */
  readonly deviation: number;
  readonly at: Readonly<Record<string, string>>;
  /** What the literature says of the measured quantity. */
  readonly published?: Published;
}

/** All points of one run over the axes that touch it: outputs carry the axes as leading dimensions. */
export interface RunArchive {
  readonly axes: readonly string[];
  /** Status and reason per axis point, row-major over `axes`. */
  readonly status: readonly { readonly status: Status; readonly reason: string }[];
  readonly outputs: Readonly<Record<string, NamedArray>>;
  readonly coordinates: Readonly<Record<string, Vec>>;
  readonly certificate?: Certificate;
  readonly notes: Notes;
}

/** An experiment with everything that was computed: what claims and figures read. */
export interface ExperimentResult {
  /** Path below experiments/ without .json, e.g. "paper/mmd-flows". */
  readonly path: string;
  readonly spec: Experiment;
  readonly runs: Readonly<Record<string, RunArchive>>;
  readonly claims: readonly ClaimResult[];
}
