import { PAGE, text } from "../canvas.js";
import type { ClaimResult } from "../../spec/result.js";
import { escapeText, roughWidth, short, words } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import type { Part } from "../types.js";

const ROW = 36;
const GAP = 14;
const SPACES = "\u00a0\u00a0\u00a0\u00a0";

const LONGEST = 40;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const shown = (value: number | string): string => (typeof value === "number" ? short(value, 4) : cut(escapeText(words(value))));

type Wording = { readonly [C in ClaimResult["claim"]]: (claim: ClaimResult) => string };

/** What a badge says: the measured number beside the expected one. */
const WORDING: Wording = {
  equal: (c) => `measured ${shown(c.measured)}, expected ${shown(c.expected)} ± ${short(c.tolerance, 2)}`,
  "at-most": (c) => `measured ${shown(c.measured)}, at most ${shown(c.expected)}`,
  "at-least": (c) => `measured ${shown(c.measured)}, at least ${shown(c.expected)}`,
  monotone: (c) => `${c.satisfied ? "monotone" : "not monotone"}, worst step ${short(c.deviation, 2)}`,
  ends: (c) => `ended ${shown(c.measured)}, expected ${shown(c.expected)}`,
};

export const claimText = (claim: ClaimResult): string =>
  `${escapeText(words(claim.name))}: ${WORDING[claim.claim](claim)}${claim.control ? " (control: must fail)" : ""}`;

interface Placed {
  readonly claim: ClaimResult;
  readonly x: number;
}

/** Badges packed into rows from the left. */
function rows(claims: readonly ClaimResult[]): readonly (readonly Placed[])[] {
  const out: Placed[][] = [[]];
  let x: number = PAGE.edge;
  for (const claim of claims) {
    const width = roughWidth(claimText(claim), SIZE.note) + 30;
    if (x > PAGE.edge && x + width > PAGE.width - PAGE.edge) {
      out.push([]);
      x = PAGE.edge;
    }
    out[out.length - 1].push({ claim, x });
    x += width + GAP;
  }
  return out;
}

/** Height that the badges need at the foot of the page, px. */
export const badgesHeight = (claims: readonly ClaimResult[]): number => (claims.length === 0 ? 0 : 14 + ROW * rows(claims).length);

/** Claims at the foot of the page: green with a tick, or red with a cross. */
export function badges(theme: Theme, claims: readonly ClaimResult[]): Part {
  const lines = rows(claims);
  const parts = lines.flatMap((line, i) => line.map(({ claim, x }) => badge(theme, x, PAGE.height - 24 - ROW * (lines.length - 1 - i), claim)));
  return { annotations: parts.flatMap((part) => part.annotations ?? []) };
}

/** The mark is a text of its own: a glyph that the mathematical face lacks would change the face of a whole text. */
function badge(theme: Theme, x: number, y: number, claim: ClaimResult): Part {
  const colour = claim.holds ? theme.ok : theme.bad;
  const box = { bgcolor: theme.tint(colour, theme.mode === "light" ? 0.07 : 0.14), bordercolor: theme.tint(colour, 0.45), borderwidth: 1, borderpad: 6 };
  const sentence = text(theme, x, y, SPACES + claimText(claim), { colour, size: SIZE.note }, box);
  const mark = text(theme, x + 7, y, claim.holds ? "✓" : "✗", { colour, size: SIZE.note + 1 });
  return { annotations: [...(sentence.annotations ?? []), ...(mark.annotations ?? [])] };
}
