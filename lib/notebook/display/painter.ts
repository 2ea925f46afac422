import { Worker } from "node:worker_threads";
import type { PlotlyFigure } from "../../figures/types.js";
import type { Painted } from "./paint.js";

/** Paints figures on a thread of its own, so that whoever computes or listens is not kept waiting. */
interface Painter {
  readonly thread: Worker;
  readonly waiting: Map<number, (painted: Painted) => void>;
}

let painter: Painter | undefined;
let orders = 0;

function start(): Painter {
  const thread = new Worker(new URL("./paint.js", import.meta.url), { stdout: false }), waiting: Painter["waiting"] = new Map();
  thread.on("message", (painted: Painted) => {
    waiting.get(painted.order)?.(painted);
    waiting.delete(painted.order);
    if (waiting.size === 0) thread.unref();
  });
  thread.on("error", error => {
    for (const [order, resolve] of waiting) resolve({ order, problem: error.message });
    painter = undefined;
  });
  thread.unref();
  return { thread, waiting };
}

/** Starts the thread; the first picture takes a second longer without. */
export const warmUp = (): void => void (painter ??= start());

/** The picture of a figure. */
export function paint(figure: PlotlyFigure): Promise<Uint8Array> {
  const { thread, waiting } = (painter ??= start()), order = ++orders;
  return new Promise((resolve, reject) => {
    waiting.set(order, ({ png, problem }) => (png ? resolve(png) : reject(new Error(`the figure cannot be painted: ${problem}`))));
    thread.ref();
    thread.postMessage({ order, figure });
  });
}
