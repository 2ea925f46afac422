import { refuse } from "../arithmetic/refusal.js";
import { availableThreads, environment, type Helper, startHelper } from "./host.js";
import { type Machine, startMachine } from "./webassembly/machine.js";

/** Where routines run: in WebAssembly, or as their TypeScript twins, with the same bits. */
export type Backend = "wasm" | "typescript";

/** A machine of one thread for small problems, and one whose memory several threads share. */
interface State {
  backend: Backend;
  threads: number;
  single?: Machine | "none";
  shared?: Machine | "none";
  helpers: readonly Helper[];
}

const MOST = 256;

const threadCount = (threads: number): number =>
  Number.isInteger(threads) && threads >= 1 && threads <= MOST
    ? threads
    : refuse(`${threads} threads: take a whole number from 1 to ${MOST}`);

const wished = environment("GRADIENT_FLOWS_THREADS");

const state: State = {
  backend: environment("GRADIENT_FLOWS_BACKEND") === "typescript" ? "typescript" : "wasm",
  threads: wished === undefined ? availableThreads() : threadCount(Number(wished)),
  helpers: [],
};

/**
 * Chooses where the routines run from now on, for tests and comparisons; WebAssembly is the default, where there is
 * any.
 *
 * ```ts
 * compute.useBackend("typescript"); // the same bits, slower
 * ```
 */
export function useBackend(backend: Backend): void {
  state.backend = backend;
}

/**
 * Chooses how many threads large problems may use; every number gives the same bits. The default is one per core.
 *
 * ```ts
 * compute.useThreads(1);
 * ```
 */
export function useThreads(threads: number): void {
  if (threadCount(threads) === state.threads) return;
  for (const helper of state.helpers) helper.terminate();
  state.threads = threads;
  state.shared = undefined;
  state.helpers = [];
}

/**
 * How many threads large problems may use.
 *
 * ```ts
 * console.log(compute.threads());
 * ```
 */
export const threads = (): number => state.threads;

/** A machine with shared memory, and helpers that come when they have started; until then the caller computes alone. */
function startTeam(): Machine | "none" {
  const machine = startMachine(state.threads);
  if (!machine) return "none";
  const { module, memory } = machine;
  const helpers = Array.from({ length: state.threads - 1 }, (_, k) => startHelper(module, memory, k + 1));
  state.helpers = helpers.filter(helper => helper !== undefined);
  return machine;
}

/** Operations that are worth a second thread: some 50 µs, a few times what it takes to wake one. */
const SHARED_WORTH = 100_000;

/**
 * The machine for about so many operations, started when it is first asked for; undefined where routines run in
 * TypeScript.
 */
export function machineFor(operations: number): Machine | undefined {
  if (state.backend === "typescript") return undefined;
  if (state.threads > 1 && operations >= SHARED_WORTH) {
    state.shared ??= startTeam();
    if (state.shared !== "none") return state.shared;
  }
  state.single ??= startMachine(1) ?? "none";
  return state.single === "none" ? undefined : state.single;
}

/**
 * How many threads work on large problems at this moment: helpers start in the background when there is the first one.
 */
export const threadsAtWork = (): number =>
  state.shared === undefined || state.shared === "none" ? 1 : 1 + state.shared.exports.serving();

/**
 * Where routines run now.
 *
 * ```ts
 * console.log(compute.backend()); // "wasm" or "typescript"
 * ```
 */
export const backend = (): Backend => (machineFor(0) === undefined ? "typescript" : "wasm");
