import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isUnder } from "./check/problem.js";
import { ANALYTIC, SWEEP } from "./fixtures/experiments.js";
import { dice, garbage, MUTATIONS, pick, places } from "./fixtures/mutations.js";
import { checkExperiment, checkText, type Problem } from "./validate.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../../../experiments");
const real = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  file => file.endsWith(".json") && file !== "catalogue.json",
);
const specs: readonly (readonly [string, unknown])[] = [
  ["sweep.json", SWEEP],
  ["analytic.json", ANALYTIC],
  ...real.map(file => [basename(file), JSON.parse(readFileSync(join(root, file), "utf8"))] as const),
];
const catalogue = JSON.parse(readFileSync(join(root, "catalogue.json"), "utf8")) as readonly { readonly id: string }[];
const statements = catalogue.map(({ id }) => id);

/** The slowest check that is no hang, in ms, on the busiest machine. */
const PATIENCE = 60_000;

/** Problems of any value; whatever is not a list of sentences in good time is a failure that prints the seed. */
function checked(json: unknown, file: string, label: string): readonly Problem[] {
  const start = performance.now();
  let problems: readonly Problem[] = [];
  assert.doesNotThrow(() => (problems = checkExperiment(json, { file, statements })), label);
  assert.ok(performance.now() - start < PATIENCE, `${label} took too long`);
  return problems;
}

test("2 000 seeded mutations of correct specs: none ends in an exception or a hang, 99 % are reported at the right pointer", () => {
  const random = dice(7);
  const missed: string[] = [];
  for (let n = 0; n < 2000;) {
    const [file, spec] = pick(specs, random);
    const kind = pick(Object.keys(MUTATIONS), random);
    const mutant = structuredClone(spec);
    const candidates = places(mutant).filter(MUTATIONS[kind].fits);
    if (candidates.length === 0) continue;
    const wanted = MUTATIONS[kind].make(pick(candidates, random), random);
    const problems = checked(mutant, file, `mutation ${n} of ${file}: ${kind} at ${wanted[0]}`);
    if (!problems.some(({ pointer }) => wanted.some(place => isUnder(pointer, place))))
      missed.push(
        `${file}: ${kind} at ${wanted[0]}: ${
          problems
            .slice(0, 2)
            .map(p => `${p.pointer} ${p.message}`)
            .join(" | ")
            .slice(0, 200) || "accepted"
        }`,
      );
    n++;
  }
  assert.ok(missed.length <= 20, `${missed.length} of 2000 missed:\n${missed.join("\n")}`);
});

test("1 000 pieces of garbage are refused, never thrown at", () => {
  const random = dice(11);
  for (let n = 0; n < 1000; n++)
    assert.ok(checked(garbage(random), "garbage.json", `garbage ${n}`).length > 0, `garbage ${n} was accepted`);
});

test("500 correct specs with garbage at one place, and with two places swapped, are never thrown at", () => {
  const random = dice(13);
  for (let n = 0; n < 500; n++) {
    const [file, spec] = pick(specs, random);
    const mutant = structuredClone(spec);
    const [one, two] = [pick(places(mutant), random), pick(places(mutant), random)];
    const [a, b] =
      n % 2 === 0
        ? [garbage(random), garbage(random)]
        : [structuredClone(two.holder[two.key]), structuredClone(one.holder[one.key])];
    one.holder[one.key] = a;
    two.holder[two.key] = b;
    checked(mutant, file, `garbage at ${one.pointer} and ${two.pointer} of ${file}`);
  }
});

test("what is too long, too many or too deep is refused at once: chains of runs, tables of nonsense, towers of brackets", () => {
  const many = (n: number, entry: (i: number) => unknown): object =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}`, entry(i)]));
  const table = { name: "inline", points: Array.from({ length: 50_000 }, () => ["x", "y"]) };
  const tower = Array.from({ length: 5000 }).reduce<unknown>(of => ({ name: "scaled", factor: 1, of }), {
    name: "hellinger",
  });
  const monsters: readonly object[] = [
    { runs: many(40_000, i => ({ task: "same-as", run: `a${i + 1}`, but: { "/seed": 1 } })) },
    {
      runs: {
        ...SWEEP.runs,
        big: { task: "same-as", run: "ridge", but: { "/initial": { name: "samples", data: table } } },
      },
    },
    { runs: { ...SWEEP.runs, high: { task: "same-as", run: "ridge", but: { "/geometry": tower } } } },
    { axes: many(10_000, () => ({ axis: "values", values: [1], set: ["/runs/ridge/seed"] })) },
    { quantities: many(10_000, i => `a${i + 1}+a${i + 1}`) },
    { quantities: many(400, i => (i === 399 ? "1" : `a${i + 1}+a${i + 1}`)) },
    {
      axes: {
        ...SWEEP.axes,
        long: { axis: "values", values: Array.from({ length: 9999 }, (_, i) => i), set: ["/runs/gap/seed"] },
      },
    },
    {
      axes: {
        ...SWEEP.axes,
        huge: { axis: "seeds", count: 1e15, set: ["/runs/gap/seed"] },
        fine: { axis: "grid", from: 0, to: 1, points: 1e12 },
      },
    },
    { title: "x".repeat(1e6) },
  ];
  for (const [i, monster] of monsters.entries())
    assert.ok(checked({ ...SWEEP, ...monster }, "sweep.json", `monster ${i}`).length > 0, `monster ${i} was accepted`);
});

test("300 damaged texts are refused by line and column or accepted, never thrown at", () => {
  const random = dice(17);
  for (let n = 0; n < 300; n++) {
    const [file, spec] = pick(specs, random);
    const text = JSON.stringify(spec, null, 1);
    const at = Math.floor(random() * text.length);
    const damaged =
      text.slice(0, at) +
      pick(["", "}", '"', ",,", "\\", "\u0001", "0", "[", text.slice(0, at)], random) +
      text.slice(at + 1);
    assert.doesNotThrow(() => checkText(damaged, { file, statements }), `damage at ${at} of ${file}`);
  }
});
