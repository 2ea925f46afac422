#!/usr/bin/env node
/** The `flows` command: set-up where it is needed, then the compiled command line. */
import { setupOrExit } from "./setup.mjs";

await setupOrExit();
const { main } = await import("../dist/scripts/flows.js");
process.exitCode = await main(process.argv.slice(2));
