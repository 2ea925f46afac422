/** Colour arithmetic in OKLab, where equal steps look equal. Colours are "#rrggbb". */
import { cbrt, pow } from "../../arithmetic/functions.js";

type Triple = readonly [number, number, number];

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
const gamma = (c: number): number => (c <= 0.0031308 ? 12.92 * c : 1.055 * pow(c, 1 / 2.4) - 0.055);
const cube = (x: number): number => x * x * x;
const channels = (hex: string): Triple => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)) as unknown as Triple;

function labOf(hex: string): Triple {
  const [r, g, b] = channels(hex).map(c => linear(c / 255));
  const l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Triple): string {
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const byte = (c: number): number => Math.round(255 * gamma(Math.min(1, Math.max(0, c))));
  return "#" + rgb.map(c => byte(c).toString(16).padStart(2, "0")).join("");
}

/** The colour a fraction `t` of the way from `a` to `b`. */
export function mix(a: string, b: string, t: number): string {
  const p = labOf(a);
  const q = labOf(b);
  return hexOf([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]), p[2] + t * (q[2] - p[2])]);
}

/** The piecewise linear path through `stops`, parametrised by [0, 1]. */
export function ramp(stops: readonly string[]): (t: number) => string {
  return t => {
    const x = Math.min(1, Math.max(0, t)) * (stops.length - 1);
    const i = Math.min(stops.length - 2, Math.floor(x));
    return mix(stops[i], stops[i + 1], x - i);
  };
}

/** The colour with an opacity, for fills that must let lines show through. */
export const alpha = (hex: string, opacity: number): string => `rgba(${channels(hex).join(",")},${opacity})`;

/** WCAG contrast ratio, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = channels(hex).map(c => linear(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
