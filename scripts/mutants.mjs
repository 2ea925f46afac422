/**
 * `npm run test:mutants [--each N] [--seed N] [--only GLOB]… [--tests N]`: who notices errors in the mathematics. Takes
 * hours, one process at a time; goes on where it was stopped.
 */
import { parseArgs } from "node:util";
import { root, setupOrExit } from "./setup.mjs";

await setupOrExit();
const { mutants } = await import("../dist/scripts/mutants/mutants.js");
const { values } = parseArgs({
  options: {
    each: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: ["**"] },
    tests: { type: "string", default: "1000" },
  },
});
const { each, seed, tests, only } = values;
await mutants({
  root,
  each: Number(each),
  seed: Number(seed),
  tests: Number(tests),
  only,
  log: line => console.log(line),
});
