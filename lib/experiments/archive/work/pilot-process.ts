/**
 * A process of its own for one pilot: its peak is that of a process which computes the unit, and no code in it has been
 * compiled by other pilots.
 */
import { openPool } from "./pool.js";
import type { Measured } from "./measure.js";
import type { Order } from "./worker.js";

process.once("message", (order: Order) => {
  void (async () => {
    const pool = await openPool({ least: 1, most: 1 });
    const cost = await pool.pilot(order);
    const peak = process.resourceUsage().maxRSS * 1024;
    process.send?.({ cost, peak } satisfies Measured, () => process.exit());
  })();
});
