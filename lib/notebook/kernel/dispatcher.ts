/**
 * The order of requests. Those on the shell channel are done one after the other, in the order of their arrival; who
 * the kernel is, it says at once; every request that is understood is answered.
 */
import { answer, type Json, type Message } from "../protocol/message.js";
import { type CellError, errorOf } from "./errors.js";

/** What the dispatcher acts through. */
export interface Effects {
  /** Who this kernel is. */
  readonly info: Json;
  reply(channel: Channel, message: Message): void;
  /** To all front ends, because of `cause`. */
  publish(cause: Message, type: string, content: Json): void;
  /** Begins a request, whose end is told to `done`. */
  begin(id: number, message: Message): void;
  interrupt(): void;
  shutdown(): void;
}

export type Channel = "shell" | "control";

export interface Dispatcher {
  /** A message on the shell channel. */
  shell(message: Message): void;
  /** A message on the control channel, answered at once. */
  control(message: Message): void;
  /** The request with this id has ended. */
  done(id: number, reply: Json | undefined): void;
  /** The request with this id ends with an error that the front ends have not been told of. */
  fail(id: number, error: CellError): void;
  /** The id of the request that has begun and not ended. */
  current(): number | undefined;
  /** Nothing new begins until `resume`. */
  pause(): void;
  resume(): void;
}

/** A request that waits for its turn, or has it. */
interface Waiting {
  readonly id: number;
  readonly message: Message;
  /** Whether a cell before it has failed that its sender did not know of. */
  aborted: boolean;
  /** Whether its end was told already. */
  ended: boolean;
}

/** After a cell has failed (ms): what arrives until then was asked for in ignorance of it, and is aborted. */
const ARRIVALS = 30;

const isCell = ({ header }: Message): boolean => header.msg_type === "execute_request";

const stopsOthers = (message: Message, reply: Json | undefined): boolean =>
  isCell(message) && reply?.status === "error" && message.content.stop_on_error !== false;

export const errorReply = (error: CellError): Json => ({ status: "error", ...error });

/** Letters of a strange name that are repeated. */
const SHOWN = 80;

/** Requests have names that end so; other messages want no reply. */
const REQUEST = /_request$/;

/** The reply to a request that this kernel does not know; none to what is no request. */
export const unknown = ({ header: { msg_type: type } }: Message): Json | undefined =>
  REQUEST.test(type)
    ? errorReply(errorOf("UnknownRequest", `this kernel does not know ${JSON.stringify(type.slice(0, SHOWN))}`))
    : undefined;

export function dispatcher({ info, reply, publish, begin, interrupt, shutdown }: Effects): Dispatcher {
  const waiting: Waiting[] = [];
  let current: Waiting | undefined;
  let paused = false;
  let ids = 0;

  const status = ({ message }: Waiting, execution_state: "busy" | "idle"): void =>
    publish(message, "status", { execution_state });
  const respond = (channel: Channel, message: Message, content: Json | undefined): void => {
    const type = message.header.msg_type.replace(REQUEST, "_reply");
    if (content) reply(channel, answer(message, type, content));
  };
  const end = (request: Waiting, content: Json | undefined): void => {
    respond("shell", request.message, content);
    status(request, "idle");
    current = undefined;
  };
  const abortWaiting = (): void => {
    for (const request of waiting) request.aborted ||= isCell(request.message);
  };

  /** What cannot be handed on, because it is nested too deeply, say, is answered. */
  function attempt(request: Waiting): void {
    try {
      begin(request.id, request.message);
    } catch (error) {
      end(request, errorReply(errorOf("BadRequest", (error as Error).message)));
    }
  }

  function next(): void {
    while (!current && !paused) {
      const request = waiting.shift();
      if (!request) return;
      current = request;
      status(request, "busy");
      if (request.aborted) end(request, { status: "aborted" });
      else attempt(request);
    }
  }

  function done(id: number, content: Json | undefined): void {
    const request = current;
    if (request?.id !== id || request.ended) return;
    request.ended = true;
    const finish = (): void => {
      end(request, content);
      next();
    };
    if (!stopsOthers(request.message, content)) return finish();
    setTimeout(() => {
      abortWaiting();
      finish();
    }, ARRIVALS);
  }

  /** Its status is that of the kernel: afterwards the kernel is as busy as before. */
  function introduce(request: Waiting): void {
    status(request, "busy");
    respond("shell", request.message, info);
    status(request, "idle");
    if (current) status(current, "busy");
  }

  const CONTROL: ReadonlyMap<string, (content: Json) => Json> = new Map<string, (content: Json) => Json>([
    ["kernel_info_request", () => info],
    ["interrupt_request", () => ({ status: "ok" })],
    ["shutdown_request", ({ restart }: Json) => ({ status: "ok", restart: restart === true })],
  ]);
  const ACTIONS: ReadonlyMap<string, () => void> = new Map([
    ["interrupt_request", interrupt],
    ["shutdown_request", shutdown],
  ]);

  return {
    shell: message => {
      const request: Waiting = { id: ++ids, message, aborted: false, ended: false };
      if (message.header.msg_type === "kernel_info_request") return introduce(request);
      waiting.push(request);
      next();
    },
    control: message => {
      const { msg_type: type } = message.header;
      respond("control", message, CONTROL.get(type)?.(message.content) ?? unknown(message));
      ACTIONS.get(type)?.();
    },
    done,
    fail: (id, error) => {
      if (current?.id !== id || current.ended) return;
      publish(current.message, "error", { ...error });
      done(id, errorReply(error));
    },
    current: () => current?.id,
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      next();
    },
  };
}
