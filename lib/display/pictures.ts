/**
 * Pictures for users of the library, `import { draw, svg, png } from "gradient-flows/pictures"`; needs Node. For
 * example, the decay of an energy as a file:
 *
 *     const figure = draw({ flow: { system, solution } }, {
 *       name: "decay",
 *       title: "The energy decays",
 *       series: [{ of: "flow.energy", label: "F" }],
 *     });
 *     writeFileSync("decay.png", await png(figure));
 *
 * Pictures are drawn by a child process, which ends with this one: a figure that cannot be drawn is a rejected promise
 * with the reason, and costs nothing else.
 */
export { drawFlows as draw, type SolvedFlow } from "./draw.js";
export { drawFigure } from "./figures/index.js";
export type { PlotlyFigure } from "./figures/plotly-figure.js";
export { png, svg } from "./render/painter.js";
