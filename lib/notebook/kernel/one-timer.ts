/** As much of a compiler's host as keeps its time. */
export interface Timed {
  setTimeout(work: (...words: readonly unknown[]) => void, delay: number, ...words: readonly unknown[]): unknown;
  clearTimeout(timer: unknown): void;
}

/**
 * The host of a compiler that sets several timers, on one that knows a single timer: tslab's, which throws at a second
 * one, and for ever after work that threw. A second one comes whenever a file is made in a folder that the compiler
 * watches for imports that it has not found: a notebook that is saved, a package that is installed.
 */
export function onOneTimer<H extends Timed>(host: H): H {
  const set = host.setTimeout.bind(host);
  const clear = host.clearTimeout.bind(host);
  const waiting = new Map<object, () => void>();
  let timer: unknown;
  const stop = (): void => {
    if (timer !== undefined) clear(timer);
    timer = undefined;
  };
  /** Also what is set meanwhile, and not what is cleared meanwhile. */
  const fire = (): void => {
    try {
      for (const [id, work] of waiting) {
        waiting.delete(id);
        work();
      }
    } catch (error) {
      stop();
      throw error;
    }
    timer = undefined;
  };
  return Object.assign(host, {
    setTimeout: (work, delay, ...words) => {
      const id = {};
      waiting.set(id, () => work(...words));
      timer ??= set(fire, delay);
      return id;
    },
    clearTimeout: id => {
      waiting.delete(id as object);
      if (waiting.size === 0) stop();
    },
  } satisfies Timed);
}
