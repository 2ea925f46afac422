/**
 * Figures that are written as files say whose they are, and with which bytes: so a figure of ours can be told from any
 * other file, also when somebody has changed it since. The signature stands at the end, as a comment, a last key, or a
 * last chunk of text.
 */
import { crc32 } from "node:zlib";
import { sha256 } from "./hash.js";

interface Form {
  /** Bytes that stay behind the signature. */
  readonly tail: number;
  readonly mark: (text: string) => Buffer;
}

const comment = (before: string, after: string): Form => ({
  tail: 0,
  mark: text => Buffer.from(`\n${before} ${text}${after}\n`),
});

/** A PNG ends with the chunk IEND of 12 bytes; a chunk is its length, its name, its data and a checksum. */
function textChunk(text: string): Buffer {
  const body = Buffer.from(`tEXtSoftware\0${text}`, "latin1");
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** What can be signed. */
export type Signable = "html" | "svg" | "js" | "json" | "png";

const FORMS: Readonly<Record<Signable, Form>> = {
  html: comment("<!--", " -->"),
  svg: comment("<!--", " -->"),
  js: comment("//", ""),
  json: { tail: 1, mark: text => Buffer.from(`,"signature":"${text}"`) },
  png: { tail: 12, mark: textChunk },
};

const join = (head: Uint8Array, mark: Uint8Array, tail: Uint8Array): Buffer => Buffer.concat([head, mark, tail]);

const textOf = (owner: string, bytes: Uint8Array): string =>
  `gradient-flows ${owner} ${sha256(Buffer.concat([Buffer.from(owner), bytes]))}`;

/** The file with the signature of its owner, an id of an experiment. */
export function sign(form: Signable, bytes: Uint8Array, owner: string): Uint8Array {
  const { tail, mark } = FORMS[form];
  const end = bytes.length - tail;
  return join(bytes.subarray(0, end), mark(textOf(owner, bytes)), bytes.subarray(end));
}

/** Owner and SHA-256 are looked for among this many last bytes. */
const REACH = 600;

/** Whether these are the bytes that were signed for `owner` in this form. */
function isSigned(form: Signable, bytes: Uint8Array, owner: string): boolean {
  const { tail, mark } = FORMS[form];
  const end = bytes.length - tail;
  const start = end - mark(textOf(owner, new Uint8Array())).length;
  if (start < 0) return false;
  const unsigned = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  return Buffer.from(sign(form, unsigned, owner)).equals(bytes);
}

/** Whose file it is; undefined if it has no signature, or was changed since it was signed. */
export function signerOf(bytes: Uint8Array): string | undefined {
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - REACH))).toString("latin1");
  const owner = [...end.matchAll(/gradient-flows (\S+) [0-9a-f]{64}/g)].at(-1)?.[1];
  const forms = Object.keys(FORMS) as readonly Signable[];
  return owner !== undefined && forms.some(form => isSigned(form, bytes, owner)) ? owner : undefined;
}
