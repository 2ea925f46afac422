import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Entry {
  readonly types?: string;
}

/**
 * Files of types of the entries of the package in `root`, by the names that an import gives them: `gradient-flows`,
 * `gradient-flows/files`, … The compiler of the cells does not read the `exports` of a package; Node, which runs them,
 * does.
 */
export function ownEntries(root: string): Readonly<Record<string, readonly [string]>> {
  const { name, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, Entry>>;
  };
  return Object.fromEntries(
    Object.entries(exports).flatMap(([path, { types }]) =>
      types ? [[name + path.slice(1), [join(root, types)]]] : [],
    ),
  );
}
