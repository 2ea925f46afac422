import assert from "node:assert/strict";
import { test } from "node:test";
import { asin, exp } from "../../arithmetic/functions.js";
import { sum, tabulate, vec } from "../../arithmetic/vectors.js";
import { finiteSet } from "../spaces/finite-set.js";
import { grid1d } from "../spaces/grid1d.js";
import { grid2d } from "../spaces/grid2d.js";
import { atoms } from "./atoms.js";
import { conditionalOutside, planarOutside } from "./box-mass.js";
import { outsideOf, unresolvedOf } from "./coverage.js";
import { gaussian } from "./gaussian.js";
import { bananaDensity, gibbs, gibbsOnLine } from "./gibbs.js";
import { graphState } from "./graph-state.js";
import { type Density, type Law, type Nodes, nodesOf } from "./measure.js";
import { mixture } from "./mixture.js";
import { logisticPosterior } from "./posterior.js";
import { banana, doubleWell } from "./potentials.js";
import { truncated } from "./truncated.js";
import { uniformEverywhere, uniformOn } from "./uniform.js";

const line = (a: number, b: number, n = 100): Nodes => nodesOf(grid1d({ n, interval: [a, b] }));
const plane = (n: number, r: number): Nodes =>
  nodesOf(
    grid2d({
      shape: [n, n],
      box: [
        [-r, r],
        [-r, r],
      ],
    }),
  );
const normal = (mean: number, deviation = 1): Density => gaussian(vec(mean), vec(deviation * deviation));

/** What is noted of a law on nodes. */
function notes(law: Law, nodes: Nodes): string {
  const said: string[] = [];
  graphState(law, nodes, (_, sentence) => said.push(sentence));
  return said.join("; ");
}

const close = (a: number, b: number, tolerance: number): void =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} and ${b} differ by more than ${tolerance}`);

test("measure-beyond-the-grid: N(100, 1), N(5, 1) and atoms at 50, 60 on [-5, 5] are refused with 1, 0.5, 1 and an interval", () => {
  const nodes = line(-5, 5);
  assert.throws(
    () => graphState(normal(100), nodes),
    /^Error: refused: 1 of the mass lies outside of \[-5, 5\]: \[-5, 110\] would/,
  );
  assert.throws(
    () => graphState(normal(5), nodes),
    /refused: 0\.5 of the mass.*\[-5, 10\] would hold it; or write `truncated`/,
  );
  assert.throws(
    () => graphState(atoms(1, vec(50, 60, 0, 0)), nodes),
    /refused: 0\.5 of the mass of the atoms lies outside of \[-5, 5\]: \[-5, 60\] would/,
  );
});

test("measure-beyond-the-grid: the tail 3.2e-5 of N(1, 1) beyond 5 is noted, 2.9e-7 of N(0, 1) is not; one atom is refused", () => {
  assert.match(
    notes(normal(1), line(-5, 5)),
    /^0\.000032 of the mass lies outside of \[-5, 5\] and is left out.*\[-5, 6\] would/,
  );
  assert.equal(notes(normal(0), line(-5.2, 5.2)), "");
  assert.throws(
    () =>
      graphState(
        atoms(
          1,
          tabulate(1000, i => (i === 7 ? 5.1 : 0)),
        ),
        line(-5, 5),
      ),
    /refused: 0\.001 of/,
  );
});

test("the interval that a refusal names holds all but 1e-6 of the law: no refusal and no note there", () => {
  const laws = [normal(100), normal(0, 10), mixture(vec(0.5, 0.5), [normal(-30), normal(700, 3)]), uniformOn(0, 40)];
  for (const law of laws)
    assert.throws(
      () => graphState(law, line(-1, 1)),
      (error: Error) => {
        const [, a, b] = /: \[(\S+), (\S+)\] would/.exec(error.message) ?? assert.fail(error.message);
        const n = law.kind === "density" && law.normal === undefined ? 41 : 4000;
        assert.equal(notes(law, line(Number(a), Number(b), n)), "");
        return true;
      },
    );
});

test("a truncated law is p/∫_box p: the same masses without refusal or note, and nothing but a density is truncated", () => {
  const nodes = line(-5, 5);
  assert.equal(notes(truncated(normal(5)), nodes), "");
  const p = tabulate(100, i => exp(-0.5 * (nodes.points[i] - 5) * (nodes.points[i] - 5)));
  graphState(truncated(normal(5)), nodes).forEach((m, i) => close(m, p[i] / sum(p), 1e-15));
  assert.throws(() => truncated(atoms(1, vec(0))), /refused: only densities/);
});

const well = gibbsOnLine(doubleWell(0.2), [-3, 3]);
const bent = bananaDensity(banana(0.5, 1.5), 0.5, 1.5);
const oblique = gaussian(vec(0.5, -0.3), vec(1, 0.9, 0.9, 1));
const posterior = logisticPosterior(gaussian(vec(0, 0), vec(4, 0, 0, 4)), {
  dim: 2,
  points: vec(1, 2, -1, 0.5),
  labels: vec(1, 0),
});

/** Laws with a grid that cuts a part of them off. */
const CUT: Readonly<Record<string, readonly [Density, Nodes, Nodes]>> = {
  normal: [normal(0.3), line(-1, 2, 3000), line(-16, 17, 33_000)],
  mixture: [
    mixture(vec(0.3, 0.7), [normal(-1, 0.5), normal(2, 1.5)]) as Density,
    line(-1, 2, 3000),
    line(-16, 17, 33_000),
  ],
  uniform: [uniformOn(-1, 3), line(-2, 2, 4000), line(-4, 4, 8000)],
  "double well": [well, line(-1, 2, 3000), line(-4, 5, 9000)],
  "oblique normal": [oblique, plane(200, 2), plane(800, 8)],
  banana: [bent, plane(200, 3), plane(800, 24)],
  "logistic posterior": [posterior, plane(60, 4), plane(240, 16)],
};

for (const [name, [density, small, large]] of Object.entries(CUT))
  test(`${name}: the mass outside is 1 - ∫_box p, as the sum over a grid that is wide and fine says`, () => {
    const all = graphState(truncated(density), large);
    const { dim, points } = large;
    const inside = sum(
      all.map((m, i) => (small.box.every(([a, b], c) => points[i * dim + c] > a && points[i * dim + c] < b) ? m : 0)),
    );
    // midpoint sums up to an edge: h²/24 |p'|, 1e-4 in the planes; the posterior's own sum sees three boxes only
    close(outsideOf(density, small), 1 - inside, dim === 1 ? 1e-6 : 2e-4);
  });

test("closed forms of the plane: independent normals have 1 - (1 - q)², q = 1 - erf(a/√2); y | x ~ N(0, 1) is such a one", () => {
  // 1 - erf(2/√2) = 0.0455002638963584
  const q = 0.0455002638963584;
  const box = [
    [-2, 2],
    [-2, 2],
  ] as const;
  close(planarOutside(box, vec(0, 0), vec(1, 0, 0, 1)), q * (2 - q), 1e-10);
  close(conditionalOutside(box, { mean: 0, deviation: 1 }, { mean: () => 0, deviation: 1 }), q * (2 - q), 1e-10);
  close(planarOutside(box, vec(100, 0), vec(1, 0, 0, 1)), 1, 1e-15);
});

test("Sheppard: the mass of N(0, Σ) outside of the first quadrant is ¾ - arcsin(ρ)/2π, for any variances", () => {
  const quadrant = [
    [0, Infinity],
    [0, Infinity],
  ] as const;
  for (const [xx, rho, yy] of [
    [1, 0.6, 1],
    [0.3, -0.8, 5],
    [4, 0.95, 0.2],
  ]) {
    const xy = rho * Math.sqrt(xx * yy);
    close(planarOutside(quadrant, vec(0, 0), vec(xx, xy, xy, yy)), 0.75 - asin(rho) / (2 * Math.PI), 1e-7);
  }
});

test("Poisson's formula bounds the error of the midpoint rule: |Σ h p - 1| ≤ 2 e^{-2π²σ²/h²} + …, attained at a cell's middle", () => {
  for (const ratio of [0.3, 0.5, 0.7, 0.9]) {
    const nodes = line(-50, 51, 101);
    const bound = unresolvedOf(normal(0, ratio), nodes);
    const errors = [0, 0.1, 0.25, 0.5].map(mean =>
      Math.abs(sum(nodes.points.map(x => exp(normal(mean, ratio).logDensity(vec(x))))) - 1),
    );
    errors.forEach(error => assert.ok(error <= bound * (1 + 1e-6) + 1e-14, `${ratio}: ${error} > ${bound}`));
    assert.ok(Math.max(...errors) > 0.49 * bound);
  }
});

test("variances that the grid cannot resolve: σ = h/10 is refused, σ = 0.8 h noted, σ = h neither; for every kind of density", () => {
  const nodes = line(-5, 5, 100);
  for (const law of [
    (s: number) => normal(0.02, s),
    (s: number) => mixture(vec(0.5, 0.5), [normal(0, 1), normal(1, s)]),
  ]) {
    assert.throws(() => graphState(law(0.01), nodes), /refused: the cells are too wide for the law.*take more nodes/);
    assert.match(notes(law(0.08), nodes), /the cells are wide for the law: its mass is off by up to [0-9.]+/);
    assert.equal(notes(law(0.1), nodes), "");
  }
  const narrow = (s: number): Density => gibbs({ value: ([x]) => (x * x) / (2 * s * s), gradient: x => x }, 1);
  for (const s of [0.01, 0.02]) assert.throws(() => graphState(narrow(s), nodes), /refused: the cells are too wide/);
  assert.equal(notes(narrow(0.3), nodes), "");
  const thin = gaussian(vec(0, 0), vec(0.5, 0.499, 0.499, 0.5));
  assert.throws(() => graphState(thin, plane(40, 5)), /refused: the cells are too wide/);
});

test("what has no mass outside by definition is not noted: Lebesgue measure, uniform laws on whole cells", () => {
  assert.equal(notes(uniformEverywhere(1), line(-1, 1)), "");
  assert.equal(notes(uniformEverywhere(2), plane(9, 2)), "");
  assert.equal(notes(uniformOn(-1, 1), line(-5, 5)), "");
  assert.equal(notes(well, line(-3, 3)), "");
});

test("a finite set has a box too: laws and atoms outside are refused, and atoms between its points are said to be moved", () => {
  const set = nodesOf(finiteSet({ n: 3, points: vec(0, 0.5, 1), dim: 1 }));
  assert.throws(() => graphState(normal(100), set), /refused: 1 of the mass lies outside of \[0, 1\]/);
  assert.throws(() => graphState(atoms(1, vec(7)), set), /refused: 1 of the mass of the atoms lies outside/);
  assert.equal(notes(atoms(1, vec(0, 0.5)), set), "");
  assert.match(notes(atoms(1, vec(0.1, 0.5)), set), /atoms are moved by up to 0\.1 to their nearest nodes/);
});

test("of a density that is 0 wherever one looks, all lies outside", () => {
  const nowhere: Density = { kind: "density", dim: 1, mass: 1, logDensity: () => -Infinity, score: () => vec(0) };
  assert.equal(outsideOf(nowhere, line(-1, 1)), 1);
});
