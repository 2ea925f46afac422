/** Exact advance widths from TrueType files: layout without a browser. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

/** The faces that the rasteriser may use, in this order. */
export const FONT_FILES: readonly string[] = [
  "DejaVuSansCondensed",
  "DejaVuSansCondensed-Bold",
  "DejaVuSansCondensed-Oblique",
  "DejaVuSerifCondensed-Italic",
  "DejaVuSerifCondensed",
  "DejaVuSerifCondensed-BoldItalic",
].map(name => join(folder, `${name}.ttf`));

/** Width of a character in em; `has` says whether the face draws it. */
export interface Face {
  width(character: string): number;
  has(character: string): boolean;
}

/** Tables of a TrueType file: name -> offset. */
function tablesOf(bytes: Buffer): ReadonlyMap<string, number> {
  const count = bytes.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, i) => 12 + 16 * i).map(at => [
      bytes.toString("latin1", at, at + 4),
      bytes.readUInt32BE(at + 8),
    ]),
  );
}

/** Offset of the format 4 subtable of `cmap`: the basic multilingual plane. */
function characterMap(bytes: Buffer, cmap: number): number {
  const subtables = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, i) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * i),
  );
  const found = subtables.filter(at => bytes.readUInt16BE(at) === 4).pop();
  if (found === undefined) throw new Error("the font has no character map of format 4");
  return found;
}

/** Glyph of a code point by the segments of a format 4 map; 0 where there is none. */
function glyphOf(bytes: Buffer, map: number, code: number): number {
  const segments = bytes.readUInt16BE(map + 6) / 2;
  for (let s = 0; s < segments; s++) {
    if (code > bytes.readUInt16BE(map + 14 + 2 * s)) continue;
    const startAt = map + 16 + 2 * segments + 2 * s;
    const start = bytes.readUInt16BE(startAt);
    if (code < start) return 0;
    const delta = bytes.readUInt16BE(startAt + 2 * segments);
    const offsetAt = startAt + 4 * segments;
    const offset = bytes.readUInt16BE(offsetAt);
    const glyph = offset === 0 ? code : bytes.readUInt16BE(offsetAt + offset + 2 * (code - start));
    return (glyph + delta) & 0xffff;
  }
  return 0;
}

function faceOf(file: string): Face {
  const bytes = readFileSync(file);
  const tables = tablesOf(bytes);
  const at = (name: string): number => tables.get(name) ?? 0;
  const em = bytes.readUInt16BE(at("head") + 18);
  const metrics = bytes.readUInt16BE(at("hhea") + 34);
  const map = characterMap(bytes, at("cmap"));
  const glyph = (character: string): number => glyphOf(bytes, map, character.codePointAt(0) ?? 0);
  const widths = new Map<string, number>();
  const measure = (character: string): number =>
    bytes.readUInt16BE(at("hmtx") + 4 * Math.min(glyph(character), metrics - 1)) / em;
  return {
    width: character => {
      const known = widths.get(character);
      if (known !== undefined) return known;
      widths.set(character, measure(character));
      return measure(character);
    },
    has: character => glyph(character) !== 0,
  };
}

export const FACES: { readonly sans: Face; readonly bold: Face; readonly math: Face } = {
  sans: faceOf(FONT_FILES[0]),
  bold: faceOf(FONT_FILES[1]),
  math: faceOf(FONT_FILES[3]),
};
