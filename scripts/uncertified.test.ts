import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { flows, smallProject } from "./testing/fixtures.js";
import type { Ended } from "./testing/host.js";

const root = smallProject();

/** u̇ = -3 (u - ⅓), the flow of ½χ² in L², by explicit Euler with steps h: every step multiplies F by (1 - 3h)². */
async function run(steps: number, claims?: object): Promise<Ended> {
  const flow = {
    task: "flow",
    space: { name: "finite-set", n: 3 },
    initial: { name: "masses", values: [0.2, 0.3, 0.5] },
    energy: { name: "half-chi2", target: { name: "uniform" } },
    geometry: { name: "l2" },
    integrator: { name: "explicit-euler" },
    time: { end: 6, steps, records: 6 },
    record: { F: { name: "energy" } },
  };
  const file = join(temporary(), "own.json");
  writeFileSync(file, JSON.stringify({ runs: { flow }, ...(claims && { claims }) }));
  return flows(["run", "--no-figures", file, "--project", root]);
}

const ends = (status: string): object => ({ ends: { claim: "ends", run: "flow", status, because: "h = 1 > ⅔" } });

/** F(u_0) = 3/2 Σ (u - ⅓)² = 0.07, so that F(u_6) = 4096 · 0.07 at h = 1: the energy rises by 4095 · 0.07 = 286.65. */
const RISE = "sum of all rises of the energy along the flow: 286.7, where at most 143.3 is allowed";

test("C1: F_k = (1 - 3h)^2k F_0 at h = 1 rises: `uncertified`, exit code 1, the numbers, and what to do", async () => {
  const { code, out } = await run(6);
  assert.equal(code, 1);
  assert.match(out, /✗ {2}flowEnds {2}uncertified {2}completed/);
  assert.match(out, /✗ flow uncertified: reached t = 6, but defect of the energy-dissipation balance beyond its unc/);
  assert.ok(out.includes(RISE), out);
  assert.match(out, /take more steps, or an integrator that is stable for large ones \(`exponential`/);
});

test("C1: a claim may expect `uncertified`: then it holds, the exit code is 0, and the numbers are said all the same", async () => {
  const { code, out } = await run(6, ends("uncertified"));
  assert.equal(code, 0);
  assert.match(out, /✓ {2}ends +uncertified {2}uncertified/);
  assert.ok(out.includes(RISE), out);
});

test("C1: at h = 1/10 the same flow is `completed`, and the claim of `uncertified` fails", async () => {
  const { code, out } = await run(60, ends("uncertified"));
  assert.equal(code, 1);
  assert.match(out, /✗ {2}ends +completed +uncertified/);
});
