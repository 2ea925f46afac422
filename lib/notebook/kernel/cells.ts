import { type Bundle, type DisplaySink, setDisplaySink } from "../display/sink.js";
import { buildMark } from "../package-folder.js";
import type { Json, Message } from "../protocol/message.js";
import { errorReply } from "./dispatcher.js";
import { type CellError, INTERRUPTED, runtimeError } from "./errors.js";
import type { StreamName } from "./publisher.js";
import type { ReplyChannel } from "./reply-channel.js";
import type { Session } from "./session.js";
import { redirectDisplay } from "./tslab.js";

const content = ({ data, metadata }: Bundle, id: string | undefined): Json => ({
  data,
  metadata,
  transient: id === undefined ? {} : { display_id: id },
});

/** Displays of a cell as messages. */
const cellSink = ({ publish }: ReplyChannel): DisplaySink => ({
  display: (bundle, id) => publish("display_data", content(bundle, id)),
  update: (bundle, id) => publish("update_display_data", content(bundle, id)),
});

const asText = (chunk: unknown): string =>
  typeof chunk === "string" ? chunk : Buffer.from(chunk as Uint8Array).toString();

/** What the process prints goes to the cell that runs, or ran last; before the first cell, to where it went. */
function capturePrinting(channel: () => ReplyChannel | undefined): void {
  for (const name of ["stdout", "stderr"] satisfies StreamName[]) {
    const stream = process[name];
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: readonly unknown[]) => boolean;
    stream.write = (chunk: unknown, ...rest: readonly unknown[]): boolean => {
      const cell = channel();
      if (!cell) return write(chunk, ...rest);
      cell.print(name, asText(chunk));
      const done = rest.at(-1);
      if (typeof done === "function") done();
      return true;
    };
  }
}

/** Everything that the cell shows, by whatever way, from now on goes through this channel. */
function showThrough(channel: ReplyChannel): void {
  setDisplaySink(cellSink(channel));
  redirectDisplay((bundle, update) =>
    channel.publish(update ? "update_display_data" : "display_data", { ...bundle, transient: {} }),
  );
}

const STALE =
  "The library was built anew after this kernel had started, and the kernel knows the old one: " +
  "restart it to use the new one.\n";

/** Says once, below the cell that ran then, that code and results may not be of one build. */
function watchBuild(): (channel: ReplyChannel) => void {
  let mark = buildMark();
  return ({ print }) => {
    const now = buildMark();
    if (now !== mark) print("stderr", STALE);
    mark = now;
  };
}

/** The rejections of promises that nobody waits for are reported before this resolves. */
const endOfTurn = (): Promise<void> => new Promise(resolve => void setImmediate(resolve));

/** Shows, below the cell that runs or ran last, what failed where nobody waited for it. */
function reportStrayErrors(session: () => Session | undefined): void {
  const report = (what: string) => (thrown: unknown) => {
    const error = session()?.describe(thrown);
    process.stderr.write(`${what}: ${error ? error.traceback.join("\n") : String(thrown)}\n`);
  };
  process.on("unhandledRejection", report("A promise was rejected that nobody waits for"));
  process.on("uncaughtException", report("An error that nobody catches"));
}

/** The compiler, which may still be starting; or that the user did not want to wait for it. */
export type Opening = () => Promise<Session | typeof INTERRUPTED>;

/** Runs cells, and says what they show, print and throw: the reply to an `execute_request`. */
export function cells(open: Opening): (message: Message, channel: ReplyChannel) => Promise<Json> {
  const checkBuild = watchBuild();
  let current: ReplyChannel | undefined;
  let session: Session | undefined;
  let count = 0;
  capturePrinting(() => current);
  reportStrayErrors(() => session);

  async function evaluate(code: string): Promise<CellError | undefined> {
    const opened = await open().catch((error: unknown) => runtimeError(error, () => undefined));
    if (!("execute" in opened)) return opened;
    session = opened;
    const error = await session.execute(code, count);
    await endOfTurn();
    return error;
  }

  return async ({ content: request }, channel) => {
    const code = String(request.code);
    const silent = request.silent === true;
    if (!silent && request.store_history !== false) count++;
    current = channel;
    if (!silent) channel.publish("execute_input", { code, execution_count: count });
    showThrough(channel);
    const error = await evaluate(code);
    if (error) channel.publish("error", { ...error });
    checkBuild(channel);
    return error
      ? { execution_count: count, ...errorReply(error) }
      : { status: "ok", execution_count: count, payload: [], user_expressions: {} };
  };
}
