/** Recorded particles in the plane. */
import { refuse } from "../../arithmetic/refusal.js";
import type { Paths } from "./marks/trails.js";
import { recorded, rowAt, type At } from "./runs.js";
import { sizeOf } from "./source.js";
import type { Source } from "./plotly-figure.js";

export interface Cloud {
  /** One path per particle. */
  readonly paths: Paths;
  /** Final weights relative to 1/n; 1 where none are recorded. */
  readonly weights: readonly number[];
}

export function cloudOf(source: Source, run: string, at: At): Cloud {
  const positions =
    recorded(source, run, ["positions"], at) ??
    refuse(`run "${run}" has no particles to draw: add {"name": "positions"} to its \`record\``);
  const [particles, dim] = [sizeOf(positions, "particle"), sizeOf(positions, "coordinate")];
  if (dim < 2) refuse(`run "${run}" has particles on a line: draw its densities instead`);
  const rows = Array.from({ length: sizeOf(positions, "t") }, (_, k) => rowAt(positions, k));
  const paths = Array.from({ length: particles }, (_, i) => rows.map(row => [row[i * dim], row[i * dim + 1]] as const));
  return { paths, weights: finalWeights(source, run, at, particles) };
}

function finalWeights(source: Source, run: string, at: At, particles: number): readonly number[] {
  const weights = recorded(source, run, ["weights", "masses"], at);
  if (weights === undefined) return Array.from({ length: particles }, () => 1);
  const last = rowAt(weights, weights.shape[0] - 1);
  const mass = last.reduce((a, b) => a + b, 0);
  return Array.from(last, w => (w * particles) / mass);
}
