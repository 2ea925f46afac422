import type { Json } from "../pointer.js";
import type { Finding } from "./problem.js";
import { DEEPEST } from "./shape.js";

/** Strings, numbers, words and signs of JSON (RFC 8259), each with the space before it. */
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const TOKEN = new RegExp(`[ \\t\\n\\r]*(${STRING.source}|${NUMBER.source}|true|false|null|[{}[\\],:])`, "y");

interface Scanner {
  /** The next token without taking it, "" at the end or where none can be read. */
  peek(): string;
  take(): string;
  fail(message: string): never;
}

interface SyntaxFailure extends Error {
  readonly offset: number;
}

const isSyntaxFailure = (error: unknown): error is SyntaxFailure => error instanceof Error && "offset" in error;

function scanner(text: string): Scanner {
  let at = 0;
  const match = (): { readonly token: string; readonly end: number } => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    return found === null ? { token: "", end: at } : { token: found[1], end: TOKEN.lastIndex };
  };
  const start = (): number => at + text.slice(at).search(/[^ \t\n\r]|$/);
  return {
    peek: () => match().token,
    take: () => {
      const { token, end } = match();
      at = end;
      return token;
    },
    fail: message => {
      throw Object.assign(new Error(message), { offset: start() });
    },
  };
}

const isString = (token: string): boolean => token.startsWith('"');

/** (item (, item)*)? close */
function items(s: Scanner, close: string, item: () => void): void {
  s.take();
  if (s.peek() === close) return void s.take();
  for (;;) {
    item();
    const next = s.peek();
    if (next !== "," && next !== close) s.fail(`expected "," or "${close}"`);
    s.take();
    if (next === close) return;
  }
}

function entry(s: Scanner, keys: Set<string>, depth: number): void {
  if (!isString(s.peek())) s.fail("expected a name in double quotes");
  const key = JSON.parse(s.peek()) as string;
  if (keys.has(key)) s.fail(`the name "${key}" stands here twice`);
  keys.add(s.take() && key);
  if (s.peek() !== ":") s.fail('expected ":"');
  s.take();
  value(s, depth);
}

function value(s: Scanner, depth: number): void {
  const token = s.peek();
  if (depth > DEEPEST) s.fail(`nested more than ${DEEPEST} deep`);
  if (token === "{") {
    const keys = new Set<string>();
    items(s, "}", () => entry(s, keys, depth + 1));
  } else if (token === "[") items(s, "]", () => value(s, depth + 1));
  else if (["", "}", "]", ",", ":"].includes(token)) s.fail("expected a value");
  else s.take();
}

function scan(text: string): void {
  const s = scanner(text);
  value(s, 1);
  if (s.peek() !== "") s.fail("the file should end here");
}

/** Characters of the largest spec: about 10^6 numbers. */
const LARGEST = 1 << 24;

function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
}

/** The JSON of a file, or what is wrong with its syntax, by line and column; names that stand twice are wrong too. */
export function readText(text: string): { readonly json: Json } | { readonly finding: Finding } {
  if (text.length > LARGEST)
    return {
      finding: {
        pointer: "",
        message:
          `has ${(text.length / 1e6).toFixed(0)} million characters, ` +
          `at most ${(LARGEST / 1e6).toFixed(0)} million are read: ` +
          `put data into a file of their own (data by the name "file")`,
      },
    };
  const json = text.replace(/^\uFEFF/, "");
  try {
    scan(json);
    return { json: JSON.parse(json) as Json };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const where = isSyntaxFailure(error) ? `${place(json, error.offset)}: ` : "";
    return { finding: { pointer: "", message: `no JSON, ${where}${error.message}` } };
  }
}
