import type { Source } from "../geometries/carrier.js";
import type { Vec } from "../../arithmetic/vec.js";
import type { Covector } from "../spaces/space.js";

/** ξ whose parts, where it has them, are computed when they are first asked for. */
export function lazyParts(
  valueOf: () => Vec | undefined,
  gradientOf: () => Vec | undefined,
  temperature: number,
  source?: Source,
): Covector {
  const value = once(valueOf);
  const gradient = once(gradientOf);
  return {
    get value() {
      return value();
    },
    get gradient() {
      return gradient();
    },
    temperature,
    ...(source && { source }),
  };
}

function once<T>(f: () => T): () => T {
  let kept: { readonly of: T } | undefined;
  return () => (kept ??= { of: f() }).of;
}

/** ξ of a cloud: transport takes only ∇ξ, growth only ξ. */
export const lazyCovector = (
  valueOf: () => Vec,
  gradientOf: () => Vec,
  temperature: number,
  source?: Source,
): Covector => lazyParts(valueOf, gradientOf, temperature, source);
