/** Bundles the library into one ES module, dist/web/gradient-flows.js, for a web page without a bundler. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await build({
  absWorkingDir: root,
  entryPoints: ["dist/lib/index.js"],
  outfile: "dist/web/gradient-flows.js",
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  logLevel: "warning",
});
