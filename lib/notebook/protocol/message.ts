import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

export type Json = Readonly<Record<string, unknown>>;

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A message of the Jupyter protocol. */
export interface Message {
  /** Routing prefix: who asked. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  /** Header of the message that caused this one. */
  readonly parent: Header | Json;
  readonly content: Json;
}

export const PROTOCOL = "5.3";

const DELIMITER = Buffer.from("<IDS|MSG>");

/** Header, parent, metadata and content are signed; what follows them, binary buffers, is not. */
const SIGNED = 4;

const signature = (key: string, parts: readonly (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac("sha256", key)).digest("hex");

/** Compares bytes, in a time that does not depend on where they differ. */
const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** A new header; `session` names the process that speaks. */
export const headerOf = (msg_type: string, session: string): Header => ({
  msg_id: randomUUID(),
  msg_type,
  session,
  username: "kernel",
  date: new Date().toISOString(),
  version: PROTOCOL,
});

/** An answer to `message`, or something published because of it. */
export const answer = (message: Message, msg_type: string, content: Json): Message => ({
  identities: message.identities,
  header: headerOf(msg_type, message.header.session),
  parent: message.header,
  content,
});

/** Frames on the wire: identities, delimiter, signature, header, parent, metadata, content. */
export function encode({ identities, header, parent, content }: Message, key: string): (string | Buffer)[] {
  const parts = [header, parent, {}, content].map(part => JSON.stringify(part));
  return [...identities, DELIMITER, signature(key, parts), ...parts];
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The plain values of a header, which goes back to its sender with every message that it causes. */
function headerIn(value: Json): Header | undefined {
  const plain = Object.fromEntries(Object.entries(value).filter(([, entry]) => !(entry instanceof Object)));
  const named = ["msg_id", "msg_type", "session"].every(name => typeof plain[name] === "string");
  return named ? (plain as unknown as Header) : undefined;
}

/** The JSON objects of the frames; undefined if one of them is no JSON object. */
function objectsOf(frames: readonly Buffer[]): readonly Json[] | undefined {
  try {
    const values: readonly unknown[] = frames.map(frame => JSON.parse(frame.toString()));
    return values.every(isObject) ? values : undefined;
  } catch {
    return undefined;
  }
}

/** A message with the signature by which it can be recognised. */
interface Signed {
  readonly signature: string;
  readonly message: Message;
}

/** What the frames say, if they are signed with the key and well formed; of others nothing is parsed. Never throws. */
function signedMessage(frames: readonly Buffer[], key: string): Signed | undefined {
  const at = frames.findIndex(frame => frame.equals(DELIMITER));
  const parts = frames.slice(at + 2, at + 2 + SIGNED);
  if (at < 0 || parts.length < SIGNED) return undefined;
  const expected = signature(key, parts);
  if (!sameBytes(frames[at + 1], Buffer.from(expected))) return undefined;
  const objects = objectsOf(parts);
  const header = objects && headerIn(objects[0]);
  if (!header) return undefined;
  const [, parent, , content] = objects;
  return { signature: expected, message: { identities: frames.slice(0, at), header, parent, content } };
}

/** The message of the frames; undefined if it is not signed with the key or malformed. Never throws. */
export const decode = (frames: readonly Buffer[], key: string): Message | undefined =>
  signedMessage(frames, key)?.message;

/** Signatures that are remembered: as many as other kernels of Jupyter remember. */
const REMEMBERED = 65_536;

/** As `decode`, but a message that came before, among the last 65 536, is not accepted again. */
export function decodeOnce(
  key: string,
  remembered: number = REMEMBERED,
): (frames: readonly Buffer[]) => Message | undefined {
  /** A set keeps the order of insertion: its first element is the oldest. */
  const seen = new Set<string>();
  return frames => {
    const signed = signedMessage(frames, key);
    if (!signed || seen.has(signed.signature)) return undefined;
    seen.add(signed.signature);
    const [oldest] = seen;
    if (seen.size > remembered) seen.delete(oldest);
    return signed.message;
  };
}
