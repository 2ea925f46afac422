import { type NamedArray, vector } from "../../arithmetic/named-arrays.js";
import { refuse } from "../../arithmetic/refusal.js";
import { concat, dot, maxAbs, row, scale, sum, tabulate, zeros } from "../../arithmetic/vectors.js";
import { type Nominal, worstCase } from "../../systems/robust/on-points.js";
import { buildBall } from "../language/builders/ball.js";
import { buildCompared } from "../language/builders/state.js";
import { parseInX } from "../language/formula/in-x.js";
import type { FunctionLoss, RobustRun } from "../language/types.generated.js";
import type { Beginning } from "./begin.js";
import { certified, ended, numbers } from "./robust-outputs.js";
import type { Prepared } from "./task.js";
import { requireAtoms, requirePoints } from "../../systems/spaces/support.js";

/** The nominal measure on its points and on those of the support. */
function nominalOf(run: RobustRun, { setting, state }: Beginning): Nominal {
  const { space, dim } = setting;
  requirePoints("a ball", space);
  const [points, masses] = [space.nodes(state), space.masses(state)];
  if (run.support === undefined) return { points, dim, masses };
  requireAtoms("`support`", space, "on nodes mass moves to those there are, so leave it out");
  const support = buildCompared(run.support, setting, "support");
  return {
    points: concat(points, space.nodes(support)),
    dim,
    masses: concat(masses, zeros(space.masses(support).length)),
  };
}

/** The worst case of a function. */
export function ofFunction(run: RobustRun, spec: FunctionLoss, beginning: Beginning): Prepared {
  const { setting } = beginning;
  if (run.theta !== undefined || run.test !== undefined)
    refuse("a function has no parameter: leave `theta` and `test` out, or take another loss");
  const nominal = nominalOf(run, beginning);
  const ball = buildBall(run.ball, setting);
  const f = parseInX(spec.of);
  return () => {
    const { points, dim, masses } = nominal;
    const p = scale(1 / sum(masses), masses);
    const loss = tabulate(p.length, i => f(row(points, i, dim)));
    const found = worstCase(loss, nominal, ball);
    const outputs: Record<string, NamedArray> = {
      ...numbers(found, dot(p, loss), found.dualValue - found.value),
      worst: vector("node", found.worst),
      nominal: vector("node", p),
      loss: vector("node", loss),
      coordinates: vector(
        "node",
        tabulate(p.length, i => points[i * dim]),
      ),
    };
    return ended(outputs, certified(found.dualValue - found.value, maxAbs(loss)), beginning);
  };
}
