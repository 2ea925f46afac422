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

const DELIMITER = "<IDS|MSG>";

const signature = (key: string, parts: readonly (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac("sha256", key)).digest("hex");

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

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

/**
 * The message of the frames; undefined if it is malformed or not signed with the key: nothing of it is read before that
 * is known.
 */
export function decode(frames: readonly Buffer[], key: string): Message | undefined {
  const at = frames.findIndex(frame => frame.toString() === DELIMITER);
  const parts = frames.slice(at + 2, at + 6);
  if (at < 0 || parts.length < 4 || !same(frames[at + 1].toString(), signature(key, frames.slice(at + 2))))
    return undefined;
  const [header, parent, , content] = parts.map(part => JSON.parse(part.toString()) as Json);
  return { identities: frames.slice(0, at), header: header as unknown as Header, parent, content };
}
