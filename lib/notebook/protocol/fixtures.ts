/** Frames that nobody should be hurt by, for fuzz tests with fast-check. */
import fc from "fast-check";
import { encode, headerOf, type Json } from "./message.js";

/** How many inputs a fuzz test tries: a few in the unit tests, more with `FUZZ_RUNS=100000`. */
export const FUZZ: { readonly seed: number; readonly numRuns: number } = {
  seed: Number(process.env["FUZZ_SEED"] ?? 1),
  numRuns: Number(process.env["FUZZ_RUNS"] ?? 500),
};

/** Names on the prototype of every object, and types of messages as they should be and as they should not. */
const TYPES = [
  ...Object.getOwnPropertyNames(Object.prototype),
  "execute_request",
  "kernel_info_request",
  "complete_request",
  "inspect_request",
  "is_complete_request",
  "history_request",
  "comm_info_request",
  "comm_open",
  "interrupt_request",
  "input_reply",
  "debug_request",
  "",
  "_request",
  "x".repeat(10_000),
];

/** Arrays within arrays, deeper than a call stack. */
const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

const json = fc.oneof(
  { weight: 8, arbitrary: fc.json() },
  fc.constant('{"__proto__":{"code":"1"},"constructor":null,"toString":1}'),
  fc.constant(`{"code":${nested(20_000)},"cursor_pos":${nested(20_000)}}`),
);

/** What a header may hold beside its type, and in its place. */
const header = fc
  .record({ msg_type: fc.constantFrom<unknown>(...TYPES, 7, null, {}), msg_id: fc.anything(), session: fc.anything() })
  .map(strange => ({ ...headerOf("execute_request", "fuzz"), ...strange }));

const text = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return "null";
  }
};

/** Messages signed with the key whose parts are JSON, but not what the protocol says. */
export const signedNonsense = (
  key: string,
  sign: (key: string, parts: readonly string[]) => string,
): fc.Arbitrary<Buffer[]> =>
  fc
    .tuple(fc.oneof(header.map(text), json), json, json, json)
    .map(parts => ["fuzz", "<IDS|MSG>", sign(key, parts), ...parts].map(part => Buffer.from(part)));

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 80 }).map(list => Buffer.from(list)),
  fc.constantFrom("<IDS|MSG>", "é".repeat(64), "0".repeat(64), "{}", "").map(word => Buffer.from(word)),
);

/** Frames of any kind, the delimiter among them more often than by chance. */
export const strangeFrames: fc.Arbitrary<Buffer[]> = fc.array(bytes, { maxLength: 8 });

/** A correct message with one frame replaced, or one bit turned, or one frame missing. */
export const tamperedFrames = (key: string): fc.Arbitrary<Buffer[]> =>
  fc.tuple(fc.nat(), fc.nat(), bytes, fc.constantFrom("replace", "turn", "remove")).map(([at, bit, other, how]) => {
    const frames = framesOf("execute_request", { code: "1" }, key);
    const i = 1 + (at % (frames.length - 1));
    const turned = Buffer.from(frames[i]);
    turned[bit % turned.length] ^= 1;
    const replaced = other.equals(frames[i]) ? [] : [other];
    const now = { replace: replaced, turn: [turned], remove: [] }[how] as Buffer[];
    return [...frames.slice(0, i), ...now, ...frames.slice(i + 1)];
  });

/** The frames of a request with the routing prefix that a router puts before it. */
export const framesOf = (type: string, content: Json, key: string): Buffer[] =>
  encode({ identities: [Buffer.from("client")], header: headerOf(type, "fuzz"), parent: {}, content }, key).map(part =>
    Buffer.from(part),
  );
