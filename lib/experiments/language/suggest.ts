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

/** Longest word that is compared: a longer one is no misprint. */
const LONGEST_WORD = 60;

/** `; did you mean "x"?` for the nearest allowed word, "" if none is near. */
export function suggest(word: string, allowed: readonly string[]): string {
  if (word.length > LONGEST_WORD) return "";
  const ranked = allowed
    .map(name => ({ name, d: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.d - b.d);
  const best = ranked[0];
  return best !== undefined && best.name !== word && best.d <= Math.max(2, best.name.length / 3)
    ? `; did you mean "${best.name}"?`
    : "";
}

/** `"x", only: a, b; did you mean "a"?` */
export const insteadOf = (word: string, allowed: readonly string[]): string =>
  `only: ${allowed.join(", ") || "none"}${suggest(word, allowed)}`;
