import assert from "node:assert/strict";
import test from "node:test";
import { maxAbs, scale, subtract, vec } from "../../arithmetic/vectors.js";
import { primalDissipation } from "../primal-dissipation.js";
import { onsager } from "../system.js";
import { finiteSet } from "../spaces/finite-set.js";
import { particles } from "../spaces/particles.js";
import type { Space } from "../spaces/space.js";
import { scaled, spherical, sum } from "./combinators.js";
import type { Geometry } from "./geometry.js";
import { hellinger, wasserstein } from "./named.js";
import { leaves } from "./terms.js";

const set = finiteSet({ n: 3 });
const moving = particles({ n: 2, dim: 1 });

const SYSTEMS: readonly (readonly [Space, Float64Array])[] = [
  [set, vec(0.2, 0.7, 1.1)],
  [moving, vec(-0.4, 0.9, 0.3, 0.7)],
];

test("factors multiply along a tree: a(b G + H) has the leaves ab G and a H, 𝕂 = ab 𝕂_G + a 𝕂_H, and R of a(b G) is R_G/ab", () => {
  const tree = scaled(3, sum(scaled(0.7, wasserstein), spherical(scaled(0.5, hellinger))));
  assert.deepEqual(
    leaves(tree).map(({ factor }) => factor),
    [3 * 0.7, 3 * 0.5],
  );
  for (const [space, u] of SYSTEMS)
    for (const geometry of [hellinger, spherical(hellinger), space === moving ? wasserstein : hellinger]) {
      const xi = space.covector(u, vec(0.3, -1.2, 0.8, 0.4).slice(0, space.codim));
      const v = onsager(space, geometry, u, xi);
      const nested: Geometry = scaled(3, scaled(0.7, geometry));
      assert.ok(maxAbs(subtract(onsager(space, nested, u, xi), scale(2.1, v))) < 1e-15 * 8 * maxAbs(v));
      const ratio =
        (2.1 * primalDissipation({ space, geometry: nested }, u, v)) / primalDissipation({ space, geometry }, u, v);
      assert.ok(Math.abs(ratio - 1) < 1e-13, `${ratio}`);
    }
});
