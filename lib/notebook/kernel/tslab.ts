/**
 * The only importer of tslab. Its converter turns the TypeScript of a cell, which sees what earlier cells declared,
 * into a script; its executor runs that. Three things are added by handing the converter a TypeScript with some
 * functions of our own: strict types, no more types than a cell needs, and source maps, which lead from a line of the
 * script back to the line of the cell.
 */
import { createRequire, SourceMap, type SourceMapPayload } from "node:module";
import vm from "node:vm";
import {
  type CompilerOptions,
  type Roots,
  rootsWithNode,
  type TypeFinder,
  type Watched,
  type Widen,
  widening,
} from "./node-types.js";
import { loopsOverPromises, type Syntax } from "./for-await.js";
import { ownEntries } from "./own-entries.js";
import { onOneTimer, type Timed } from "./one-timer.js";

const require = createRequire(import.meta.url);

/** The place of an error in the source of a cell; both from 0. */
interface Position {
  readonly line: number;
  readonly character: number;
}

interface Converted {
  readonly output?: string;
  readonly hasToplevelAwait?: boolean;
  readonly diagnostics: readonly unknown[];
}

interface QuickInfo {
  readonly displayParts?: readonly unknown[];
}

interface Converter {
  convert(declarations: string, source: string): Converted;
  inspect(declarations: string, source: string, position: number): QuickInfo | undefined;
  complete(declarations: string, source: string, position: number): unknown;
  close(): void;
}

/** What tslab writes: an error of the cell, a line of the compiler, or the value of the last expression. */
export interface Echo {
  log(value: unknown): void;
  error(...words: readonly unknown[]): void;
}

export interface Executor {
  /** Runs a cell; whether it succeeded. */
  execute(source: string): Promise<boolean>;
  inspect(source: string, position: number): QuickInfo | undefined;
  complete(
    source: string,
    position: number,
  ): { readonly start: number; readonly end: number; readonly candidates: readonly string[] };
  /** Ends waiting for the promise of the cell. */
  interrupt(): void;
  close(): void;
}

/** Whether a cell is finished, or the indentation of the line that it wants. */
export interface Completeness {
  readonly completed: boolean;
  readonly indent?: string;
}

type Emit = (
  file: unknown,
  write: (name: string, text: string, ...rest: unknown[]) => unknown,
  ...rest: unknown[]
) => unknown;
type Builder = { emit: Emit };
type Watch = (path: string, ...rest: unknown[]) => { close(): void };
type Host = Timed & { afterProgramCreate?: (builder: Builder) => void; watchFile: Watch };

interface TypeScript extends TypeFinder, Syntax {
  createWatchCompilerHost(files: readonly string[], options: CompilerOptions, ...rest: unknown[]): Host;
  createWatchProgram(host: Host): Watched;
  transpileModule(
    source: string,
    options: { compilerOptions: object },
  ): { readonly outputText: string; readonly sourceMapText: string };
}

/** Types of a page would name what a kernel lacks, and cost a second; those of Node are named as files. */
const OPTIONS = { strict: true, sourceMap: true, lib: ["lib.es2023.d.ts"], types: [] } as const;

const mapOf = (text: string): SourceMap => new SourceMap(JSON.parse(text) as SourceMapPayload);

/** Source maps of the last conversion: cell -> module, module -> script. */
interface Maps {
  module?: SourceMap;
  script?: SourceMap;
}

/** What is held of a compiler from outside: its last source maps, the way to more types, its syntax. */
interface Held {
  readonly maps: Maps;
  widen: Widen;
  awaits: (source: string) => boolean;
}

/** Reads the source maps as they are written. */
function listening(builder: Builder, maps: Maps): Builder {
  const emit = builder.emit.bind(builder);
  builder.emit = (file, write, ...rest) =>
    emit(
      file,
      (name, text, ...more) => {
        if (name.endsWith("__tslab__.js.map")) maps.module = mapOf(text);
        return write(name, text, ...more);
      },
      ...rest,
    );
  return builder;
}

/** Types of what is loaded already stay as they are, like its code, when the library is built anew. */
function steady(host: Host, root: string): Host {
  const watch = host.watchFile;
  const stays = (path: string): boolean => {
    const place = path.startsWith(`${root}/`) ? path.slice(root.length) : path; // the root itself may be installed
    return place.startsWith("/dist/") || place.includes("/node_modules/");
  };
  host.watchFile = (path, ...rest) => (stays(path) ? { close: () => undefined } : watch(path, ...rest));
  return host;
}

/** The compiler, strict and with source maps, for cells that import from `root`. */
function strictCompiler(original: TypeScript, root: string, held: Held): TypeScript {
  const { maps } = held;
  /** Without a base the paths would be refused, though they are absolute. */
  const own = { paths: ownEntries(root), pathsBasePath: root };
  let roots: Roots;
  return {
    ...original,
    createWatchProgram: host => {
      const watched = original.createWatchProgram(host);
      held.widen = widening(watched, roots);
      return watched;
    },
    createWatchCompilerHost: (files, options, ...rest) => {
      roots = rootsWithNode(files, original, options);
      const plain = original.createWatchCompilerHost(roots.some, { ...options, ...OPTIONS, ...own }, ...rest);
      const host = steady(onOneTimer(plain), root);
      let created: Host["afterProgramCreate"];
      return Object.defineProperty(host, "afterProgramCreate", {
        set: value => {
          created = value as Host["afterProgramCreate"];
        },
        get: () => (builder: Builder) => created?.(listening(builder, maps)),
      });
    },
    transpileModule: (source, options) => {
      const result = original.transpileModule(source, {
        ...options,
        compilerOptions: { ...options.compilerOptions, sourceMap: true },
      });
      maps.script = mapOf(result.sourceMapText);
      return result;
    },
  };
}

interface Modules {
  readonly converter: { createConverter(options: object): Converter; isCompleteCode(source: string): Completeness };
  readonly executor: { createExecutor(root: string, converters: object, echo: Echo): Executor };
  readonly inspect: { printQuickInfo(info: QuickInfo): string };
}

/**
 * Leaves SIGINT to the listeners of this process. tslab asks Node to stop its scripts at one; Node then takes away all
 * listeners for the time of the script, and there are moments at which the signal ends the process. A cell that
 * computes without a pause is stopped by the I/O thread, at a message.
 */
export function keepSignals(): void {
  const { runInThisContext } = vm;
  vm.runInThisContext = (code, options) =>
    runInThisContext(code, typeof options === "object" ? { ...options, breakOnSigint: false } : options);
}

/** tslab's modules, loaded with the strict compiler in place of their own. */
function loadTslab(root: string, held: Held): Modules {
  const tslab = createRequire(require.resolve("tslab/dist/converter.js"));
  const name = tslab.resolve("@tslab/typescript-for-tslab");
  const original = tslab(name) as TypeScript;
  const cached = require.cache[name];
  held.awaits = source => loopsOverPromises(original, source);
  if (cached) cached.exports = strictCompiler(original, root, held);
  const load = <K extends keyof Modules>(module: K): Modules[K] => tslab(`./${module}.js`) as Modules[K];
  return { converter: load("converter"), executor: load("executor"), inspect: load("inspect") };
}

/** Where a line of a cell's script comes from. */
type Origin = (line: number, column: number) => Position | undefined;

/** The line that tslab puts before every cell. */
const PREFIX_LINES = 1;

/** The way back through both maps; undefined for what tslab has put around a cell of `lines` lines. */
const originOf =
  ({ module, script }: Maps, lines: number): Origin =>
  (line, column) => {
    const inModule = script?.findEntry(line, column);
    if (!inModule || !("originalLine" in inModule)) return undefined;
    const inCell = module?.findEntry(inModule.originalLine, inModule.originalColumn);
    if (!inCell || !("originalLine" in inCell)) return undefined;
    const found = inCell.originalLine - PREFIX_LINES;
    return found < lines ? { line: found, character: inCell.originalColumn } : undefined;
  };

export interface Compiler extends Omit<Executor, "inspect"> {
  /** Type, documentation and parameters of what stands at the cursor. */
  inspect(source: string, position: number): string | undefined;
  isComplete(source: string): Completeness;
  /** Where line and column (from 0) of the script named `name` stand in its cell. */
  origin(name: string, line: number, column: number): Position | undefined;
}

/**
 * A compiler and executor of cells that resolves imports from `root`. `nameOf` gives the script of the next cell the
 * name that stands in stack traces; `started` is called when a cell has been compiled and its own code begins to run.
 */
export function createCompiler(root: string, echo: Echo, nameOf: () => string, started: () => void): Compiler {
  const held: Held = { maps: {}, widen: () => false, awaits: () => false };
  const origins = new Map<string, Origin>();
  const { converter, executor, inspect } = loadTslab(root, held);
  const node = converter.createConverter({ isJS: false, isBrowser: false });
  const convert = (declarations: string, source: string): Converted => {
    const converted = node.convert(declarations, source);
    const name = nameOf();
    if (converted.diagnostics.length > 0 && held.widen()) return convert(declarations, source);
    if (converted.output === undefined) return converted;
    origins.set(name, originOf({ ...held.maps }, source.split("\n").length));
    started();
    return {
      ...converted,
      hasToplevelAwait: converted.hasToplevelAwait || held.awaits(source),
      output: `${converted.output.replace(/^\/\/# sourceMappingURL=.*$/gm, "")}\n//# sourceURL=${name}`,
    };
  };
  const asked =
    <A extends readonly unknown[], R>(question: (...words: A) => R) =>
    (...words: A): R => {
      held.widen();
      return question(...words);
    };
  const named = { ...node, convert, inspect: asked(node.inspect), complete: asked(node.complete) };
  const converters = { node: named, browser: named, close: () => node.close() };
  const runner = executor.createExecutor(root, converters, echo);
  return {
    ...runner,
    inspect: (source, position) => {
      const info = runner.inspect(source, position);
      return info && inspect.printQuickInfo(info);
    },
    isComplete: source => converter.isCompleteCode(source),
    origin: (name, line, column) => origins.get(name)?.(line, column),
  };
}

/** A function without a name is called by tslab's variable for the value of a cell. */
export const withOwnName = (value: unknown): unknown =>
  typeof value === "function" && /^tsLastExpr\d*$/.test(value.name)
    ? Object.defineProperty(value, "name", { value: "" })
    : value;

/** The language of the cells, e.g. "5.0.4". */
export const languageVersion = (): string =>
  (require("@tslab/typescript-for-tslab/package.json") as { version: string }).version;

/** Lets `import { display } from "tslab"` in a cell write where the kernel says. */
export function redirectDisplay(write: (bundle: { data: object; metadata: object }, update: boolean) => void): void {
  (require("tslab/dist/jupyter.js") as { lastWriteDisplayData: unknown }).lastWriteDisplayData = write;
}
