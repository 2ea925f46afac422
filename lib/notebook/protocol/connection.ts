import { readFileSync } from "node:fs";
import { refuse } from "../../arithmetic/refusal.js";

/** What a front end writes down for the kernel that it starts, in the words of the Jupyter protocol. */
export interface Connection {
  readonly transport: string;
  readonly ip: string;
  /** Secret that signs every message. */
  readonly key: string;
  readonly signature_scheme: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

export type Channel = "shell" | "iopub" | "stdin" | "control" | "hb";

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[?::1\]?)$/;

/** The connection as it is, if nobody but this machine and the holder of the key can use it. Refuses otherwise. */
export function checkConnection(connection: Connection): Connection {
  const { transport, ip, key, signature_scheme: scheme } = connection;
  if (transport !== "tcp") refuse(`a kernel speaks tcp, not ${transport}`);
  if (!LOOPBACK.test(ip)) refuse(`a kernel listens on this machine only, not on ${ip}: use 127.0.0.1 and a tunnel`);
  if (!key) refuse("a kernel wants a key that signs the messages; the connection file has none");
  if (scheme !== "hmac-sha256") refuse(`messages are signed with hmac-sha256, not ${scheme}`);
  return connection;
}

export const readConnection = (file: string): Connection =>
  checkConnection(JSON.parse(readFileSync(file, "utf8")) as Connection);

/** Where a channel of the kernel is found. */
export const addressOf = (connection: Connection, channel: Channel): string =>
  `${connection.transport}://${connection.ip}:${connection[`${channel}_port`]}`;
