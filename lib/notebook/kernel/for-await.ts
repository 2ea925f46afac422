/** As much of a compiler as finds loops. */
export interface Syntax {
  createSourceFile(name: string, source: string, target: number): object;
  forEachChild(node: object, visit: (child: object) => boolean): boolean | undefined;
  isFunctionLike(node: object): boolean;
  isForOfStatement(node: object): boolean;
}

/** ECMAScript 2023, as the compiler numbers it. */
const TARGET = 10;

/** Whether a cell has a loop `for await` outside of functions: an await that the compiler does not report to tslab. */
export function loopsOverPromises(syntax: Syntax, source: string): boolean {
  const loops = (node: object): boolean =>
    !syntax.isFunctionLike(node) &&
    ((syntax.isForOfStatement(node) && "awaitModifier" in node && node.awaitModifier !== undefined) ||
      syntax.forEachChild(node, loops) === true);
  return /\bfor\s+await\b/.test(source) && loops(syntax.createSourceFile("cell.ts", source, TARGET));
}
