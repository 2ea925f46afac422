import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussian } from "./gaussian.js";
import { grid1d } from "./grid1d.js";
import { particles } from "./particles.js";
import type { Space } from "./space.js";
import { bySupport, requireAtoms, requirePoints } from "./support.js";

const SPACES = {
  nodes: grid1d({ n: 3, interval: [0, 1] }),
  atoms: particles({ n: 5, dim: 2, anchors: 2 }),
  density: gaussian(3),
};

test("what an idea is depends on what holds the mass: nodes, atoms or a density; or a sentence refuses", () => {
  for (const [support, space] of Object.entries(SPACES)) {
    const name = (): string => support;
    assert.equal(bySupport(space, { nodes: "no", atoms: "no", density: "no", [support]: name }), support);
    assert.throws(
      () => bySupport(space, { nodes: name, atoms: name, density: name, [support]: "has none" }),
      /has none/,
    );
  }
});

test("points with masses are asked for of nodes and atoms, atoms of particles alone", () => {
  const refused = (ask: (what: string, space: Space) => void): readonly string[] =>
    Object.values(SPACES).flatMap(space => {
      try {
        ask("a ball", space);
        return [];
      } catch (error) {
        assert.match((error as Error).message, /a ball .*: take/);
        return [space.support];
      }
    });
  assert.deepEqual(refused(requirePoints), ["density"]);
  assert.deepEqual(refused(requireAtoms), ["nodes", "density"]);
});

test("a state begins with the coordinates that move: (n - anchors) d of particles, m of a normal law, none of nodes", () => {
  assert.deepEqual(
    Object.values(SPACES).map(({ moving }) => moving),
    [0, 6, 3],
  );
});
