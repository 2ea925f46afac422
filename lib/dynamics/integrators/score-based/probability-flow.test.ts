import assert from "node:assert/strict";
import { test } from "node:test";
import { exp } from "../../../arithmetic/functions.js";
import { normals, stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat } from "../../../arithmetic/vectors.js";
import { kl } from "../../../systems/energies/divergences.js";
import { scaled } from "../../../systems/geometries/combinators.js";
import { hellinger, wasserstein } from "../../../systems/geometries/named.js";
import { equalWeights } from "../../../systems/measures/index.js";
import { gaussian } from "../../../systems/measures/gaussian.js";
import { gaussian as normalLaws } from "../../../systems/spaces/gaussian.js";
import { particles } from "../../../systems/spaces/particles.js";
import { exact } from "../exact.js";
import { solve } from "../../solve.js";
import { probabilityFlow } from "./probability-flow.js";

const n = 60;

test("X_t = m_t + (s_t/s_0)(X_0 - m_0), path by path, for the moments of the cloud: dm/dt = -αm, ds²/dt = 2α(1 - s²)", () => {
  const space = particles({ n, dim: 1 });
  const system = {
    space,
    energy: kl(space, gaussian(Float64Array.of(0), Float64Array.of(1))),
    geometry: scaled(0.7, wasserstein),
  };
  const start = normals(stream(5, "cloud"), n).map(x => 3 + x / 2);
  const solution = solve({ system, initial: concat(start, equalWeights(n)), end: 2 }, probabilityFlow, { steps: 200 });
  const mean = (x: Vec): number => x.reduce((s, v) => s + v, 0) / n;
  const [m, v] = [mean(start), mean(start.map(x => (x - mean(start)) * (x - mean(start))))];
  const decay = exp(-0.7 * 2);
  const spread = Math.sqrt((1 + (v - 1) * decay * decay) / v);
  // RK4: (2α dt)^4/120 = 3e-10 per unit of time
  start.forEach((x, i) => assert.ok(Math.abs(solution.final[i] - (m * decay + spread * (x - m))) < 1e-9));
});

test("in the plane the moments of the cloud follow the closed form of the normal law with these moments", () => {
  const space = particles({ n, dim: 2 });
  const target = gaussian(Float64Array.of(0, 1), Float64Array.of(1, 0.6, 0.6, 2));
  const start = normals(stream(6, "plane"), 2 * n);
  const cloud = solve(
    {
      system: { space, energy: kl(space, target), geometry: wasserstein },
      initial: concat(start, equalWeights(n)),
      end: 1,
    },
    probabilityFlow,
    { steps: 200 },
  ).final;
  const moments = (x: Vec): Vec => {
    const m = [0, 1].map(a => x.reduce((s, v, k) => (k < 2 * n && k % 2 === a ? s + v / n : s), 0));
    const c = [0, 1, 2, 3].map(k => {
      const [a, b] = [k >> 1, k & 1];
      return Array.from({ length: n }, (_, i) => (x[2 * i + a] - m[a]) * (x[2 * i + b] - m[b])).reduce(
        (s, v) => s + v / n,
        0,
      );
    });
    return Float64Array.of(...m, ...c);
  };
  const laws = normalLaws(2);
  const exactly = solve(
    { system: { space: laws, energy: kl(laws, target), geometry: wasserstein }, initial: moments(start), end: 1 },
    exact,
    { steps: 1 },
  ).final;
  moments(cloud).forEach((v, k) => assert.ok(Math.abs(v - exactly[k]) < 1e-9, `${k}: ${v} ${exactly[k]}`));
});

test("probability flow is refused for other geometries and spaces, with what to take", () => {
  const space = particles({ n: 3, dim: 1 });
  const target = gaussian(Float64Array.of(0), Float64Array.of(1));
  for (const system of [
    { space, energy: kl(space, target), geometry: hellinger },
    { space: normalLaws(1), energy: kl(normalLaws(1), target), geometry: wasserstein },
  ])
    assert.match(probabilityFlow.admit(system).reasons?.[0] ?? "", /take `langevin`/);
});
