/** A window in which plotly draws: jsdom with measures of text, lengths of paths, and canvases that are images only. */
import { JSDOM, type DOMWindow } from "jsdom";
import { EMPTY, ownBox, pageBox, type Rectangle } from "./boxes.js";
import { context2d, dataUrl, type Context2d } from "./canvas-2d.js";
import { pathLength, pointAt } from "./path-length.js";

export interface Browser {
  readonly window: DOMWindow;
  /** The size that elements outside of SVG pretend to have. */
  resize(width: number, height: number): void;
}

const edges = (box: Rectangle): DOMRect =>
  ({
    ...box,
    left: box.x,
    top: box.y,
    right: box.x + box.width,
    bottom: box.y + box.height,
    toJSON: () => box,
  }) as DOMRect;

export function openBrowser(): Browser {
  const { window } = new JSDOM("<!doctype html><html><body></body></html>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  let page: Rectangle = EMPTY;
  shimUrls(window);
  shimCanvas(window);
  shimPaths(window);
  shimBoxes(window, () => page);
  return {
    window,
    resize: (width, height) => {
      page = { x: 0, y: 0, width, height };
    },
  };
}

function shimUrls(window: DOMWindow): void {
  Object.assign(window, { TextDecoder, TextEncoder });
  Object.assign(window.URL, { createObjectURL: () => "blob:figure", revokeObjectURL: () => undefined });
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, addListener: () => undefined }),
  });
}

function shimCanvas(window: DOMWindow): void {
  const contexts = new WeakMap<HTMLCanvasElement, Context2d>();
  const contextOf = (canvas: HTMLCanvasElement): Context2d => {
    const context = contexts.get(canvas) ?? context2d(canvas);
    contexts.set(canvas, context);
    return context;
  };
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, kind: string) {
      return kind === "2d" ? contextOf(this) : null;
    },
    toDataURL(this: HTMLCanvasElement) {
      return dataUrl(contextOf(this));
    },
  });
}

function shimPaths(window: DOMWindow): void {
  const pathOf = (element: Element): string => element.getAttribute("d") ?? "";
  Object.assign(window.SVGElement.prototype, {
    getTotalLength(this: Element) {
      return pathLength(pathOf(this));
    },
    getPointAtLength(this: Element, length: number) {
      return pointAt(pathOf(this), length);
    },
  });
}

function shimBoxes(window: DOMWindow, page: () => Rectangle): void {
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return edges(ownBox(this));
    },
    getComputedTextLength(this: Element) {
      return ownBox(this).width;
    },
  });
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    return edges(this instanceof window.SVGElement ? pageBox(this) : page());
  };
}
