/** `npm run test:mutants [--count N] [--seed N] [--jobs N]`: who notices errors in the mathematics. Takes hours, goes on where it was stopped. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { root, setupOrExit } from "./setup.mjs";

await setupOrExit();
const { mutants } = await import("../dist/scripts/mutants/mutants.js");
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "150" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: String(availableParallelism()) },
  },
});
const { count, seed, jobs } = values;
await mutants({ root, count: Number(count), seed: Number(seed), jobs: Number(jobs), log: line => console.log(line) });
