/**
 * `npm run test:platforms [sysroot]`: every routine on 1, 2 and 3 threads and in TypeScript, by this Node, Node 22 and
 * 24, a page in Chromium, and Node for arm64 under emulation (a small set), with equal bits; then the archive that this
 * Node writes, verified bit for bit by the other Nodes. What is missing is skipped with a line that says what it is.
 * Ends with a table.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { otherNodes } from "./platforms/nodes.mjs";
import { inPage } from "./platforms/page.mjs";
import { root, setupOrExit } from "./setup.mjs";

await setupOrExit();
const bits = join(root, "scripts/platforms/bits.mjs");
const rows = [];
let failed = false;

function report(machine, what, differing) {
  const verdict =
    typeof differing === "string"
      ? differing
      : differing.length === 0
        ? "equal bits"
        : `DIFFERENT: ${differing.join(", ")}`;
  rows.push([machine, what, verdict]);
  failed ||= verdict.startsWith("DIFFERENT");
  console.error(`${machine}, ${what}: ${verdict}`);
}

/** The routines whose fingerprints differ. */
const differing = (found, expected) => Object.keys(expected).filter(name => found[name] !== expected[name]);

/** Fingerprints by another process. */
function measured([program, ...words], backend, threads, size) {
  const { status, stdout, stderr } = spawnSync(program, [...words, bits, backend, threads, size], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const here = [process.execPath];
const reference = { small: measured(here, "typescript", 1, "small"), full: measured(here, "typescript", 1, "full") };

function compareRoutines(machine, node, size, ways) {
  for (const [backend, threads] of ways) {
    const what = backend === "wasm" ? `WebAssembly, ${threads} ${threads === 1 ? "thread" : "threads"}` : "TypeScript";
    report(machine, what, differing(measured(node, backend, threads, size), reference[size]));
  }
}

const THREADS = [
  ["wasm", 1],
  ["wasm", 2],
  ["wasm", 3],
];
const others = otherNodes(process.argv[2]);
compareRoutines(`Node ${process.versions.node} on ${process.arch}`, here, "full", THREADS);
for (const [name, node] of Object.entries(others)) {
  if (typeof node === "string") report(name, "all routines", `skipped: ${node}`);
  else if (name.includes("emulated"))
    compareRoutines(name, node, "small", [
      ["typescript", 1],
      ["wasm", 1],
      ["wasm", 2],
    ]);
  else compareRoutines(name, node, "full", [["typescript", 1], ...THREADS]);
}

const inBrowser = await inPage(async evaluate => {
  for (const backend of ["typescript", "wasm"]) {
    const call = `import("/scripts/platforms/bits.mjs").then(m => m.measure("/dist/lib", "${backend}", 1, "full")).catch(String)`;
    const found = await evaluate(call);
    report(
      "page in Chromium",
      backend === "wasm" ? "WebAssembly, 1 thread" : "TypeScript",
      typeof found === "object" ? differing(found, reference.full) : [String(found)],
    );
  }
  const bundled = await evaluate(
    `Promise.all(["/dist/scripts/testing/flow-of-library.js", "/dist/web/gradient-flows.js"].map(file => import(file)))
      .then(([{ endOfFlow }, library]) => endOfFlow(library)).catch(String)`,
  );
  const { endOfFlow } = await import("../dist/scripts/testing/flow-of-library.js");
  const expected = endOfFlow(await import("../dist/lib/index.js"));
  const equal = Array.isArray(bundled) && expected.every((x, i) => x === bundled[i]);
  report("page in Chromium", "a flow by the bundle", equal ? [] : [String(bundled)]);
  return true;
});
if (!inBrowser) report("page in Chromium", "all routines", "skipped: there is no Chromium (CHROMIUM=path names one)");

const { flows, smallProject } = await import("../dist/scripts/testing/fixtures.js");
const project = smallProject();
const first = await flows(["reproduce", "--no-figures", "--project", project]);
if (first.code !== 0) throw new Error(first.err);
for (const [name, node] of Object.entries(others)) {
  if (typeof node === "string") continue;
  const copy = join(mkdtempSync(join(tmpdir(), "flows-")), "project");
  cpSync(project, copy, { recursive: true });
  const { code, err } = await flows(["verify", "--project", copy, "--jobs", "1"], copy, node);
  report(name, "a small archive", code === 0 ? [] : [err]);
}

console.log(["| machine | what | outcome |", "|---|---|---|", ...rows.map(row => `| ${row.join(" | ")} |`)].join("\n"));
process.exitCode = failed ? 1 : 0;
