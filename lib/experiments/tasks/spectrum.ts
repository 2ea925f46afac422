import { type NamedArray, scalar, vector } from "../../arithmetic/named-arrays.js";
import { differing, type Evidence } from "../../dynamics/evidence.js";
import { gram } from "../../compute/index.js";
import { mercer } from "../../systems/operators/mercer.js";
import { square } from "../../arithmetic/functions.js";
import { dot, scale, sum, times, counting } from "../../arithmetic/vectors.js";
import { normals, stream } from "../../arithmetic/random.js";
import { refuse } from "../../arithmetic/refusal.js";
import { isGraph } from "../../systems/spaces/graph-operators.js";
import type { Setting } from "../language/builders/context.js";
import { buildKernel } from "../language/builders/kernel.js";
import { gaussianBandwidth, normalOnLine } from "../language/builders/mercer.js";
import { buildCompared, buildState } from "../language/builders/state.js";
import type { GeneratorOperator, KernelOperator, Measure, Operator, SpectrumRun } from "../language/types.generated.js";
import { gaussianMercer, gaussianSquareSum } from "../../systems/operators/gaussian-mercer.js";
import { generatorSpectrum } from "../../systems/operators/generator.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Kernel } from "../../compute/kernel-form.js";
import { begin } from "./begin.js";
import { coordinatesOf } from "./coordinates.js";
import type { Prepared, RunContext } from "./task.js";

type Outputs = Record<string, NamedArray>;

/** The measure as nodes and masses. */
function weighted(measure: Measure, setting: Setting): { points: Vec; rho: Vec } {
  const u = buildCompared(measure, setting, "initial");
  const { space } = setting;
  return { points: space.nodes(u), rho: space.masses(u) };
}

/** |<𝒯g, f>_H - <g, f>_{L²_ρ}| for one seeded g and f = Σ a_i k(·, x_i): <𝒯g, f>_H = (ρg)ᵀK a. */
function adjointDefect(k: Vec, rho: Vec, seed: number): number {
  const n = rho.length;
  const random = stream(seed, "adjoint");
  const g = normals(random, n);
  const a = normals(random, n);
  const apply = (x: Vec): Vec => x.map((_, i) => dot(k.subarray(i * n, i * n + n), x));
  return Math.abs(dot(apply(times(rho, g)), a) - dot(times(rho, g), apply(a)));
}

/** 𝒦_ρ on nodes: eigenvalues, tr = ∫k(x,x)dρ, Σλ² = ∬k²dρdρ, and the adjoint identity. */
function kernelStatic({ kernel: spec, measure }: KernelOperator, modes: number, setting: Setting): Outputs {
  const kernel: Kernel = buildKernel(spec, setting);
  const { points, rho } = weighted(measure, setting);
  const n = rho.length;
  if (modes > n) refuse(`${n} nodes have ${n} modes, not ${modes}`);
  const { values } = mercer(kernel, points, setting.dim, rho);
  const k = gram(kernel, points, points, setting.dim);
  return {
    values: vector("mode", values.slice(0, modes)),
    trace: scalar(sum(values)),
    diagonalIntegral: scalar(rho.reduce((s, w, i) => s + w * k[i * n + i], 0)),
    squareSum: scalar(dot(values, values)),
    doubleIntegral: scalar(k.reduce((s, v, ij) => s + rho[Math.floor(ij / n)] * rho[ij % n] * square(v), 0)),
    adjointDefect: scalar(adjointDefect(k, rho, setting.seed)),
  };
}

/** G-10 */
function kernelExact({ kernel, measure }: KernelOperator, modes: number, setting: Setting): Outputs {
  const bandwidth = gaussianBandwidth(buildKernel(kernel, setting));
  const [variance] = normalOnLine(measure, setting).covariance;
  const squares = scalar(gaussianSquareSum(bandwidth, variance));
  const values = vector("mode", gaussianMercer(bandwidth, variance, modes));
  return { values, trace: scalar(1), diagonalIntegral: scalar(1), squareSum: squares, doubleIntegral: squares };
}

const withGap = (values: Vec): Outputs => ({
  values: vector("mode", values),
  ...(values.length > 1 && { gap: scalar(values[1]) }),
});

/** Scharfetter-Gummel on the edges of a grid (B-8). */
function generatorStatic({ target }: GeneratorOperator, modes: number, setting: Setting): Outputs {
  const { space } = setting;
  if (!isGraph(space)) return refuse("the generator is discretised on grids; for a normal law use the method exact");
  return withGap(generatorSpectrum(space.lattice, buildState(target, setting)).slice(0, modes));
}

/** Ornstein-Uhlenbeck: n/σ², n = 0, 1, … (G-5). */
function generatorExact({ target }: GeneratorOperator, modes: number, setting: Setting): Outputs {
  const [variance] = normalOnLine(target, setting).covariance;
  return withGap(
    scale(
      1 / variance,
      counting(modes).map(n => n - 1),
    ),
  );
}

/** tr 𝒦_ρ = ∫ k(x, x) dρ and Σ λ² = ∬ k² dρ dρ, where the operator has them. */
const IDENTITIES = [
  ["difference of Σλ and ∫ k(x, x) dρ", "trace", "diagonalIntegral"],
  ["difference of Σλ² and ∬ k² dρ dρ", "squareSum", "doubleIntegral"],
] as const;

const identities = (outputs: Outputs): readonly Evidence[] =>
  IDENTITIES.flatMap(([what, left, right]) => {
    const [a, b] = [outputs[left], outputs[right]];
    if (a === undefined || b === undefined) return [];
    return [differing(what, a.data[0], b.data[0], Math.abs(b.data[0]), "take fewer nodes, or masses of similar size")];
  });

type Spectrum<O extends Operator> = (operator: O, modes: number, setting: Setting) => Outputs;

const SPECTRA: {
  readonly [N in Operator["name"]]: Readonly<Record<"static" | "exact", Spectrum<Extract<Operator, { name: N }>>>>;
} = {
  kernel: { static: kernelStatic, exact: kernelExact },
  generator: { static: generatorStatic, exact: generatorExact },
};

const measureOf = (operator: Operator): Measure => (operator.name === "kernel" ? operator.measure : operator.target);

/** The largest eigenvalues of a kernel operator, or the smallest of a generator, with the identities between them. */
export function spectrum(run: SpectrumRun, context: RunContext): Prepared {
  const { method, operator, modes } = run;
  const { setting, notes } = begin(run, measureOf(operator), undefined, context, buildCompared);
  if (method.name !== "static" && method.name !== "exact")
    return refuse(`a spectrum is computed by static or exact, not by ${method.name}`);
  const compute = SPECTRA[operator.name][method.name] as Spectrum<Operator>;
  return () => {
    const outputs = compute(operator, modes, setting);
    return {
      status: "completed",
      reason: `${modes} eigenvalues`,
      outputs,
      coordinates: coordinatesOf(outputs, setting),
      notes,
      evidence: identities(outputs),
    };
  };
}
