import type { Vec } from "../../../arithmetic/vec.js";
import type { StepFailure } from "../../integrator.js";
import type { Proximal } from "./proximal.js";
import type { GradientSystem } from "../../../systems/system.js";
import { parts } from "../../../systems/geometries/parts.js";
import { type Chart, logChart, plainChart, rootChart } from "../../../systems/geometries/charts.js";
import { newtonSolver } from "../newton.js";
import { chartRate } from "../runge-kutta.js";
import { axpy, maxAbs, subtract } from "../../../arithmetic/vectors.js";
import { refuse } from "../../../arithmetic/refusal.js";
import { logRefusals } from "../../../systems/admissible.js";
import { geodesicIn } from "./extrapolate.js";

/** The chart in which the metric of one free part is constant (table 0.2, "geodesics straight in"). */
function flatChart({ geometry, space: { kind } }: GradientSystem): Chart | undefined {
  const [
    {
      term: { mechanism, smoother },
      spherical,
    },
    ...others
  ] = parts(geometry);
  const particles = kind === "particles";
  if (others.length > 0 || kind === "gaussian" || (spherical && smoother.name !== "inverse")) return undefined;
  if (smoother.name === "inverse") return particles && mechanism === "transport" ? undefined : plainChart;
  if (mechanism === "growth" && smoother.name === "kernel") return logChart;
  if (smoother.name !== "identity") return undefined;
  if (mechanism === "growth") return rootChart;
  return mechanism === "transport" && !particles ? undefined : plainChart;
}

/** Picard's iteration for y = b + τ f(y); undefined where it does not contract. */
function picard(f: (y: Vec) => Vec, tau: number, b: Vec): Vec | undefined {
  let y = b;
  let before = Infinity;
  for (let k = 0; k < 100; k++) {
    const next = axpy(tau, f(y), b);
    const moved = maxAbs(subtract(next, y));
    if (moved <= 1e-15 * (1 + maxAbs(next))) return next;
    if (!(moved < 0.7 * before)) return moved < 1e-13 * (1 + maxAbs(next)) ? next : undefined;
    y = next;
    before = moved;
  }
  return undefined;
}

const stuck: StepFailure = {
  status: "diverged",
  reason: "the implicit step has no solution near the state; take more steps",
};

/**
 * Where the metric is constant in a chart, argmin F + d²/2τ is implicit Euler there: by Picard where that contracts,
 * else by Newton.
 */
export const flatProximal: Proximal = {
  name: "flat",
  check: system => [
    ...(flatChart(system) ? [] : ["no chart makes this metric constant on this space"]),
    ...logRefusals(system),
  ],
  stepper: (system, tau) => {
    const chart = flatChart(system) ?? refuse("no chart makes this metric constant on this space");
    const { space } = system;
    const f = (y: Vec): Vec => chartRate(system, chart, y);
    const positive = chart === rootChart ? space.massRange : ([0, 0] as const);
    const solve = newtonSolver(f, tau, positive);
    return u => {
      const b = chart.to(space, u);
      const y = picard(f, tau, b) ?? solve(b, b);
      return y ? chart.from(space, y) : stuck;
    };
  },
  extrapolate: (system, u, v) =>
    geodesicIn(flatChart(system) ?? refuse("no chart makes this metric constant on this space"))(system, u, v),
};
