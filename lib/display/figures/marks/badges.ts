import { PAGE, text } from "../canvas.js";
import { claimName } from "../claim-names.js";
import type { ClaimResult } from "../../../experiments/language/result.js";
import { escapeMarkup } from "../../markup.js";
import { roughWidth, short, words } from "../text.js";
import { SIZE, type Theme } from "../theme.js";
import type { Part, Source } from "../plotly-figure.js";

const ROW = 36;
const GAP = 14;
const SPACES = "\u00a0\u00a0\u00a0\u00a0";

const LONGEST = 40;
const cut = (ending: string): string => (ending.length > LONGEST ? `${ending.slice(0, LONGEST)}…` : ending);
const shown = (value: number | string): string =>
  typeof value === "number" ? short(value, 4) : cut(escapeMarkup(words(value)));

type Wording = { readonly [C in ClaimResult["claim"]]: (claim: ClaimResult) => string };

/** What a badge says: the measured number beside the expected one, or how near they are where they look the same. */
const WORDING: Wording = {
  equal: c => {
    const [measured, expected] = [shown(c.measured), shown(negligible(c) ? 0 : c.expected)];
    return measured === expected && c.deviation > 0
      ? `measured ${measured}, as expected to ${short(c.deviation, 1)} (± ${short(c.tolerance, 2)})`
      : `measured ${measured}, expected ${expected} ± ${short(c.tolerance, 2)}`;
  },
  "at-most": c => `measured ${shown(c.measured)}, at most ${shown(c.expected)}`,
  "at-least": c => `measured ${shown(c.measured)}, at least ${shown(c.expected)}`,
  monotone: c => `${c.satisfied ? "monotone" : "not monotone"}, worst step ${short(c.deviation, 2)}`,
  ends: c => `ended ${shown(c.measured)}, expected ${shown(c.expected)}`,
};

/** An expected number that the tolerance does not tell from 0. */
const negligible = ({ expected, tolerance }: ClaimResult): boolean =>
  typeof expected === "number" && Math.abs(expected) < 1e-3 * tolerance;

/** The longest line of a badge, px. */
const LINE = PAGE.width - 2 * PAGE.edge - 30;

/** A claim as its badge shows it. */
export interface Badge {
  readonly sentence: string;
  readonly holds: boolean;
}

/** What a claim says and its numbers; its name in the place of a sentence that does not leave room for the numbers. */
export function badgeOf(source: Source, claim: ClaimResult): Badge {
  const numbers = `: ${WORDING[claim.claim](claim)}${claim.control ? " (control: must fail)" : ""}`;
  const room = LINE - roughWidth(SPACES + numbers, SIZE.note);
  return { sentence: `${claimName(source, claim, room, SIZE.note)}${numbers}`, holds: claim.holds };
}

interface Placed {
  readonly badge: Badge;
  readonly x: number;
}

/** Badges packed into rows from the left. */
function rows(list: readonly Badge[]): readonly (readonly Placed[])[] {
  const out: Placed[][] = [[]];
  let x: number = PAGE.edge;
  for (const badge of list) {
    const width = roughWidth(badge.sentence, SIZE.note) + 30;
    if (x > PAGE.edge && x + width > PAGE.width - PAGE.edge) {
      out.push([]);
      x = PAGE.edge;
    }
    out[out.length - 1].push({ badge, x });
    x += width + GAP;
  }
  return out;
}

/** Height that the badges need at the foot of the page, px. */
export const badgesHeight = (list: readonly Badge[]): number => (list.length === 0 ? 0 : 14 + ROW * rows(list).length);

/** Claims at the foot of the page: green with a tick, or red with a cross. */
export function badges(theme: Theme, list: readonly Badge[]): Part {
  const lines = rows(list);
  const parts = lines.flatMap((line, i) =>
    line.map(({ badge, x }) => badgePart(theme, x, PAGE.height - 24 - ROW * (lines.length - 1 - i), badge)),
  );
  return { annotations: parts.flatMap(part => part.annotations ?? []) };
}

/** The mark is a text of its own: a glyph that the mathematical face lacks would change the face of a whole text. */
function badgePart(theme: Theme, x: number, y: number, { sentence, holds }: Badge): Part {
  const colour = holds ? theme.ok : theme.bad;
  const box = {
    bgcolor: theme.tint(colour, theme.mode === "light" ? 0.07 : 0.14),
    bordercolor: theme.tint(colour, 0.45),
    borderwidth: 1,
    borderpad: 6,
  };
  const body = text(theme, x, y, SPACES + sentence, { colour, size: SIZE.note }, box);
  const mark = text(theme, x + 7, y, holds ? "✓" : "✗", { colour, size: SIZE.note + 1 });
  return { annotations: [...(body.annotations ?? []), ...(mark.annotations ?? [])] };
}
