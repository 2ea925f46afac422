import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { checkConnection } from "../protocol/connection.js";
import { addressOf } from "../protocol/connection.js";
import { encode, headerOf, type Json } from "../protocol/message.js";
import { connectDealer } from "../protocol/sockets.js";
import { type Client, startClient } from "../runner/client.js";
import { collector } from "../runner/outputs.js";
import { type Output } from "../runner/notebook.js";
import { KERNEL_COMMAND } from "../install/kernelspec.js";

let kernel: Client;
before(async () => {
  kernel = await startClient({ argv: KERNEL_COMMAND, folder: tmpdir(), timeout: 120_000 });
});
after(() => kernel.stop());

interface Ran {
  readonly reply: Json;
  readonly outputs: readonly Output[];
  readonly types: readonly string[];
}

/** Runs a cell; interrupts it after a while if asked to. */
async function cell(code: string, interruptAfter?: number): Promise<Ran> {
  const { add, outputs } = collector();
  const types: string[] = [];
  const timer = interruptAfter === undefined ? undefined : setInterval(() => kernel.interrupt(), interruptAfter);
  const reply = await kernel.ask(
    "execute_request",
    { code, silent: false, store_history: true, stop_on_error: true },
    (type, content) => {
      types.push(type);
      add(type, content);
    },
  );
  clearInterval(timer);
  return { reply, outputs: outputs(), types };
}

const text = ({ outputs }: Ran): string => JSON.stringify(outputs);

test("a cell says what it runs, and shows the value of its last expression", async () => {
  const ran = await cell("const answer: number = 6 * 7;\nanswer");
  assert.deepEqual(ran.types, ["execute_input", "display_data"]);
  assert.equal(ran.reply.status, "ok");
  assert.deepEqual(ran.outputs, [{ output_type: "display_data", data: { "text/plain": ["42"] }, metadata: {} }]);
});

test("what one cell declares, the next one knows, with its type", async () => {
  const ran = await cell("const wrong: string = answer;");
  assert.deepEqual([ran.reply.status, ran.reply.ename], ["error", "TypeScriptError"]);
  assert.match(text(ran), /cell \[2\], line 1: Type 'number' is not assignable to type 'string'/);
});

test("a cell knows Node with its types, though few are there before they are wanted", async () => {
  assert.equal(
    (await cell("const later: ReturnType<typeof setTimeout> = setTimeout(() => console.log(answer), 1);")).reply.status,
    "ok",
  );
  const wrong = await cell(
    'import { readFileSync } from "node:fs";\nconst bytes: number = readFileSync("package.json");',
  );
  assert.match(text(wrong), /cell \[\d+\], line 2: Type 'Buffer[^']*' is not assignable to type 'number'/);
  assert.equal(
    (
      await cell(
        'import { readFileSync } from "node:fs";\nreadFileSync("package.json").length + process.uptime() > answer',
      )
    ).reply.status,
    "ok",
  );
});

test("an error comes with name, message, and the line of the cell, whatever the compiler made of the lines above", async () => {
  const code =
    "interface Unused {\n  x: number;\n}\n\nconst fail = (at: number): never => {\n\n  throw new RangeError(`at ${at}`);\n};\nfail(3);";
  const { reply, types } = await cell(code);
  assert.deepEqual([reply.ename, reply.evalue], ["RangeError", "at 3"]);
  assert.deepEqual(reply.traceback, ["RangeError: at 3", "    at fail, cell [6], line 7", "    at cell [6], line 9"]);
  assert.ok(types.includes("error"));
});

test("a refusal of the library reads as its sentence", async () => {
  const { reply } = await cell('but("nowhere", {});');
  assert.deepEqual(
    [reply.ename, reply.evalue],
    ["Refused", 'there is no experiment "nowhere"; `flows list` shows all'],
  );
});

const endless = {
  "at once": "for (;;) {}",
  "after an await": "await Promise.resolve(1);\nfor (;;) {}",
  "for a promise": "await new Promise(() => undefined);",
};
for (const [when, code] of Object.entries(endless))
  test(`a cell that never ends ${when} is stopped by an interrupt, and the kernel goes on`, async () => {
    const { reply } = await cell(code, 500);
    assert.equal(reply.ename, "Interrupted");
    assert.equal((await cell("answer + 1")).reply.status, "ok");
  });

const flow = {
  task: "flow",
  space: { name: "finite-set", n: 4 },
  initial: { name: "random", seed: 1 },
  energy: { name: "kl", target: { name: "uniform" } },
  geometry: { name: "spherical", of: { name: "hellinger" } },
  integrator: { name: "rk4" },
  record: { F: { name: "energy" } },
};
const runOf = (time: object): string => `await run(${JSON.stringify({ runs: { flow: { ...flow, time } } })});`;

test("a run leaves its figure, alive, as a picture and in words, and its claims as a table, and nothing of its progress", async () => {
  const { outputs, reply } = await cell(runOf({ end: 1, steps: 20, records: 10 }));
  assert.equal(reply.status, "ok");
  const kinds = outputs.map(output => ("data" in output ? Object.keys(output.data).sort() : []));
  assert.deepEqual(kinds, [
    ["application/vnd.plotly.v1+json", "image/png", "text/plain"],
    ["text/html", "text/plain"],
  ]);
  assert.match(JSON.stringify(outputs[1]), /1 of 1 claims hold/);
  assert.doesNotMatch(JSON.stringify(outputs), /progress|%/);
});

test("a long run is stopped by an interrupt", async () => {
  assert.equal((await cell(runOf({ end: 1, steps: 100_000_000, records: 10 }), 500)).reply.ename, "Interrupted");
});

test("completion offers names of library and prelude; inspection gives type and documentation", async () => {
  const complete = await kernel.ask("complete_request", { code: "gf.geometries.wasser", cursor_pos: 20 });
  assert.ok((complete.matches as string[]).includes("wasserstein"));
  assert.deepEqual([complete.cursor_start, complete.cursor_end], [14, 20]);
  const inspected = await kernel.ask("inspect_request", { code: "gf.solve", cursor_pos: 5 });
  assert.match(JSON.stringify(inspected.data), /problem: Problem[\s\S]*The only time loop/);
  assert.deepEqual(await kernel.ask("is_complete_request", { code: "for (const x of [1]) {" }), {
    status: "incomplete",
    indent: "  ",
  });
});

test("a message with a wrong key is not answered", async () => {
  const stranger = connectDealer(addressOf(kernel.connection, "shell"));
  const message = { identities: [], parent: {}, content: {} };
  let answers = 0;
  void stranger.receive(() => answers++);
  void stranger.send(encode({ ...message, header: headerOf("kernel_info_request", "stranger") }, "a wrong key"));
  await kernel.ask("kernel_info_request", {});
  await cell("answer");
  assert.equal(answers, 0);
  void stranger.send(encode({ ...message, header: headerOf("kernel_info_request", "friend") }, kernel.connection.key));
  while (answers === 0) await new Promise(resolve => setTimeout(resolve, 20));
  stranger.close();
});

test("an order to end with a wrong key is not obeyed", async () => {
  const stranger = connectDealer(addressOf(kernel.connection, "control"));
  void stranger.send(
    encode(
      { identities: [], parent: {}, content: {}, header: headerOf("shutdown_request", "stranger") },
      "a wrong key",
    ),
  );
  await new Promise(resolve => setTimeout(resolve, 500));
  assert.equal((await cell("answer")).reply.status, "ok");
  stranger.close();
});

test("a connection that others could use is refused: not of this machine, or without a key", () => {
  const { connection } = kernel;
  assert.throws(() => checkConnection({ ...connection, ip: "0.0.0.0" }), /this machine only/);
  assert.throws(() => checkConnection({ ...connection, key: "" }), /wants a key/);
  assert.throws(() => checkConnection({ ...connection, signature_scheme: "hmac-md5" }), /hmac-sha256/);
});

test("a cell imports this package by its name, with its types, as documents do", async () => {
  for (const entry of ["", "/notebook", "/pictures", "/files"]) {
    const { reply } = await cell(`import * as entry${entry.slice(1)} from "gradient-flows${entry}";`);
    assert.equal(reply.status, "ok", `${entry}: ${reply.evalue}`);
  }
  const ran = await cell(
    'import { energies } from "gradient-flows";\n[energies.kl === gf.energies.kl, energies === gf.energies]',
  );
  assert.match(text(ran), /\[ true, true \]/);
  const wrong = await cell('import { nothing } from "gradient-flows";\nnothing');
  assert.match(text(wrong), /line 1: Module '\\"gradient-flows\\"' has no exported member 'nothing'/);
});

test("a cell awaits a promise, and the promises of a loop, outside of functions", async () => {
  const ran = await cell(
    "const later = async function* (): AsyncGenerator<number> { yield 3; yield 4; };\nfor await (const each of later()) console.log(each * (await Promise.resolve(2)));",
  );
  assert.equal(ran.reply.status, "ok", String(ran.reply.evalue));
  assert.match(text(ran), /6\\n[^]*8\\n/);
  const inside = await cell(
    "async function all(): Promise<void> { for await (const each of later()) console.log(each); }\n5",
  );
  assert.deepEqual(inside.types, ["execute_input", "display_data"]);
});

test("a function that is shown has no name that it was not given", async () => {
  assert.match(text(await cell("() => 1")), /\[Function \(anonymous\)\]/);
  assert.match(text(await cell("function named(): void {}\nnamed")), /\[Function: named\]/);
});

test("where the compiler's words say not what to do, a sentence does", async () => {
  const { reply } = await cell('const fs = await import("node:fs");');
  assert.match(String(reply.evalue), /cannot be named\. Give it a type, or write `import … from …`\.$/);
});
