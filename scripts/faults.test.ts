import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { stream } from "../lib/arithmetic/random.js";
import { main } from "./flows.js";
import { withFault } from "./testing/faults.js";
import { flows, readSpec, smallProject } from "./testing/fixtures.js";

const root = smallProject();
const project = ["--project", root];

before(async () => {
  const own = join(root, "own");
  mkdirSync(own);
  writeFileSync(join(own, "own.json"), JSON.stringify({ ...readSpec(root, "paper/flow"), id: "own" }));
  assert.equal((await flows(["reproduce", "--no-figures", ...project])).code, 0);
  assert.equal((await flows(["run", "--no-figures", join(own, "own.json"), ...project])).code, 0);
});

/** Every command that reads or writes files in this process, on a fresh copy of a project. */
const COMMANDS: Readonly<Record<string, (root: string) => readonly string[]>> = {
  run: place => ["run", "--no-figures", join(place, "own/own.json")],
  "run --out": place => ["run", "--no-figures", join(place, "own/own.json"), "--out", join(place, "elsewhere")],
  reproduce: () => ["reproduce", "--no-figures", "--no-notebooks"],
  check: place => ["check", join(place, "own/own.json")],
  list: () => ["list"],
  coverage: () => ["coverage"],
  why: () => ["why", "flow"],
  claims: () => ["claims", "flow"],
  "claims of a folder": place => ["claims", join(place, "own/own.results")],
  figure: place => ["figure", "flow", "decay", "--format", "json", "-o", join(place, "a/decay.json")],
  new: place => ["new", "flow", join(place, "other.json")],
  "kernel install": place => ["kernel", "install", "--prefix", join(place, "environment")],
};

const CODES = ["ENOSPC", "EROFS", "EACCES", "EPERM", "EMFILE", "ENAMETOOLONG", "ENOTDIR", "EISDIR", "EIO", "ESTRANGE"];

type Write = (...args: unknown[]) => boolean;

/** What a command says in this process, and its exit code. */
async function said(args: readonly string[]): Promise<{ readonly code: number; readonly err: string }> {
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write] as const;
  let err = "";
  stdout.write = (...words: unknown[]) => typeof words[0] === "string" || (writes[0] as Write).apply(stdout, words);
  stderr.write = (text: string | Uint8Array) => {
    err += String(text);
    return true;
  };
  try {
    return { code: await main(args), err };
  } finally {
    [stdout.write, stderr.write] = writes;
  }
}

/** Calls that are made to fail in one command: all of few, some of many. */
const MOST = 6;

const places = (calls: number, name: string): readonly number[] => {
  const random = stream(calls, name);
  return calls <= MOST
    ? Array.from({ length: calls }, (_, k) => k)
    : Array.from({ length: MOST }, () => Math.floor(calls * random.uniform()));
};

for (const [name, args] of Object.entries(COMMANDS))
  test(`flows ${name}: whichever file call fails, it ends with a sentence that names the path`, async () => {
    const copy = (): string => {
      const place = join(temporary(), "p");
      cpSync(root, place, { recursive: true });
      return place;
    };
    const ask = async (k: number, code: string): Promise<number> => {
      const place = copy();
      const [{ code: exit, err }, { calls, failed }] = await withFault({ root: place, code, k }, () =>
        said([...args(place), "--project", place]),
      );
      assert.doesNotMatch(err, /internal error|ENO|EIO|EPERM|EACC|EMF|EISD|undefined/, `call ${k}, ${code}, ${failed}`);
      if (k < 0) assert.equal(exit, 0, err);
      else if (exit !== 0)
        assert.match(err, new RegExp(`${place}\\S*|\\S+\\.(json|csv)`), `call ${k}, ${code}, ${failed}`);
      return calls;
    };
    const calls = await ask(-1, "");
    assert.ok(calls > 0);
    for (const [i, k] of places(calls, name).entries()) await ask(k, CODES[i % CODES.length]);
  });

test("the commands that were made to fail left nothing half written: no temporary files", () =>
  assert.deepEqual(
    readdirSync(root, { recursive: true, encoding: "utf8" }).filter(name => /\.tmp$|\.flows-/.test(name)),
    [],
  ));
