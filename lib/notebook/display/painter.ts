import { Worker } from "node:worker_threads";
import type { PlotlyFigure } from "../../figures/types.js";
import type { Painted } from "./paint.js";

/** Somebody who paints and is written to: whoever computes or listens is not kept waiting. */
export interface Studio {
  /** Orders a picture. */
  order(number: number, figure: PlotlyFigure): void;
  /** Whether this process must live on until the studio has answered. */
  hold(holds: boolean): void;
}

/** Opens a studio, which gives its pictures to `deliver`, and to `fail` why there will be no more. */
export type OpenStudio = (deliver: (painted: Painted) => void, fail: (reason: string) => void) => Studio;

/** A thread of this process. */
const ownThread: OpenStudio = (deliver, fail) => {
  const thread = new Worker(new URL("./paint.js", import.meta.url), { stdout: false });
  thread.on("message", deliver);
  thread.on("error", error => fail(error.message));
  return {
    order: (order, figure) => thread.postMessage({ order, figure }),
    hold: holds => (holds ? thread.ref() : thread.unref()),
  };
};

let openStudio: OpenStudio = ownThread;

/** Has everything painted in this studio from now on. */
export const paintIn = (open: OpenStudio): void => {
  openStudio = open;
};

const waiting = new Map<number, (painted: Painted) => void>();
let studio: Studio | undefined;
let orders = 0;

function deliver(painted: Painted): void {
  waiting.get(painted.order)?.(painted);
  waiting.delete(painted.order);
  if (waiting.size === 0) studio?.hold(false);
}

function fail(problem: string): void {
  for (const order of waiting.keys()) deliver({ order, problem });
  studio = undefined;
}

function theStudio(): Studio {
  if (studio) return studio;
  studio = openStudio(deliver, fail);
  studio.hold(false);
  return studio;
}

/** Opens the studio; the first picture takes a second longer without. */
export const warmUp = (): void => void theStudio();

/** The picture of a figure. */
export function paint(figure: PlotlyFigure): Promise<Uint8Array> {
  const order = ++orders;
  const { hold, order: send } = theStudio();
  return new Promise((resolve, reject) => {
    waiting.set(order, ({ png, problem }) =>
      png ? resolve(png) : reject(new Error(`the figure cannot be painted: ${problem}`)),
    );
    hold(true);
    send(order, figure);
  });
}
