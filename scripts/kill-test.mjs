/**
 * `npm run test:kill [times [seed]]`: kills `reproduce`, and long flows, at random moments, more often than the unit
 * tests do.
 */
import { isDeepStrictEqual } from "node:util";
import { setupOrExit } from "./setup.mjs";

await setupOrExit();
const { killRandomly } = await import("../dist/scripts/testing/kill.js");
const { killFlows } = await import("../dist/scripts/testing/kill-flows.js");
const [times, seed] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? Date.now() % 1e6)];
console.log(`${times} kills, seed ${seed} …`);
const { hashes, undisturbed } = await killRandomly(times, seed);
const equal = isDeepStrictEqual(hashes, undisturbed);
console.log(`after ${times} kills the archive is ${equal ? "whole and equal" : "DIFFERENT"}`);
const flows = await killFlows(times, seed);
const same = flows.digest === flows.undisturbed;
console.log(
  `after ${times} kills of long flows, ${flows.resumed} of them with something kept, ` +
    `their bits are ${same ? "equal" : "DIFFERENT"}`,
);
process.exitCode = equal && same ? 0 : 1;
