/** Which unit tests stand near a module: by how many imports they are away from it. */
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { filesBelow } from "./files.js";

/** Module -> modules that it imports, both relative to `root`. */
function importsBelow(root: string, folder: string): ReadonlyMap<string, readonly string[]> {
  const modules = filesBelow(root, folder).filter(file => file.endsWith(".js"));
  return new Map(
    modules.map(file => {
      const code = readFileSync(join(root, file), "utf8");
      const targets = [...code.matchAll(/from "(\.[^"]+)"/g)].map(([, target]) =>
        normalize(join(dirname(file), target)),
      );
      return [file, targets] as const;
    }),
  );
}

/** Steps along imports from a module to another. */
function steps(imports: ReadonlyMap<string, readonly string[]>, from: string, to: string): number {
  let front: ReadonlySet<string> = new Set([from]);
  const seen = new Set(front);
  for (let n = 0; front.size > 0; n++) {
    if (front.has(to)) return n;
    front = new Set([...front].flatMap(file => imports.get(file) ?? []).filter(file => !seen.has(file)));
    for (const file of front) seen.add(file);
  }
  return Infinity;
}

/** For a module, the files of unit tests that reach it, the nearest first. */
export function nearestTests(root: string): (file: string) => readonly string[] {
  const imports = importsBelow(root, "dist/lib");
  const tests = [...imports.keys()].filter(file => file.endsWith(".test.js"));
  return file =>
    tests
      .map(test => ({ test, distance: steps(imports, test, file) }))
      .filter(({ distance }) => distance < Infinity)
      .sort((a, b) => a.distance - b.distance)
      .map(({ test }) => test);
}
