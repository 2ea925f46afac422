import { type Machine, startMachine } from "./webassembly/machine.js";

/** Where routines run: in WebAssembly, or as their TypeScript twins, with the same bits. */
export type Backend = "wasm" | "typescript";

let chosen: Backend = "wasm";
let machine: Machine | undefined;
let started = false;

/** Chooses where the routines run from now on, for tests and comparisons; WebAssembly is the default, where there is any. */
export function useBackend(backend: Backend): void {
  chosen = backend;
}

/** The machine that routines run on, started when it is first asked for; undefined where they run in TypeScript. */
export function currentMachine(): Machine | undefined {
  if (chosen === "typescript") return undefined;
  if (!started) [started, machine] = [true, startMachine(false)];
  return machine;
}

/** Where routines run now. */
export const backend = (): Backend => (currentMachine() === undefined ? "typescript" : "wasm");
