import assert from "node:assert/strict";
import { test } from "node:test";
import { backend, useBackend } from "../backend.js";
import { frameOf } from "./frame.js";
import { startMachine } from "./machine.js";

test("the build has the module, and it starts with memory of one thread and of several", () => {
  assert.equal(backend(), "wasm", "run `npm run build`: tsc alone does not compile lib/compute/assembly");
  for (const shared of [false, true])
    assert.equal(startMachine(shared ? 2 : 1)?.memory.buffer instanceof SharedArrayBuffer, shared);
});

test("a frame takes back what it was given, at multiples of 64 bytes, also when the memory has grown between", () => {
  const machine = startMachine(1);
  assert.ok(machine);
  const frame = frameOf(machine);
  const small = Float64Array.of(1, NaN, -0);
  const address = frame.put(small);
  const large = frame.put(new Float64Array(1_000_000).fill(7));
  assert.deepEqual(frame.take(address, 3), small);
  assert.deepEqual(frame.take(large + 8 * 999_999, 1), Float64Array.of(7));
  assert.deepEqual([address % 64, large % 64], [0, 0]);
  assert.equal(frameOf(machine).room(1), address, "the next frame starts where this one did");
});

test("a backend can be forced", () => {
  useBackend("typescript");
  assert.equal(backend(), "typescript");
  useBackend("wasm");
});
