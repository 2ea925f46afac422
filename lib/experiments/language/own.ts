/**
 * The entry of a table under a word that somebody wrote, undefined where it has none of its own: `constructor`,
 * `__proto__` and their kin, which every object answers to, name nothing.
 */
export const own = <V>(table: Readonly<Record<string, V>>, word: string): V | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
