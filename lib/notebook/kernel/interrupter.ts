/**
 * Stops cells. The main thread is told; if it computes and does not listen, the turn of its event loop is ended by
 * force. That may hit, instead of the cell, any other code of that thread, which then never goes on: so nothing new
 * begins until the force has been spent, and a request that it may have hit is ended here if it does not end there.
 */

export interface Interruption {
  /** Tells the main thread of the n-th interrupt; it may be told again. */
  tell(count: number): void;
  /** How many interrupts the main thread has seen. */
  seen(): number;
  /** Whether the code of a cell runs on the main thread. */
  running(): boolean;
  /** Ends the turn of the main thread that runs, or its next one; calls back when it has ended. */
  endTurn(ended: () => void): void;
  /** The request that has begun and not ended. */
  current(): number | undefined;
  /** Ends it in the place of the main thread. */
  giveUp(request: number): void;
  /** Nothing new begins between the two. */
  pause(): void;
  resume(): void;
}

/**
 * Milliseconds that the main thread has to see an interrupt, and after a turn was ended by force to end the request.
 */
const TIMEOUT = { see: 150, end: 1000 } as const;

export function interrupter(
  main: Interruption,
  timeout: { readonly see: number; readonly end: number } = TIMEOUT,
): () => void {
  let count = 0;
  let ending = false;
  let watch: NodeJS.Timeout | undefined;

  function force(): void {
    const request = main.current();
    ending = true;
    main.pause();
    main.endTurn(() => {
      ending = false;
      main.resume();
      if (request !== undefined) setTimeout(() => main.current() === request && main.giveUp(request), timeout.end);
    });
  }

  function check(): void {
    if (main.seen() >= count && !ending) {
      clearInterval(watch);
      watch = undefined;
      return;
    }
    if (!ending && main.running()) force();
    /** The turn that is ended may be the one in which the main thread would have heard. */
    main.tell(count);
  }

  return () => {
    main.tell(++count);
    watch ??= setInterval(check, timeout.see);
  };
}
