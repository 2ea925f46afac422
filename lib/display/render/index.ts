/**
 * Static pictures of figures: SVG by plotly without a browser, PNG by resvg, and a check of their layout. Needs Node.
 */
export { htmlOf, type PlotlySource } from "./html.js";
export { lint } from "./lint.js";
export { pngOf, type RasterOptions } from "./raster.js";
export { plotlyFile } from "./plotly-file.js";
export { svgOf } from "./svg.js";
export { paint, paintBy, png, svg, warmUp, type Painter } from "./painter.js";
export { pictureOf, type PictureOrder } from "./picture.js";
export { openPool, serveOrders, type Pool } from "./processes.js";
