import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

const SCRIPT = `
  const { compute: { backend, kernelSum, threads }, kernels } = await import(${JSON.stringify(new URL("../index.js", import.meta.url).href)});
  const x = Float64Array.from({ length: 200 }, (_, i) => i / 50);
  console.log(JSON.stringify([backend(), threads(), [...kernelSum(kernels.gaussian(1), x, x, 2, new Float64Array(100).fill(1))]]));
`;

/** What a process of its own says: where it computes, with how many threads, and a kernel sum. */
function told(
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): readonly [string, number, readonly number[]] {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module", "-e", SCRIPT], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  assert.equal(stderr, "");
  return JSON.parse(stdout) as [string, number, number[]];
}

test("without WebAssembly the twins take over with the same bits; threads are those asked for", () => {
  const [backend, threads, sums] = told([], { GRADIENT_FLOWS_THREADS: "3" });
  assert.deepEqual([backend, threads], ["wasm", 3]);
  for (const [flags, environment] of [
    [["--noexpose-wasm"], {}],
    [[], { GRADIENT_FLOWS_BACKEND: "typescript" }],
  ] as const) {
    const [twin, , found] = told(flags, environment);
    assert.equal(twin, "typescript");
    assert.deepEqual(found, sums);
  }
});
