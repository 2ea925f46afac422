import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import type { PlotlyFigure } from "../figures/plotly-figure.js";
import type { Fate } from "./fixtures/deaths.js";
import { openPool, paint, png, svg } from "./index.js";

const deaths = new URL("./fixtures/deaths.js", import.meta.url);

test("an order that throws, dies or hangs is refused with its reason, and the others are answered", async () => {
  const pool = openPool<Fate, Uint8Array>(deaths, { processes: 2, timeout: 2000 });
  const fates: readonly Fate[] = ["answer", "abort", "answer", "throw", "exit", "answer", "hang", "answer"];
  const ends = await Promise.allSettled(fates.map(fate => pool.run(fate)));
  pool.close();
  const reasons = ends.map(end => (end.status === "fulfilled" ? "" : (end.reason as Error).message));
  const expected: Readonly<Record<Fate, RegExp>> = {
    answer: /^$/,
    throw: /^no such colour$/,
    abort: /ended by SIGABRT/,
    exit: /ended by exit code 3/,
    hang: /^not done after 2 s$/,
  };
  for (const [i, fate] of fates.entries()) assert.match(reasons[i], expected[fate], fate);
  for (const end of ends) if (end.status === "fulfilled") assert.deepEqual([...end.value], [1, 2, 3]);
});

test("a process with an idle painter ends by itself", () => {
  const script = `import { openPool } from ${JSON.stringify(new URL("./processes.js", import.meta.url).href)};
    const pool = openPool(new URL(${JSON.stringify(deaths.href)}));
    console.log((await pool.run("answer")).length);`;
  const end = execFileSync(process.execPath, ["--input-type=module", "-e", script], { timeout: 20_000 });
  assert.equal(end.toString(), "3\n");
});

/** Plotly JSON of a line over [0, 1] at the height y of a panel whose ordinate is [0, 1]. */
const at = (y: number): PlotlyFigure => ({
  data: [{ type: "scatter", mode: "lines", x: [0, 1], y: [y, y], line: { simplify: false } }],
  layout: { width: 300, height: 200, paper_bgcolor: "#ffffff", xaxis: { range: [0, 1] }, yaxis: { range: [0, 1] } },
});

test("a foreign figure on which the rasteriser panics costs its own picture only", async () => {
  const [lost, found] = await Promise.allSettled([png(at(-20)), png(at(0.5))]);
  assert.equal(lost.status, "rejected");
  assert.match((lost.reason as Error).message, /ended by SIG|ended by exit code/);
  assert.equal(found.status, "fulfilled");
  assert.equal(Buffer.from(found.value).readUInt32BE(16), 600);
});

test("a figure that cannot be sent is refused, and the painter goes on", async () => {
  const bad = { ...at(0), data: [{ x: () => 0 }] } as unknown as PlotlyFigure;
  await assert.rejects(paint({ figure: bad }), /could not be cloned/);
  assert.match(await svg(at(0)), /^<svg/);
});
