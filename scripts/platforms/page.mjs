/**
 * The routines in a web page, in a headless Chromium: the built modules as they are, behind a server for this folder.
 */
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../setup.mjs";
import { openPage } from "../testing/browser.mjs";

const require = createRequire(join(root, "package.json"));
const stdlib = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies).filter(name =>
  name.startsWith("@stdlib/"),
);

/** All files that a CommonJS file needs, with the names by which they ask for each other. */
function graphOf(file, files = new Map()) {
  if (files.has(file)) return files;
  const text = readFileSync(file, "utf8");
  const links = {};
  files.set(file, { text, links });
  for (const [, name] of text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").matchAll(/require\(\s*'([^']+)'\s*\)/g)) {
    links[name] = createRequire(file).resolve(name);
    if (links[name].endsWith(".js")) graphOf(links[name], files);
  }
  return files;
}

/** A CommonJS package as one module of a page. */
function moduleOf(name) {
  const entry = require.resolve(name);
  const files = graphOf(entry);
  const table = [...files].map(
    ([file, { text, links }]) =>
      `${JSON.stringify(file)}: [(module, exports, require, __dirname) => {${text}\n}, ${JSON.stringify(links)}, ` +
      `${JSON.stringify(dirname(file))}]`,
  );
  return `const files = {${table.join(",\n")}}, loaded = {};
    function load(file) {
      if (!loaded[file]) {
        const module = loaded[file] = { exports: {} }, [run, links, folder] = files[file];
        run(module, module.exports, name => load(links[name]), folder);
      }
      return loaded[file].exports;
    }
    export default load(${JSON.stringify(entry)});`;
}

/** The packages of CommonJS one by one; pure-rand has modules, which it exports without their ending. */
const importMap = {
  imports: {
    ...Object.fromEntries(stdlib.map(name => [name, `/packages/${name}`])),
    "pure-rand/": "/node_modules/pure-rand/lib/esm/",
  },
};
const readable = file => [file, `${file}.js`].find(path => path.endsWith(".js") && existsSync(path));
const page = `<!doctype html><script type="importmap">${JSON.stringify(importMap)}</script>`;

/** Files beside the built library that a page asks for: the routines, the bundle, and a flow to try it with. */
const SINGLE = [
  "/scripts/platforms/bits.mjs",
  "/dist/scripts/testing/flow-of-library.js",
  "/dist/web/gradient-flows.js",
];

function answer(request, response) {
  const { pathname } = new URL(request.url, "http://page");
  const file = join(root, pathname);
  const send = (type, body) => response.writeHead(200, { "content-type": type }).end(body);
  if (pathname === "/") send("text/html", page);
  else if (pathname.startsWith("/packages/")) send("text/javascript", moduleOf(pathname.slice("/packages/".length)));
  else if (SINGLE.includes(pathname)) send("text/javascript", readFileSync(file));
  else if (/^\/(dist\/lib|node_modules\/pure-rand)\//.test(pathname) && readable(file))
    send("text/javascript", readFileSync(readable(file)));
  else response.writeHead(404).end();
}

/** Runs an expression in a page of this folder; undefined where there is no Chromium. */
export async function inPage(work) {
  const page = await openPage(mkdtempSync(join(tmpdir(), "flows-page-")));
  if (!page) return undefined;
  const server = createServer(answer);
  await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
  try {
    await page.go(`http://127.0.0.1:${server.address().port}/`);
    return await work(page.evaluate);
  } finally {
    await page.close();
    server.close();
  }
}
