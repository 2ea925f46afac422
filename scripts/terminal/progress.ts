import { type Options, SingleBar } from "cli-progress";
import { duration } from "./amounts.js";
import { note } from "./print.js";

/** Shows how far the work is: a bar on a terminal, a line every ten percent elsewhere. */
export interface Progress {
  update(done: number, total: number): void;
  /** A line above the bar. */
  line(text: string): void;
  end(): void;
}

const FORMAT: Options = {
  format: "[{bar}] {percentage}% · {units} · {left}",
  hideCursor: true,
  clearOnComplete: true,
  barsize: 30,
};

/** How long the rest takes if it goes on as until now; nothing as long as that cannot be told. */
function timeLeft(): (done: number, total: number) => string {
  const start = performance.now();
  let before: number | undefined;
  return (done, total) => {
    before ??= done;
    const seconds = (performance.now() - start) / 1000;
    return done > before && done < total && seconds > 1
      ? `about ${duration((seconds * (total - done)) / (done - before))} left`
      : "";
  };
}

function barProgress(what: string): Progress {
  const bar = new SingleBar({ ...FORMAT, stream: process.stderr });
  const left = timeLeft();
  const units = (done: number, total: number): { units: string; left: string } => ({
    units: `${Math.floor(done)} of ${total} ${what}`,
    left: left(done, total),
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

function lineProgress(what: string): Progress {
  let tenths = 0;
  const left = timeLeft();
  return {
    update: (done, total) => {
      const reached = total > 0 ? Math.floor((10 * done) / total) : 0;
      const rest = left(done, total);
      if (reached > tenths) note(`${10 * reached} % of ${total} ${what}${rest && `, ${rest}`}`);
      tenths = Math.max(tenths, reached);
    },
    line: note,
    end: () => undefined,
  };
}

export const showProgress = (what = "units"): Progress =>
  process.stderr.isTTY ? barProgress(what) : lineProgress(what);
