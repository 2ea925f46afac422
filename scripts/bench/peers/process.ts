import type { Contender, Name } from "../types.js";
import type { Conversation } from "./conversation.js";

/** A peer in another process: "prepare …" is answered by "ok" or by what it lacks, "run <clock>" by seconds, "answer" by numbers. */
export const processPeer = (name: Name, { ask }: Conversation): Contender => ({
  name,
  prepare: async (routine, { n, d }) => {
    const answer = await ask(`prepare ${name} ${routine.name} ${n} ${d}`);
    return answer === "ok" ? async clock => Number(await ask(`run ${name} ${name === "wasm-all" ? "wall" : clock}`)) : undefined;
  },
  answer: async () => JSON.parse(await ask(`answer ${name}`)) as readonly number[],
});
