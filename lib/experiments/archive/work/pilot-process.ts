/**
 * A process of its own for one pilot, which says what it knows as soon as it knows it: its peak is that of a process
 * which computes the unit, and no code in it has been compiled by other pilots.
 */
import { openPool } from "./pool.js";
import type { Cost } from "./cost.js";
import type { Measured } from "./measure.js";
import type { Order } from "./worker.js";

process.once("message", (order: Order) => {
  void (async () => {
    const pool = await openPool({ least: 1, most: 1 });
    const measured = (cost: Cost): Measured => ({ cost, peak: process.resourceUsage().maxRSS * 1024 });
    const cost = await pool.pilot(order, sofar => process.send?.(measured(sofar)));
    process.send?.(measured(cost), () => process.exit());
  })();
});
