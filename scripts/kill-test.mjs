/** `npm run test:kill [times [seed]]`: kills `reproduce` at random moments, more often than the unit test does. */
import { isDeepStrictEqual } from "node:util";
import { setupOrExit } from "./setup.mjs";

await setupOrExit();
const { killRandomly } = await import("../dist/scripts/testing/kill.js");
const [times, seed] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? Date.now() % 1e6)];
console.log(`${times} kills, seed ${seed} …`);
const { hashes, undisturbed } = await killRandomly(times, seed);
const equal = isDeepStrictEqual(hashes, undisturbed);
console.log(`after ${times} kills the archive is ${equal ? "whole and equal" : "DIFFERENT"}`);
process.exitCode = equal ? 0 : 1;
