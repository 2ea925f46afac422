import { unless } from "../../../arithmetic/admission.js";
import type { Memory } from "../../../arithmetic/memory.js";
import type { Note } from "../../../arithmetic/notes.js";
import { pow } from "../../../arithmetic/functions.js";
import { positive, whole } from "../../../arithmetic/range.js";
import { isRefusal, reasonOf } from "../../../arithmetic/refusal.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { maxAbs, subtract, zeros } from "../../../arithmetic/vectors.js";
import { logRefusals } from "../../../systems/admissible.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator, Step, StepFailure } from "../../integrator.js";
import { combine, stageRate, stages } from "./runge-kutta.js";
import { DORMAND_PRINCE } from "./tableaus.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** Largest |e_i| / (1 + |u_i|), in units of the tolerance; Infinity if anything is not finite. */
function size(error: Vec, u: Vec, tolerance: number): number {
  let worst = 0;
  for (let i = 0; i < u.length; i++) worst = Math.max(worst, Math.abs(error[i]) / (tolerance * (1 + Math.abs(u[i]))));
  return u.every(Number.isFinite) && Number.isFinite(worst) ? worst : Infinity;
}

/** PI control of Hairer & Wanner: 0.9 e^{-0.7/5} e_old^{0.4/5}, between 1/5 and 5. */
const growth = (error: number, previous: number): number =>
  error === 0 ? 5 : Math.min(5, Math.max(0.2, 0.9 * pow(error, -0.14) * pow(previous, 0.08)));

/** One trial step. */
interface Trial {
  readonly next: Vec;
  readonly error: number;
  /** h|λ| of the fastest mode, h |k_7 - k_6| / |y_7 - y_6|: Dormand-Prince is stable up to 3.3. */
  readonly speed: number;
  /** What a state on the way was refused for, if one was. */
  readonly refusal?: string;
}

/** A trial step that goes too far, to states that are refused, has an infinite error and is tried again. */
function tryStep(system: GradientSystem, y: Vec, h: number, tolerance: number): Trial {
  try {
    const k = stages(DORMAND_PRINCE, v => stageRate(system, v), h, y);
    const next = combine(y, h, DORMAND_PRINCE.b, k);
    const error = size(combine(zeros(y.length), h, DORMAND_PRINCE.error, k), next, tolerance);
    const apart = maxAbs(subtract(next, combine(y, h, DORMAND_PRINCE.a[5], k)));
    return { next, error, speed: apart > 0 ? (h * maxAbs(subtract(k[6], k[5]))) / apart : 0 };
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    return { next: y, error: Infinity, speed: 0, refusal: reasonOf(refusal) };
  }
}

/** Above this h|λ| the size of a step is set by stability and not by the tolerance (Hairer & Wanner, IV.2). */
const STABILITY = 3.25;
/** Accepted steps in a row, but for a few, after which a flow counts as stiff. */
const PERSISTENT = 15;

const underflow = (t: number, h: number, refusal: string | undefined): StepFailure =>
  refusal === undefined
    ? {
        status: "step-underflow",
        reason:
          `at t = ${t} no step of at least ${h} keeps the local error below the tolerance: ` +
          "the solution blows up, or the system is stiff and needs an implicit integrator",
      }
    : { status: "diverged", reason: `at t = ${t} every step of at least ${h} is refused: ${refusal}` };

const IMPLICIT = "take an implicit integrator: `implicit-euler`, `chang-cooper`, `semi-implicit` or `jko`";

const stiff = (t: number, h: number, speed: number, budget: number): StepFailure => ({
  status: "stiff",
  reason:
    `at t = ${t} the fastest rate, ${speed / h}, and not the tolerance holds the steps at ${h}, ` +
    `too many of them for a budget of ${budget}; ${IMPLICIT}, or give a larger \`budget\``,
});

const spent = (t: number, h: number, budget: number): StepFailure => ({
  status: "not-converged",
  reason:
    `at t = ${t} the budget of ${budget} steps is spent, with steps of ${h}: ` +
    `take a larger tolerance or a larger \`budget\``,
});

/** Trial steps that a run may take. */
const BUDGET = 100_000;

/**
 * Dormand-Prince 5(4) with error control inside each step of size dt; the size found last is where the next step
 * begins. A run that would take more than `budget` steps ends: as `stiff` where their size is set by stability.
 *
 * ```ts
 * const integrator = integrators.adaptive(1e-6);
 * ```
 */
export function adaptive(tolerance: number, budget: number = BUDGET): Integrator {
  positive("the tolerance of `adaptive`", tolerance);
  whole("the budget of `adaptive`", budget, 1);
  return {
    name: "adaptive",
    order: DORMAND_PRINCE.order,
    admit: system =>
      unless(logRefusals(system), (dt, _rng, note, memory) => controlled(system, dt, tolerance, budget, note, memory)),
  };
}

/** Part of the largest component of a state above which a tolerance controls little of it. */
const BLUNT = 0.01;

const blunt = (tolerance: number, largest: number): string =>
  `the tolerance ${tolerance} is relative to 1 + |u|, and the first state has no component above ${largest}: ` +
  `its error is not controlled; take a tolerance of ${(tolerance * largest).toPrecision(2)}, or a larger unit`;

/** The step of size dt, by as many inner steps as the tolerance asks for. */
function controlled(
  system: GradientSystem,
  dt: number,
  tolerance: number,
  budget: number,
  note: Note,
  memory: Memory,
): Step {
  const smallest = 1e-10 * dt;
  const control = memory.cell({ h: dt, previous: 1, left: budget, persistent: 0 });
  return (u, t) => {
    if (control.value.left === budget && tolerance > BLUNT * maxAbs(u)) note("adaptive", blunt(tolerance, maxAbs(u)));
    let y = u;
    let done = 0;
    let { h, previous, left, persistent } = control.value;
    while (done < dt) {
      const step = Math.min(h, dt - done);
      const { next, error, speed, refusal } = tryStep(system, y, step, tolerance);
      const wanted = step * growth(error, previous);
      if (error > 1 && wanted < smallest) return underflow(t + done, smallest, refusal);
      if (error <= 1) {
        y = next;
        done = step === dt - done ? dt : done + step;
        previous = Math.max(error, 1e-4);
        persistent = speed > STABILITY ? persistent + 1 : Math.max(0, persistent - 3);
      }
      left--;
      const isStiff = persistent >= PERSISTENT;
      if (isStiff && (dt - done) / step > left) return stiff(t + done, step, speed, budget);
      if (left <= 0 && done < dt) return isStiff ? stiff(t + done, step, speed, budget) : spent(t + done, step, budget);
      if (error > 1 || step === h) h = wanted;
    }
    control.value = { h, previous, left, persistent };
    return y;
  };
}

export const adaptiveWord: IntegratorWord = integratorWord({
  name: "adaptive",
  description:
    "Dormand-Prince 5(4) with error control between the recorded times; " +
    "ends with the status `step-underflow` where no step is small enough, " +
    "and as `stiff` where it would take too many.",
  properties: {
    tolerance: { description: "Bound on the local error, relative to 1 + |u|.", type: "number", exclusiveMinimum: 0 },
    budget: {
      description: "Steps that the run may take; default 100000. Beyond them it ends as `stiff` or `not-converged`.",
      optional: true,
      type: "integer",
      minimum: 1,
    },
  },
  build: ({ tolerance, budget }) => adaptive(tolerance, budget),
  on: () => adaptive(1e-6),
});
