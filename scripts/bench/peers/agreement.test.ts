import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../../lib/arithmetic/vec.js";
import type { OptimalPlan } from "../../../lib/numerics/transport/exact.js";
import { kernelRoutines } from "../routines/kernels.js";
import { transportRoutines } from "../routines/transport.js";
import type { Routine, Size } from "../contender.js";
import { findPeers } from "./index.js";

/** Ours as one array: a plan by its cost. */
function ours(routine: Routine, size: Size): Vec {
  const result = routine.ours(size)() as Vec | OptimalPlan;
  return result instanceof Float64Array ? result : Float64Array.of(result.value);
}

/** Python with the peers, where it is not the usual one. */
const PYTHON = process.env.BENCH_PYTHON ?? "python3";

test("all peers that are installed compute what is computed here, to 1e-10 of its largest number", async t => {
  const peers = await findPeers(PYTHON);
  const [exact] = transportRoutines;
  let compared = 0;
  for (const routine of [...kernelRoutines, exact])
    for (const d of routine === exact ? [2] : [2, 3, 10, 100]) {
      const size = { n: 130, d };
      const expected = ours(routine, size);
      const scale = expected.reduce((s, v) => Math.max(s, Math.abs(v)), 0);
      for (const { name, prepare, answer } of peers.contenders) {
        if (!answer || !(await prepare(routine, size))) continue;
        for (const [k, v] of (await answer()).entries())
          assert.ok(
            Math.abs(v - expected[k]) < 1e-10 * scale,
            `${name}, ${routine.name}, d = ${d}: ${v} ${expected[k]}`,
          );
        compared++;
      }
    }
  peers.end();
  if (compared === 0) t.skip("neither a compiler nor numpy is here");
});
