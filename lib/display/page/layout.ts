import { html, type Html } from "./html.js";

/** A page; `root` leads from it to results/. Nothing is loaded from the network. */
export const document = (title: string, root: string, body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${root}assets/page.css" />
      </head>
      <body>
        ${body}
      </body>
    </html> `.markup;

/** The way from a page back to results/: "../../" for "paper/mmd-flows". */
export const rootOf = (path: string): string => "../".repeat(path.split("/").length);

export interface Tally {
  readonly held: number;
  readonly total: number;
}

/** "7 of 7 claims hold". */
export const tallyHtml = ({ held, total }: Tally): Html =>
  html`<span class="${held === total ? "ok" : "bad"}"
    >${held === total ? "✓" : "✗"} ${held} of ${total} claims hold</span
  >`;
