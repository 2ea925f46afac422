/** Programs that a test starts, and ends with all that they started. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

export const say = line => process.stderr.write(`${line}\n`);

/** The path of a program, undefined where there is none. */
export function which(name) {
  const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Starts a program with a group of processes of its own. */
export const begin = (program, words, cwd, env = process.env) =>
  spawn(program, words, { cwd, env, stdio: "ignore", detached: true });

/** Kills a program and all that it started. */
export async function end(child) {
  if (child.exitCode !== null) return;
  const closed = once(child, "close");
  process.kill(-child.pid, "SIGKILL");
  await closed;
}

/** Runs a program to its end, which must be a good one; what it wrote to standard output. */
export async function run(program, words, cwd) {
  const child = spawn(program, words, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const [out, all] = [[], []];
  child.stdout.on("data", text => {
    out.push(text);
    all.push(text);
  });
  child.stderr.on("data", text => all.push(text));
  const [code] = await once(child, "close");
  assert.equal(code, 0, `${program} ${words.join(" ")}\n${Buffer.concat(all).toString().slice(-4000)}`);
  return Buffer.concat(out).toString();
}
