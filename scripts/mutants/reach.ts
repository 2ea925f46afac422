/** Which functions run, as V8 counts them in this process. */
import { Session } from "node:inspector";
import { fileURLToPath } from "node:url";
import { relative } from "node:path";

/** A place in a module. */
export interface Place {
  readonly file: string;
  readonly start: number;
}

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}
interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** Whether the innermost block around an offset ran. */
function ran({ functions }: Script, offset: number): boolean {
  let innermost: Range | undefined;
  for (const { ranges } of functions)
    for (const range of ranges)
      if (
        range.startOffset <= offset &&
        offset < range.endOffset &&
        (!innermost || range.endOffset - range.startOffset <= innermost.endOffset - innermost.startOffset)
      )
        innermost = range;
  return innermost !== undefined && innermost.count > 0;
}

/**
 * Does some work, and says which of the places ran meanwhile. Modules of this project below
 * `root` that ran before are counted anew: what they do once, when they are loaded, counts for no work.
 */
export function reached<T>(root: string, places: readonly Place[], work: () => T): readonly [T, readonly number[]] {
  const session = new Session();
  session.connect();
  let scripts: readonly Script[] = [];
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const result = work();
  session.post("Profiler.takePreciseCoverage", (error, taken) => {
    if (error) throw error;
    scripts = taken.result;
  });
  session.disconnect();
  const byFile = new Map(
    scripts
      .filter(({ url }) => url.startsWith("file:"))
      .map(script => [relative(root, fileURLToPath(script.url)), script]),
  );
  const indices = places.flatMap(({ file, start }, i) => {
    const script = byFile.get(file);
    return script !== undefined && ran(script, start) ? [i] : [];
  });
  return [result, indices];
}
