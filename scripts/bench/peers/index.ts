import type { Contender, Name } from "../contender.js";
import { nativePeers } from "./native.js";
import { pythonPeers } from "./python.js";

/** Contenders of one kind, what they are, and what was looked for in vain. */
export interface Peers {
  readonly contenders: readonly Contender[];
  readonly present: readonly string[];
  readonly missing: readonly Name[];
  end(): void;
}

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
