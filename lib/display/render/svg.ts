/** Plotly JSON as a static SVG, without a browser and with the same bytes each time. */
import { readFileSync } from "node:fs";
import type { PlotlyFigure } from "../figures/plotly-figure.js";
import { openBrowser, type Browser } from "./browser.js";
import { plotlyFile } from "./plotly-file.js";

interface Plotly {
  toImage(figure: unknown, options: { format: "svg"; width: number; height: number }): Promise<string>;
}

export interface PlotlyWindow {
  readonly browser: Browser;
  readonly plotly: Plotly;
}

let open: PlotlyWindow | undefined;

/** The window with plotly in it: loaded once, when the first figure is drawn. */
export function plotlyWindow(): PlotlyWindow {
  if (open !== undefined) return open;
  const browser = openBrowser();
  browser.window.eval(readFileSync(plotlyFile(), "utf8"));
  open = { browser, plotly: (browser.window as unknown as { Plotly: Plotly }).Plotly };
  return open;
}

const NEEDS_WEBGL = /3d$|gl$|^surface|^mesh|^cone|^volume|^isosurface|^streamtube|map(box)?$/;

/** Plotly names clip paths at random: the window's own generator starts anew for each figure. */
function seedRandom(browser: Browser): void {
  let state = 1;
  const mathematics = browser.window.eval("Math") as { random(): number };
  mathematics.random = () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Serialised, because all figures share one window. */
let queue: Promise<unknown> = Promise.resolve();

export function svgOf(figure: PlotlyFigure): Promise<string> {
  const result = queue.then(() => draw(figure));
  queue = result.catch(() => undefined);
  return result;
}

async function draw({ data, layout }: PlotlyFigure): Promise<string> {
  const impossible = data
    .map(trace => String(trace["type"]))
    .find(type => type !== "heatmap" && NEEDS_WEBGL.test(type));
  if (impossible !== undefined)
    throw new Error(`traces of type "${impossible}" need WebGL, which a static figure does not have`);
  const { browser, plotly } = plotlyWindow();
  const [width, height] = [Number(layout["width"]), Number(layout["height"])];
  browser.resize(width, height);
  seedRandom(browser);
  const traces = data.map((trace, i) => ({ uid: `t${i}`, ...trace }));
  const url = await plotly.toImage(
    { data: traces, layout, config: { staticPlot: true } },
    { format: "svg", width, height },
  );
  return lighter(quoted(decodeURIComponent(url.slice(url.indexOf(",") + 1))));
}

/**
 * Paths to a tenth of a pixel, and their straight pieces as lines: a third of the bytes, and nothing that an eye could
 * miss.
 */
const lighter = (svg: string): string =>
  svg.replace(/ d="[^"]*"/g, path => straight(path.replace(/\d+\.\d{2,}/g, tenths)));
const tenths = (number: string): string => String(Number(Number(number).toFixed(1)));
/** Splines whose control points are their ends. */
const straight = (path: string): string =>
  path.replace(/Q(\S+) \1(?=[A-Z"])/g, "L$1").replace(/(?<=([\d.-]+,[\d.-]+))C\1 ([\d.,-]+) \2(?=[A-Z"])/g, "L$2");

/** Plotly marks the quotes of font names to restore them later, but jsdom has normalised them away by then. */
const quoted = (svg: string): string => svg.replace(/TOBESTRIPPED/g, "'");
