import { readFileSync } from "node:fs";
import { escapeMarkup } from "../markup.js";
import type { PlotlyFigure } from "../figures/plotly-figure.js";
import { plotlyFile } from "./plotly-file.js";

/** Where the page takes plotly from: a copy of its own, or a file beside it. */
export type PlotlySource = { readonly from: "inline" } | { readonly from: "file"; readonly href: string };

/** JSON inside a script: no text of it can end the element. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028|\u2029/g, "");

type Json = unknown;

/** What has to be replaced in `a` to become `b`: a tree of the changes, undefined where there are none. */
function changes(a: Json, b: Json): Json {
  if (a === b) return undefined;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return b;
  const entries = Object.entries(b).map(
    ([key, value]) => [key, changes((a as Record<string, Json>)[key], value)] as const,
  );
  const changed = entries.filter(([, value]) => value !== undefined);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

const bundle = (source: PlotlySource): string =>
  source.from === "file"
    ? `<script src="${escapeMarkup(source.href)}"></script>`
    : `<script>${readFileSync(plotlyFile(), "utf8").replace(/<\/script/gi, "<\\/script")}</script>`;

/**
 * An interactive page of one figure, in light and dark, which differ in a few colours; it loads nothing from the
 * network.
 */
export function htmlOf(title: string, light: PlotlyFigure, dark: PlotlyFigure, source: PlotlySource): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=1000">
<title>${escapeMarkup(title)}</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: ${String(light.layout["paper_bgcolor"])} }
  @media (prefers-color-scheme: dark) { body { background: ${String(dark.layout["paper_bgcolor"])} } }
</style>
<div id="figure"></div>
${bundle(source)}
<script>
  const light = ${scriptJson(light)};
  const darkens = ${scriptJson(changes(light, dark) ?? {})};
  const changed = (a, by) => {
    if (by === undefined || typeof by !== "object") return by ?? a;
    const whole = Array.isArray(a) ? [...a] : { ...a };
    for (const key in by) whole[key] = changed(a[key], by[key]);
    return whole;
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const { data, layout } = structuredClone(scheme.matches ? changed(light, darkens) : light);
    Plotly.react("figure", data, layout, { displaylogo: false });
  };
  scheme.addEventListener("change", show);
  show();
</script>
</html>
`;
}
