import type { Manifest, Statement } from "../../experiments/archive/manifest-record.js";
import type { ExperimentResult } from "../../experiments/language/result.js";

/** One figure: files that the page shows or links, by their bytes. */
export interface Picture {
  readonly name: string;
  readonly light: Uint8Array | string;
  readonly dark: Uint8Array | string;
  readonly png: Uint8Array;
  /** An interactive page that takes plotly from `plotlyHref(path)`. */
  readonly live: string;
}

export interface PageExperiment {
  readonly result: ExperimentResult;
  readonly manifest: Manifest;
  readonly pictures: readonly Picture[];
}

export interface PageInput {
  readonly statements: readonly Statement[];
  readonly experiments: readonly PageExperiment[];
  /** The plotly bundle, shared by all interactive figures. */
  readonly plotly: Uint8Array;
}

/** Path below results/ -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;
