import type { ClaimResult } from "../language/result.js";

/** Provenance of one archived experiment: `results/<path>/manifest.json`. */
export interface Manifest {
  readonly id: string;
  readonly title: string;
  readonly illustrates: readonly string[];
  readonly seed: number;
  /** SHA-256 of the spec with sorted keys, and of the data files it names. */
  readonly spec: string;
  /** File name -> SHA-256 of its bytes. */
  readonly files: Readonly<Record<string, string>>;
  readonly claims: readonly ClaimResult[];
  /** SHA-256 of all fields above, keys sorted: what two machines must agree on. */
  readonly digest: string;
  /** Outside what is hashed. */
  readonly provenance: Readonly<Record<string, unknown>>;
}

/** A statement of the sources that the experiments illustrate: a row of the catalogue. */
export interface Statement {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  /** What an experiment is to show. */
  readonly show: string;
  /** The statement itself: text with LaTeX between dollars. */
  readonly statement?: string;
}
