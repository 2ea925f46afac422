/**
 * A kernel's figures painted by the process that has started it, which does so for several kernels: one painting
 * process is enough for all of them.
 */
import type { ChildProcess } from "node:child_process";
import { paint, type Painter } from "../../display/render/painter.js";
import type { PictureOrder } from "../../display/render/picture.js";

/** A request as it is sent, and its answer: a picture, or why there is none. */
interface Sent extends PictureOrder {
  readonly id: number;
}
interface Painted {
  readonly id: number;
  readonly picture?: Uint8Array;
  readonly problem?: string;
}

/** The process that has started this one; it is waited for while it paints, and no longer. */
export function parentPainter(): Painter {
  const waiting = new Map<number, (painted: Omit<Painted, "id">) => void>();
  let last = 0;
  const deliver = ({ id, ...painted }: Painted): void => {
    waiting.get(id)?.(painted);
    waiting.delete(id);
    if (waiting.size === 0) process.channel?.unref();
  };
  process.on("message", deliver);
  process.on("disconnect", () => {
    for (const id of waiting.keys()) deliver({ id, problem: "the process that painted has ended" });
  });
  process.channel?.unref();
  return request =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ picture, problem }) => (picture ? resolve(picture) : reject(new Error(problem))));
      process.channel?.ref();
      process.send?.({ id, ...request } satisfies Sent);
    });
}

/** Paints what this child asks for. */
export function paintFor(child: ChildProcess): void {
  const answer = (painted: Painted): void => void (child.connected && child.send(painted));
  child.on(
    "message",
    ({ id, ...request }: Sent) =>
      void paint(request).then(
        bytes => answer({ id, picture: bytes }),
        (error: Error) => answer({ id, problem: error.message }),
      ),
  );
}
