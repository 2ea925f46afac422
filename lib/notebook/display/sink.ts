/** Where displays go: to the cell that runs, for which the kernel sets the sink, or to the terminal. */

/** One thing to show in several forms, MIME type -> content; the front end takes the richest that it knows. */
export interface Bundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface DisplaySink {
  /** Shows a bundle; a later one with the same id, as an update, takes its place. */
  display(bundle: Bundle, id?: string): void;
  update(bundle: Bundle, id: string): void;
}

const terminal: DisplaySink = {
  display: ({ data }) => void process.stdout.write(`${String(data["text/plain"])}\n`),
  update: () => undefined,
};

let current: DisplaySink = terminal;
let listeners: readonly (() => void)[] = [];
let unfinished: readonly Promise<unknown>[] = [];

/** Sends displays here from now on; also forgets what the sink before was waiting for. */
export function setDisplaySink(next: DisplaySink): void {
  current = next;
  listeners = [];
  unfinished = [];
}

export const displaySink = (): DisplaySink => current;

/** The cell ends no earlier than this work. */
export const defer = (work: Promise<unknown>): void => {
  unfinished = [...unfinished, work];
};

/** When everything that was deferred is done. A failure of it is thrown. */
export async function settled(): Promise<void> {
  while (unfinished.length > 0) {
    const waiting = unfinished;
    unfinished = [];
    await Promise.all(waiting);
  }
}

/** Calls back when the user interrupts the cell. Returns what takes the callback away again. */
export function onInterrupt(stop: () => void): () => void {
  listeners = [...listeners, stop];
  return () => {
    listeners = listeners.filter(listener => listener !== stop);
  };
}

/** Calls back all listeners: the user wants the cell to stop. */
export function interrupt(): void {
  for (const stop of listeners) stop();
}
