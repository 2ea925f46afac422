/**
 * Fixed places in memory, below the first free address (`--memoryBase`). Not data of the module: every thread has an
 * instance of its own, and the data of a module are written anew when an instance starts.
 */
export const WORK: usize = 64;
export const FRACTIONS: usize = 1024;
