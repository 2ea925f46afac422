import type { Vec } from "../arithmetic/vec.js";
import type { Solution } from "./integrator.js";
import type { GradientSystem } from "../systems/system.js";
import { type NamedArray, scalar, vector } from "../arithmetic/named-arrays.js";
import { dualDissipation } from "../systems/dissipation.js";
import { leaves } from "../systems/geometries/terms.js";
import { temperatureOf } from "../systems/energies/combinations.js";
import { fitsSimpson, sampledIntegral } from "../numerics/sampled.js";
import { add, dot, sum } from "../arithmetic/vectors.js";
import { primalDissipation, primalRefusal } from "../systems/primal-dissipation.js";
import { isRefusal, reasonOf } from "../arithmetic/refusal.js";
import { logRefusals } from "../systems/admissible.js";
import { rate } from "../systems/system.js";

/**
 * What every flow records of itself. Entries are absent where the representation cannot evaluate them (`absent` says
 * why).
 * `balanceDefect` = F(u_T) - F(u_0) + ∫ R + R* dt, by quadrature over the recorded times, with R computed from u̇
 * independently of R*.
 * `balanceUncertainty` is how far that moves when every second record is dropped.
 */
export interface Certificate {
  readonly series: Readonly<Record<string, NamedArray>>;
  readonly absent: Readonly<Record<string, string>>;
  /** Quantity -> why it has no value (NaN) at some of the recorded times; not archived, where NaN says so. */
  readonly gaps?: Readonly<Record<string, string>>;
}

/** One recorded quantity of a state, or why there is none ("" if there is). */
interface Quantity {
  readonly refusal: string;
  of(u: Vec): number;
}

const ROUGH = "R* of log u by parts needs tr ∇∇k on the diagonal, infinite for this kernel: take a smoother one";

/** Why R* cannot be computed; "" if it can. */
function dualRefusal(system: GradientSystem): string {
  const log = system.space.kind === "particles" && temperatureOf(system.energy.form) !== 0;
  const rough = log && leaves(system.geometry).some(({ term }) => (term.smoother.kernel?.smoothness ?? Infinity) < 1);
  return logRefusals(system)[0] ?? (rough ? ROUGH : "");
}

/** Effective sample size (Σw)²/Σw². */
const effectiveSize = (w: Vec): number => (sum(w) * sum(w)) / dot(w, w);

/** Particles below 1e-12 of the total mass: they move, but carry nothing. */
function massless(w: Vec): number {
  const nothing = 1e-12 * Math.abs(sum(w));
  return w.reduce((count, m) => count + (Math.abs(m) <= nothing ? 1 : 0), 0);
}

const smallest = (w: Vec): number => w.reduce((a, b) => Math.min(a, b), Infinity);

/** The recorded times and states of a flow. */
type Flow = Pick<Solution, "t" | "snapshots">;

function quantities(system: GradientSystem): Readonly<Record<string, Quantity>> {
  const { space, energy } = system;
  const clouds = space.kind === "particles";
  return {
    energy: { refusal: energy.absent ?? "", of: u => energy.value(u) },
    dual: { refusal: dualRefusal(system), of: u => dualDissipation(system, u) },
    primal: {
      refusal: dualRefusal(system) || primalRefusal(system),
      of: u => primalDissipation(system, u, rate(system, u)),
    },
    mass: { refusal: "", of: u => sum(space.masses(u)) },
    positivity: { refusal: "", of: u => smallest(space.masses(u)) },
    ...(clouds && {
      ess: { refusal: "", of: (u: Vec) => effectiveSize(space.masses(u)) },
      massless: { refusal: "", of: (u: Vec) => massless(space.masses(u)) },
    }),
  };
}

/** The values at all states; where one is refused (coincident points, say) there is none, and `refused` hears why. */
function valuesAt({ of }: Quantity, { t, snapshots }: Flow, refused: (reason: string) => void): NamedArray {
  const valueAt = (u: Vec, k: number): number => {
    try {
      return of(u);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused(`at t = ${t[k]}: ${reasonOf(error)}`);
      return NaN;
    }
  };
  return vector("t", Float64Array.from(snapshots, valueAt));
}

/** The quadrature behind `balanceDefect`, for the notes of a run. */
export const balanceRule = (t: Vec): string =>
  `${fitsSimpson(t) ? "Simpson" : "trapezoid"} rule over ${t.length - 1} recorded intervals`;

/** Every second sample. */
const coarse = (x: Vec): Vec => x.filter((_, i) => i % 2 === 0);

/**
 * F(u_T) - F(u_0) + ∫ R + R* dt over the recorded times, and how far the quadrature moves when every second record is
 * dropped: a
 * defect below that says nothing against the flow, only that it was recorded too seldom.
 */
function balance(t: Vec, energy: Vec, primal: Vec, dual: Vec): Readonly<Record<string, NamedArray>> {
  const rate = add(primal, dual);
  const dissipated = sampledIntegral(t, rate);
  const last = t.length - 1;
  const balanceDefect = scalar(energy[last] - energy[0] + dissipated);
  if (last % 2 !== 0) return { balanceDefect };
  return { balanceDefect, balanceUncertainty: scalar(Math.abs(dissipated - sampledIntegral(coarse(t), coarse(rate)))) };
}

/**
 * What a flow says of itself, at the recorded times: energy F, dual R*(u, -DF), primal R(u, u̇) computed independently
 * of it, mass,
 * smallest mass; for particles effective sample size and number of massless ones; and the defect of the
 * energy-dissipation balance.
 */
export function certificate(system: GradientSystem, flow: Flow): Certificate {
  const { t } = flow;
  const all = Object.entries(quantities(system));
  const present = all.filter(([, q]) => q.refusal === "");
  const absent = Object.fromEntries(all.filter(([, q]) => q.refusal !== "").map(([name, q]) => [name, q.refusal]));
  const gaps: Record<string, string> = {};
  const series: Record<string, NamedArray> = Object.fromEntries(
    present.map(([name, q]) => [name, valuesAt(q, flow, reason => (gaps[name] ??= reason))]),
  );
  const { energy, dual, primal } = series;
  const missing = ["energy", "dual", "primal"].filter(name => !(name in series));
  if (t.length < 2) missing.push("two recorded times");
  if (missing.length > 0)
    return { series, gaps, absent: { ...absent, balanceDefect: `needs ${missing.join(" and ")}` } };
  return { series: { ...series, ...balance(t, energy.data, primal.data, dual.data) }, absent, gaps };
}
