import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { KERNEL_COMMAND } from "../install/kernelspec.js";
import { startClient } from "./client.js";

const folder = mkdtempSync(join(tmpdir(), "flows-client-"));
after(() => rmSync(folder, { recursive: true }));

/** The command of a process that does what the script says, with the connection file as its last word. */
function kernelOf(name: string, script: string): readonly string[] {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, script);
  return [process.execPath, file, "{connection_file}"];
}

/** Counts its starts, takes its own port at the first, and is a true kernel afterwards. */
const TAKEN_ONCE = `
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const [{ shell_port }, count] = [JSON.parse(readFileSync(process.argv[2])), ${JSON.stringify(join(folder, "started"))}];
const first = !existsSync(count);
writeFileSync(count, "", { flag: "a" });
const run = () => import(${JSON.stringify(KERNEL_COMMAND[2])});
if (first) require("node:net").createServer().listen(shell_port, "127.0.0.1", run); else run();
`;

test("a kernel whose port somebody has taken meanwhile is started again on other ports", async () => {
  const client = await startClient({ argv: kernelOf("taken", TAKEN_ONCE), folder, timeout: 60_000 });
  assert.equal((await client.ask("kernel_info_request", {})).implementation, "gradient-flows");
  await client.stop();
});

test("a kernel that cannot start is started once, and its own words are the reason", async () => {
  const log = join(folder, "log");
  const script = `require("node:fs").appendFileSync(${JSON.stringify(log)}, "x"); throw new Error("no such luck");`;
  await assert.rejects(startClient({ argv: kernelOf("broken", script), folder, timeout: 60_000 }), /no such luck/);
  assert.equal(readFileSync(log, "utf8"), "x");
});

test("a kernel that never answers is said to be one, though it is then ended", async () => {
  const argv = kernelOf("silent", "setInterval(() => undefined, 1000);");
  await assert.rejects(startClient({ argv, folder, timeout: 500 }), /did not answer within 500 ms/);
});
