/** How often a holder touches its lock, how long a remote holder must be silent, how often a waiter looks (ms). */
export interface LockTimes {
  readonly beat?: number;
  readonly silent?: number;
  readonly patience?: number;
}

/**
 * Runs `work` while no other process holds the folder; `waiting` is called once, with the holder's process id, if
 * somebody else does.
 */
export declare function withLock<T>(
  folder: string,
  waiting: (pid: number | undefined) => void,
  work: () => Promise<T>,
  times?: LockTimes,
): Promise<T>;
