/** Small experiments from closed forms, for the tests of figures: no solver runs. */
import type { NamedArray } from "../arrays.js";
import { exp, log } from "../numerics/functions.js";
import type { ClaimResult, ExperimentResult, RunArchive } from "../spec/result.js";
import type { Axis, Experiment, Figure, Task } from "../spec/types.generated.js";
import type { Vec } from "../types.js";

export const numbered = (n: number, at: (i: number) => number): Vec => Float64Array.from({ length: n }, (_, i) => at(i));
export const times: Vec = numbered(61, (i) => 0.1 * i);

export const array = (dims: readonly string[], shape: readonly number[], at: (...index: number[]) => number): NamedArray => {
  const size = shape.reduce((a, b) => a * b, 1);
  const index = (k: number): number[] => shape.map((n, d) => Math.floor(k / shape.slice(d + 1).reduce((a, b) => a * b, 1)) % n);
  return { dims, shape, data: numbered(size, (k) => at(...index(k))) };
};
export const overTime = (at: (t: number) => number): NamedArray => array(["t"], [times.length], (k) => at(times[k]));

export const run = (outputs: Readonly<Record<string, NamedArray>>, coordinates: Readonly<Record<string, Vec>> = { t: times }, axes: readonly string[] = []): RunArchive =>
  ({ axes, status: [{ status: "completed", reason: "" }], outputs, coordinates, notes: {} });

export const claim = (name: string, measured: number, expected: number, tolerance: number): ClaimResult => {
  const satisfied = Math.abs(measured - expected) <= tolerance;
  return {
    name, claim: "equal", for: ["A-4.2"], control: false, because: "it follows from the closed form", satisfied, holds: satisfied,
    measured, expected, tolerance, deviation: Math.abs(measured - expected), at: {},
  };
};

export interface Parts {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly tasks?: Readonly<Record<string, Partial<Task>>>;
  readonly runs?: Readonly<Record<string, RunArchive>>;
  readonly axes?: Readonly<Record<string, Axis>>;
  readonly claims?: readonly ClaimResult[];
}

export const experiment = ({ figures, tasks = {}, runs = {}, axes = {}, claims = [] }: Parts): ExperimentResult => ({
  path: "paper/fixture",
  spec: {
    id: "fixture", title: "A fixture", illustrates: ["A-4.2"], seed: 1, runs: tasks as Experiment["runs"] & object, axes, figures,
    claims: Object.fromEntries(claims.map((c) => [c.name, { claim: "equal", measured: "1", expected: "1", tolerance: c.tolerance, because: c.because }])),
  },
  runs,
  claims,
});

/** μ_t = π (μ_0/π)^{exp(-t)} on 60 states: the Hellinger flow of KL, with KL(μ_t|π) and its bound. */
export function hellingerFlow(skew: number): { readonly kl: NamedArray; readonly bound: NamedArray } {
  const n = 60;
  const ratio = numbered(n, (i) => skew * (i / (n - 1) - 0.5));
  const energy = (t: number): number => {
    const s = ratio.map((r) => exp(-t) * r);
    return s.reduce((sum, r) => sum + (exp(r) * r - exp(r) + 1) / n, 0);
  };
  const largest = ratio[n - 1];
  return { kl: overTime(energy), bound: overTime((t) => 0.5 * largest * largest * exp(largest) * exp(-2 * t)) };
}

export const normal = (x: number, mean: number, variance: number): number =>
  exp((-(x - mean) * (x - mean)) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
export const slopeOf = (x: ArrayLike<number>, y: ArrayLike<number>, i: number, j: number): number => (log(y[j]) - log(y[i])) / (x[j] - x[i]);
