import assert from "node:assert/strict";
import { test } from "node:test";
import { erf } from "../../../arithmetic/functions.js";
import { archived, evaluation, timed } from "../fixtures/results.js";
import type { RunArchive } from "../result.js";
import { evaluate } from "./evaluate.js";
import { isFormulaError } from "./tree.js";

const none = evaluation({}, {});
const number = (formula: string): number => evaluate(formula, none).data[0];
const close = (a: number, b: number, tolerance = 1e-15): void =>
  assert.ok(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

const flow = archived(timed(2, 8, { F: t => Math.exp(-2 * t), cubic: t => t * t * t }));
const coarse = archived(timed(2, 4, { F: t => Math.exp(-2 * t) }));
const swept: RunArchive = {
  axes: ["h"],
  status: Array.from({ length: 3 }, () => ({ status: "completed" as const, reason: "" })),
  coordinates: {},
  notes: {},
  outputs: { error: { dims: ["h"], shape: [3], data: Float64Array.of(0.4, 0.1, 0.025) } },
};
const h = { axis: "values", values: [0.2, 0.1, 0.05], set: ["/runs/swept/time/steps"] } as const;
const world = evaluation(
  { axes: { h: h as never, s: { axis: "grid", from: 0, to: 1, points: 5 } }, quantities: { bound: "exp(-2*t)" } },
  { flow, coarse, swept },
);

test("operators bind as in mathematics: -2^2 = -4, 2^3^2 = 512, 6/3/2 = 1, 2^-1 = 1/2", () => {
  assert.deepEqual(["-2^2", "2^3^2", "6/3/2", "2^-1", "1 - 2 - 3", "2*-3"].map(number), [-4, 512, 1, 0.5, -4, -6]);
});

test("constants and functions: pi, e, erf, ei, positive, larger, smaller", () => {
  close(number("log(e)"), 1);
  close(number("sin(pi/2)"), 1);
  close(number("erf(0.3)"), erf(0.3));
  for (const [x, value] of [
    [0.5, 0.4542199048631736],
    [1, 1.8951178163559368],
    [10, 2492.2289762418777],
  ])
    close(number(`ei(${x})`) / value, 1);
  assert.ok(Number.isNaN(number("ei(-1)")), "only for x > 0");
  assert.deepEqual(["positive(-1)", "larger(1,2)", "smaller(1,2)"].map(number), [0, 2, 1]);
});

test("arrays broadcast by name: flow.F - bound has one dimension and vanishes", () => {
  const difference = evaluate("flow.F - bound", world);
  assert.deepEqual(difference.dims, ["t"]);
  assert.ok(difference.data.every(v => Math.abs(v) < 1e-15));
  assert.deepEqual(evaluate("flow.F*s", world).shape, [9, 5]);
});

test("t is the recorded times of the runs beside it: max(abs(F - exp(-2 t)), t) = 0 for two runs on two grids", () => {
  close(number2("max(abs(flow.F - exp(-2*t)), t) + max(abs(coarse.F - exp(-2*t)), t)"), 0);
});
const number2 = (formula: string): number => evaluate(formula, world).data[0];

test("a sum of series on different time grids is refused", () => {
  assert.throws(() => evaluate("flow.F - coarse.F", world), isFormulaError);
});

test("integral is Simpson's rule on an even number of equal intervals: exact for cubics, int_0^2 t^3 dt = 4", () => {
  close(number2("integral(flow.cubic)"), 4);
});

test("integral over an odd number of intervals is the trapezoidal rule: int_0^1 s ds = 1/2", () => {
  const odd = evaluation({ axes: { s: { axis: "grid", from: 0, to: 1, points: 4 } } }, {});
  close(evaluate("integral(s, s)", odd).data[0], 0.5);
});

test("cumulative ends at the trapezoidal integral and ddt is exact for quadratics", () => {
  const quadratic = evaluation({}, { q: archived(timed(1, 5, { y: t => t * t })) });
  assert.ok(evaluate("ddt(q.y) - 2*t", quadratic).data.every(v => Math.abs(v) < 1e-14));
  close(evaluate("last(cumulative(q.y))", quadratic).data[0], 0.34, 1e-14);
});

test("slope(log(error), log(h)) of error = 10 h^2 is 2", () =>
  close(number2("slope(log(swept.error), log(h))"), 2, 1e-14));

test("slope takes a window: the slope of log F over 0.5 <= t <= 1.5 is -2", () =>
  close(number2("slope(log(flow.F), t, 0.5, 1.5)"), -2, 1e-14));

test("selection: an axis by its number in any spelling, t by the nearest record, refused beyond half a step", () => {
  assert.equal(number2("swept.error[h=1e-1]"), 0.1);
  close(number2("flow.cubic[t=1.05]"), 1);
  assert.throws(() => evaluate("flow.F[t=2.2]", world), /no value 2.2/);
  assert.throws(() => evaluate("swept.error[h=0.3]", world), /only: 0.2, 0.1, 0.05/);
});

test("reductions over a dimension: median of even counts, sd with divisor n-1, stderr = sd/sqrt(n)", () => {
  const four = evaluation({ axes: { k: { axis: "values", values: [1, 2, 3, 10] } } }, {});
  const of = (f: string): number => evaluate(f, four).data[0];
  assert.deepEqual(
    [of("median(k, k)"), of("sum(k, k)"), of("mean(k, k)"), of("max(k, k)"), of("min(k, k)")],
    [2.5, 16, 4, 10, 1],
  );
  close(of("sd(k, k)"), Math.sqrt(50 / 3));
  close(of("stderr(k, k)"), Math.sqrt(50 / 12));
});

test("NaN survives every reduction", () => {
  const broken = evaluation({}, { run: archived(timed(1, 4, { y: t => (t > 0.5 ? NaN : t) })) });
  for (const f of [
    "max(run.y,t)",
    "min(run.y,t)",
    "mean(run.y,t)",
    "median(run.y,t)",
    "integral(run.y)",
    "last(run.y)",
    "slope(run.y, t)",
  ])
    assert.ok(Number.isNaN(evaluate(f, broken).data[0]), f);
});

test("the series of the certificate answer where no recorder has the name", () => {
  const certificate = {
    series: { energy: { dims: ["t"], shape: [2], data: Float64Array.of(3, 1) } },
    absent: { ess: "a grid has no particles" },
  };
  const runs = { run: { ...archived(timed(1, 1, {})), certificate } };
  assert.equal(evaluate("first(run.energy)", evaluation({}, runs)).data[0], 3);
  assert.throws(() => evaluate("run.ess", evaluation({}, runs)), /a grid has no particles/);
});

test("a wrong formula is refused at its place, with the nearest word", () => {
  const at = (formula: string): string => {
    try {
      evaluate(formula, world);
    } catch (error) {
      if (isFormulaError(error)) return formula.slice(error.at, error.at + 4);
      throw error;
    }
    return "accepted";
  };
  assert.deepEqual(["1 + flw.F", "exp(1, 2)", "max(flow.F, tt)", "(1 + 2", "1 $ 2", "flow.F[h=1]", "expp(1)"].map(at), [
    "flw.",
    "exp(",
    "tt)",
    "",
    "$ 2",
    "h=1]",
    "expp",
  ]);
  assert.throws(() => evaluate("expp(1)", world), /did you mean "exp"/);
});

test("no formula exhausts the stack: deep brackets, long chains, circles and doubling quantities are refused or shared", () => {
  for (const formula of [
    "(".repeat(900) + "1" + ")".repeat(900),
    "-".repeat(1900) + "1",
    `1${"+1".repeat(900)}`,
    `2${"^2".repeat(900)}`,
    "1+".repeat(5000),
  ])
    assert.throws(() => evaluate(formula, none), isFormulaError);
  assert.throws(() => evaluate("a", evaluation({ quantities: { a: "b", b: "a" } }, {})), /defined by itself/);
  const doubling = Object.fromEntries(
    Array.from({ length: 15 }, (_, i) => [
      `q${String.fromCharCode(97 + i)}`,
      i === 0 ? "1" : `q${String.fromCharCode(96 + i)}+q${String.fromCharCode(96 + i)}`,
    ]),
  );
  assert.equal(evaluate("qo", evaluation({ quantities: doubling }, {})).data[0], 2 ** 14);
});
