import { readFileSync } from "node:fs";
import type { PlotlyFigure } from "../figures/types.js";
import { plotlyFile } from "./svg.js";

/** Where the page takes plotly from: a copy of its own, or a file beside it. */
export type PlotlySource = { readonly from: "inline" } | { readonly from: "file"; readonly href: string };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** JSON inside a script: no text of it can end the element. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, "\\u003c").replace(/\u2028|\u2029/g, "");

const bundle = (source: PlotlySource): string =>
  source.from === "file"
    ? `<script src="${escapeHtml(source.href)}"></script>`
    : `<script>${readFileSync(plotlyFile(), "utf8").replace(/<\/script/gi, "<\\/script")}</script>`;

/** An interactive page of one figure, in light and dark; it loads nothing from the network. */
export function htmlOf(title: string, light: PlotlyFigure, dark: PlotlyFigure, source: PlotlySource): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: ${String(light.layout["paper_bgcolor"])} }
  @media (prefers-color-scheme: dark) { body { background: ${String(dark.layout["paper_bgcolor"])} } }
</style>
<div id="figure"></div>
${bundle(source)}
<script>
  const figures = ${scriptJson({ light, dark })};
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const { data, layout } = scheme.matches ? figures.dark : figures.light;
    Plotly.react("figure", data, layout, { displaylogo: false });
  };
  scheme.addEventListener("change", show);
  show();
</script>
</html>
`;
}
