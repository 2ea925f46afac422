/**
 * Which types of Node a cell knows. Reading them all takes as long as everything else that a compiler does before the
 * first cell, and few cells want more than `console`: they begin with some, and all come when a cell does not compile
 * with these or a name is asked for.
 */

/** As much of a compiler's options as finds types. */
export interface CompilerOptions {
  readonly typeRoots?: readonly string[];
}

/** As much of a compiler as finds types. */
export interface TypeFinder {
  readonly sys: object;
  resolveTypeReferenceDirective(
    name: string,
    from: string,
    options: CompilerOptions,
    host: object,
  ): { readonly resolvedTypeReferenceDirective?: { readonly resolvedFileName?: string } };
}

/** A running compilation of some files. */
export interface Watched {
  updateRootFileNames(files: readonly string[]): void;
}

/** Files of the package `@types/node` that stand on their own. */
const SOME = ["console", "timers"] as const;

const PACKAGE = /^.*\/@types\/node\//;

/** Files to begin with, and files with all types of Node, for a compilation of `files`. */
export interface Roots {
  readonly some: readonly string[];
  readonly all: readonly string[];
}

export function rootsWithNode(files: readonly string[], compiler: TypeFinder, options: CompilerOptions): Roots {
  const index = compiler.resolveTypeReferenceDirective("node", files[0], options, compiler.sys)
    .resolvedTypeReferenceDirective?.resolvedFileName;
  const folder = PACKAGE.exec(index ?? "")?.[0];
  if (index === undefined || folder === undefined) throw new Error("there are no types of Node");
  return { some: [...files, ...SOME.map(name => `${folder}${name}.d.ts`)], all: [...files, index] };
}

/** Lets the next compilation know all types of Node; says whether it did not before. */
export type Widen = () => boolean;

export function widening(watched: Watched, { all }: Roots): Widen {
  let wide = false;
  return () => {
    if (wide) return false;
    watched.updateRootFileNames(all);
    return (wide = true);
  };
}
