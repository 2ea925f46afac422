import assert from "node:assert/strict";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../experiments/archive/package-root.js";
import { type Client, startClient } from "../runner/client.js";
import { collector } from "../runner/outputs.js";

/** A clone in another folder, built there. */
function cloneTo(folder: string): void {
  cpSync(join(packageRoot, "dist/lib"), join(folder, "dist/lib"), {
    recursive: true,
    filter: file => !/\.test\./.test(file),
  });
  for (const name of ["package.json", "dist/.tsbuildinfo"]) copyFileSync(join(packageRoot, name), join(folder, name));
  for (const name of ["node_modules", "schemas", "experiments", "results"])
    symlinkSync(join(packageRoot, name), join(folder, name), "junction");
}

const clone = join(realpathSync(mkdtempSync(join(tmpdir(), "flows-"))), "a clone elsewhere");
let kernel: Client;
before(async () => {
  cloneTo(clone);
  const { KERNEL_COMMAND } = (await import(
    String(pathToFileURL(join(clone, "dist/lib/notebook/install/kernelspec.js")))
  )) as { KERNEL_COMMAND: readonly string[] };
  kernel = await startClient({ argv: KERNEL_COMMAND, folder: tmpdir(), timeout: 120_000 });
});
after(async () => {
  await kernel.stop();
  rmSync(join(clone, ".."), { recursive: true, force: true });
});

/** After this time (ms) a compiler that watches its files has noticed that one has changed. */
const NOTICED = 1000;

async function outputsOf(code: string): Promise<string> {
  const { add, outputs } = collector();
  await kernel.ask("execute_request", { code }, add);
  return JSON.stringify(outputs());
}

test("the kernel of a clone elsewhere knows the library of that clone, wherever the notebook lies", async () => {
  assert.match(await outputsOf("process.cwd()"), /a clone elsewhere/);
  assert.match(await outputsOf('claims("mmd-flows")'), /claims hold/);
});

test("while the library is built anew, a kernel keeps one build, and says once that there is a newer one", async () => {
  writeFileSync(join(clone, "dist/lib/index.d.ts"), "export {};\n");
  appendFileSync(join(clone, "dist/.tsbuildinfo"), " ");
  await delay(NOTICED);
  const first = await outputsOf("const built: typeof gf.solve = gf.solve;\ntypeof built");
  assert.match(first, /"function"/);
  assert.match(first, /The library was built anew after this kernel had started/);
  assert.doesNotMatch(await outputsOf("gf.solve.name"), /built anew/);
});
