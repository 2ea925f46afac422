import katex from "katex";
import { withMathematics } from "../notation/plain-notation.js";
import { html, trusted, type Html } from "./html.js";
import { withLetters } from "./letters.js";

/** What a page takes for one formula: characters of TeX, and of its markup. */
const LONGEST = { tex: 2000, markup: 200_000 } as const;

/** A formula that defines commands could grow without bound. */
const DEFINES =
  /\\(?:[egx]?def|let|futurelet|global|long|(?:re|provide)?newcommand|newcommand|(?:re)?newenvironment)(?![A-Za-z])/;

const OPTIONS = { output: "mathml", throwOnError: false, strict: "ignore", maxExpand: 1000, maxSize: 20 } as const;

const asWritten = (tex: string): Html =>
  html`<code>${tex.length > LONGEST.tex ? `${tex.slice(0, LONGEST.tex)} …` : tex}</code>`;

/**
 * A formula as MathML; one that TeX does not understand, that is too long, or that defines commands stands as it is
 * written. Never throws.
 */
function formula(tex: string, displayMode: boolean): Html {
  if (tex.length > LONGEST.tex || DEFINES.test(tex)) return asWritten(tex);
  try {
    const markup = withLetters(katex.renderToString(tex, { ...OPTIONS, displayMode }));
    return markup.length > LONGEST.markup ? asWritten(tex) : trusted(markup);
  } catch {
    return asWritten(tex);
  }
}

export const inlineFormula = (tex: string): Html => formula(tex, false);

const GREEK =
  /^(?:alpha|beta|gamma|delta|epsilon|varepsilon|eta|theta|kappa|lambda|mu|nu|pi|rho|sigma|tau|phi|chi|psi|omega|ell)$/;

/** One letter is a variable, a Greek name its letter, other words are upright. */
export const nameTex = (name: string): string =>
  name.length === 1 ? name : GREEK.test(name) ? `\\${name}` : `\\mathrm{${name.replace(/_/g, "\\_")}}`;

/** Text with `$…$`, and what else of it is mathematics, as MathML. */
const inline = (text: string): readonly Html[] =>
  withMathematics(text)
    .split("$")
    .map((part, i) => (i % 2 === 1 ? formula(part, false) : html`${part}`));

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
