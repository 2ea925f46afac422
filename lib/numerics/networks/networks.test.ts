import assert from "node:assert/strict";
import { test } from "node:test";
import { normals, stream } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { concat, maxAbs, subtract } from "../../arithmetic/vectors.js";
import { useBackend } from "../../compute/index.js";
import { logDet } from "../spd.js";
import { type Activation, activated, exponential, reciprocal } from "./elementary.js";
import {
  column,
  constant,
  convex,
  dense,
  type Expression,
  gradients,
  jacobian,
  logarithm,
  logDeterminant,
  mean,
  minimise,
  minus,
  type Network,
  plus,
  product,
  rowSums,
  scaled,
  times,
} from "./index.js";

const flat = (parameters: readonly Expression[]): Vec => concat(...parameters.map(({ values }) => values));
const moved = (parameters: readonly Expression[], along: readonly Expression[], h: number): readonly Expression[] =>
  parameters.map((p, k) => plus(p, scaled(h, along[k])));
const noise = (parameters: readonly Expression[], name: string): readonly Expression[] =>
  parameters.map((p, k) => constant(normals(stream(3, `${name} ${k}`), p.values.length), p.columns));

/**
 * f'(0) from six values: an error of h⁶ f⁽⁷⁾/140 = 1e-13 for h = 5e-3 and seventh derivatives up to 1e3 along unit
 * vectors, and rounding of some ten times 2⁻⁵³ |f|/h = 2e-13.
 */
function derivative(f: (h: number) => number): number {
  const h = 5e-3;
  const odd = (k: number): number => f(k * h) - f(-k * h);
  return (45 * odd(1) - 9 * odd(2) + odd(3)) / (60 * h);
}

const close = (measured: number, expected: number, tolerance: number, what: string): void =>
  assert.ok(Math.abs(measured - expected) <= tolerance * (1 + Math.abs(expected)), `${what}: ${measured}, ${expected}`);

const numbers = (text: string, count: number): Vec => normals(stream(5, text), count);
const points = constant(numbers("points", 14), 2);

/** What a loss may be made of: the values of a network, its gradients and its Hessians. */
const LOSSES: Readonly<Record<string, (values: Expression, x: Expression) => Expression>> = {
  "E f²": f => mean(times(f, f)),
  "E |∇f|⁴": (f, x) => {
    const [slope] = gradients(f, [x]);
    const square = rowSums(times(slope, slope));
    return mean(times(square, square));
  },
  "E Δf + |∇f|²/2, the loss of score matching": (f, x) => {
    const [slope] = gradients(f, [x]);
    const second = jacobian(slope, x);
    return mean(plus(plus(second[0][0], second[1][1]), scaled(1 / 2, rowSums(times(slope, slope)))));
  },
  "E log det(1 + H²) with H = ∇²f": (f, x) => {
    const [[a, b], [, c]] = jacobian(gradients(f, [x])[0], x);
    const one = exponential(scaled(0, a));
    const off = times(b, plus(a, c));
    const bb = times(b, b);
    return mean(
      logDeterminant([
        [plus(one, plus(times(a, a), bb)), off],
        [off, plus(one, plus(times(c, c), bb))],
      ]),
    );
  },
};

const NETWORKS: Readonly<Record<string, Network>> = {
  ...Object.fromEntries(
    (["tanh", "softplus", "relu", "identity"] satisfies Activation[]).map(activation => [
      `dense 2-5-4-1 ${activation}`,
      dense([2, 5, 4, 1], activation),
    ]),
  ),
  "convex 2-5-4 softplus": convex({ dimension: 2, widths: [5, 4] }),
  "convex 2-3 relu": convex({ dimension: 2, widths: [3], activation: "relu" }),
  "convex without hidden units": convex({ dimension: 2, widths: [] }),
};

for (const [name, network] of Object.entries(NETWORKS))
  for (const [loss, of] of Object.entries(LOSSES))
    test(`d/dh L(θ + hv) = <∂L/∂θ, v> and d/dh L(x + hv) = <∂L/∂x, v> for L = ${loss}, ${name}`, () => {
      const start = network.start(stream(2, name));
      const parameters = moved(start, noise(start, "off"), 0.1);
      const value = (p: readonly Expression[], x: Expression): Expression => of(network.apply(p, x), x);
      const slopes = gradients(value(parameters, points), [...parameters, points]);
      const direction = noise(slopes, "along");
      const along = direction.map(v => scaled(1 / Math.hypot(...flat(direction)), v));
      const expected = derivative(
        h => value(moved(parameters, along.slice(0, -1), h), plus(points, scaled(h, along.at(-1)!))).values[0],
      );
      close(
        flat(slopes).reduce((s, v, i) => s + v * flat(along)[i], 0),
        expected,
        1e-12,
        name,
      );
    });

test("f = tanh(wx + b): f' = w (1 - f²), f'' = -2w² f (1 - f²), ∂f'/∂w = (1 - f²)(1 - 2wx f)", () => {
  const [w, b] = [constant(Float64Array.of(0.7), 1), constant(Float64Array.of(-0.2), 1)];
  const x = constant(numbers("line", 9), 1);
  const [outer, none] = [constant(Float64Array.of(1), 1), constant(Float64Array.of(0), 1)];
  const f = dense([1, 1, 1], "tanh").apply([w, b, outer, none], x);
  const [first] = gradients(f, [x]);
  const [second] = gradients(first, [x]);
  const [mixed] = gradients(first, [w]);
  // platform functions are good enough for a test: a few ulp
  const exact = Array.from(x.values, v => Math.tanh(0.7 * v - 0.2));
  exact.forEach((t, i) => {
    close(f.values[i], t, 1e-15, "value");
    close(first.values[i], 0.7 * (1 - t * t), 1e-15, "gradient");
    close(second.values[i], -2 * 0.49 * t * (1 - t * t), 1e-15, "Hessian");
  });
  const sum = exact.reduce((s, t, i) => s + (1 - t * t) * (1 - 2 * 0.7 * x.values[i] * t), 0);
  close(mixed.values[0], sum, 1e-14, "mixed derivative");
});

test("activations are tanh x, log(1 + e^x) and max(x, 0), finite for |x| = 800; 1/x, log x, e^x are themselves", () => {
  const x = Float64Array.of(-800, -30, -1.5, -1e-3, 0, 1e-3, 1.5, 30, 800);
  const values = (name: Activation): Vec => activated(name, constant(x, 1)).values;
  values("tanh").forEach((v, i) => close(v, Math.tanh(x[i]), 2e-16, "tanh"));
  values("softplus").forEach((v, i) =>
    close(v, Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i]))), 2e-16, "softplus"),
  );
  values("relu").forEach((v, i) => assert.equal(v, Math.max(x[i], 0)));
  const half = constant(Float64Array.of(0.5), 1);
  close(logarithm(half).values[0], -Math.LN2, 2e-16, "log");
  close(exponential(half).values[0], Math.sqrt(Math.E), 2e-16, "exp");
  assert.equal(reciprocal(half).values[0], 2);
});

test("log det of positive definite matrices by pivots equals that of Cholesky, d = 1 … 4; its gradient is A⁻ᵀ", () => {
  for (let d = 1; d <= 4; d++) {
    const root = numbers(`root ${d}`, d * d);
    const a = Float64Array.from({ length: d * d }, (_, k) => {
      const [i, j] = [Math.floor(k / d), k % d];
      return (
        (i === j ? 1 : 0) +
        Array.from({ length: d }, (__, l) => root[i * d + l] * root[j * d + l]).reduce((s, v) => s + v)
      );
    });
    const entries = Array.from({ length: d }, (_, i) =>
      Array.from({ length: d }, (__, j) => constant(a.slice(i * d + j, i * d + j + 1), 1)),
    );
    const value = logDeterminant(entries);
    close(value.values[0], logDet(a, d, { name: "A", advice: "" }), 1e-14, `d = ${d}`);
    const inverse = constant(flat(gradients(value, entries.flat())), d);
    const unit = product(constant(a, d), inverse);
    unit.values.forEach((v, k) => close(v, k % (d + 1) === 0 ? 1 : 0, 1e-13, "A A⁻¹"));
  }
});

/** The least of ψ(x) + ψ(y) - 2ψ((x + y)/2) over pairs. */
function leastGap(network: Network, size: number): number {
  const start = network.start(stream(4, "start"));
  const parameters = moved(start, noise(start, "far"), size);
  const [x, y] = [constant(numbers("x", 4000), 2), constant(numbers("y", 4000), 2)];
  const at = (z: Expression): Expression => network.apply(parameters, z);
  const gaps = minus(plus(at(x), at(y)), scaled(2, at(scaled(1 / 2, plus(x, y)))));
  return Math.min(...gaps.values);
}

test("ψ((x + y)/2) ≤ (ψ(x) + ψ(y))/2 for an input-convex network with any parameters; not for a dense one", () => {
  for (const activation of ["softplus", "relu"] as const)
    for (const size of [0, 1, 3])
      assert.ok(leastGap(convex({ dimension: 2, widths: [6, 5, 4], activation }), size) >= -1e-11);
  assert.ok(leastGap(dense([2, 6, 5, 1], "softplus"), 1) < -0.1);
});

test("a convex network starts near the identity: |∇ψ(x) - x| < 0.1 of |x|", () => {
  const network = convex({ dimension: 2, widths: [16, 16] });
  const [map] = gradients(network.apply(network.start(stream(1, "start")), points), [points]);
  assert.ok(maxAbs(subtract(map.values, points.values)) < 0.1 * maxAbs(points.values));
});

test("min E|x - T|²/2h + |T|²/2 - log T' over T(x) = αx + β is α(1 + h) - 1 = h/(αs), β = m/(1 + h) - αm of the sample", () => {
  const h = 0.3;
  const x = constant(
    numbers("sample", 200).map(v => 1 + 0.5 * v),
    1,
  );
  const network = convex({ dimension: 1, widths: [] });
  const loss = (parameters: readonly Expression[]): Expression => {
    const [map] = gradients(network.apply(parameters, x), [x]);
    const move = minus(x, map);
    const cost = plus(scaled(0.5 / h, times(move, move)), scaled(0.5, times(map, map)));
    return mean(minus(cost, logDeterminant(jacobian(map, x))));
  };
  const { parameters, moments } = minimise(loss, network.start(stream(1, "t")), { steps: 600, rate: 0.02 });
  const end = minimise(loss, parameters, { steps: 600, rate: 2e-4, moments });
  const [factor, slope] = end.parameters.map(({ values }) => values[0]);
  const m = x.values.reduce((s, v) => s + v, 0) / 200;
  const s = x.values.reduce((total, v) => total + (v - m) * (v - m), 0) / 200;
  const alpha = (1 + Math.sqrt(1 + (4 * (1 + h) * h) / s)) / (2 * (1 + h));
  // Adam ends within its step length of the minimum
  close(factor * factor, alpha, 5e-4, "α");
  close(slope, m / (1 + h) - alpha * m, 5e-4, "β");
});

test("a network's bits do not depend on the backend", () => {
  const network = dense([3, 40, 40, 1], "softplus");
  const compute = (): Vec => {
    const x = constant(numbers("many", 900), 3);
    const loss = (p: readonly Expression[]): Expression => {
      const [slope] = gradients(network.apply(p, x), [x]);
      return mean(times(column(slope, 0), column(slope, 1)));
    };
    return flat(minimise(loss, network.start(stream(1, "bits")), { steps: 3, rate: 0.01 }).parameters);
  };
  useBackend("typescript");
  const twin = compute();
  useBackend("wasm");
  assert.deepEqual(compute(), twin);
});

test("a loss that is no number, shapes that do not fit and widths that are none are refused", () => {
  const one = constant(Float64Array.of(1), 1);
  assert.throws(() => minimise(() => logarithm(scaled(-1, one)), [one], { steps: 1, rate: 1 }), /refused: the loss/);
  assert.throws(() => plus(one, constant(Float64Array.of(1, 2), 2)), /refused: the sum of matrices of 1 x 1 and 1 x 2/);
  assert.throws(() => product(constant(Float64Array.of(1, 2), 2), one), /refused: the product/);
  assert.throws(() => constant(new Float64Array(5), 2), /refused: 5 numbers/);
  assert.throws(() => dense([2, 0, 1], "tanh"), /refused: the width of layer 2/);
});

test("slopes of the first units ~ N(0, slope²/d), thresholds ~ N(0, (slope spread)²), to 4 standard errors; by default 1 and 0", () => {
  const width = 2000;
  const deviations = (network: Network): readonly number[] =>
    network
      .start(stream(3, "kinks"))
      .slice(3)
      .map(({ values }) => Math.sqrt(values.reduce((s, v) => s + v * v, 0) / values.length));
  const [slope, threshold] = deviations(convex({ dimension: 2, widths: [width], slope: 6, spread: 1.5 }));
  const error = 4 / Math.sqrt(2 * width);
  assert.ok(Math.abs(slope / (6 / Math.sqrt(2)) - 1) < error && Math.abs(threshold / 9 - 1) < error);
  const [broad, none] = deviations(convex({ dimension: 2, widths: [width] }));
  assert.ok(Math.abs(broad / Math.sqrt(0.5) - 1) < error && none === 0);
});
