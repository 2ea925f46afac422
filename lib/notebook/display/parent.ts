/**
 * A kernel's figures painted by the process that has started it, which does so for many kernels and needs one process
 * that paints for all.
 */
import type { ChildProcess } from "node:child_process";
import { paint, type Painter } from "../../display/render/painter.js";
import type { PictureOrder } from "../../display/render/picture.js";

/** An order as it is sent, and its answer: a picture, or why there is none. */
interface Sent extends PictureOrder {
  readonly order: number;
}
interface Painted {
  readonly order: number;
  readonly picture?: Uint8Array;
  readonly problem?: string;
}

/** The process that has started this one; it is waited for while it paints, and no longer. */
export function parentPainter(): Painter {
  const waiting = new Map<number, (painted: Omit<Painted, "order">) => void>();
  let orders = 0;
  const deliver = ({ order, ...painted }: Painted): void => {
    waiting.get(order)?.(painted);
    waiting.delete(order);
    if (waiting.size === 0) process.channel?.unref();
  };
  process.on("message", deliver);
  process.on("disconnect", () => {
    for (const order of waiting.keys()) deliver({ order, problem: "whoever painted is gone" });
  });
  process.channel?.unref();
  return wish =>
    new Promise((resolve, reject) => {
      const order = ++orders;
      waiting.set(order, ({ picture, problem }) => (picture ? resolve(picture) : reject(new Error(problem))));
      process.channel?.ref();
      process.send?.({ order, ...wish } satisfies Sent);
    });
}

/** Paints what this child orders. */
export function paintFor(child: ChildProcess): void {
  const answer = (painted: Painted): void => void (child.connected && child.send(painted));
  child.on(
    "message",
    ({ order, ...wish }: Sent) =>
      void paint(wish).then(
        picture => answer({ order, picture }),
        (error: Error) => answer({ order, problem: error.message }),
      ),
  );
}
