import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { packageRoot } from "./specs.js";

/**
 * Output of a process that is no part of these tests: one that is told to be reports to them, and runs no tests itself.
 */
async function node(cwd: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  return (await promisify(execFile)(process.execPath, args, { cwd, env, maxBuffer: 1 << 26 })).stdout;
}

/** The project without its results, as somebody who changes it has it. */
function copied(): string {
  const root = temporary();
  for (const name of ["lib", "scripts", "schemas", "experiments", "dist", "package.json", "tsconfig.json"])
    cpSync(join(packageRoot, name), join(root, name), { recursive: true });
  const packages = join(packageRoot, "node_modules");
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync(packages))
    symlinkSync(join(packages, name), join(root, "node_modules", name), "junction");
  // its libraries of types must lie where they lay, or everything is compiled anew
  rmSync(join(root, "node_modules/typescript"));
  cpSync(join(packages, "typescript"), join(root, "node_modules/typescript"), { recursive: true });
  return root;
}

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  assert.notEqual(change(text), text, `${file} has another form than the recipe says`);
  writeFileSync(file, change(text));
}

const ENERGY = `import type { Vec } from "../../arithmetic/vec.js";
import { dot, scale } from "../../arithmetic/vectors.js";
import { refuse } from "../../arithmetic/refusal.js";
import { isGraph } from "../spaces/graph-operators.js";
import type { Energy } from "./energy.js";
import { energyWord, type EnergyWord } from "./word.js";

/** F = c/2 Σ m_i² */
const dispersion = (c: number): Energy => ({
  name: "dispersion",
  form: { type: "other" },
  value: (m: Vec) => 0.5 * c * dot(m, m),
  differential: (m: Vec) => ({ value: scale(c, m), temperature: 0 }),
});

export const dispersionWord: EnergyWord = energyWord({
  name: "dispersion",
  description: "Half the sum of squares.",
  equation: "F = c/2 sum m_i^2",
  properties: { factor: { description: "Factor c > 0.", type: "number", exclusiveMinimum: 0 } },
  build: ({ factor }) => dispersion(factor),
  on: ({ space }) => (isGraph(space) ? dispersion(2) : refuse("dispersion is for masses on nodes: take a grid")),
});
`;

const SPEC = {
  title: "The L² flow of half a sum of squares decays at its rate",
  runs: {
    flow: {
      task: "flow",
      space: { name: "finite-set", n: 3 },
      initial: { name: "masses", values: [0.5, 0.3, 0.2] },
      energy: { name: "dispersion", factor: 1.5 },
      geometry: { name: "l2" },
      integrator: { name: "rk4" },
      time: { end: 2, steps: 200, records: 4 },
      record: { F: { name: "energy" } },
    },
  },
  claims: {
    decay: {
      claim: "equal",
      measured: "flow.F",
      expected: "0.285*exp(-3*t)",
      tolerance: 1e-9,
      because: "m' = -c m; RK4 with c dt = 0.015",
    },
  },
};

test("the recipe of CONTRIBUTING adds an energy: a file and a line; specs, schemas and tests know it", async () => {
  const root = copied();
  const energies = join(root, "lib/systems/energies");
  writeFileSync(join(energies, "dispersion.ts"), ENERGY);
  edit(join(energies, "words.ts"), text =>
    text
      .replace("import type { EnergyWord }", 'import { dispersionWord } from "./dispersion.js";\n$&')
      .replace("readonly EnergyWord[] = [", "$&\n  dispersionWord,"),
  );
  await node(root, "scripts/build.mjs");
  assert.match(readFileSync(join(root, "schemas/energy.schema.json"), "utf8"), /"const": "dispersion"/);

  writeFileSync(join(root, "dispersion.json"), JSON.stringify(SPEC));
  const run = "const { main } = await import(process.argv[1]); process.exitCode = await main(process.argv.slice(2));";
  const said = await node(
    root,
    ...["--input-type=module", "-e", run, join(root, "dist/scripts/flows.js")],
    ...["run", "--no-figures", "dispersion.json", "--project", root],
  );
  assert.match(said, /✓\s+decay/);
  const ofEnergies = ["--test-name-pattern", "energy", "dist/lib/experiments/catalogue/properties.test.js"];
  assert.match(await node(root, "--test", "--test-reporter=tap", ...ofEnergies), /# pass 2\n/);
});
