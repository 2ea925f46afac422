import { lookUp } from "../../../arithmetic/lookup.js";
import { within } from "../../../arithmetic/place.js";

/**
 * One builder per name of a union of specs: a name of the schema without a builder does not compile, nor the reverse.
 */
export type Registry<S extends { readonly name: string }, Context, T> = {
  readonly [N in S["name"]]: (spec: Extract<S, { readonly name: N }>, context: Context) => T;
};

/** The builder of this name, applied. */
export function construct<S extends { readonly name: string }, C, T>(
  registry: Registry<S, C, T>,
  spec: S,
  context: C,
): T {
  return within(spec, () => {
    const build = lookUp<string, unknown>(registry, spec.name) as (spec: S, context: C) => T;
    return build(spec, context);
  });
}
