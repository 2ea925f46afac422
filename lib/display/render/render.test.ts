import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import type { PlotlyFigure } from "../figures/plotly-figure.js";
import { htmlOf, lint, pngOf, svgOf } from "./index.js";
import { flatten, pathLength, pointAt } from "./path-length.js";
import { quantise } from "./quantise.js";

const page = (...texts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">${texts.join("")}</svg>`;
const word = (x: number, y: number, content: string): string =>
  `<text x="${x}" y="${y}" style="font-size: 16px; font-family: 'DejaVu Sans'">${content}</text>`;

test("the lint finds a text that leaves the page, two that overlap, and a glyph that is not there; and nothing in a good page", () => {
  assert.deepEqual(lint(page(word(10, 40, "one"), word(10, 70, "two")), 300, 100), []);
  assert.match(lint(page(word(270, 40, "leaves")), 300, 100).join(), /clipped: "leaves"/);
  assert.match(
    lint(page(word(10, 40, "overlap"), word(30, 42, "again")), 300, 100).join(),
    /overlap: "overlap" x "again"/,
  );
  assert.match(lint(page(word(10, 40, "\u4e00")), 300, 100).join(), /missing glyph/);
});

test("traces that need WebGL are refused with a reason", async () => {
  await assert.rejects(
    svgOf({ data: [{ type: "scatter3d" }], layout: { width: 100, height: 100 } }),
    /scatter3d.*WebGL/,
  );
});

test("a text with the ligature ffi beside mathematics is not lost by the rasteriser", () => {
  const math = `<tspan style="font-family: 'DejaVu Serif'; font-style: italic">p</tspan>`;
  const sizeOf = (content: string): number =>
    pngOf(page(word(10, 40, content)), { scale: 1, background: "#ffffff" }).length;
  assert.ok(sizeOf(`affinity ${math}`) > sizeOf("") + 300);
});

test("colours that nobody tells apart are one: in a plane those that are 5 of 255 apart or less, in single pixels more", () => {
  /** Grey from 0 in steps, each of so many pixels: the colours that are kept, and how far they are off. */
  const kept = (step: number, pixels: number): readonly [colours: number, off: number] => {
    const ramp = Uint8Array.from({ length: 4 * 32 * pixels }, (_, i) =>
      i % 4 === 3 ? 255 : step * Math.floor(i / 4 / pixels),
    );
    const { palette, indices } = quantise(ramp, 256);
    return [palette.length / 3, Math.max(...Array.from(indices, (k, i) => Math.abs(palette[3 * k] - ramp[4 * i])))];
  };
  assert.deepEqual(kept(6, 400), [32, 0]);
  assert.deepEqual(kept(5, 400), [16, 5]);
  const [colours, off] = kept(6, 1);
  assert.ok(colours < 32 && off <= 42, `${colours} ${off}`);
});

test("an indexed PNG of few colours is exact", () => {
  const pixels = Uint8Array.from([255, 0, 0, 255, 0, 0, 255, 255, 255, 0, 0, 255, 9, 9, 9, 255]);
  const { palette, indices } = quantise(pixels, 256);
  const colours = [...indices].map(k => [...palette.slice(3 * k, 3 * k + 3)]);
  assert.deepEqual(colours, [
    [255, 0, 0],
    [0, 0, 255],
    [255, 0, 0],
    [9, 9, 9],
  ]);
});

test("a PNG says its size, and its rows are whole", () => {
  const png = Buffer.from(pngOf(page(word(10, 40, "one")), { scale: 2, background: "#ffffff" }));
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [600, 200]);
  const start = png.indexOf("IDAT") + 4;
  assert.equal(inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8))).length, 601 * 200);
});

test("the length of a path: a 3-4-5 triangle, relative commands, and a quarter of a circle as a cubic", () => {
  assert.equal(pathLength("M0,0L3,4"), 5);
  assert.equal(pathLength("M1,1h3v4z"), 12);
  assert.deepEqual(pointAt("M0,0L10,0", 4), { x: 4, y: 0 });
  assert.deepEqual(flatten("M0,0l1,1l1,1"), [
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  // 8 chords of the usual cubic: shorter than π/2 by about (π/2)³/(24·64) = 2.5e-3
  assert.ok(Math.abs(pathLength("M1,0C1,0.5523,0.5523,1,0,1") - Math.PI / 2) < 4e-3);
});

test("an interactive page loads nothing from the network, and no data can end its script", () => {
  const figure = { data: [{ name: "</script><script>alert(1)</script>" }], layout: { paper_bgcolor: "#ffffff" } };
  const html = htmlOf("a <b>", figure, figure, { from: "file", href: "../assets/plotly.js" });
  assert.ok(html.includes("<title>a &lt;b&gt;</title>") && html.includes('src="../assets/plotly.js"'));
  assert.equal(html.split("</script>").length, 3);
  assert.doesNotMatch(html, /(src|href)="https?:/);
});

test("an interactive page shows the light figure on light paper, the dark one by its differences", () => {
  const figure = (ink: string): PlotlyFigure => ({
    data: [{ x: [0, 1], line: { color: ink } }, { marker: { color: ["same", ink] } }],
    layout: { paper_bgcolor: ink, width: 9 },
  });
  const html = htmlOf("t", figure("black"), figure("white"), { from: "file", href: "plotly.js" });
  const script = html.slice(html.lastIndexOf("<script>") + 8, html.lastIndexOf("</script>"));
  for (const [matches, ink] of [
    [false, "black"],
    [true, "white"],
  ] as const) {
    const shown: unknown[] = [];
    const scheme = { matches, addEventListener: () => undefined };
    new Function("Plotly", "matchMedia", script)(
      { react: (_: string, data: unknown, layout: unknown) => shown.push({ data, layout }) },
      () => scheme,
    );
    assert.deepEqual(shown, [figure(ink)]);
  }
});

test("paths of an SVG have tenths of a pixel, and straight pieces are lines", async () => {
  const axis = { range: [0, 1], visible: false };
  const z = [
    [0, 0.2, 0.9],
    [0.1, 0.5, 0.7],
    [0.3, 0.4, 1],
  ];
  const contour = {
    type: "contour",
    z,
    x: [0, 0.5, 1],
    y: [0, 0.5, 1],
    showscale: false,
    line: { smoothing: 0, width: 0 },
  };
  const svg = await svgOf({ data: [contour], layout: { width: 331, height: 257, xaxis: axis, yaxis: axis } });
  const paths = [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path);
  assert.ok(paths.some(path => path.includes("L")));
  for (const path of paths) assert.doesNotMatch(path, /\.\d\d|([\d.-]+,[\d.-]+)C\1 ([\d.,-]+) \2[A-Z]/);
});
