import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { useThreads } from "../../lib/compute/index.js";
import { type Panel, compose, frame, PAGE, text } from "../../lib/display/figures/canvas.js";
import { endLabels } from "../../lib/display/figures/marks/end-labels.js";
import { dots, line } from "../../lib/display/figures/marks/lines.js";
import { bold } from "../../lib/display/figures/text.js";
import { DASH, type Mode, SIZE, type Theme, themeOf, WIDTH } from "../../lib/display/figures/theme.js";
import { decadeTicks } from "../../lib/display/figures/ticks.js";
import type { Part, PlotlyFigure } from "../../lib/display/figures/plotly-figure.js";
import { pngOf, svgOf } from "../../lib/display/render/index.js";
import { note } from "../terminal/print.js";
import { laplaceKernel } from "../../lib/systems/kernels/laplace.js";
import { direct, fast, force, wide } from "./routines/summation.js";
import type { Run, Size } from "./contender.js";

/** Least milliseconds for each number of particles. */
interface Curve {
  readonly name: string;
  readonly colour: (theme: Theme) => string;
  /** O(N²): beyond what was timed it goes on as a dashed line. */
  readonly quadratic?: boolean;
  readonly n: readonly number[];
  readonly milliseconds: readonly number[];
}

/** 10³ … 10^last, two a decade. */
const counts = (last: number): readonly number[] =>
  Array.from({ length: 2 * (last - 3) + 1 }, (_, k) => Math.round(1000 * Math.sqrt(10) ** k));

/** Microseconds that this process has computed: a busy machine does not change them. */
const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** The least of at least four runs, more of them where they are short. */
function milliseconds(run: Run): number {
  let least = Infinity;
  for (let count = 0, begin = computed(); count < 4 || (count < 200 && computed() - begin < 4e5); count++) {
    const start = computed();
    run();
    least = Math.min(least, (computed() - start) / 1e3);
  }
  return least;
}

const timed = (
  curve: Omit<Curve, "n" | "milliseconds">,
  last: number,
  prepare: (size: Size) => Run,
  d: number,
): Curve => {
  note(`scaling: ${curve.name} …`);
  const n = counts(last);
  return { ...curve, n, milliseconds: n.map(count => milliseconds(prepare({ n: count, d }))) };
};

const curves = (): readonly Curve[] => [
  timed(
    { name: "direct, d = 2", colour: theme => theme.geometry["fisher-rao"], quadratic: true },
    4.5,
    force(direct(wide(2))),
    2,
  ),
  timed({ name: "fast, d = 2, to 1e-8", colour: theme => theme.geometry.wasserstein }, 6, force(fast(wide(2))), 2),
  timed(
    { name: "sorted, d = 1, exact", colour: theme => theme.geometry["de-stein"] },
    6,
    force(fast(laplaceKernel(1))),
    1,
  ),
];

/** One curve; where it is quadratic, also where it would go on. */
function drawn(theme: Theme, panel: Panel, { colour, quadratic, n, milliseconds: y }: Curve): readonly Part[] {
  const own = colour(theme);
  const [endN, endY] = [n[n.length - 1], y[y.length - 1]];
  const beyond = endN * Math.sqrt(panel.y.range[1] / endY);
  return [
    ...(quadratic
      ? [line(panel, [endN, beyond], [endY, panel.y.range[1]], own, { width: WIDTH.bound, dash: DASH.bound })]
      : []),
    line(panel, n, y, own),
    dots(panel, n, y, { size: 7, fill: own, edge: theme.paper }),
  ];
}

/** Names of curves right of their ends, below a line that goes on. */
const names = (theme: Theme, panel: Panel, all: readonly Curve[]): Part =>
  endLabels(
    theme,
    panel,
    all.map(({ name, colour, quadratic, n, milliseconds: y }) => ({
      x: n[n.length - 1],
      y: y[y.length - 1] / (quadratic ? 1.7 : 1),
      text: name,
      colour: colour(theme),
    })),
  );

function figure(theme: Theme, all: readonly Curve[]): PlotlyFigure {
  const y = [0.1, 1e5] as const;
  const panel: Panel = {
    id: 1,
    box: { x: 96, y: 126, width: 640, height: PAGE.height - 126 - 76 },
    x: { range: [900, 1.1e6], log: true, ticks: decadeTicks([1e3, 1e6]), title: "number of particles" },
    y: { range: y, log: true, ticks: decadeTicks(y, 7), title: "milliseconds for one force", outdent: 50 },
  };
  return compose(theme, [
    text(theme, PAGE.edge, 20, bold("A force on all particles: N² directly, N log N by transforms and by sorting"), {
      size: SIZE.title,
      vertical: "top",
    }),
    text(
      theme,
      PAGE.edge,
      56,
      "Gaussian kernel a tenth of the square wide; on the line the Laplace kernel. One thread.",
      { size: SIZE.caption, colour: theme.muted, vertical: "top" },
    ),
    frame(theme, panel),
    ...all.flatMap(curve => drawn(theme, panel, curve)),
    names(theme, panel, all),
  ]);
}

/** Times direct and fast summation from 10³ to 10⁶ particles and draws them, light and dark, into a folder. */
export async function drawScaling(folder: string): Promise<void> {
  useThreads(1);
  const all = curves();
  mkdirSync(folder, { recursive: true });
  for (const mode of ["light", "dark"] as const satisfies readonly Mode[]) {
    const theme = themeOf(mode);
    const svg = await svgOf(figure(theme, all));
    writeFileSync(
      join(folder, `scaling${mode === "dark" ? ".dark" : ""}.png`),
      pngOf(svg, { scale: 2, background: theme.paper }),
    );
  }
  note(`scaling: drawn in ${folder}`);
}
