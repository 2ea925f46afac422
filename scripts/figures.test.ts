import assert from "node:assert/strict";
import { test } from "node:test";
import { drawFigure } from "../lib/display/figures/index.js";
import { lint, svgOf } from "../lib/display/render/index.js";
import { archivedExperiments, archivedProfiles } from "./archived.js";
import { figureNames } from "./pictures.js";
import { projectAt } from "../lib/experiments/archive/work/project.js";
import { packageRoot } from "./specs.js";

const project = projectAt(packageRoot);

for (const { path, archive } of [...archivedExperiments(project), ...archivedProfiles(project)])
  for (const name of archive ? figureNames(archive.result) : [])
    test(`${path} "${name}": no text is clipped, overlaps another or lacks a glyph`, async () => {
      const { data, layout } = drawFigure(archive!.result, name, "light");
      const complaints = lint(await svgOf({ data, layout }), Number(layout["width"]), Number(layout["height"]));
      assert.deepEqual(complaints, []);
    });
