import assert from "node:assert/strict";
import { test } from "node:test";
import { svg } from "../../display/render/painter.js";
import { figure } from "../live/archived.js";
import { slideBundle } from "./bundles.js";
import { factored, said } from "./factored.js";

const drawn = figure("jko-scheme", "order");

test("what annotations share is said once, defaults are not said, and the picture is the same to the byte", async () => {
  const layout = factored(drawn.layout) as typeof drawn.layout;
  assert.ok(JSON.stringify(layout).length < 0.75 * JSON.stringify(drawn.layout).length);
  assert.equal(await svg({ data: drawn.data.map(said), layout }), await svg(drawn));
});

test("a slide is alive, without a picture, and light: below 8 kB for an order of convergence", () => {
  const { data } = slideBundle(drawn);
  assert.deepEqual(Object.keys(data), ["application/vnd.plotly.v1+json", "text/plain"]);
  assert.ok(JSON.stringify(data).length < 8000, `${JSON.stringify(data).length} bytes`);
});
