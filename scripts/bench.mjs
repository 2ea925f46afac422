/**
 * `npm run bench [-- --json --routine force --n 2000 --d 2]`: how long the routines take, beside numpy, torch, C …
 * where they are installed. `--checkpoints` and `--estimates`: what checkpoints cost, and how well `flows plan`
 * foretells.
 */
import { setupOrExit } from "./setup.mjs";

await setupOrExit();
const { main } = await import("../dist/scripts/bench/main.js");
await main(process.argv.slice(2));
