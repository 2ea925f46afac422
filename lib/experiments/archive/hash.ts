import { createHash } from "node:crypto";
import { canonical } from "./json.js";

/** SHA-256 in hexadecimal digits. */
export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** SHA-256 of the canonical JSON: independent of the order of keys and of spaces. */
export const hashOf = (value: unknown): string => sha256(canonical(value));
