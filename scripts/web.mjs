/**
 * Bundles the library into one ES module, dist/web/gradient-flows.js, for a web page without a bundler. A clone whose
 * packages are older than its lock file has no bundler yet: it goes without the bundle.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const bundler = await import("esbuild").catch(() => undefined);

if (bundler === undefined) process.stderr.write("no bundle for web pages: esbuild is not installed (`npm ci`)\n");
else
  await bundler.build({
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
