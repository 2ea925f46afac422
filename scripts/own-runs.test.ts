import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporary } from "../lib/experiments/archive/temporary.js";
import { flows, readSpec, smallProject, writeSpec } from "./testing/fixtures.js";

/** Without figures, which take longer than the numbers. */
const reproduce = ["reproduce", "--no-figures"];

const root = smallProject();

const project = ["--project", root];

interface Stepped {
  readonly runs: { readonly flow: { readonly time: { readonly steps: number } } };
}

test("a claim that fails is exit code 1, and the table says by how much", async () => {
  const folder = temporary();
  const spec = readSpec(root, "paper/flow");
  const claims = spec.claims as Record<string, object>;
  writeFileSync(
    join(folder, "own.json"),
    JSON.stringify({ ...spec, id: "own", claims: { ...claims, mass: { ...claims.mass, expected: "2" } } }),
  );
  const { code, out } = await flows(["run", "own.json"], folder);
  assert.equal(code, 1);
  assert.match(out, /✗ +mass +1 += 2 +1e-12/);
  assert.ok(existsSync(join(folder, "own.results/figures/decay.svg")));
});

test("run --refine 2 halves every step size and judges the claims anew, in a folder of its own", async () => {
  const folder = temporary();
  const spec = readSpec(root, "paper/flow");
  const stepsOf = (json: unknown): number => (json as Stepped).runs.flow.time.steps;
  writeFileSync(join(folder, "own.json"), JSON.stringify({ ...spec, id: "own" }));
  const { code, out } = await flows(["run", "own.json", "--refine", "2"], folder);
  assert.equal(code, 0, out);
  assert.equal(
    stepsOf(JSON.parse(readFileSync(join(folder, "own.refined-2.results/spec.json"), "utf8"))),
    2 * stepsOf(spec),
  );
  assert.equal((await flows(["run", "own.json", "--refine", "0.5"], folder)).code, 2);
});

test("results of one's own replace only a folder that such a run has written", async () => {
  const folder = temporary();
  writeFileSync(join(folder, "precious.txt"), "mine");
  const { code, err } = await flows(["run", join(root, "experiments/paper/flow.json"), "--out", folder]);
  assert.equal(code, 2);
  assert.match(err, /holds other files/);
  assert.deepEqual(readdirSync(folder), ["precious.txt"]);
});

test("wrong specs are exit code 2 with all their problems, file and pointer, and nothing is written", async () => {
  const wrong = smallProject();
  const spec = readSpec(wrong, "paper/limit");
  writeSpec(wrong, "paper/limit", {
    ...spec,
    seed: -1,
    axes: { lamda: (spec.axes as Record<string, unknown>).lambda },
  });
  writeFileSync(join(wrong, "experiments/paper/broken.json"), "{");
  rmSync(join(wrong, "experiments/paper/flow.json"));
  for (const args of [
    reproduce,
    ["verify"],
    ["check", "experiments"],
    ["run", "experiments/paper/limit.json", "experiments/paper/broken.json"],
  ]) {
    const { code, err, out } = await flows([...args, "--project", "."], wrong);
    assert.equal(code, 2, args[0]);
    assert.match(err, /experiments\/paper\/broken\.json {2}no JSON/);
    assert.match(err, /experiments\/paper\/limit\.json {2}\/seed {2}/);
    assert.match(err, /experiments\/paper\/limit\.json {2}\/claims\/limit\/measured {2}/);
    assert.equal(out, "");
    assert.deepEqual(readdirSync(wrong), ["experiments"]);
    assert.deepEqual(readdirSync(join(wrong, "experiments/paper")), ["broken.json", "limit.json"]);
  }
});

test("a refused run is exit code 1 and named: `run` writes the others, `reproduce` archives none of it", async () => {
  const other = smallProject();
  const spec = readSpec(other, "paper/flow");
  const runs = spec.runs as Record<string, object>;
  const claims = spec.claims as Record<string, object>;
  const record = { F: { name: "energy" }, x: { name: "positions" } };
  const mixed = (more: object) => ({
    ...spec,
    runs: { ...runs, cloud: { ...runs.flow, record } },
    claims: {
      ...claims,
      cloud: { claim: "at-most", measured: "last(cloud.F)", bound: "1", because: "it falls" },
      ...more,
    },
  });
  writeSpec(other, "paper/flow", mixed({}));
  const file = join(other, "experiments/paper/flow.json");
  const ran = await flows(["run", file, "--out", join(other, "own")]);
  assert.equal(ran.code, 1);
  assert.match(ran.out, /✗ cloud refused: .*positions/);
  assert.match(ran.out, /✓ +mass /);
  assert.match(ran.out, /flow +completed +/);
  assert.ok(existsSync(join(other, "own/figures/decay.svg")));
  const { code, err } = await flows([...reproduce, "--project", other]);
  assert.equal(code, 1);
  assert.match(err, /run cloud refused: .*positions/);
  assert.deepEqual(readdirSync(join(other, "results/paper")), ["limit"]);
  const ends = { claim: "ends", run: "cloud", status: "refused", because: "a grid has no positions" };
  writeSpec(other, "paper/flow", { ...mixed({}), claims: { ...claims, cloud: ends } });
  const expected = await flows(["run", file, "--out", join(other, "claimed")]);
  assert.equal(expected.code, 0, expected.out + expected.err);
  assert.match(expected.out, /· cloud refused: /);
});

test("a wrong command line is exit code 2 with one line", async () => {
  const lines = [
    [],
    ["nonsense"],
    ["run"],
    ["list", "--jsn"],
    ["reproduce", "--only", "zzz"],
    ["why", "zzz"],
    ["reproduce", "--jobs", "0"],
  ];
  await Promise.all(
    lines.map(async args => {
      const { code, err, out } = await flows([...args, ...project]);
      assert.equal(code, 2, args.join(" "));
      assert.match(err, /^flows: .+\n$/, args.join(" "));
      assert.equal(out, "");
    }),
  );
});

test("completion: after a command that takes experiments come their ids, otherwise the commands", async () => {
  const complete = async (...words: readonly string[]): Promise<readonly string[]> =>
    (await flows(["--get-yargs-completions", "flows", ...project, ...words])).out.split("\n");
  assert.ok((await complete("claims", "fl")).includes("flow"));
  assert.ok(!(await complete("claims", "fl")).includes("limit"));
  assert.ok((await complete("claims", "paper/fl")).includes("paper/flow"));
  assert.ok((await complete("rep")).some(word => word.startsWith("reproduce")));
});

test("catalogue: without filters its parts, filters choose rows, and one that fits nothing is refused", async () => {
  const rows = async (...words: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
    JSON.parse((await flows(["catalogue", "--json", ...words])).out) as Record<string, unknown>[];
  const chosen = await rows("--space", "gaussian", "--geometry", "wasserstein");
  assert.ok(chosen.length > 0);
  for (const row of chosen) assert.match(`${String(row.space)} ${String(row.geometry)}`, /gaussian.* .*wasserstein/);
  const { out, err } = await flows(["catalogue"]);
  assert.match(out, /^space +grid1d +\d+$/m);
  assert.match(out, /^integrator +jko +\d+$/m);
  assert.ok(out.split("\n").length < 150, "an overview fits on some screens");
  assert.match(err, /--space, --energy, --geometry, --integrator choose some, --all shows all/);
  assert.equal((await flows(["catalogue", "--space", "torus"])).code, 2);
});

test("a spec of runs alone is run: named after its file, it claims that runs end, and draws the energies", async () => {
  const folder = temporary();
  const { flow } = readSpec(root, "paper/flow").runs as Record<string, unknown>;
  writeFileSync(join(folder, "sketch.json"), JSON.stringify({ runs: { flow } }));
  const { code, out, err } = await flows(["run", "sketch.json"], folder);
  assert.equal(code, 0, err);
  assert.match(out, /^sketch\n/);
  assert.match(out, /✓ +flowEnds/);
  assert.ok(existsSync(join(folder, "sketch.results/figures/energy.svg")));
  assert.equal((await flows(["claims", "sketch.json"], folder)).code, 0);
  assert.equal((await flows(["check", "sketch.json"], folder)).code, 0);
});

test("run --reseed 3 repeats a spec with three other seeds, says which claims hold how often, and writes nothing", async () => {
  const folder = temporary();
  const rate = { task: "rate", space: { name: "finite-set", n: 6 }, state: { name: "random", seed: 1 } };
  const force = { name: "differential", energy: { name: "kl", target: { name: "uniform" } } };
  const because = "the expected value of one draw";
  const draws = { claim: "equal", measured: "still.dual", expected: "0.2", tolerance: 0.2, because };
  const lucky = { ...draws, tolerance: 1e-9 };
  const runs = { still: { ...rate, geometry: { name: "hellinger" }, force } };
  writeFileSync(join(folder, "own.json"), JSON.stringify({ runs, claims: { draws, lucky } }));
  const { code, out } = await flows(["run", "own.json", "--reseed", "3"], folder);
  assert.equal(code, 1, out);
  assert.match(out, /claim +holds +least margin/);
  assert.match(out, /✗ +lucky +0 of 3 +-[\d.e+]+ % +repetition \d/);
  assert.deepEqual(readdirSync(folder), ["own.json"]);
  assert.equal((await flows(["run", "own.json", "--reseed", "0"], folder)).code, 2);
});

test("C3: what asks for the results of a spec of one's own that was not run says to run it, not to reproduce it", async () => {
  const folder = temporary();
  writeFileSync(join(folder, "own.json"), JSON.stringify({ ...readSpec(root, "paper/flow"), id: "own" }));
  for (const command of ["claims", "figure"]) {
    const { code, err } = await flows([command, "own.json"], folder);
    assert.equal(code, 2);
    assert.match(err, /is not archived; run `flows run own\.json`, or name its folder of results/);
  }
});

test("a figure of a run that was refused says why it is not drawn, with `run`, `figure` and `reproduce`", async () => {
  const other = smallProject();
  const spec = readSpec(other, "paper/flow");
  const { flow } = spec.runs as Record<string, object>;
  const own = { runs: { flow: { ...flow, initial: { name: "gaussian", mean: 500, covariance: 1 } } } };
  const ends = { flow: { claim: "ends", run: "flow", status: "refused", because: "nothing of it is on the grid" } };
  writeSpec(other, "paper/far", { ...own, id: "far", title: "Far", illustrates: [], seed: 1, claims: ends });
  const file = join(other, "experiments/paper/far.json");
  for (const args of [
    ["run", file, "--out", join(temporary(), "out")],
    ["reproduce", "--only", "paper/far", "--no-notebooks", "--project", other],
    ["figure", "far", "--project", other],
  ]) {
    const { code, err } = await flows(args);
    assert.notEqual(code, 0);
    assert.match(err, /run "flow" has no output "F": .*of the mass lies outside/, args[0]);
    assert.doesNotMatch(err, /internal error/, args[0]);
  }
});
