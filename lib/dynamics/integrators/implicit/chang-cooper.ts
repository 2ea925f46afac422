import { admitted, unmet } from "../../../arithmetic/admission.js";
import { log } from "../../../arithmetic/functions.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { sum } from "../../../arithmetic/vectors.js";
import { type Banded, bandedSolver } from "../../../numerics/banded.js";
import { onlyPart } from "../../../systems/geometries/parts.js";
import { isGraph, type RegularGrid } from "../../../systems/spaces/graph-operators.js";
import { withTotalMass } from "../../../systems/spaces/masses.js";
import { bernoulli } from "../../../systems/spaces/scharfetter-gummel.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** Drift potential V_i at the nodes and diffusion τ of u̇ = ∇·(u∇V) + τΔu. */
interface FokkerPlanck {
  readonly potential: Vec;
  readonly temperature: number;
}

/** V and τ if the energy is KL or potential + entropy. */
function fokkerPlanck({ space, energy: { form } }: GradientSystem): FokkerPlanck | undefined {
  if (!isGraph(space)) return undefined;
  const { points, volumes, dim } = space.lattice;
  if (form.type === "phi" && form.p === 1)
    return { potential: form.target.map((m, i) => -log(m / volumes[i])), temperature: 1 };
  if (form.type !== "free-energy") return undefined;
  return {
    potential: volumes.map((_, i) => form.potential.value(points.subarray(i * dim, (i + 1) * dim))),
    temperature: form.temperature,
  };
}

const intervalOf = ({ space }: GradientSystem): RegularGrid | undefined => {
  const grid = isGraph(space) ? space.lattice.grid : undefined;
  return grid?.shape.length === 1 && !grid.periodic ? grid : undefined;
};

/** 1 + dt A with the fluxes J_{i+½} = α h^{-2} [B(δ) μ_i - B(-δ) μ_{i+1}]: an M-matrix whose columns sum to 1. */
function implicitMatrix({ potential, temperature }: FokkerPlanck, scale: number): Banded {
  const n = potential.length;
  const data = new Float64Array(3 * n);
  for (let i = 0; i < n; i++) data[3 * i + 1] = 1;
  for (let i = 0; i + 1 < n; i++) {
    const delta = potential[i + 1] - potential[i];
    const right = scale * bernoulli(delta, temperature);
    const left = scale * bernoulli(-delta, temperature);
    data[3 * i + 1] += right;
    data[3 * i + 2] -= left;
    data[3 * (i + 1)] -= right;
    data[3 * (i + 1) + 1] += left;
  }
  return { n, reach: 1, data };
}

/**
 * Fokker-Planck with Scharfetter-Gummel fluxes and implicit Euler (B-8, I-8): one tridiagonal solve per step, positive,
 * conserves mass, KL falls for every dt, and e^{-V/τ} is exactly stationary.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const target = measures.gaussian(Float64Array.of(0), Float64Array.of(1));
 * const system = { space, energy: energies.kl(space, target), geometry: geometries.wasserstein };
 * const initial = measures.graphState(measures.uniformOn(-4, 4), measures.nodesOf(space));
 * const solution = solve({ system, initial, end: 10 }, integrators.changCooper, { steps: 100 });
 * ```
 */
export const changCooper: Integrator = {
  name: "chang-cooper",
  order: 1,
  admit: system => {
    const grid = intervalOf(system);
    const part = onlyPart(system.geometry, ["transport"], "identity");
    const equation = fokkerPlanck(system);
    if (!part || !equation || !grid)
      return unmet(
        [grid, "needs a grid on an interval with no-flux ends; elsewhere use `rk4` or `implicit-euler`"],
        [part, "discretises (scaled) `wasserstein`; for a sum take `splitting`"],
        [equation, "needs KL or potential + entropy: the equation must be linear; else use `implicit-euler`"],
      );
    return admitted(dt => {
      const solve = bandedSolver(implicitMatrix(equation, (dt * part.factor) / (grid.spacing[0] * grid.spacing[0])));
      // columns that sum to 1 keep the mass, but for the rounding of entries as large as dt/h²
      return u => withTotalMass(system.space, solve(u), sum(u));
    });
  },
};

export const changCooperWord: IntegratorWord = integratorWord({
  name: "chang-cooper",
  description: "Implicit steps with Scharfetter-Gummel fluxes: the discrete stationary state is exact.",
  properties: {},
  build: () => changCooper,
  on: () => changCooper,
});
