import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json } from "../pointer.js";
import { SCHEMAS } from "../schemas.generated.js";
import type { Finding } from "./problem.js";
import { sentences } from "./sentences.js";

/** A place of the spec that names something or holds a formula, as the schema's own keywords mark it. */
export interface Mark {
  readonly keyword: "x-names" | "x-formula";
  /** x-names: run, claim or dimension. x-formula: experiment (over runs and axes) or space (in x). */
  readonly kind: string;
  readonly value: string;
  readonly pointer: string;
}

/** What the schema says of a value. */
export interface SchemaReport {
  readonly findings: readonly Finding[];
  readonly marks: readonly Mark[];
}

/** Keywords that inform readers and the library, and check nothing. */
const ANNOTATIONS = ["equation", "outputs", "dims", "enumDescriptions", "allowed"];
const POINTER = /^(\/([^~/]|~[01])*)*$/;

function collector(keyword: Mark["keyword"]) {
  return {
    keyword,
    type: "string" as const,
    validate(
      this: Mark[],
      kind: string,
      value: string,
      _: unknown,
      place?: { readonly instancePath: string },
    ): boolean {
      this.push({ keyword, kind, value, pointer: place?.instancePath ?? "" });
      return true;
    },
  };
}

function compiled(): (file: string) => ValidateFunction {
  const ajv = new Ajv2020({
    code: { optimize: false }, // the checker runs a few times: optimizing it takes longer
    allErrors: true,
    verbose: true,
    discriminator: true,
    passContext: true,
    strictRequired: false,
    allowUnionTypes: true,
    formats: { "json-pointer": POINTER },
  });
  ANNOTATIONS.forEach(keyword => ajv.addKeyword(keyword));
  ajv.addKeyword(collector("x-names"));
  ajv.addKeyword(collector("x-formula"));
  Object.values(SCHEMAS).forEach(schema => ajv.addSchema(schema));
  return file => ajv.getSchema(file) as ValidateFunction;
}

let schemaOf: ReturnType<typeof compiled> | undefined;

/** Schemas are compiled when the first spec is checked: it takes longer than commands that check none. */
function checker(file: string): (json: Json) => SchemaReport {
  return json => {
    const marks: Mark[] = [];
    const validate = (schemaOf ??= compiled())(file);
    validate.call(marks, json);
    return { findings: sentences(validate.errors ?? []), marks };
  };
}

/** A whole experiment against its schema. */
export const checkSchema: (json: Json) => SchemaReport = checker("experiment.schema.json");

/** One run against the schema of its task; pointers start at the run. */
export const checkTaskSchema: (task: Json) => SchemaReport = checker("task.schema.json");
