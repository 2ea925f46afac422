import { join } from "node:path";
import { packageRoot } from "../../specs.js";
import type { Name } from "../contender.js";
import { converse } from "./conversation.js";
import type { Peers } from "./peers.js";
import { processPeer } from "./process.js";

const LIBRARIES: readonly Name[] = ["numpy", "scipy", "torch", "pot", "keops"];

/** The libraries of one python, as far as they are installed. */
export async function pythonPeers(python: string): Promise<Peers> {
  const conversation = converse(python, [join(packageRoot, "scripts/bench/peers/peers.py")]);
  try {
    const versions = JSON.parse(await conversation.ask("versions")) as { readonly [N in Name]?: string };
    const present = LIBRARIES.filter(name => versions[name]);
    return {
      contenders: present.map(name => processPeer(name, conversation)),
      present: present.map(name => `${name} ${versions[name]}`),
      missing: LIBRARIES.filter(name => !versions[name]),
      end: conversation.end,
    };
  } catch {
    return { contenders: [], present: [], missing: LIBRARIES, end: conversation.end };
  }
}
