import test from "node:test";
import assert from "node:assert/strict";
import { ones, zeros } from "../../arithmetic/vectors.js";
import type { Vec } from "../../arithmetic/vec.js";
import { unheard } from "../../arithmetic/notes.js";
import { primal, primalIn } from "../../dynamics/recorders/energetics.js";
import { geometryRefusals } from "../../systems/admissible.js";
import { laplaceKernel } from "../../systems/kernels/laplace.js";
import { scaled, sum, term } from "../../systems/geometries/combinators.js";
import { conservesMass } from "../../systems/geometries/conserves.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import { hellinger, wasserstein } from "../../systems/geometries/named.js";
import { identity } from "../../systems/geometries/smoothers/identity.js";
import { isSymmetric, leaves } from "../../systems/geometries/terms.js";
import { primalDissipation } from "../../systems/primal-dissipation.js";
import { finiteSet } from "../../systems/spaces/finite-set.js";
import { grid2d } from "../../systems/spaces/grid2d.js";
import type { Space } from "../../systems/spaces/space.js";
import { onsager, placeOf } from "../../systems/system.js";
import type { CurveRun } from "../language/types.generated.js";
import { runTask } from "../tasks/index.js";
import { bare, dataOf } from "../tasks/fixtures.js";
import { geometriesWith } from "./geometries.js";
import { SPACES } from "./spaces.js";

interface Pair {
  readonly label: string;
  readonly space: Space;
  readonly geometry: Geometry;
  readonly state: Vec;
}

const pairs: readonly Pair[] = SPACES.flatMap(({ name: on, space, state, kernel }) =>
  Object.entries(geometriesWith(kernel))
    .map(([name, geometry]) => ({ label: `${name} on ${on}`, space, geometry, state }))
    .filter(({ geometry }) => isSymmetric(geometry) && geometryRefusals(space, geometry).length === 0),
);

/** 𝕂ξ for ξ = (1, -2, 3, -4, …)/codim, plus `amount` in coordinate i. */
function rateBeside({ space, geometry, state }: Pair, i: number, amount: number): Vec {
  const xi = Float64Array.from({ length: space.codim }, (_, k) => ((k % 2 === 0 ? 1 : -1) * (k + 1)) / space.codim);
  const v = onsager(space, geometry, state, space.covector(state, xi));
  return v.map((r, k) => r + (k === i ? amount : 0));
}

const only = (place: string, { geometry }: Pair): boolean =>
  leaves(geometry).every(({ term: { mechanism } }) => placeOf(mechanism) === place);

test("R(u, v) = ∞ where <1, v> ≠ 0 and 𝕂*1 = 0, for every such geometry, space and recorder of R", () => {
  const conserving = pairs.filter(({ space, geometry }) => space.support !== "density" && conservesMass(geometry));
  assert.ok(conserving.length > 60, `${conserving.length}`);
  for (const pair of conserving) {
    const { space, geometry, state, label } = pair;
    const [first] = space.massRange;
    const energy = {
      name: "none",
      form: { type: "other" },
      value: () => 0,
      differential: () => space.one(state),
    } as const;
    assert.ok(Number.isFinite(primalDissipation(pair, state, rateBeside(pair, 0, 0))), label);
    const moved = rateBeside(pair, 0, 0).reduce((s, r) => s + Math.abs(r), 0);
    for (const part of [1, -1e-3, 1e-7]) {
      const rate = rateBeside(pair, first, part * moved);
      const at = { t: 0, u: state, rate };
      assert.equal(primalDissipation(pair, state, rate), Infinity, `${label}, ${part}`);
      assert.equal(primal.at({ space, geometry, energy }, at, unheard), Infinity, label);
      assert.equal(primalIn(geometry).at({ space, geometry: hellinger, energy }, at, unheard), Infinity, label);
    }
  }
});

test("R(u, v) = ∞ where v moves particles that growth leaves at rest, reweighs what transport only moves, or moves anchors", () => {
  for (const pair of pairs.filter(({ space }) => space.support === "atoms")) {
    const { space, state, label } = pair;
    const [first, end] = space.massRange;
    const at = (i: number): number => primalDissipation(pair, state, rateBeside(pair, i, 0.1));
    if (only("nodes", pair)) assert.equal(at(0), Infinity, label);
    if (only("edges", pair)) {
      const rate = rateBeside(pair, first, 0.1);
      rate[end - 1] -= 0.1;
      assert.equal(primalDissipation(pair, state, rate), Infinity, label);
    }
    if (space.codim < space.size) assert.equal(at(first - 1), Infinity, `${label}: anchor`);
  }
});

test("R(u, v) = ∞ where v takes mass from one component of a graph to another, with every smoother of transport and diffusion", () => {
  const points = Float64Array.of(0, 1, 2, 3, 4, 5);
  const rate = Float64Array.of(1, 0, 0, 0, 0, -1);
  const within = Float64Array.of(1, 0, -1, 0, 0, 0);
  const chains = [[0, 1], [1, 2], [3, 4], [4, 5]] as const; // prettier-ignore
  const triangles = [...chains, [2, 0], [5, 3]] as const;
  for (const edges of [chains, triangles]) {
    const space = finiteSet({ n: 6, points, edges });
    const moving = Object.entries(geometriesWith(laplaceKernel(0.7))).filter(
      ([, geometry]) => isSymmetric(geometry) && only("edges", { geometry } as Pair),
    );
    assert.ok(moving.length >= 7);
    for (const [name, geometry] of moving) {
      assert.equal(primalDissipation({ space, geometry }, ones(6), rate), Infinity, name);
      if (!name.includes("projection") && !name.includes("centred"))
        assert.ok(Number.isFinite(primalDissipation({ space, geometry }, ones(6), within)), name);
    }
  }
});

test("R(u, v) = ∞ where v must cross empty nodes, also on a grid whose 𝕂 is too large for a matrix", () => {
  const box = [[0, 1], [0, 1]] as const; // prettier-ignore
  for (const side of [6, 30]) {
    const space = grid2d({ shape: [side, side], box });
    const u = ones(side * side).map((m, i) => (Math.floor(i / side) === 2 ? 0 : m));
    const across = zeros(u.length);
    [across[0], across[u.length - 1]] = [1, -1];
    const beside = zeros(u.length);
    [beside[0], beside[side - 1]] = [1, -1];
    assert.equal(primalDissipation({ space, geometry: wasserstein }, u, across), Infinity);
    assert.ok(Number.isFinite(primalDissipation({ space, geometry: wasserstein }, u, beside)));
    assert.ok(Number.isFinite(primalDissipation({ space, geometry: term("diffusion", identity) }, u, across)));
  }
});

test("a term with the factor 0 makes no rate: R is that of the other terms, and ∞ where there are none", () => {
  for (const { label, space, state } of pairs.filter(({ space: { support } }) => support === "nodes")) {
    const rate = zeros(space.size);
    rate[0] = 1;
    const none = scaled(0, hellinger);
    assert.equal(primalDissipation({ space, geometry: none }, state, rate), Infinity, label);
    assert.equal(primalDissipation({ space, geometry: none }, state, zeros(space.size)), 0, label);
    assert.equal(primalDissipation({ space, geometry: sum(wasserstein, none) }, state, rate), Infinity, label);
  }
});

const run = (chart: "plain" | "root" | "log", name: "wasserstein" | "h-minus-1"): CurveRun => ({
  task: "curve",
  space: { name: "grid1d", n: 200, interval: [-6, 6] },
  from: { name: "gaussian", mean: -0.75, covariance: 1 },
  to: { name: "gaussian", mean: 0.75, covariance: 1 },
  geometry: { name },
  by: { name: "interpolation", chart },
  records: 4,
  record: { R: { name: "primal" } },
});

test("∫ 2R dt ≥ W_2² = 2.25 of two normal laws; ∞ in charts that change the mass, and notes say why", () => {
  for (const chart of ["root", "log"] as const) {
    const result = runTask(run(chart, "wasserstein"), bare);
    assert.equal(result.status, "completed");
    assert.equal(dataOf(result, "action")[0], Infinity);
    assert.equal(dataOf(result, "R")[0], Infinity);
    assert.match(result.notes.action, /changes a mass that is conserved/);
    assert.equal(dataOf(runTask(run(chart, "h-minus-1"), bare), "action")[0], Infinity);
  }
  const plain = dataOf(runTask(run("plain", "wasserstein"), bare), "action")[0];
  assert.ok(plain > 2.25 && plain < 4, `${plain}`);
});
