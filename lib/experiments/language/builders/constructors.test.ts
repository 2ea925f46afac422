import test from "node:test";
import assert from "node:assert/strict";
import { isRefusal } from "../../../arithmetic/refusal.js";
import { forgetful } from "../../../arithmetic/memory.js";
import { tabulate } from "../../../arithmetic/vectors.js";
import type { Method, Metric } from "../../../dynamics/distances/metric.js";
import { distanceSolver, methodsOf, METRICS } from "../../../dynamics/distances/registry.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { gaussian } from "../../../systems/measures/gaussian.js";
import { gaussianMercer, gaussianMercerFunctions } from "../../../systems/operators/gaussian-mercer.js";
import { regression } from "../../../systems/operators/regression.js";
import { requireBall } from "../../../systems/robust/ball.js";
import { particles } from "../../../systems/spaces/particles.js";
import { SCHEMAS } from "../schemas.generated.js";
import type { Setting } from "./context.js";
import { buildBall } from "./ball.js";
import { buildData } from "./data.js";
import { buildEnergy } from "./energy.js";
import { buildGeometry } from "./geometry.js";
import { buildIntegrator } from "./integrator.js";
import { buildKernel } from "./kernel.js";
import { buildLoss } from "./loss.js";
import { buildMeasure } from "./measure.js";
import { buildMetric } from "./metric.js";
import { buildPotential } from "./potential.js";
import { buildRecorder } from "./recorder.js";
import { buildSmoother } from "./smoother.js";
import { buildResponse } from "./response.js";
import { buildSpace } from "./space.js";
import { buildSummation } from "./summation.js";

type Json = Readonly<Record<string, unknown>>;

const KERNEL = { name: "gaussian", bandwidth: 1 };
const NORMAL = { name: "gaussian", mean: 0, covariance: 1 };
/** One valid part of every kind that others are made of. */
const PARTS: Json = {
  kernel: KERNEL,
  measure: NORMAL,
  potential: { name: "double-well", depth: 1 },
  smoother: { name: "identity" },
  geometry: { name: "hellinger" },
  energy: { name: "entropy", temperature: 1 },
  integrator: { name: "rk4" },
  metric: { name: "hellinger" },
  data: { name: "inline", points: [[0.5]] },
};
/** What no rule of the schema tells: parts with numbers of their own that fit together. */
const OWN: Json = {
  interval: [-1, 1],
  box: [-1, 1, -1, 1],
  mean: 0,
  covariance: 1,
  at: 0.5,
  coordinate: 1,
  modes: 2,
  values: [0.5, 0.5],
  mechanism: "growth",
  points: [[0.5]],
  labels: [1],
  weights: [1],
};

const setting = (dim: number): Setting => {
  const spec = { name: "grid1d", n: 24, interval: [-6, 6] } as const;
  const { space, nodes } = buildSpace(spec as never, 0);
  return {
    seed: 1,
    dim,
    space,
    spec: spec as never,
    nodes,
    points: space.nodes(new Float64Array(24)),
    readFile: () => assert.fail("no file is read"),
    note: () => undefined,
  };
};
/** The same for particles. */
const cloud: Setting = { ...setting(1), nodes: undefined, space: particles({ n: 4, dim: 1 }) };
const HALVES = tabulate(24, i => (i === 3 || i === 7 ? 0.5 : 0));
const PAIR = { space: setting(1).space, mu: HALVES, nu: HALVES };
const METHODS: { readonly [K in Method["name"]]: Method } = {
  exact: { name: "exact" },
  static: { name: "static" },
  dual: { name: "dual" },
  "linear-program": { name: "linear-program" },
  dynamic: { name: "dynamic", steps: 4 },
  quantiles: { name: "quantiles", nodes: 4 },
  sinkhorn: { name: "sinkhorn", epsilon: 1 },
  samples: { name: "samples", statistic: "v" },
};
const BUILDERS: { readonly [union: string]: (spec: never) => unknown } = {
  kernel: spec => buildKernel(spec, setting(1)),
  smoother: spec => buildSmoother(spec, setting(1)),
  geometry: spec => buildGeometry(spec, setting(1)),
  energy: spec => buildEnergy(spec, setting(1)),
  integrator: spec => buildIntegrator(spec, setting(1)),
  potential: (spec: Json) =>
    buildPotential(spec as never, setting(["banana", "rosenbrock"].includes(String(spec.name)) ? 2 : 1)),
  measure: spec => buildMeasure(spec, setting(1)),
  space: spec => buildSpace(spec, 0),
  metric: (spec: Json) => {
    const metric = buildMetric(spec as never, setting(1));
    return distanceSolver(PAIR, metric, METHODS[methodsOf(metric.name)[0]]);
  },
  method: (spec: Method) => {
    const name = METRICS.find(metric => methodsOf(metric).includes(spec.name)) as Metric["name"];
    return distanceSolver(PAIR, { name, order: 2, kernel: gaussianKernel(1) } as Metric, spec);
  },
  recorder: (spec: Json) =>
    buildRecorder(spec as never, spec.name === "positions" ? cloud : { ...setting(1), target: NORMAL as never }),
  data: spec => buildData(spec, setting(1)),
  ball: spec => requireBall(buildBall(spec, setting(1))),
  loss: (spec: Json) => spec.name === "function" || buildLoss(spec as never),
  response: spec =>
    buildResponse(spec, {
      setting: setting(1),
      kernel: gaussianKernel(1),
      measure: NORMAL as never,
      state: HALVES,
      points: tabulate(24, i => i),
      rho: tabulate(24, () => 1 / 24),
    }),
  summation: spec => buildSummation(spec, () => undefined, forgetful),
};

/** The schema of a number, also where it is one of several choices. */
function numeric(property: Json): Json | undefined {
  const choices = (property.oneOf ?? property.anyOf ?? [property]) as readonly Json[];
  return choices.find(
    ({ type, enum: values }) =>
      type === "number" || type === "integer" || (Array.isArray(values) && typeof values[0] === "number"),
  );
}

/** Numbers that a schema refuses: beyond its bounds, between whole numbers, not among its values, not finite. */
function refusedBy(rule: Json): readonly number[] {
  const { exclusiveMinimum, minimum, exclusiveMaximum, maximum, type, enum: values } = rule as Record<string, number>;
  if (values !== undefined) return [7, 0, NaN];
  return [
    NaN,
    Infinity,
    -Infinity,
    ...(exclusiveMinimum === undefined ? [] : [exclusiveMinimum, exclusiveMinimum - 1]),
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(exclusiveMaximum === undefined ? [] : [exclusiveMaximum]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...((type as unknown) === "integer" ? [(minimum ?? 1) + 0.5] : []),
  ];
}

const partOf = (ref: unknown): unknown => PARTS[String(ref).replace(/\.schema\.json.*|#.*/g, "")];

/** A valid value of a property. */
function valid(name: string, property: Json): unknown {
  if (name in OWN) return OWN[name];
  if (property.const !== undefined) return property.const;
  if (property["x-formula"] !== undefined) return "1";
  if (property.$ref !== undefined) return partOf(property.$ref);
  const rule = numeric(property);
  if (Array.isArray(rule?.enum)) return rule.enum[0];
  if (rule !== undefined)
    return rule.type === "integer"
      ? Math.max(2, Number(rule.minimum ?? 2))
      : Number(rule.exclusiveMaximum ?? rule.maximum ?? 2 + 2 * Number(rule.exclusiveMinimum ?? 0)) / 2;
  if (Array.isArray(property.enum)) return property.enum[0];
  if (property.type === "array") return [valid("", property.items as Json)];
  return undefined;
}

/** A spec of one branch with its required properties, and one more. */
const specOf = (properties: Readonly<Record<string, Json>>, required: readonly string[], also: string): Json =>
  Object.fromEntries([...required, also].map(name => [name, valid(name, properties[name])]));

/** The words that a property may be, where it is one of several. */
function spoken(property: Json): readonly string[] {
  const choices = (property.oneOf ?? property.anyOf ?? [property]) as readonly Json[];
  return choices.flatMap(({ enum: values }) =>
    Array.isArray(values) ? values.filter(value => typeof value === "string") : [],
  );
}

/** Finite for ever, which JSON cannot say: noise that never ends. */
const MAY_BE_INFINITE = ["until"];

for (const union of Object.keys(BUILDERS))
  test(`every constructor of a ${union} refuses the numbers that its schema refuses: bounds, whole numbers, NaN, infinity`, () => {
    const branches = SCHEMAS[`${union}.schema.json`].$defs as Readonly<Record<string, Json>>;
    let numbers = 0;
    for (const [name, branch] of Object.entries(branches)) {
      const properties = (branch.properties ?? {}) as Readonly<Record<string, Json>>;
      for (const [key, property] of Object.entries(properties)) {
        const rule = numeric(property);
        if (rule === undefined || name === "posterior") continue;
        numbers++;
        const spec = specOf(properties, branch.required as readonly string[], key);
        assert.doesNotThrow(() => BUILDERS[union](spec as never), `${name}.${key}: ${JSON.stringify(spec)}`);
        for (const bad of refusedBy(rule)) {
          if (bad === Infinity && MAY_BE_INFINITE.includes(key)) continue;
          assert.throws(
            () => BUILDERS[union]({ ...spec, [key]: bad } as never),
            isRefusal,
            `${union} ${name} admits ${key} = ${bad}`,
          );
        }
      }
    }
    assert.ok(numbers > 0);
  });

test("arrays of wrong lengths are refused in one sentence: covariances, states of distances", () => {
  const short = Float64Array.of(1, 2, 3);
  const tv: Metric = { name: "tv" };
  const on = (pair: Partial<typeof PAIR>) => (): unknown => distanceSolver({ ...PAIR, ...pair }, tv, METHODS.static);
  for (const call of [
    () => gaussian(Float64Array.of(0, 0), short),
    () => gaussian(Float64Array.of(0), short),
    on({ mu: short }),
    on({ nu: short }),
    on({ space: particles({ n: 2, dim: 2 }), mu: Float64Array.of(1, 2), nu: Float64Array.of(1, 2) }),
  ])
    assert.throws(call, (error: Error) => isRefusal(error) && /length/.test(error.message), String(call));
});

test("operators refuse from code what is no number of theirs: bandwidths, variances, counts, lambda, masses, lengths", () => {
  const problem = {
    kernel: gaussianKernel(1),
    dim: 1,
    points: Float64Array.of(0, 1),
    rho: Float64Array.of(0.5, 0.5),
    lambda: 0.1,
    response: Float64Array.of(0, 1),
    source: Float64Array.of(0, 0.5),
  };
  assert.doesNotThrow(() => regression(problem));
  const short = Float64Array.of(1);
  const holed = Float64Array.of(NaN, 1);
  for (const bad of [
    ...[0, -1, NaN, Infinity].map(lambda => ({ lambda })),
    ...[short, holed, Float64Array.of(0, 1), Float64Array.of(-1, 2)].map(rho => ({ rho })),
    ...[short, holed].flatMap(v => [{ response: v }, { source: v }, { points: v }]),
    ...[0, 2, 0.5, NaN].map(dim => ({ dim })),
  ])
    assert.throws(() => regression({ ...problem, ...bad }), isRefusal, JSON.stringify(bad));
  const x = Float64Array.of(0);
  for (const bad of [0, -1, NaN, Infinity]) {
    assert.throws(() => gaussianMercer(bad, 1, 2), isRefusal);
    assert.throws(() => gaussianMercer(1, bad, 2), isRefusal);
    assert.throws(() => gaussianMercerFunctions(bad, 0, 1, x, 2), isRefusal);
    assert.throws(() => gaussianMercerFunctions(1, 0, bad, x, 2), isRefusal);
  }
  for (const bad of [0, 1.5, -1, NaN, Infinity]) {
    assert.throws(() => gaussianMercer(1, 1, bad), isRefusal);
    assert.throws(() => gaussianMercerFunctions(1, 0, 1, x, bad), isRefusal);
  }
});

for (const union of Object.keys(BUILDERS))
  test(`every constructor of a ${union} refuses a word that is none of those its schema knows`, () => {
    const branches = SCHEMAS[`${union}.schema.json`].$defs as Readonly<Record<string, Json>>;
    for (const [name, branch] of Object.entries(branches)) {
      const properties = (branch.properties ?? {}) as Readonly<Record<string, Json>>;
      for (const [key, property] of Object.entries(properties)) {
        if (key === "name" || spoken(property).length === 0) continue;
        const spec = specOf(properties, branch.required as readonly string[], key);
        for (const bad of ["helinger", "toString", "__proto__", ""])
          assert.throws(
            () => BUILDERS[union]({ ...spec, [key]: bad } as never),
            isRefusal,
            `${union} ${name} admits ${key} = ${bad}`,
          );
      }
    }
  });
