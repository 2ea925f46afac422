import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { interrupter } from "./interrupter.js";

const TIMEOUT = { see: 5, end: 20 } as const;

/** A main thread of a test: what it does with what it is told is for the test to say. */
function mainThread(behaviour: {
  readonly hears: (count: number, told: number) => boolean;
  readonly running: boolean;
  readonly spends: boolean;
}): {
  readonly interrupt: () => void;
  readonly log: readonly string[];
  end(): void;
} {
  const log: string[] = [];
  let [seen, told] = [0, 0];
  let current: number | undefined = 1;
  const interrupt = interrupter(
    {
      tell: count => {
        told++;
        if (behaviour.hears(count, told)) seen = count;
      },
      seen: () => seen,
      running: () => behaviour.running && current !== undefined,
      endTurn: ended => {
        log.push("force");
        if (behaviour.spends) setTimeout(ended, 5);
      },
      current: () => current,
      giveUp: () => {
        log.push("give up");
        current = undefined;
      },
      pause: () => log.push("pause"),
      resume: () => log.push("resume"),
    },
    TIMEOUT,
  );
  return { interrupt, log, end: () => (current = undefined) };
}

test("a main thread that hears is only told", async () => {
  const { interrupt, log } = mainThread({ hears: () => true, running: true, spends: true });
  for (let i = 0; i < 20; i++) interrupt();
  await delay(50);
  assert.deepEqual(log, []);
});

test("while the compiler works, no force is used, however often the user interrupts", async () => {
  const { interrupt, log } = mainThread({ hears: (_, told) => told > 10, running: false, spends: true });
  for (let i = 0; i < 10; i++) interrupt();
  await delay(100);
  assert.deepEqual(log, []);
});

test("a cell that computes is stopped by force; nothing begins until that is over, and the interrupt is told again", async () => {
  const main = mainThread({ hears: (_, told) => told > 1, running: true, spends: true });
  main.interrupt();
  await delay(12);
  main.end();
  await delay(60);
  assert.deepEqual(main.log, ["pause", "force", "resume"]);
});

test("a request whose end the force has hit is ended in its place", async () => {
  const main = mainThread({ hears: (_, told) => told > 1, running: true, spends: true });
  main.interrupt();
  await delay(100);
  assert.deepEqual(main.log.slice(-1), ["give up"]);
});
