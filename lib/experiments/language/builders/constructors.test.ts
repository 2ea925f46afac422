import test from "node:test";
import assert from "node:assert/strict";
import { isRefusal } from "../../../arithmetic/refusal.js";
import { SCHEMAS } from "../schemas.generated.js";
import type { Setting } from "./context.js";
import { buildEnergy } from "./energy.js";
import { buildGeometry } from "./geometry.js";
import { buildIntegrator } from "./integrator.js";
import { buildKernel } from "./kernel.js";
import { buildMeasure } from "./measure.js";
import { buildPotential } from "./potential.js";
import { buildSmoother } from "./smoother.js";
import { buildSpace } from "./space.js";

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
};
/** What no rule of the schema tells: parts with numbers of their own that fit together. */
const OWN: Json = {
  interval: [-1, 1],
  box: [-1, 1, -1, 1],
  mean: 0,
  covariance: 1,
  at: 0.5,
  modes: 2,
  values: [0.5, 0.5],
  mechanism: "growth",
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
const BUILDERS: { readonly [union: string]: (spec: never) => unknown } = {
  kernel: spec => buildKernel(spec, setting(1)),
  smoother: spec => buildSmoother(spec, setting(1)),
  geometry: spec => buildGeometry(spec, setting(1)),
  energy: spec => buildEnergy(spec, setting(1)),
  integrator: spec => buildIntegrator(spec, setting(1)),
  potential: (spec: Json) => buildPotential(spec as never, spec.name === "banana" ? 2 : 1),
  measure: spec => buildMeasure(spec, setting(1)),
  space: spec => buildSpace(spec, 0),
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
    return rule.type === "integer" ? Math.max(2, Number(rule.minimum ?? 2)) : Number(rule.exclusiveMaximum ?? 2) / 2;
  if (Array.isArray(property.enum)) return property.enum[0];
  if (property.type === "array") return [valid("", property.items as Json)];
  return undefined;
}

/** A spec of one branch with its required properties, and one more. */
const specOf = (properties: Readonly<Record<string, Json>>, required: readonly string[], also: string): Json =>
  Object.fromEntries([...required, also].map(name => [name, valid(name, properties[name])]));

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
