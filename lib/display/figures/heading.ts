/** What every figure has: the finding, what is drawn, the claims that back it, a note; and the room that is left. */
import type { ClaimResult } from "../../experiments/language/result.js";
import { PAGE, text, type Box } from "./canvas.js";
import { claimDrawn } from "./claims-drawn.js";
import { badgeOf, badges, badgesHeight } from "./marks/badges.js";
import { bold, markup, roughWidth } from "./text.js";
import { SIZE, type Theme } from "./theme.js";
import type { Part, Source } from "./plotly-figure.js";

export interface Words {
  readonly title: string;
  readonly caption?: string | undefined;
  readonly note?: string | undefined;
  readonly badges?: readonly string[] | undefined;
}

export interface Page {
  readonly parts: readonly Part[];
  /** The room between the heading and the foot. */
  readonly room: Box;
}

const NOTE = 26;
const ROOM = PAGE.width - 2 * PAGE.edge;

/** Titles that are too long for a line become smaller, down to 16 px. */
const titleSize = (title: string): number =>
  Math.max(16, Math.min(SIZE.title, SIZE.title * (ROOM / roughWidth(bold(title), SIZE.title))));
const captionSize = (caption: string): number =>
  Math.max(SIZE.small, Math.min(SIZE.caption, SIZE.caption * (ROOM / roughWidth(caption, SIZE.caption))));

export function heading(theme: Theme, source: Source, wording: Words): Page {
  const shown = claimsNamed(source, wording.badges ?? []).map(claim =>
    badgeOf(source, claimDrawn(source, wording, claim)),
  );
  const title = markup(wording.title);
  const caption = markup(wording.caption ?? "");
  const foot = badgesHeight(shown);
  const note = wording.note === undefined ? 0 : NOTE;
  const top = wording.caption === undefined ? 62 : 88;
  return {
    parts: [
      text(theme, PAGE.edge, 20, bold(title), { size: titleSize(title), vertical: "top" }),
      ...(wording.caption === undefined
        ? []
        : [text(theme, PAGE.edge, 52, caption, { size: captionSize(caption), colour: theme.muted, vertical: "top" })]),
      ...(wording.note === undefined
        ? []
        : [
            text(theme, PAGE.edge, PAGE.height - 12 - foot, markup(wording.note), {
              size: SIZE.note,
              colour: theme.muted,
              vertical: "bottom",
            }),
          ]),
      badges(theme, shown),
    ],
    room: { x: PAGE.edge, y: top, width: ROOM, height: PAGE.height - top - foot - note - 12 },
  };
}

/** The claims a figure shows, in its order. */
export const claimsNamed = (source: Source, names: readonly string[]): readonly ClaimResult[] =>
  names.flatMap(name => source.result.claims.filter(claim => claim.name === name));
