/**
 * A kernel's figures painted by the process that has started it, which does so for many kernels and opens one studio
 * for all.
 */
import type { ChildProcess } from "node:child_process";
import type { PlotlyFigure } from "../../figures/types.js";
import type { Painted } from "./paint.js";
import { type OpenStudio, paint } from "./painter.js";

interface Order {
  readonly order: number;
  readonly figure: PlotlyFigure;
}

/** The process that has started this one. */
export const parentStudio: OpenStudio = (deliver, fail) => {
  process.on("message", (painted: Painted) => deliver(painted));
  process.on("disconnect", () => fail("whoever painted is gone"));
  return {
    order: (order, figure) => void process.send?.({ order, figure } satisfies Order),
    hold: holds => (holds ? process.channel?.ref() : process.channel?.unref()),
  };
};

/** Paints what this child orders. */
export function paintFor(child: ChildProcess): void {
  const answer = (painted: Painted): void => void (child.connected && child.send(painted));
  child.on(
    "message",
    ({ order, figure }: Order) =>
      void paint(figure).then(
        png => answer({ order, png }),
        (error: Error) => answer({ order, problem: error.message }),
      ),
  );
}
