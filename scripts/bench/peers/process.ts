import type { Contender, Name, Routine } from "../contender.js";
import type { Conversation } from "./conversation.js";

/** What peers call a routine. */
const theirs = ({ name, alike }: Routine): string => alike ?? name;

/**
 * A peer in another process: "prepare …" is answered by "ok" or by what it lacks, "run <clock>" by seconds, "answer" by
 * numbers.
 */
export const processPeer = (
  name: Name,
  { ask }: Conversation,
  wordFor: (routine: Routine) => string = theirs,
): Contender => ({
  name,
  prepare: async (routine, { n, d }) => {
    const answer = await ask(`prepare ${name} ${wordFor(routine)} ${n} ${d}`);
    return answer === "ok"
      ? async clock => Number(await ask(`run ${name} ${name === "wasm-all" ? "wall" : clock}`))
      : undefined;
  },
  answer: async () => JSON.parse(await ask(`answer ${name}`)) as readonly number[],
});
