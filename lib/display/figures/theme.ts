/**
 * The only place with colours. Hue says what moves the mass (cool: transport, warm: birth and death, magenta: both);
 * distance from the paper says how the force is kernelised (inverse: near, plain, kernel: far). Everything else is ink,
 * grey, or a verdict.
 */
import { lookUp } from "../../arithmetic/lookup.js";
import { contrast, mix, ramp } from "./colour.js";

export type Mode = "light" | "dark";

/** The eight colours of the dissipation geometries. */
export type GeometryKey =
  "de-stein" | "wasserstein" | "stein" | "mmd" | "fisher-rao" | "kernel-fisher-rao" | "ift" | "wfr";

interface Tokens {
  readonly mode: Mode;
  readonly paper: string;
  readonly ink: string;
  /** Secondary text. */
  readonly muted: string;
  /** Axis lines. */
  readonly rule: string;
  /** Grid lines. */
  readonly hair: string;
  readonly geometry: Readonly<Record<GeometryKey, string>>;
  /** Fill of targets, from the paper to the peak. */
  readonly neutral: readonly string[];
  readonly ok: string;
  readonly bad: string;
  /** Palest colour of a sequence, by hue. */
  readonly pale: Readonly<Record<Hue, string>>;
}

export interface Theme extends Tokens {
  /** n colours for an ordered parameter that ends at the geometry: pale, its own colour, towards ink. */
  sequence(key: GeometryKey | "ink", n: number): readonly string[];
  /** An opaque tint: the paper with a fraction `t` of the colour. */
  tint(colour: string, t: number): string;
}

type Hue = "cool" | "both" | "warm" | "grey";

export const FONT = "'DejaVu Sans Condensed','Source Sans 3','Helvetica Neue',Arial,'DejaVu Sans',sans-serif";
export const MATH_FONT = "'STIX Two Text',Cambria,'Times New Roman','DejaVu Serif',serif";
/** Sizes in px on a page 960 wide. */
export const SIZE = { title: 23, caption: 15.5, panel: 15.5, label: 14.5, tick: 13, note: 13, small: 12 } as const;
export const WIDTH = { main: 2.6, second: 1.8, reference: 2, bound: 1.4, hair: 1 } as const;
export const DASH = { bound: "7px,4px", limit: "2px,3px" } as const;

const light: Tokens = {
  mode: "light",
  paper: "#ffffff",
  ink: "#1a1d21",
  muted: "#59616b",
  rule: "#aab1b9",
  hair: "#e4e7ea",
  geometry: {
    "de-stein": "#1e76d4",
    wasserstein: "#1a44ba",
    stein: "#0d1658",
    mmd: "#a56900",
    "fisher-rao": "#a3320a",
    "kernel-fisher-rao": "#511a12",
    ift: "#cf3a8c",
    wfr: "#66306f",
  },
  neutral: ["#ffffff", "#f1f3f6", "#dde2e8", "#c3cad3"],
  ok: "#1c6b3c",
  bad: "#a3200f",
  pale: { cool: "#3b97e3", both: "#e0559b", warm: "#cc7f12", grey: "#6b737c" },
};

const dark: Tokens = {
  mode: "dark",
  paper: "#12161b",
  ink: "#eef1f4",
  muted: "#a6aeb8",
  rule: "#59626d",
  hair: "#262d35",
  geometry: {
    "de-stein": "#bbeaff",
    wasserstein: "#59a2fe",
    stein: "#6479f0",
    mmd: "#f2dc90",
    "fisher-rao": "#ff9440",
    "kernel-fisher-rao": "#e0583f",
    ift: "#f3b2d6",
    wfr: "#c47bb4",
  },
  neutral: ["#12161b", "#1b222a", "#28313b", "#3a4652"],
  ok: "#7ddc9f",
  bad: "#ff8f7a",
  pale: { cool: "#d6f0ff", both: "#ffdcee", warm: "#ffe9b8", grey: "#8a929b" },
};

const HUE: Readonly<Record<GeometryKey | "ink", Hue>> = {
  "de-stein": "cool",
  wasserstein: "cool",
  stein: "cool",
  mmd: "warm",
  "fisher-rao": "warm",
  "kernel-fisher-rao": "warm",
  ift: "both",
  wfr: "both",
  ink: "grey",
};

/** A colour on dark paper moved towards it as far as 3 : 1 allows: families of light colours would look alike. */
const dimmed = ({ paper }: Tokens, colour: string): string =>
  mix(colour, paper, [0.6, 0.5, 0.4, 0.3].find(t => contrast(mix(colour, paper, t), paper) >= 3) ?? 0.18);

function sequence(tokens: Tokens, key: GeometryKey | "ink", n: number): readonly string[] {
  if (n === 1) return [key === "ink" ? tokens.ink : tokens.geometry[key]];
  const end = key === "ink" ? tokens.muted : tokens.geometry[key];
  const last = tokens.mode === "light" ? mix(end, tokens.ink, 0.45) : dimmed(tokens, end);
  const path = ramp([tokens.pale[HUE[key]], end, key === "ink" ? tokens.ink : last]);
  return Array.from({ length: n }, (_, i) => path(i / (n - 1)));
}

const withRamps = (tokens: Tokens): Theme => ({
  ...tokens,
  sequence: (key, n) => sequence(tokens, key, n),
  tint: (colour, t) => mix(tokens.paper, colour, t),
});

const THEMES: Readonly<Record<Mode, Theme>> = { light: withRamps(light), dark: withRamps(dark) };

export const themeOf = (mode: Mode): Theme => lookUp(THEMES, mode);
