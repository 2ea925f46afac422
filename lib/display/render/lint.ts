/** What is wrong with the layout of a finished SVG: exact widths make this a test, not a guess. */
import { faceOf, fontSize, pageBox } from "./boxes.js";
import { FACES } from "./fonts.js";
import { plotlyWindow } from "./svg.js";

interface Text {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const EDGE = 4;

/** The box of the letters: ascenders and descenders that most words lack are taken off. */
function textOf(element: Element): Text {
  const box = pageBox(element);
  const size = fontSize(element);
  const top = box.y + 0.18 * size;
  return {
    words: (element.textContent ?? "").replace(/\u200b/g, ""),
    left: box.x,
    top,
    right: box.x + box.width,
    bottom: top + box.height - 0.32 * size,
  };
}

const isMark = ({ words }: Text): boolean => /^[✓✗]$/.test(words);

function clipped(texts: readonly Text[], width: number, height: number): readonly string[] {
  return texts
    .filter(t => t.left < EDGE || t.top < EDGE || t.right > width - EDGE || t.bottom > height - EDGE)
    .map(t => `clipped: "${t.words}" [${[t.left, t.top, t.right, t.bottom].map(Math.round).join(", ")}]`);
}

function overlapping(texts: readonly Text[]): readonly string[] {
  return texts.flatMap((a, i) =>
    texts.slice(0, i).flatMap(b => {
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return x > 1 && y > 1 && !isMark(a) && !isMark(b)
        ? [`overlap: "${b.words}" x "${a.words}" (${Math.round(x)} x ${Math.round(y)} px)`]
        : [];
    }),
  );
}

/** A glyph that a face lacks makes the rasteriser redraw the whole text in another face. */
function missingGlyphs(elements: readonly Element[]): readonly string[] {
  return elements.flatMap(element => {
    const leaves = [element, ...element.querySelectorAll("tspan")];
    const math = leaves.some(leaf => faceOf(leaf) === FACES.math);
    const faces = math ? [FACES.math, FACES.sans] : [faceOf(element)];
    const letters = [...(element.textContent ?? "")].filter(c => c !== "\u200b" && c !== "\u00a0");
    return letters
      .filter(c => faces.some(face => !face.has(c)))
      .map(c => `missing glyph: "${c}" in "${element.textContent}"`);
  });
}

/** Lines of complaint; none is fine. */
export function lint(svg: string, width: number, height: number): readonly string[] {
  const { document } = plotlyWindow().browser.window;
  const host = document.createElement("div");
  host.innerHTML = svg;
  document.body.appendChild(host);
  const elements = Array.from(host.querySelectorAll("text"));
  const texts = elements.map(textOf).filter(t => t.right > t.left);
  const complaints = [...clipped(texts, width, height), ...overlapping(texts), ...missingGlyphs(elements)];
  host.remove();
  return complaints;
}
