import assert from "node:assert/strict";
import { test } from "node:test";
import { onOneTimer, type Timed } from "./one-timer.js";

/** tslab's host: one timer, which it fires itself. */
function single(): Timed & { fire(): void; readonly pending: boolean } {
  let timer: { readonly work: () => void } | undefined;
  return {
    setTimeout: work => {
      if (timer) throw new Error("Unexpected pending rebuildTimer");
      return (timer = { work: () => (work(), (timer = undefined)) });
    },
    clearTimeout: id => {
      if (timer !== id) throw new Error("clearing unexpected timer");
      timer = undefined;
    },
    fire: () => timer?.work(),
    get pending() {
      return timer !== undefined;
    },
  };
}

test("a second timer of the compiler, for imports that are looked for again, waits beside the first and fires with it", () => {
  const tslab = single();
  const fire = tslab.fire.bind(tslab);
  const said: string[] = [];
  const host = onOneTimer(tslab);
  const update = host.setTimeout(word => said.push(`update ${word as string}`), 250, "now");
  host.setTimeout(() => said.push("look again"), 250);
  host.clearTimeout(update);
  host.setTimeout(() => said.push("update"), 250);
  fire();
  assert.deepEqual(said, ["look again", "update"]);
  assert.ok(!tslab.pending);
  const last = host.setTimeout(() => said.push("never"), 250);
  host.clearTimeout(last);
  assert.ok(!tslab.pending);
});

test("work that throws, or that sets a timer itself, leaves the next cell a timer", () => {
  const tslab = single();
  const fire = tslab.fire.bind(tslab);
  const host = onOneTimer(tslab);
  host.setTimeout(() => {
    throw new Error("stopped");
  }, 250);
  assert.throws(fire, /stopped/);
  const said: string[] = [];
  host.setTimeout(() => host.setTimeout(() => said.push("within"), 250), 250);
  fire();
  host.setTimeout(() => said.push("after"), 250);
  fire();
  assert.deepEqual(said, ["within", "after"]);
});
