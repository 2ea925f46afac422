import type { Json } from "../protocol/message.js";
import { PROTOCOL } from "../protocol/message.js";
import type { Session } from "./session.js";

type Answer = (content: Json, session: Session) => Json;

/** Answers to what a front end asks beside running cells; each gets the content of the request. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  complete_request: ({ code, cursor_pos: cursor }, session) => {
    const { start, end, candidates } = session.complete(String(code), Number(cursor));
    return { status: "ok", matches: candidates, cursor_start: start, cursor_end: end, metadata: {} };
  },
  inspect_request: ({ code, cursor_pos: cursor }, session) => {
    const text = session.inspect(String(code), Number(cursor));
    return {
      status: "ok",
      found: text !== undefined,
      data: text === undefined ? {} : { "text/plain": text },
      metadata: {},
    };
  },
  is_complete_request: ({ code }, session) => {
    const { completed, indent = "" } = session.isComplete(String(code));
    return completed ? { status: "complete" } : { status: "incomplete", indent };
  },
  comm_info_request: () => ({ status: "ok", comms: {} }),
  history_request: () => ({ status: "ok", history: [] }),
};

/** By the type of the request; a map, because names such as `constructor` come from outside. */
export const REQUESTS: ReadonlyMap<string, Answer> = new Map(Object.entries(ANSWERS));

/** Who this kernel is. */
export const kernelInfo = (version: string, language: string): Json => ({
  status: "ok",
  protocol_version: PROTOCOL,
  implementation: "gradient-flows",
  implementation_version: version,
  banner:
    "Gradient Flows (TypeScript): the library is gf; " +
    "show, run, figure, slide, claims, experiment, only and but are there",
  language_info: {
    name: "typescript",
    version: language,
    mimetype: "text/typescript",
    file_extension: ".ts",
    codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  },
  help_links: [],
});
