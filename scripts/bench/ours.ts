import { availableParallelism } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../specs.js";
import { converse } from "./peers/conversation.js";
import type { Peers } from "./peers/peers.js";
import { processPeer } from "./peers/process.js";
import type { Name, Routine, Size } from "./contender.js";

/**
 * The ways in which the library can compute, and ml-matrix; each in a process of its own, which the others do not slow
 * down.
 */
const ways: { readonly [N in Name]?: Readonly<Record<string, string>> } = {
  "wasm-1": { GRADIENT_FLOWS_THREADS: "1" },
  "wasm-all": { GRADIENT_FLOWS_THREADS: String(availableParallelism()) },
  typescript: { GRADIENT_FLOWS_THREADS: "1", GRADIENT_FLOWS_BACKEND: "typescript" },
  "ml-matrix": {},
};

/** Without WebAssembly a sum over all pairs that costs more products than this takes minutes. */
const patient = (name: Name, { unit }: Routine, { n, d }: Size): boolean =>
  (name !== "typescript" && name !== "ml-matrix") || unit !== "ns/pair" || n * n * d <= 2e9;

/** All of them, ready to be asked. */
export function startOurs(): Peers {
  const served = Object.entries(ways).map(([name, environment]) => ({
    name: name as Name,
    conversation: converse(process.execPath, [join(packageRoot, "dist/scripts/bench/serve.js")], environment),
  }));
  return {
    contenders: served.map(({ name, conversation }) => {
      const { prepare } = processPeer(name, conversation, routine => routine.name);
      return {
        name,
        prepare: async (routine, size) => (patient(name, routine, size) ? prepare(routine, size) : undefined),
      };
    }),
    present: [],
    missing: [],
    end: () => served.forEach(({ conversation }) => conversation.end()),
  };
}
