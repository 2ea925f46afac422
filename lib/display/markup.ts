/** The one escape of texts in markup: HTML, SVG, and the small markup of plotly, which knows no `&quot;`. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/** A text that can bring no markup of its own, neither as content nor in an attribute. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, c => ENTITIES[c]);

const CHARACTERS: readonly (readonly [string, string])[] = Object.entries(ENTITIES).reverse();

/** What was escaped. */
export const unescapeMarkup = (markup: string): string =>
  CHARACTERS.reduce((text, [character, entity]) => text.replaceAll(entity, character), markup);
