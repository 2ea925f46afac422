import test from "node:test";
import assert from "node:assert/strict";
import type { Vec } from "../../arithmetic/vec.js";
import { klTo, phiDivergenceTo } from "../energies/phi.js";
import { scaled, spherical, sum as sumOf } from "../geometries/combinators.js";
import {
  deStein,
  hellinger,
  hellingerKantorovich,
  hMinus1,
  ridgeWasserstein,
  stein,
  wasserstein,
} from "../geometries/named.js";
import { gaussianKernel } from "../kernels/gaussian.js";
import { log, pow } from "../../arithmetic/functions.js";
import { dot, fill, maxAbs, scale, subtract, tabulate, zeros } from "../../arithmetic/vectors.js";
import { onsagerMatrix } from "../dissipation.js";
import { densePrimal, primalDissipation } from "../primal-dissipation.js";
import { stream } from "../../arithmetic/random.js";
import { kernelSmoother } from "../geometries/smoothers/kernel.js";
import { onsager, rate } from "../system.js";
import { finiteSet } from "./finite-set.js";
import { cumulatedFlux, isForest } from "./forest.js";
import { graphSpace } from "./graph.js";
import { grid1d } from "./grid1d.js";
import { grid2d } from "./grid2d.js";
import { divergence, edgeDiagonal, gradient } from "./graph-operators.js";
import { arithmeticMean, logMean, upwind } from "./mobilities.js";
import { particles } from "./particles.js";

const random = stream(5, "spaces");

const draws = (n: number, a = -1, b = 1): Vec => tabulate(n, () => a + (b - a) * random.uniform());

const distance = (a: Vec, b: Vec): number => maxAbs(subtract(a, b));

test("logarithmic mean: Λ(a, b)(log b - log a) = b - a, continuous across a = b, 0 at the boundary; √(ab) ≤ Λ ≤ (a+b)/2", () => {
  for (const [a, b] of [
    [1, 2],
    [1, 1 + 1e-5],
    [1, 1 + 3e-4],
    [1e-12, 1],
    [1, 3.0001],
    [1, 2.9999],
  ])
    assert.ok(Math.abs(logMean.mean(a, b, 0) * log(b / a) - (b - a)) < 1e-13 * (a + b));
  assert.deepEqual([logMean.mean(1, 1, 0), logMean.mean(0, 1, 0)], [1, 0]);
  for (const b of [1 + 1e-15, 1 + 1e-9, 1.7, 40]) {
    const m = logMean.mean(1, b, 0);
    assert.ok(m <= arithmeticMean.mean(1, b, 0) * (1 + 1e-15) && m >= Math.sqrt(b) * (1 - 1e-15));
  }
});

test("<Gξ, j> = <ξ, Gᵀj> on every lattice", () => {
  for (const { lattice } of [
    grid1d({ n: 7, interval: [0, 2] }),
    grid2d({
      shape: [4, 3],
      box: [
        [0, 1],
        [0, 3],
      ],
      periodic: true,
    }),
  ]) {
    const xi = draws(lattice.volumes.length);
    const fluxes = lattice.groups.map(g => draws(g.from.length));
    const edges = lattice.groups.reduce((s, g, i) => s + dot(gradient(g, xi), fluxes[i]), 0);
    assert.ok(Math.abs(edges - dot(xi, divergence(lattice, fluxes))) < 1e-13);
  }
});

test("the diagonal of Gᵀ diag(w) G is Σ w_e/length_e² at every node, as gradients and divergences of basis covectors say", () => {
  const chain = grid1d({ n: 7, interval: [0, 2] });
  const plane = grid2d({
    shape: [4, 3],
    box: [
      [0, 2],
      [0, 0.6],
    ],
  });
  for (const { lattice, size } of [chain, plane]) {
    const weights = lattice.groups.map(({ from }) => draws(from.length, 0.5, 2));
    const found = edgeDiagonal(lattice, weights);
    for (let i = 0; i < size; i++) {
      const basis = tabulate(size, j => (i === j ? 1 : 0));
      const fluxes = lattice.groups.map((group, g) => gradient(group, basis).map((v, e) => v * weights[g][e]));
      assert.ok(Math.abs(divergence(lattice, fluxes)[i] / found[i] - 1) < 1e-14, `${i}`);
    }
  }
});

test("grid2d is the planar finite set of its cells: k(x, y) n_x·n_y is block-diagonal over directions", () => {
  const k = gaussianKernel(0.8);
  const g = grid2d({
    shape: [3, 2],
    box: [
      [0, 3],
      [0, 2],
    ],
  });
  const u = draws(6, 1, 2);
  const edges = g.lattice.groups.flatMap(({ from, to }) => Array.from(from, (a, e) => [a, to[e]] as const));
  const s = finiteSet({ n: 6, dim: 2, points: g.lattice.points, edges });
  for (const geometry of [wasserstein, stein(k), ridgeWasserstein(k, 0.1), deStein(k)])
    assert.ok(distance(onsagerMatrix(g, geometry, u), onsagerMatrix(s, geometry, u)) < 1e-12);
});

test("a grid of one row is the interval, and a periodic grid has the circulant Laplacian", () => {
  const u = draws(5, 1, 2);
  const line = grid1d({ n: 5, interval: [0, 2] });
  const row = grid2d({
    shape: [5, 1],
    box: [
      [0, 2],
      [0, 1],
    ],
  });
  assert.ok(distance(onsagerMatrix(line, wasserstein, u), onsagerMatrix(row, wasserstein, u)) < 1e-13);
  const circle = grid1d({ n: 5, interval: [0, 5], periodic: true });
  const expected = tabulate(25, k => {
    const gap = (5 + Math.floor(k / 5) - (k % 5)) % 5;
    return gap === 0 ? 2 : gap === 1 || gap === 4 ? -1 : 0;
  });
  assert.equal(distance(onsagerMatrix(circle, hMinus1, u), expected), 0);
});

test("a reversible Markov chain is a graph: the Wasserstein flow of KL is the linear master equation", () => {
  const q = Float64Array.of(0.3, 0.2, 0.1);
  const p = Float64Array.of(0.5, 0.3, 0.2);
  const mu = Float64Array.of(0.2, 0.2, 0.6);
  const none = zeros(0);
  const edges = {
    from: Int32Array.of(0, 1, 2),
    to: Int32Array.of(1, 2, 0),
    lengths: fill(3, 1),
    volumes: q,
    midpoints: none,
    directions: none,
  };
  const chain = graphSpace({
    name: "chain",
    dim: 0,
    points: none,
    volumes: p,
    groups: [edges],
    mobility: logMean,
    box: [],
  });
  const expected = zeros(3);
  for (let e = 0; e < 3; e++) {
    const i = edges.from[e];
    const j = edges.to[e];
    const flux = q[e] * (mu[j] / p[j] - mu[i] / p[i]);
    expected[i] += flux;
    expected[j] -= flux;
  }
  assert.ok(distance(rate({ space: chain, energy: klTo(p), geometry: wasserstein }, mu), expected) < 1e-14);
});

test("on a forest the rate determines the flux: Gᵀj = rate, also with two components; cycles and 2-D grids are no forests", () => {
  const tree = finiteSet({
    n: 7,
    points: tabulate(7, i => i),
    edges: [
      [0, 1],
      [2, 1],
      [1, 3],
      [5, 4],
      [5, 6],
    ],
  });
  const flux = draws(5);
  assert.ok(isForest(tree.lattice) && tree.liftable("edges"));
  const rates = divergence(tree.lattice, [flux]);
  for (const mass of [draws(7, 0, 1), draws(7, 0, 1)])
    assert.ok(distance(cumulatedFlux(tree.lattice, mass, rates), flux) < 1e-15);
  assert.ok(
    !isForest(grid1d({ n: 5, interval: [0, 1], periodic: true }).lattice) &&
      !isForest(
        grid2d({
          shape: [2, 2],
          box: [
            [0, 1],
            [0, 1],
          ],
        }).lattice,
      ),
  );
});

test("R by cumulated fluxes is accurate where the density is 1e-40: ½ Σ j²/w = R* over 13 deviations", () => {
  const space = grid1d({ n: 130, interval: [-13, 13] });
  const { points: x } = space.lattice;
  const pi = x.map(v => pow(Math.E, (-v * v) / 2));
  const u = x.map(v => pow(Math.E, (-(v - 0.5) * (v - 0.5)) / 2));
  const xi = klTo(pi).differential(u);
  const v = onsager(space, wasserstein, u, xi);
  assert.ok(
    Math.abs(primalDissipation({ space, geometry: wasserstein }, u, v) / (0.5 * space.pair(u, xi, v)) - 1) < 1e-12,
  );
});

test("R of α W + β He and of its projection by elimination along a chain is R*, where the density is 1e-40 too", () => {
  const space = grid1d({ n: 130, interval: [-13, 13] });
  const { points: x } = space.lattice;
  const both = hellingerKantorovich(0.7, 0.3);
  const u = x.map(v => pow(Math.E, (-(v - 0.5) * (v - 0.5)) / 2));
  const xi = klTo(x.map(v => pow(Math.E, (-v * v) / 2))).differential(u);
  for (const geometry of [both, spherical(both), sumOf(wasserstein, spherical(hellinger))]) {
    const v = onsager(space, geometry, u, xi);
    assert.ok(Math.abs(primalDissipation({ space, geometry }, u, v) / (0.5 * space.pair(u, xi, v)) - 1) < 1e-12);
  }
});

test("R of W + P He + β He, where a projected term stands beside one that changes mass, is R*: the projection counts", () => {
  const space = grid1d({ n: 9, interval: [-1, 1] });
  const u = draws(9, 1, 2);
  const xi = { value: draws(9), temperature: 0 };
  for (const geometry of [
    sumOf(wasserstein, spherical(hellinger), scaled(0.3, hellinger)),
    sumOf(wasserstein, scaled(0.3, hellinger), spherical(hellinger)),
  ]) {
    const v = onsager(space, geometry, u, xi);
    assert.ok(Math.abs(primalDissipation({ space, geometry }, u, v) / (0.5 * space.pair(u, xi, v)) - 1) < 1e-10);
  }
});

test("R by conjugate gradients on a large planar grid is R by a dense solve on a small one, and R* on both", () => {
  for (const shape of [
    [8, 8],
    [26, 24],
  ] as const) {
    const space = grid2d({
      shape,
      box: [
        [0, 2],
        [0, 1],
      ],
    });
    const u = draws(space.size, 1, 2);
    const geometry = wasserstein;
    const xi = { value: draws(space.size), temperature: 0 };
    const v = onsager(space, geometry, u, xi);
    const half = 0.5 * space.pair(u, xi, v);
    assert.ok(Math.abs(primalDissipation({ space, geometry }, u, v) / half - 1) < 1e-10);
    if (space.codim < 100) assert.ok(Math.abs(densePrimal({ space, geometry }, u)(v) / half - 1) < 1e-10);
  }
});

test("upwind: 𝕂(-ξ) ≠ -𝕂ξ, yet <ξ, 𝕂ξ> > 0 both ways; kernels on it are refused", () => {
  const space = grid1d({ n: 10, interval: [0, 1], mobility: upwind });
  const u = tabulate(10, i => (i + 1) / 55);
  const value = phiDivergenceTo(2, fill(10, 0.1)).differential(u).value ?? u;
  const at = (c: number): Vec => onsager(space, wasserstein, u, { value: scale(c, value), temperature: 0 });
  assert.ok(
    distance(at(-1), scale(-1, at(1))) > 1e-3 && dot(value, at(1)) > 0 && dot(value, at(-1)) < 0 && !space.linear,
  );
  assert.match(space.refusal("transport", kernelSmoother(gaussianKernel(1))), /upwind.*take the logarithmic/);
});

test("once a particle has negative mass the transport part is indefinite: <ξ, 𝕂ξ> < 0 for some ξ, and R is infinite", () => {
  const space = particles({ n: 3, dim: 1 });
  const u = Float64Array.of(0, 1, 2, 0.6, -0.2, 0.6);
  const xi = { value: zeros(3), gradient: Float64Array.of(0, 1, 0), temperature: 0 };
  const v = onsager(space, wasserstein, u, xi);
  assert.ok(space.pair(u, xi, v) < 0);
  assert.equal(primalDissipation({ space, geometry: wasserstein }, u, v), Infinity);
});
