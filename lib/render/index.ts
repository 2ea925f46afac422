/**
 * Static pictures of figures: SVG by plotly without a browser, PNG by resvg, and a check of their layout. Needs Node.
 */
export { htmlOf, type PlotlySource } from "./html.js";
export { lint } from "./lint.js";
export { pngOf, type RasterOptions } from "./raster.js";
export { plotlyFile, svgOf } from "./svg.js";
