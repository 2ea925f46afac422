/**
 * A page in a headless Chromium, spoken to over the pipe of its DevTools protocol: nothing to install beside the
 * browser.
 */
import { spawn, spawnSync } from "node:child_process";

const PROGRAMS = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);

const found = () => PROGRAMS.find(program => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0);

/** Messages end with a zero byte. */
function speak(input, output) {
  const waiting = new Map();
  let last = 0;
  let rest = "";
  output.setEncoding("utf8");
  output.on("data", chunk => {
    const [...messages] = (rest + chunk).split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map(text => JSON.parse(text))) {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
    }
  });
  return (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

/** A page; undefined where there is no Chromium. `profile` is a folder for the browser's own files. */
export async function openPage(profile) {
  const program = found();
  if (!program) return undefined;
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    "--window-size=1440,1000",
  ];
  const browser = spawn(program, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ask = speak(browser.stdio[3], browser.stdio[4]);
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  const tell = (method, params) => ask(method, params, sessionId);
  return {
    go: url => tell("Page.navigate", { url }),
    evaluate: async expression =>
      (await tell("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })).result.value,
    screenshot: async () => Buffer.from((await tell("Page.captureScreenshot", { format: "png" })).data, "base64"),
    close: async () => {
      const ended = new Promise(resolve => browser.on("exit", resolve));
      await ask("Browser.close").catch(() => browser.kill());
      await ended;
    },
  };
}
