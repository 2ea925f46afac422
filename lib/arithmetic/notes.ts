/** What a result says of itself beside its numbers: name of the subject -> a sentence. */
export type Notes = Readonly<Record<string, string>>;

/**
 * Writes what is worth knowing beside the numbers: a choice ("mobility"), an amount that was left out ("mass outside of
 * the grid"), a method that was not exact. A later sentence on the same subject replaces the earlier one.
 */
export type Note = (subject: string, sentence: string) => void;

/** For callers whom notes do not interest. */
export const unheard: Note = () => undefined;

/** Empty notes, and the function that writes into them. */
export function collectNotes(): { readonly notes: Notes; readonly note: Note } {
  const notes: Record<string, string> = {};
  return { notes, note: (subject, sentence) => void (notes[subject] = sentence) };
}
