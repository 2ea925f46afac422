/** Draws docs/pictures/rooms.svg: the rooms of lib, what stands in them, and who imports whom, read off the imports. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lib = join(root, "lib");

/** From the top of the house to its foundation. */
export const ROOMS = ["notebook", "display", "experiments", "dynamics", "systems", "numerics", "compute", "arithmetic"];

const SAYS = {
  notebook: "the Jupyter kernel, live runs, the runner",
  display: "figures, their rendering, pages",
  experiments: "the language of specs, tasks, the archive",
  dynamics: "what happens in time: solve, and what is true of it",
  systems: "Otto's triple, and what it is made of",
  numerics: "linear algebra, quadrature, roots, transport",
  compute: "kernel sums and dense algebra: one door, two twins",
  arithmetic: "numbers, functions, random streams, refusals",
};

const sources = () =>
  readdirSync(lib, { recursive: true, encoding: "utf8" })
    .map(path => path.split(sep).join("/"))
    .filter(path => path.endsWith(".ts") && !/\.test\.ts$|fixture|compute\/assembly/.test(path));

const roomOf = path => path.split("/")[0];

/** Room -> the rooms that it imports from, types counted. */
function arrows() {
  const found = new Map(ROOMS.map(room => [room, new Set()]));
  for (const path of sources())
    for (const [, target] of readFileSync(join(lib, path), "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const to = roomOf(
        normalize(join(dirname(path), target))
          .split(sep)
          .join("/"),
      );
      if (to !== roomOf(path)) found.get(roomOf(path))?.add(to);
    }
  return found;
}

/** The folders of a room. */
const contents = room =>
  readdirSync(join(lib, room), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== "assembly")
    .map(entry => `${entry.name}/`)
    .sort();

const WIDTH = 1000;
const HEIGHT = 62;
const LEFT = 20;
const RIGHT = 800;
const middle = k => 20 + k * (HEIGHT + 10) + HEIGHT / 2;

const text = (x, y, kind, words) => `<text x="${x}" y="${y}" class="${kind}">${words}</text>`;

function band(room, k) {
  const y = middle(k) - HEIGHT / 2;
  return [
    `<rect x="${LEFT}" y="${y}" width="${RIGHT - LEFT}" height="${HEIGHT}" rx="8"/>`,
    text(LEFT + 16, y + 27, "name", `lib/${room}`),
    text(LEFT + 180, y + 27, "says", SAYS[room]),
    text(LEFT + 180, y + 48, "inside", contents(room).join("  ")),
  ].join("\n");
}

/** An arc from the right end of one band to that of a lower one, the wider the farther. */
function arc(from, to) {
  const shift = 6 * (to - from - 4) * 0.8;
  const [a, b] = [middle(from) + shift, middle(to) - shift].map(y => y.toFixed(1));
  const reach = RIGHT + 26 * (to - from);
  return `<path d="M${RIGHT} ${a} C${reach} ${a} ${reach} ${b} ${RIGHT + 6} ${b}" marker-end="url(#head)"/>`;
}

/** The picture as text, the same bytes for the same imports. */
export function roomsPicture() {
  const arcs = [...arrows()].flatMap(([room, targets]) =>
    [...targets]
      .filter(target => ROOMS.includes(target))
      .map(target => [ROOMS.indexOf(room), ROOMS.indexOf(target)])
      .sort(([, a], [, b]) => a - b)
      .map(([from, to]) => arc(from, to)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${middle(ROOMS.length - 1) + HEIGHT / 2 + 20}" role="img"
  aria-label="The eight rooms of lib, one above the other; every arrow leads from a room to a lower one from which it imports">
<style>
svg { background: #ffffff; } rect { fill: #f4f5f7; stroke: #c9ced6; } path { fill: none; stroke: #7a8699; stroke-width: 1.2; }
text { font-family: DejaVu Sans, Verdana, sans-serif; fill: #1d2330; } #head path { fill: #7a8699; stroke: none; }
.name { font-size: 16px; font-weight: bold; } .says { font-size: 14px; } .inside { font-size: 11.5px; fill: #566072; }
@media (prefers-color-scheme: dark) {
svg { background: #15181e; } rect { fill: #1f242d; stroke: #3a4250; } text { fill: #e8ebf0; } .inside { fill: #a5afbf; }
}
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>
${ROOMS.map(band).join("\n")}
${arcs.join("\n")}
</svg>
`;
}

export const PICTURE = join(root, "docs/pictures/rooms.svg");

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PICTURE, roomsPicture());
  console.log(relative(root, PICTURE));
}
