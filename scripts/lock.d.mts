/** Runs `work` while no other process holds the folder; `waiting` is called once, with the holder's process id, if somebody else does. */
export declare function withLock<T>(folder: string, waiting: (pid: number | undefined) => void, work: () => Promise<T>): Promise<T>;
