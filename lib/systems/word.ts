/**
 * Words of the language beside what they mean: one object is the schema branch, the type of the spec and its builder.
 */

import { noneOf } from "../arithmetic/lookup.js";
import { within } from "../arithmetic/place.js";
import { refuse } from "../arithmetic/refusal.js";

/** A part of a spec that another word describes; whoever builds it knows which. */
export interface Reference {
  readonly name: string;
  readonly [key: string]: unknown;
}

/** A fragment of JSON Schema for one value. */
export type Single =
  | {
      readonly type: "number" | "integer";
      readonly minimum?: number;
      readonly maximum?: number;
      readonly exclusiveMinimum?: number;
      readonly exclusiveMaximum?: number;
    }
  | { readonly type: "boolean" }
  | { readonly const: string | number }
  | { readonly enum: readonly (string | number)[] }
  /** A formula in x, the point of the space. */
  | { readonly type: "string"; readonly "x-formula": "space" }
  | { readonly $ref: string };

/** A fragment of JSON Schema: what a property may hold. */
export type Fragment =
  | Single
  | { readonly oneOf: readonly Single[] }
  | { readonly type: "array"; readonly minItems?: number; readonly maxItems?: number; readonly items: Single };

/** A property with what it means, in words or as a formula, and whether a spec may leave it out. */
export type Property = { readonly description: string; readonly optional?: true } & Fragment;

export type Properties = Readonly<Record<string, Property>>;

type OfSingle<F> = F extends { readonly const: infer C }
  ? C
  : F extends { readonly enum: readonly (infer E)[] }
    ? E
    : F extends { readonly type: "number" | "integer" }
      ? number
      : F extends { readonly type: "boolean" }
        ? boolean
        : F extends { readonly type: "string" }
          ? string
          : Reference;

/** The values that a fragment admits, as a type. */
export type Value<F> = F extends { readonly oneOf: readonly (infer B)[] }
  ? OfSingle<B>
  : F extends { readonly type: "array"; readonly items: infer I }
    ? readonly OfSingle<I>[]
    : OfSingle<F>;

type Optional<P> = { [K in keyof P]: P[K] extends { readonly optional: true } ? K : never }[keyof P];

/** A spec of a word with these properties. */
export type Spec<P> = { readonly [K in Exclude<keyof P, Optional<P>>]: Value<P[K]> } & {
  readonly [K in Optional<P>]?: Value<P[K]>;
};

/** A word as its author writes it. C is what builders may ask for, T what they build. */
export interface Definition<P, C, T> {
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  readonly equation?: string;
  readonly properties: P;
  build(spec: Spec<P>, context: C): T;
  /** Specs on both sides of every branch: what the property tests of this kind are held against. */
  readonly samples: readonly Spec<P>[];
}

/** A word for whoever does not know its properties: `build` takes specs that the schema has admitted. */
export interface Word<C, T> extends Pick<
  Definition<Properties, C, T>,
  "name" | "description" | "equation" | "properties"
> {
  build(spec: Reference, context: C): T;
  readonly samples: readonly Reference[];
}

/** A definition whose `build` is typed by its own properties, as a word. */
export function word<P extends Properties, C, T>(definition: Definition<P, C, T>): Word<C, T> {
  const { name, samples } = definition;
  return { ...definition, samples: samples.map(sample => ({ ...(sample as object), name })) } as unknown as Word<C, T>;
}

/** What a spec means. Refuses a name that is no word of this kind. */
export function built<C, T>(words: readonly Word<C, T>[], spec: { readonly name: string }, context: C): T {
  const named = words.find(({ name }) => name === spec.name);
  return named !== undefined
    ? within(spec, () => named.build(spec, context))
    : refuse(
        noneOf(
          spec.name,
          words.map(({ name }) => name),
        ),
      );
}

/** k as most words with a kernel have it. */
export const KERNEL = { description: "The reproducing kernel k.", $ref: "kernel.schema.json" } as const;
