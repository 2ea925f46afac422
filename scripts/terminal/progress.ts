import { type Options, SingleBar } from "cli-progress";
import { note } from "./print.js";

/** Shows how far the work is: a bar on a terminal, a line every ten percent elsewhere. */
export interface Progress {
  update(done: number, total: number): void;
  /** A line above the bar. */
  line(text: string): void;
  end(): void;
}

const FORMAT: Options = {
  format: "[{bar}] {percentage}% · {units} · {duration_formatted}",
  hideCursor: true,
  clearOnComplete: true,
  barsize: 30,
};

function barProgress(): Progress {
  const bar = new SingleBar({ ...FORMAT, stream: process.stderr });
  const units = (done: number, total: number): { units: string } => ({
    units: `${Math.floor(done)} of ${total} units`,
  });
  let shown = false;
  const end = (): void => {
    if (shown) bar.stop();
    shown = false;
  };
  return {
    update: (done, total) => {
      if (shown) bar.update(done, units(done, total));
      else if (total > 0) bar.start(total, done, units(done, total));
      shown = total > 0;
    },
    line: text => {
      end();
      note(text);
    },
    end,
  };
}

function lineProgress(): Progress {
  let tenths = 0;
  return {
    update: (done, total) => {
      const reached = total > 0 ? Math.floor((10 * done) / total) : 0;
      if (reached > tenths) note(`computed ${10 * reached} % of ${total} units`);
      tenths = Math.max(tenths, reached);
    },
    line: note,
    end: () => undefined,
  };
}

export const showProgress = (): Progress => (process.stderr.isTTY ? barProgress() : lineProgress());
