import { nativePeers } from "./native.js";
import type { Peers } from "./peers.js";
import { pythonPeers } from "./python.js";

/** Everybody who is installed here. */
export async function findPeers(python: string): Promise<Peers> {
  const all = [await pythonPeers(python), ...(await nativePeers())];
  return {
    contenders: all.flatMap(({ contenders }) => contenders),
    present: all.flatMap(({ present }) => present),
    missing: all.flatMap(({ missing }) => missing),
    end: () => all.forEach(({ end }) => end()),
  };
}
