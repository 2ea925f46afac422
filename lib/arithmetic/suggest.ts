/** Levenshtein distance: insertions, deletions and changes of one letter. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

/** Longest word that is compared, and most words it is compared with: what lies beyond is no misprint. */
const LONGEST_WORD = 60;
const MOST_WORDS = 1000;

/** Most words that are listed. */
const MOST_LISTED = 24;

/** The nearest allowed word, where one is near. */
export function nearest(word: string, allowed: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const ranked = allowed
    .slice(0, MOST_WORDS)
    .filter(name => Math.abs(name.length - word.length) <= LONGEST_WORD)
    .map(name => ({ name, d: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.d - b.d);
  const best = ranked[0];
  const near = best !== undefined && best.name !== word && best.d <= Math.max(2, best.name.length / 3);
  return near && best.d < Math.max(word.length, best.name.length) ? best.name : undefined;
}

/** `; did you mean "x"?` for the nearest allowed word, "" if none is near. */
export function suggest(word: string, allowed: readonly string[]): string {
  const name = nearest(word, allowed);
  return name === undefined ? "" : `; did you mean "${name}"?`;
}

/** `a, b, c`, of many the first and how many more. */
export const listed = (words: readonly string[]): string =>
  words.length > MOST_LISTED
    ? `${words.slice(0, MOST_LISTED).join(", ")} and ${words.length - MOST_LISTED} more`
    : words.join(", ");

/** `only: a, b; did you mean "a"?` */
export const insteadOf = (word: string, allowed: readonly string[]): string =>
  `only: ${listed(allowed) || "none"}${suggest(word, allowed)}`;
