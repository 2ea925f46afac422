import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { temporary } from "../lib/experiments/archive/temporary.js";
import * as library from "../lib/index.js";
import { packageRoot } from "./specs.js";
import { endOfFlow } from "./testing/flow-of-library.js";

interface Package {
  readonly sideEffects: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as Package;

const DEVELOPMENT =
  /\.test\.ts$|^scripts\/(?:bench|mutants|reference|testing|jupyter|platforms)|^scripts\/[a-z-]+\.mjs$/;
const NO_CODE = /fixtures|assembly\//;

/** Packages that a source names where it imports, requires or resolves them. */
function packagesOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/`[^`]*`/g, "``");
  const names = code.matchAll(
    /(?:\bfrom |\bimport |\bimport\(|\brequire(?:\([^()]*\))?\(|\.resolve\(|URL\)\()"([@a-z0-9][^"]*)"/g,
  );
  return Array.from(names, ([, name]) =>
    name
      .split("/")
      .slice(0, name.startsWith("@") ? 2 : 1)
      .join("/"),
  ).filter(name => !name.startsWith("node:") && !builtinModules.includes(name) && name !== "gradient-flows");
}

test("every package that is imported is declared: those of the library and the command line as dependencies", () => {
  const production = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)]);
  const declared = new Set([...production, ...Object.keys(manifest.devDependencies)]);
  const missing = ["lib", "scripts"].flatMap(folder =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
      .map(name => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter(path => /\.(?:ts|mjs)$/.test(path) && !NO_CODE.test(path))
      .flatMap(path =>
        packagesOf(readFileSync(join(packageRoot, path), "utf8"))
          .filter(name => !(DEVELOPMENT.test(path) ? declared : production).has(name))
          .map(name => `${path}: ${name}`),
      ),
  );
  assert.deepEqual(missing, []);
});

test("every package that is declared for use is imported somewhere", () => {
  const text = ["lib", "scripts"]
    .flatMap(folder =>
      readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
        .filter(name => /\.(?:ts|mjs)$/.test(name))
        .map(name => readFileSync(join(packageRoot, folder, name), "utf8")),
    )
    .join("\n");
  const idle = Object.keys(manifest.dependencies).filter(name => !text.includes(`"${name}`));
  assert.deepEqual(idle, []);
});

test("the pictures of the README are in the package", () => {
  const readme = readFileSync(join(packageRoot, "README.md"), "utf8");
  const pictures = Array.from(readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g), ([, path]) => path);
  assert.ok(pictures.length > 0);
  for (const path of pictures) {
    assert.match(path, /^docs\/pictures\//);
    assert.ok(existsSync(join(packageRoot, path)), path);
  }
});

test("the bundle for web pages imports nothing, and gives the same bits as the library from any folder", async () => {
  const bundle = join(packageRoot, "dist/web/gradient-flows.js");
  if (!existsSync(bundle)) return;
  const text = readFileSync(bundle, "utf8");
  assert.doesNotMatch(text, /(?:^|[;}\n])import[\s{*"]|\bfrom\s*"[^"]+";|\bimport\("/);
  const elsewhere = join(temporary(), "gradient-flows.mjs");
  cpSync(bundle, elsewhere);
  const loaded = (await import(pathToFileURL(elsewhere).href)) as typeof library;
  assert.deepEqual(Object.keys(loaded).sort(), Object.keys(library).sort());
  assert.equal(manifest.sideEffects, false);
  assert.deepEqual(endOfFlow(loaded), endOfFlow(library));
});

/** Largest file of the repository: an archived array or a notebook, never a program that a tool has left. */
const LARGEST = 2_000_000;

test(
  "no file of more than 2 MB is committed",
  { skip: existsSync(join(packageRoot, ".git")) ? false : "no repository here" },
  () => {
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: packageRoot, encoding: "utf8" }).split("\0");
    const present = files.filter(file => statSync(join(packageRoot, file), { throwIfNoEntry: false })?.isFile());
    assert.deepEqual(
      present.filter(file => statSync(join(packageRoot, file)).size > LARGEST),
      [],
    );
  },
);
