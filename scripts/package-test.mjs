/**
 * The package as others get it: packed, installed in an empty folder, and used there. Skipped, with a line, where npm
 * cannot install.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./setup.mjs";

const folder = mkdtempSync(join(tmpdir(), "package-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const app = join(folder, "app");

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr, said: `${command} ${args.join(" ")}\n${stdout}${stderr}` };
}

/** What must end well; its standard output. */
function done(command, args, cwd = app) {
  const { status, stdout, said } = run(command, args, cwd);
  assert.equal(status, 0, said);
  return stdout;
}

const flows = (...args) => done("npx", ["--no-install", "flows", ...args]);

const step = line => process.stderr.write(`${line}\n`);

done("npm", ["run", "build"], root);
done("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], root);
const tarball = join(
  folder,
  readdirSync(folder).find(name => name.endsWith(".tgz")),
);
mkdirSync(app);
writeFileSync(join(app, "package.json"), JSON.stringify({ private: true, type: "module" }));
const installed = run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", tarball], app);
if (
  installed.status !== 0 &&
  /E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT|HOSTUNREACH|NOTCACHED)/.test(installed.said)
) {
  step("skipped: npm reaches no registry from here, so that the package cannot be installed");
  process.exit(0);
}
assert.equal(installed.status, 0, installed.said);

const home = join(app, "node_modules", "gradient-flows");
const files = readdirSync(home, { recursive: true, encoding: "utf8" }).map(name => name.replaceAll("\\", "/"));
assert.deepEqual(
  files.filter(name => /\.test\.|fixtures|^dist\/scripts\/(?:bench|testing)/.test(name)),
  [],
  "no tests in the package",
);
for (const [, picture] of readFileSync(join(home, "README.md"), "utf8").matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
  assert.ok(files.includes(picture), `the README shows ${picture}`);
step("✓ packed and installed; no tests, all pictures");

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
assert.equal(flows("--version").trim(), version, "whatever the version of the package around it");

flows("new", "flow");
flows("check", "flow.json");
assert.match(flows("run", "flow.json"), /✓ +same/);
assert.match(flows("claims", "flow.json"), /✓ +same/);
flows("figure", "flow.json");
assert.match(readFileSync(join(app, "flow.figures", "decay.svg"), "utf8"), /^<svg/);
assert.match(flows("list"), /^mmd-flows /m);
assert.match(flows("catalogue", "--space", "gaussian"), /wasserstein/);
step("✓ flows new, check, run, claims, figure, list, catalogue");

const use = 'import { spaces } from "gradient-flows"; console.log(spaces.particles({ n: 2, dim: 1 }).support)';
assert.match(done(process.execPath, ["--input-type=module", "-e", use]), /atoms/);
const web = 'import { spaces } from "gradient-flows/web"; console.log(spaces.particles({ n: 2, dim: 1 }).support)';
assert.match(done(process.execPath, ["--input-type=module", "-e", web]), /atoms/);
step("✓ imported as a library, and as the bundle for pages");

const cell = 'import { spaces } from "gradient-flows";\nconsole.log(spaces.particles({ n: 2, dim: 1 }).support);';
const notebook = {
  cells: [{ cell_type: "code", id: "a", metadata: {}, source: cell, execution_count: null, outputs: [] }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};
writeFileSync(join(app, "a.ipynb"), JSON.stringify(notebook));
flows("notebook", "run", "a.ipynb");
assert.match(readFileSync(join(app, "a.ipynb"), "utf8"), /atoms\\n/);
step("✓ a notebook runs");
