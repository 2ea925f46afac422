/**
 * How figures come alive in JupyterLab and Notebook 7: a prebuilt extension that renders plotly JSON with the plotly of
 * this package. It runs no code of the notebook, so that figures live in untrusted notebooks too.
 */
import type { Data } from "../runner/notebook.js";

/** Name of the extension among those of JupyterLab. */
export const EXTENSION = "gradient-flows-figures";

const PLOTLY = "application/vnd.plotly.v1+json";

/** What JupyterLab reads first. */
export const extensionPackage = (): Data => ({
  name: EXTENSION,
  version: "1.0.0",
  description: "Interactive figures of Gradient Flows",
  license: "MIT",
  jupyterlab: { mimeExtension: true, _build: { load: "static/remoteEntry.js", mimeExtension: "./mimeExtension" } },
});

// ------------------------------------------------------------------ what the extension needs of a page
interface Element {
  src: string;
  onload: () => void;
  onerror: () => void;
}

interface Plotly {
  react(node: unknown, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  purge(node: unknown): void;
}

interface Page {
  readonly document: {
    readonly currentScript: Element;
    createElement(tag: "script"): Element;
    readonly head: { append(element: Element): void };
  };
  readonly Plotly: Plotly;
  _JUPYTERLAB?: Record<string, unknown>;
}

interface Widget {
  readonly node: unknown;
  readonly disposed: { connect(act: () => void): void };
  renderModel?: (model: {
    readonly data: Readonly<
      Record<string, { readonly data: unknown; readonly layout: unknown; readonly config: unknown }>
    >;
  }) => Promise<unknown>;
}

/** Modules that JupyterLab shares: name -> version -> how to get it. */
type Shared = Readonly<Record<string, Readonly<Record<string, { get(): Promise<() => unknown> }>>>>;

/** Sent to the page as its own text: it sees nothing of this file. */
function attach(page: Page, name: string, type: string): void {
  const home = page.document.currentScript.src;
  let shared: Shared = {};
  let loaded: Promise<Plotly> | undefined;
  const load = (): Promise<Plotly> =>
    (loaded ??= new Promise((resolve, reject) => {
      const script = page.document.createElement("script");
      script.src = home.replace(/remoteEntry\.js.*$/, "plotly.js");
      script.onload = () => resolve(page.Plotly);
      script.onerror = () => reject(new Error("plotly.js is missing beside the extension"));
      page.document.head.append(script);
    }));
  const createRenderer = (Widget: new () => Widget): Widget => {
    const widget = new Widget();
    widget.renderModel = model =>
      load().then(plotly => {
        const { data, layout, config } = model.data[type];
        return plotly.react(widget.node, data, layout, config);
      });
    widget.disposed.connect(() => page.Plotly?.purge(widget.node));
    return widget;
  };
  const renderer = async (): Promise<() => unknown> => {
    const [lumino] = Object.values(shared["@lumino/widgets"]);
    const { Widget } = (await lumino.get())() as { Widget: new () => Widget };
    const rendererFactory = { safe: true, mimeTypes: [type], createRenderer: () => createRenderer(Widget) };
    return () => ({ __esModule: true, default: { id: `${name}:factory`, rendererFactory, rank: 0, dataType: "json" } });
  };
  (page._JUPYTERLAB ??= {})[name] = {
    init: (scope: Shared) => {
      shared = scope;
    },
    get: renderer,
  };
}

/** The script that JupyterLab loads. */
export const remoteEntry = (): string =>
  `(${attach.toString()})(window, ${JSON.stringify(EXTENSION)}, ${JSON.stringify(PLOTLY)});\n`;
