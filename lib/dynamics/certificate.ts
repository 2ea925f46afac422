import type { Vec } from "../arithmetic/vec.js";
import type { Solution } from "./integrator.js";
import type { GradientSystem } from "../systems/system.js";
import { type NamedArray, scalar, vector } from "../arithmetic/named-arrays.js";
import { leaves } from "../systems/geometries/terms.js";
import { sampledIntegral } from "../numerics/sampled.js";
import { add } from "../arithmetic/vectors.js";
import { primalRefusal } from "../systems/primal-dissipation.js";
import { isRefusal, reasonOf } from "../arithmetic/refusal.js";
import { logRefusals, needsUnknownLog } from "../systems/admissible.js";
import { type Note, type Notes, unheard } from "../arithmetic/notes.js";
import { dual, energy, primal } from "./recorders/energetics.js";
import { ess, mass, massless, positivity } from "./recorders/masses.js";
import type { Recorder } from "./recorders/recorder.js";

/** What a recorder of a run has in the certificate already, because the certificate has it from the same recorder. */
export const certifiedSeries = (recorder: Recorder, { series }: Certificate): NamedArray | undefined =>
  CERTIFIED.has(recorder.at) ? series[CERTIFIED.get(recorder.at)!] : undefined;

const CERTIFIED: ReadonlyMap<Recorder["at"], string> = new Map(
  [energy, dual, primal, mass, positivity, ess, massless].map(({ at, name }) => [at, name]),
);

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
  /** What to know of the numbers, for the notes of a run; not archived with them. */
  readonly notes?: Notes;
}

/** A recorder, or why it has no values ("" if it has). */
interface Certified {
  readonly recorder: Recorder;
  readonly refusal: string;
}

const ROUGH = "R* of log u by parts needs tr ∇∇k on the diagonal, infinite for this kernel: take a smoother one";

/** Why R* cannot be computed; "" if it can. */
function dualRefusal(system: GradientSystem): string {
  const log = needsUnknownLog(system);
  const rough = log && leaves(system.geometry).some(({ term }) => (term.smoother.kernel?.smoothness ?? Infinity) < 1);
  return logRefusals(system)[0] ?? (rough ? ROUGH : "");
}

/** The recorded times and states of a flow. */
type Flow = Pick<Solution, "t" | "snapshots">;

/** The recorders that a flow always has. */
function certified(system: GradientSystem): readonly Certified[] {
  const always = (recorder: Recorder): Certified => ({ recorder, refusal: "" });
  return [
    { recorder: energy, refusal: system.energy.absent ?? "" },
    { recorder: dual, refusal: dualRefusal(system) },
    { recorder: primal, refusal: dualRefusal(system) || primalRefusal(system) },
    ...[mass, positivity, ...(system.space.support === "atoms" ? [ess, massless] : [])].map(always),
  ];
}

/** The values at all states; where one is refused (coincident points, say) there is none, and `refused` hears why. */
function valuesAt(recorder: Recorder, system: GradientSystem, { t, snapshots }: Flow, refused: Note): NamedArray {
  const valueAt = (u: Vec, k: number): number => {
    try {
      return recorder.at(system, { t: t[k], u }, unheard) as number;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused(recorder.name, `at t = ${t[k]}: ${reasonOf(error)}`);
      return NaN;
    }
  };
  return vector("t", Float64Array.from(snapshots, valueAt));
}

const INFINITE =
  "F or R or R* is infinite at all but one of the recorded times: " +
  "record more of them, or begin with a state that is positive everywhere";

const lateBalance = (t: number, what: string): string =>
  `taken from t = ${t} on: ${what} is infinite before, as where a node is empty and DF = log u has no bound; ` +
  "begin with a state that is positive everywhere to balance all of the flow";

/** Every second sample. */
const coarse = (x: Vec): Vec => x.filter((_, i) => i % 2 === 0);

/**
 * The first record of the balance. From a state with empty nodes F, R and R* may begin at +∞, with an integral that
 * converges: what is recorded later can still be balanced.
 */
export function firstBalanced({ energy: F, primal: R, dual: dualR }: Certificate["series"]): number {
  if (F === undefined || R === undefined || dualR === undefined) return 0;
  let k = 0;
  while ([F, R, dualR].some(({ data }) => data[k] === Infinity)) k++;
  return k;
}

/**
 * F(u_T) - F(u_0) + ∫ R + R* dt over the recorded times, and how far the quadrature moves when every second record is
 * dropped: a defect below that says nothing against the flow, only that it was recorded too seldom.
 */
function balance(t: Vec, F: Vec, R: Vec, dualR: Vec): Readonly<Record<string, NamedArray>> {
  const rate = add(R, dualR);
  const dissipated = sampledIntegral(t, rate);
  const last = t.length - 1;
  const balanceDefect = scalar(F[last] - F[0] + dissipated);
  if (last % 2 !== 0) return { balanceDefect };
  return { balanceDefect, balanceUncertainty: scalar(Math.abs(dissipated - sampledIntegral(coarse(t), coarse(rate)))) };
}

/**
 * What a flow says of itself, at the recorded times: energy F, dual R*(u, -DF), primal R(u, u̇) computed independently
 * of it, mass, smallest mass; for particles effective sample size and number of massless ones; and the defect of the
 * energy-dissipation balance.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.hellinger };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const { series } = certificate(system, solve({ system, initial, end: 2 }, integrators.rk4, { steps: 200 }));
 * ```
 */
export function certificate(system: GradientSystem, flow: Flow): Certificate {
  const { t } = flow;
  const all = certified(system);
  const refusals = all.filter(({ refusal }) => refusal !== "");
  const absent = Object.fromEntries(refusals.map(({ recorder, refusal }) => [recorder.name, refusal]));
  const gaps: Record<string, string> = {};
  const refused: Note = (name, reason) => void (gaps[name] ??= reason);
  const series = Object.fromEntries(
    all
      .filter(({ refusal }) => refusal === "")
      .map(({ recorder }) => [recorder.name, valuesAt(recorder, system, flow, refused)]),
  );
  const missing = [energy, dual, primal].map(({ name }) => name).filter(name => !(name in series));
  if (t.length < 2) missing.push("two recorded times");
  if (missing.length > 0)
    return { series, gaps, absent: { ...absent, balanceDefect: `needs ${missing.join(" and ")}` } };
  const first = firstBalanced(series);
  if (t.length - first < 2) return { series, gaps, absent: { ...absent, balanceDefect: INFINITE } };
  const [F, R, dualR] = [energy, primal, dual].map(({ name }) => series[name].data.subarray(first));
  const proof = { series: { ...series, ...balance(t.subarray(first), F, R, dualR) }, absent, gaps };
  if (first === 0) return proof;
  const halves = [series.primal, series.dual].some(({ data }) => data[first - 1] === Infinity);
  return { ...proof, notes: { balance: lateBalance(t[first], halves ? "R or R*" : "F") } };
}
