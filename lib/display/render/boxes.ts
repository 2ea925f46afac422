/** Boxes of SVG elements: texts from exact widths, groups from their children, transforms accumulated. */
import { cos, sin } from "../../arithmetic/functions.js";
import { FACES, type Face } from "./fonts.js";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** x' = a x + c y + e, y' = b x + d y + f, as SVG writes matrices. */
type Matrix = readonly [number, number, number, number, number, number];

export const EMPTY: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
/** Height of a line, and how far its top lies above the base line, em. */
const LINE = { ascent: 0.93, height: 1.17, spacing: 1.3 } as const;

// ------------------------------------------------------------------ styles
const styleOf = (element: Element): CSSStyleDeclaration | undefined => (element as SVGElement).style;
const parentOf = (element: Element): Element | null => element.parentElement;

/** An inherited property. */
function inherited(element: Element | null, property: string, fallback: string): string {
  for (let e = element; e !== null; e = parentOf(e)) {
    const value = styleOf(e)?.getPropertyValue(property) || e.getAttribute(property);
    if (value) return value;
  }
  return fallback;
}

/** Font size in px, with percentages of superscripts multiplied. */
export function fontSize(element: Element): number {
  let factor = 1;
  for (let e: Element | null = element; e !== null; e = parentOf(e)) {
    const [, number, unit] = /([\d.]+)(px|%)/.exec(styleOf(e)?.fontSize ?? "") ?? [];
    if (unit === "%") factor *= Number(number) / 100;
    if (unit === "px") return factor * Number(number);
  }
  return 12 * factor;
}

export function faceOf(element: Element): Face {
  const family = inherited(element, "font-family", "");
  if (/^[^,]*(Serif|Times|Cambria|STIX)/.test(family)) return FACES.math;
  return /bold|[6-9]00/.test(inherited(element, "font-weight", "")) ? FACES.bold : FACES.sans;
}

// ------------------------------------------------------------------ texts
function textWidth(node: Node): number {
  if (node.nodeType === TEXT_NODE) {
    const parent = node.parentNode as Element;
    const face = faceOf(parent);
    const size = fontSize(parent);
    return [...(node.nodeValue ?? "")].reduce((sum, c) => (c === "\u200b" ? sum : sum + face.width(c) * size), 0);
  }
  return node.nodeType === ELEMENT_NODE
    ? Array.from(node.childNodes).reduce((sum, child) => sum + textWidth(child), 0)
    : 0;
}

const attribute = (element: Element, name: string): number => parseFloat(element.getAttribute(name) ?? "") || 0;

function textBox(element: Element): Rectangle {
  const size = fontSize(element);
  const lines = Array.from(element.querySelectorAll("tspan.line"));
  const width = Math.max(...(lines.length === 0 ? [element] : lines).map(textWidth));
  if (width === 0) return EMPTY;
  const first = lines[0] ?? element;
  const at = (name: string): number => attribute(element.hasAttribute(name) ? element : first, name);
  const share = { start: 0, middle: 0.5, end: 1 }[inherited(element, "text-anchor", "start")] ?? 0;
  const height = size * (LINE.height + LINE.spacing * Math.max(0, lines.length - 1));
  return { x: at("x") - share * width, y: at("y") - LINE.ascent * size, width, height };
}

// ------------------------------------------------------------------ transforms
const product = (p: Matrix, q: Matrix): Matrix => [
  p[0] * q[0] + p[2] * q[1],
  p[1] * q[0] + p[3] * q[1],
  p[0] * q[2] + p[2] * q[3],
  p[1] * q[2] + p[3] * q[3],
  p[0] * q[4] + p[2] * q[5] + p[4],
  p[1] * q[4] + p[3] * q[5] + p[5],
];
const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];

function rotation(degrees: number, x: number, y: number): Matrix {
  const [c, s] = [cos((degrees * Math.PI) / 180), sin((degrees * Math.PI) / 180)];
  return product(product(translation(x, y), [c, s, -s, c, 0, 0]), translation(-x, -y));
}

const TRANSFORMS: Readonly<Record<string, (v: readonly number[]) => Matrix>> = {
  translate: ([x, y = 0]) => translation(x, y),
  scale: ([x, y = x]) => [x, 0, 0, y, 0, 0],
  rotate: ([degrees, x = 0, y = 0]) => rotation(degrees, x, y),
};

function transformOf(element: Element): Matrix {
  const steps = (element.getAttribute("transform") ?? "").matchAll(/(translate|scale|rotate)\(([^)]*)\)/g);
  const matrix = [...steps].reduce<Matrix>(
    (m, [, name, list]) => product(m, TRANSFORMS[name](list.split(/[ ,]+/).map(Number))),
    IDENTITY,
  );
  return element.tagName === "svg"
    ? product(translation(attribute(element, "x"), attribute(element, "y")), matrix)
    : matrix;
}

function moved(m: Matrix, { x, y, width, height }: Rectangle): Rectangle {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([u, v]) => [m[0] * u + m[2] * v + m[4], m[1] * u + m[3] * v + m[5]]);
  const [left, top] = [0, 1].map(k => Math.min(...corners.map(c => c[k])));
  const [right, bottom] = [0, 1].map(k => Math.max(...corners.map(c => c[k])));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

// ------------------------------------------------------------------ boxes
function union(a: Rectangle, b: Rectangle): Rectangle {
  if (a === EMPTY) return b;
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function groupBox(element: Element): Rectangle {
  const children = Array.from(element.children).filter(child => !/^(defs|clipPath|style)$/.test(child.tagName));
  return children.reduce<Rectangle>((box, child) => {
    const own = ownBox(child);
    return own.width === 0 && own.height === 0 ? box : union(box, moved(transformOf(child), own));
  }, EMPTY);
}

const BOXES: Readonly<Record<string, (element: Element) => Rectangle>> = {
  text: textBox,
  tspan: e => ({ ...EMPTY, width: textWidth(e), height: LINE.height * fontSize(e) }),
  rect: e => ({
    x: attribute(e, "x"),
    y: attribute(e, "y"),
    width: attribute(e, "width"),
    height: attribute(e, "height"),
  }),
  g: groupBox,
  svg: groupBox,
};

/** The box in the element's own coordinates: what `getBBox` answers. */
export const ownBox = (element: Element): Rectangle => (BOXES[element.tagName] ?? (() => EMPTY))(element);

/** The box on the page: what `getBoundingClientRect` answers. */
export function pageBox(element: Element): Rectangle {
  let box = ownBox(element);
  for (let e: Element | null = element; e !== null && e.namespaceURI === "http://www.w3.org/2000/svg"; e = parentOf(e))
    box = moved(transformOf(e), box);
  return box;
}
