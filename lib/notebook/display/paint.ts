/** Runs in a worker thread: figures to PNG. */
import { parentPort } from "node:worker_threads";
import type { PlotlyFigure } from "../../figures/types.js";
import { pngOf, svgOf } from "../../render/index.js";
import { studio } from "../../render/svg.js";

export interface Painted {
  readonly order: number;
  readonly png?: Uint8Array;
  /** Why there is no picture. */
  readonly problem?: string;
}

/** Pixels per unit: sharp enough on dense screens, and two thirds of the bytes of twice as many. */
const SCALE = 1.5;

const paint = async (figure: PlotlyFigure): Promise<Uint8Array> =>
  pngOf(await svgOf(figure), { scale: SCALE, background: String(figure.layout["paper_bgcolor"]) });

const answer = (painted: Painted): void => parentPort?.postMessage(painted);

parentPort?.on("message", ({ order, figure }: { readonly order: number; readonly figure: PlotlyFigure }) => {
  paint(figure).then(
    png => answer({ order, png }),
    (error: Error) => answer({ order, problem: error.message }),
  );
});
if (parentPort) studio();
