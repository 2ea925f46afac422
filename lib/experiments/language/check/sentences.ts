import type { ErrorObject } from "ajv";
import { escape, parentOf } from "../pointer.js";
import { SCHEMAS } from "../schemas.generated.js";
import { nearest, suggest } from "../../../arithmetic/suggest.js";
import { distinct, shown, type Finding } from "./problem.js";

type Sentence = (error: ErrorObject) => Finding;

type Fields = Readonly<Record<string, unknown>>;

interface Tagged {
  readonly oneOf: readonly { readonly $ref: string }[];
}

interface WrongTag {
  readonly error: "tag" | "mapping";
  readonly tag: string;
  readonly tagValue: unknown;
}

const propertiesOf = (error: ErrorObject): Readonly<Record<string, Fields>> => error.parentSchema?.properties ?? {};

/** ` (What it is)`, as far as the schema says it. */
const described = (schema: Fields | undefined): string =>
  typeof schema?.description !== "string" ? "" : ` (${schema.description.replace(/\.$/, "")})`;

/** The value that is meant by a misprinted word. */
const meant = (word: unknown, allowed: readonly string[]): Pick<Finding, "instead"> => {
  const value = typeof word === "string" ? nearest(word, allowed) : undefined;
  return value === undefined ? {} : { instead: { value } };
};

function tag({ instancePath, params, parentSchema }: ErrorObject): Finding {
  const names = (parentSchema as Tagged).oneOf.map(branch => branch.$ref.split("/").at(-1) ?? "");
  const { error, tag: key, tagValue } = params as WrongTag;
  const pointer = `${instancePath}/${key}`;
  if (error === "tag")
    return {
      pointer,
      message:
        `${tagValue === undefined ? "is missing" : `must be a word, not ${shown(tagValue)}`}; one of: ` +
        `${names.join(", ")}`,
    };
  const message = `${shown(tagValue)} is none of: ${names.join(", ")}${suggest(String(tagValue), names)}`;
  return { pointer, message, ...meant(tagValue, names) };
}

function unknownKey(error: ErrorObject): Finding {
  const key = String(error.params.additionalProperty);
  const allowed = Object.keys(propertiesOf(error));
  const free = allowed.filter(name => !Object.hasOwn(error.data as object, name));
  return {
    pointer: `${error.instancePath}/${escape(key)}`,
    message: `is not known here; allowed: ${allowed.join(", ")}${suggest(key, allowed)}`,
    instead: { key: nearest(key, free) },
  };
}

function missingKey(error: ErrorObject): Finding {
  const key = String(error.params.missingProperty);
  return {
    pointer: `${error.instancePath}/${escape(key)}`,
    message: `is missing${described(propertiesOf(error)[key])}`,
  };
}

function notAllowed({ instancePath, params, data }: ErrorObject): Finding {
  const allowed = (params.allowedValues as readonly unknown[]).map(String);
  const near = typeof data === "string" ? suggest(data, allowed) : "";
  return {
    pointer: instancePath,
    message: `${shown(data)} is none of: ${allowed.join(", ")}${near}`,
    ...meant(data, allowed),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  integer: "a whole number",
  number: "a number",
  string: "a text in quotes",
  boolean: "true or false",
  array: "a list [...]",
  object: "an object {...}",
  null: "null",
};

/** The words that a value may be, where it may be one of some. */
const wordsOf = ({ const: only, enum: some }: Fields): readonly string[] =>
  only !== undefined ? [String(only)] : ((some as readonly unknown[] | undefined)?.map(String) ?? []);

/** One alternative in words. */
function alternative(branch: Fields): string {
  const words = wordsOf(branch);
  if (words.length > 0) return words.map(word => JSON.stringify(word)).join(" or ");
  if (typeof branch.$ref === "string")
    return `an object whose name is ${Object.keys(SCHEMAS[branch.$ref].$defs ?? {}).join(" or ")}`;
  const above = "exclusiveMinimum" in branch ? ` > ${String(branch.exclusiveMinimum)}` : "";
  return `${TYPES[String(branch.type)]}${above}${"minimum" in branch ? ` >= ${String(branch.minimum)}` : ""}`;
}

/** A value that fits none of a few alternatives without a tag. */
function neither({ instancePath, schema, data, parentSchema }: ErrorObject): Finding {
  const branches = schema as readonly Fields[];
  const words = branches.flatMap(wordsOf);
  const near = typeof data === "string" ? suggest(data, words) : "";
  return {
    pointer: instancePath,
    message: `must be ${branches.map(alternative).join(" or ")}, not ${shown(data)}${near}${described(parentSchema)}`,
    ...meant(data, words),
  };
}

/** A sentence about the value itself. */
const about =
  (said: (error: ErrorObject) => string): Sentence =>
  error => ({ pointer: error.instancePath, message: said(error) });

const sizeOf = (data: unknown): number => (Array.isArray(data) ? data : Object.keys(data as object)).length;

const entriesAre =
  (relation: "at least" | "at most"): Sentence =>
  ({ instancePath, data, params, parentSchema }) => {
    const [size, limit] = [sizeOf(data), Number(params.limit)];
    const has = size === 0 ? "is empty" : `has ${size} ${size === 1 ? "entry" : "entries"}`;
    return {
      pointer: instancePath,
      message:
        `${has}, ${relation} ${limit} ${limit === 1 ? "is" : "are"} ` +
        `${relation === "at least" ? "needed" : "allowed"}${described(parentSchema)}`,
    };
  };

const lengthIs = (relation: string): Sentence =>
  about(({ data, params }) => {
    const { length } = String(data);
    return (
      `${length === 0 ? "is empty" : `has ${length}`}, ${relation} ${params.limit} characters are ` +
      `${relation === "at least" ? "needed" : "allowed"}`
    );
  });

const bounded: Sentence = about(
  ({ data, params, parentSchema }) =>
    `${shown(data)} must be ${String(params.comparison)} ${String(params.limit)}${described(parentSchema)}`,
);

const matches: Sentence = about(
  ({ data, parentSchema }) => `${shown(data)} must be ${String(parentSchema?.allowed)}${described(parentSchema)}`,
);

/** One way of saying it per keyword of JSON Schema that the contract uses. */
export const SENTENCES: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ["discriminator", tag],
  ["additionalProperties", unknownKey],
  ["required", missingKey],
  ["enum", notAllowed],
  ["const", about(({ data, params }) => `must be ${shown(params.allowedValue)}, not ${shown(data)}`)],
  ["oneOf", neither],
  [
    "propertyNames",
    ({ instancePath, params, schema }) => ({
      pointer: `${instancePath}/${escape(params.propertyName)}`,
      message: `is no admissible name: ${String((schema as Fields).allowed)}`,
    }),
  ],
  [
    "type",
    about(
      ({ params, data, parentSchema }) =>
        `must be ${[params.type]
          .flat()
          .map(type => TYPES[type])
          .join(" or ")}, not ${shown(data)}${described(parentSchema)}`,
    ),
  ],
  ["minimum", bounded],
  ["maximum", bounded],
  ["exclusiveMinimum", bounded],
  ["exclusiveMaximum", bounded],
  ["minItems", entriesAre("at least")],
  ["maxItems", entriesAre("at most")],
  ["minProperties", entriesAre("at least")],
  ["maxProperties", entriesAre("at most")],
  ["minLength", lengthIs("at least")],
  ["maxLength", lengthIs("at most")],
  ["uniqueItems", about(({ data, params }) => `${shown((data as readonly unknown[])[params.i])} stands here twice`)],
  ["pattern", matches],
  ["format", about(({ data }) => `${shown(data)} must be a JSON pointer, as /runs/flow/time/steps`)],
]);

/**
 * Errors that only repeat another: beside a missing tag, inside a name, or of one alternative where a sentence speaks
 * of all.
 */
function isEcho(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  const same = (keyword: string): boolean =>
    all.some(other => other.keyword === keyword && other.instancePath === error.instancePath);
  if (error.keyword === "oneOf")
    return same("discriminator") || all.some(other => other.instancePath.startsWith(`${error.instancePath}/`));
  if (error.keyword === "required") return same("discriminator");
  if (error.keyword === "format") return same("pattern");
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

function sentenceOf(error: ErrorObject): Finding {
  const sentence = SENTENCES.get(error.keyword);
  if (sentence === undefined) throw new Error(`the keyword "${error.keyword}" of the schemas has no sentence`);
  return sentence(error);
}

/** The pointer of the key that a misprinted one was meant to be: that it is missing is said already. */
const keyMeant = ({ pointer, instead }: Finding): string | undefined =>
  instead !== undefined && "key" in instead && instead.key !== undefined
    ? `${parentOf(pointer)}/${escape(instead.key)}`
    : undefined;

/** One sentence per mistake, at the place where the hand must go, with what is allowed and the nearest word. */
export function sentences(errors: readonly ErrorObject[]): readonly Finding[] {
  const first = errors.slice(0, MOST);
  const said = first.filter(error => !isEcho(error, first)).map(sentenceOf);
  const misprinted = new Set(said.map(keyMeant));
  return distinct(said.map(finding => (misprinted.has(finding.pointer) ? { ...finding, echo: true } : finding)));
}
