import type { ErrorObject } from "ajv";
import { escape } from "../pointer.js";
import { suggest } from "../suggest.js";
import { distinct, shown, type Finding } from "./problem.js";

type Sentence = (error: ErrorObject) => Finding;

interface Tagged {
  readonly oneOf: readonly { readonly $ref: string }[];
}

interface WrongTag {
  readonly error: "tag" | "mapping";
  readonly tag: string;
  readonly tagValue: unknown;
}

const propertiesOf = (error: ErrorObject): Readonly<Record<string, { readonly description?: string }>> =>
  error.parentSchema?.properties ?? {};

function tag({ instancePath, params, parentSchema }: ErrorObject): Finding {
  const names = (parentSchema as Tagged).oneOf.map(branch => branch.$ref.split("/").at(-1) ?? "");
  const { error, tag: key, tagValue } = params as WrongTag;
  const pointer = `${instancePath}/${key}`;
  if (error === "tag")
    return {
      pointer,
      message: `${tagValue === undefined ? "is missing" : "must be a word"}; one of: ${names.join(", ")}`,
    };
  return { pointer, message: `${shown(tagValue)} is none of: ${names.join(", ")}${suggest(String(tagValue), names)}` };
}

function unknownKey(error: ErrorObject): Finding {
  const key = String(error.params.additionalProperty);
  const allowed = Object.keys(propertiesOf(error));
  return {
    pointer: `${error.instancePath}/${escape(key)}`,
    message: `is not known here; allowed: ${allowed.join(", ")}${suggest(key, allowed)}`,
  };
}

function missingKey(error: ErrorObject): Finding {
  const key = String(error.params.missingProperty);
  const description = propertiesOf(error)[key]?.description;
  return {
    pointer: `${error.instancePath}/${escape(key)}`,
    message: `is missing${description ? ` (${description.replace(/\.$/, "")})` : ""}`,
  };
}

function notAllowed({ instancePath, params, data }: ErrorObject): Finding {
  const allowed = (params.allowedValues as readonly unknown[]).map(String);
  return {
    pointer: instancePath,
    message: `${shown(data)} is none of: ${allowed.join(", ")}${suggest(String(data), allowed)}`,
  };
}

/** One alternative in words. */
function alternative(branch: Readonly<Record<string, unknown>>): string {
  if ("const" in branch) return shown(branch.const);
  if ("$ref" in branch) return "a formula";
  if (branch.type === "array") return "a list";
  const above = "exclusiveMinimum" in branch ? ` > ${branch.exclusiveMinimum}` : "";
  return `a ${branch.type}${above}${"minimum" in branch ? ` >= ${branch.minimum}` : ""}`;
}

/** A value that fits none of a few alternatives without a tag. */
const neither: Sentence = ({ instancePath, schema, data }) => ({
  pointer: instancePath,
  message: `must be ${(schema as readonly Readonly<Record<string, unknown>>[]).map(alternative).join(" or ")}, not ${shown(data)}`,
});

/** One way of saying it per keyword of JSON Schema that needs more than ajv's own words. */
const SENTENCES: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ["discriminator", tag],
  ["additionalProperties", unknownKey],
  ["required", missingKey],
  ["enum", notAllowed],
  ["oneOf", neither],
  [
    "propertyNames",
    ({ instancePath, params }) => ({
      pointer: `${instancePath}/${escape(params.propertyName)}`,
      message: "is no admissible name: letters and digits, a letter first",
    }),
  ],
  [
    "type",
    ({ instancePath, params, data }) => ({
      pointer: instancePath,
      message: `must be ${[params.type].flat().join(" or ")}, not ${shown(data)}`,
    }),
  ],
]);

const plain: Sentence = ({ instancePath, data, message }) => ({
  pointer: instancePath,
  message: `${shown(data)} ${message ?? "is wrong"}`,
});

/**
 * Errors that only repeat another: beside a missing tag, inside a name, or of one alternative where a sentence speaks
 * of all.
 */
function isEcho(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  const same = (keyword: string): boolean =>
    all.some(other => other.keyword === keyword && other.instancePath === error.instancePath);
  if (error.keyword === "oneOf") return all.some(other => other.instancePath.startsWith(`${error.instancePath}/`));
  if (error.keyword === "required") return same("discriminator");
  if (
    error.keyword === "enum" &&
    all.some(
      ({ keyword, instancePath, params }) =>
        keyword === "discriminator" && `${instancePath}/${params.tag}` === error.instancePath,
    )
  )
    return true;
  return same("oneOf") || (error.propertyName !== undefined && error.keyword !== "propertyNames");
}

/** Most errors that are put into words: nobody reads more, and a wrong table has one per number. */
const MOST = 200;

/** One sentence per mistake, at the place where the hand must go, with what is allowed and the nearest word. */
export function sentences(errors: readonly ErrorObject[]): readonly Finding[] {
  const first = errors.slice(0, MOST);
  return distinct(
    first.filter(error => !isEcho(error, first)).map(error => (SENTENCES.get(error.keyword) ?? plain)(error)),
  );
}
