import assert from "node:assert/strict";
import { test } from "node:test";
import { drawFigure } from "../../display/figures/index.js";
import { fixtures } from "../../display/figures/fixtures/all.js";
import { svg } from "../../display/render/painter.js";
import { figure } from "../live/archived.js";
import { figureBundle, slideBundle } from "./bundles.js";
import { factored } from "./factored.js";

const length = (part: unknown): number => JSON.stringify(part).length;

/** Figures of every kind. */
const figures = fixtures().flatMap(result =>
  Object.entries(result.spec.figures).map(([name, binding]) => ({
    title: `${binding?.name} "${name}"`,
    drawn: drawFigure(result, name, "light"),
  })),
);

for (const { title, drawn } of figures)
  test(`${title}: what its parts share is said once, and the picture is the same to the byte`, async () => {
    const short = factored(drawn);
    assert.ok(length(short) < length(drawn), `${length(short)} of ${length(drawn)} characters`);
    assert.equal(await svg(short), await svg(drawn));
  });

test("a third of what the layouts of all kinds of figures say is what their parts share", () => {
  const ratios = figures.map(({ drawn }) => length(factored(drawn).layout) / length(drawn.layout));
  const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)];
  assert.ok(median < 2 / 3, `${median}`);
});

const order = figure("jko-scheme", "order");

test("a figure of a notebook is below 9 kB without its picture; one of a talk below 8 kB", () => {
  const [page, wall] = [figureBundle(order, new Uint8Array(1)), slideBundle(order)].map(({ data }) => data);
  assert.deepEqual(Object.keys(page), ["application/vnd.plotly.v1+json", "text/plain", "image/png"]);
  assert.deepEqual(Object.keys(wall), ["application/vnd.plotly.v1+json", "text/plain"]);
  assert.ok(JSON.stringify(page).length < 9000, `${JSON.stringify(page).length} bytes`);
  assert.ok(JSON.stringify(wall).length < 8000, `${JSON.stringify(wall).length} bytes`);
});
