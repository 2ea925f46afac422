/** PNG files from pixels: RGBA, and 8-bit indexed ones, which are a third of the size for figures. */
import { deflateSync } from "node:zlib";
import { quantise } from "./quantise.js";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOUR_TYPE = { indexed: 3, rgba: 6 } as const;

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes: Uint8Array): number {
  let c = -1;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ -1) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  out.set(data, 8);
  out.writeUInt32BE(crc(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

function header(width: number, height: number, type: keyof typeof COLOUR_TYPE): Buffer {
  const out = Buffer.alloc(13);
  out.writeUInt32BE(width, 0);
  out.writeUInt32BE(height, 4);
  out.set([8, COLOUR_TYPE[type], 0, 0, 0], 8);
  return chunk("IHDR", out);
}

/** Every row preceded by its filter, which is none. */
function scanlines(bytes: Uint8Array, rowLength: number, height: number): Buffer {
  const out = Buffer.alloc((rowLength + 1) * height);
  for (let y = 0; y < height; y++) out.set(bytes.subarray(y * rowLength, (y + 1) * rowLength), y * (rowLength + 1) + 1);
  return out;
}

const pack = (raw: Buffer): Buffer => chunk("IDAT", deflateSync(raw, { level: 9, memLevel: 9 }));
const end = (): Buffer => chunk("IEND", new Uint8Array(0));

export const rgbaPng = (pixels: Uint8Array, width: number, height: number): Buffer =>
  Buffer.concat([SIGNATURE, header(width, height, "rgba"), pack(scanlines(pixels, 4 * width, height)), end()]);

/** Opaque pixels (RGBA) with at most 256 colours, chosen by median cut where there are more. */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const { palette, indices } = quantise(pixels, 256);
  return Buffer.concat([
    SIGNATURE,
    header(width, height, "indexed"),
    chunk("PLTE", palette),
    pack(scanlines(indices, width, height)),
    end(),
  ]);
}
