import { type Bundle, type Outlet, setOutlet } from "../display/outlet.js";
import { buildMark } from "../place.js";
import type { Json, Message } from "../protocol/message.js";
import type { Session } from "./session.js";
import { redirectDisplay } from "./tslab.js";
import type { Voice } from "./voice.js";

/** A request that waits for its turn. */
export interface Asked {
  readonly message: Message;
  readonly voice: Voice;
  /** Whether a cell before it failed that it did not know of. */
  aborted: boolean;
}

/** After an error (ms): what arrives until then was asked for in ignorance of it, and is aborted. */
const DRAIN = 30;

const delay = (ms: number): Promise<void> => new Promise(resolve => void setTimeout(resolve, ms));

const content = ({ data, metadata }: Bundle, id: string | undefined): Json => ({
  data,
  metadata,
  transient: id === undefined ? {} : { display_id: id },
});

/** Displays of a cell as messages. */
const cellOutlet = ({ publish }: Voice): Outlet => ({
  display: (bundle, id) => publish("display_data", content(bundle, id)),
  update: (bundle, id) => publish("update_display_data", content(bundle, id)),
});

const asText = (chunk: unknown): string =>
  typeof chunk === "string" ? chunk : Buffer.from(chunk as Uint8Array).toString();

/** What the process prints goes to the cell that runs, or ran last. */
function capturePrinting(voice: () => Voice | undefined): void {
  for (const name of ["stdout", "stderr"] as const)
    process[name].write = (chunk: unknown, ...rest: readonly unknown[]): boolean => {
      voice()?.publish("stream", { name, text: asText(chunk) });
      const done = rest.at(-1);
      if (typeof done === "function") done();
      return true;
    };
}

/** Everything that the cell shows, by whatever way, from now on goes through its voice. */
function giveWord(voice: Voice): void {
  setOutlet(cellOutlet(voice));
  redirectDisplay((bundle, update) =>
    voice.publish(update ? "update_display_data" : "display_data", { ...bundle, transient: {} }),
  );
}

const STALE =
  "The library was built anew after this kernel had started, and the kernel knows the old one: restart it to use the new one.\n";

/** Says once, below the cell that ran then, that code and results may not be of one build. */
function watchBuild(): (voice: Voice) => void {
  let mark = buildMark();
  return ({ publish }) => {
    const now = buildMark();
    if (now !== mark) publish("stream", { name: "stderr", text: STALE });
    mark = now;
  };
}

/** Runs cells; after a failure those among `waiting` that arrived before it was known are not run. */
export function cells(session: () => Promise<Session>): (asked: Asked, waiting: ReadonlySet<Asked>) => Promise<Json> {
  const checkBuild = watchBuild();
  let current: Voice | undefined;
  let count = 0;
  capturePrinting(() => current);
  return async ({ message, voice, aborted }, waiting) => {
    const { code, store_history: counted = true, stop_on_error: stops = true } = message.content;
    if (aborted) return { status: "aborted" };
    const open = await session();
    if (counted) count++;
    current = voice;
    voice.publish("execute_input", { code, execution_count: count });
    giveWord(voice);
    const error = await open.execute(String(code), count);
    if (error) voice.publish("error", { ...error });
    checkBuild(voice);
    if (!error) return { status: "ok", execution_count: count, payload: [], user_expressions: {} };
    await delay(DRAIN);
    if (stops) for (const each of waiting) each.aborted = true;
    return { status: "error", execution_count: count, ...error };
  };
}
