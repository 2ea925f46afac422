import katex from "katex";
import { html, trusted, type Html } from "./html.js";

const formula = (tex: string, displayMode: boolean): Html =>
  trusted(
    katex.renderToString(tex, {
      output: "mathml",
      displayMode,
      throwOnError: false,
      strict: "ignore",
      maxExpand: 1000,
    }),
  );

/** Text with `$…$` as MathML. */
const inline = (text: string): readonly Html[] =>
  text.split("$").map((part, i) => (i % 2 === 1 ? formula(part, false) : html`${part}`));

const joined = (parts: readonly Html[]): Html => trusted(parts.map(part => part.markup).join(""));

export const mathText = (text: string): Html => joined(inline(text));

/** A statement: paragraphs between empty lines, `$…$` in the text, `$$…$$` on a line of its own. */
export const statementHtml = (text: string): Html =>
  joined(
    text
      .split(/\n\s*\n/)
      .map(
        paragraph =>
          html`<p>
            ${joined(paragraph.split("$$").map((part, i) => (i % 2 === 1 ? formula(part, true) : mathText(part))))}
          </p>`,
      ),
  );
