import assert from "node:assert/strict";
import { test } from "node:test";
import { SWEEP } from "../fixtures/experiments.js";
import { dice, garbage, pick, places } from "../fixtures/mutations.js";
import { evaluate } from "../formula/evaluate.js";
import { parseInX } from "../formula/in-x.js";
import { isFormulaError } from "../formula/tree.js";
import { SCHEMAS } from "../schemas.generated.js";
import { checkExperiment, checkText } from "../validate.js";
import { SENTENCES } from "./sentences.js";

const options = { file: "sweep.json", statements: ["A-3.6", "A-5.1"] };

/** How many times as long as usual the fuzzers run: `FUZZ=100 npm test unit`. */
const LENGTH = Number(process.env.FUZZ ?? 1);

/** Every word that any object answers to without having it, and two that only JSON.parse can make entries of. */
const MACHINERY = [...Object.getOwnPropertyNames(Object.prototype), "length", "prototype", "name"];

const formulasOf = (word: string): readonly string[] => [
  word,
  `${word}(t)`,
  `exact.${word}`,
  `${word}.F`,
  `exact.F[${word}=1]`,
  `exact.F[lambda=${word}]`,
  `max(exact.F, ${word})`,
  `slope(${word}, t)`,
];

/** The fixture with one text replaced, or one key. */
function withWord(word: string, random: () => number): unknown {
  const spec = structuredClone(SWEEP) as unknown;
  const place = pick(places(spec), random);
  if (Array.isArray(place.holder) || random() < 0.6) place.holder[place.key] = pick(formulasOf(word), random);
  else {
    const value = place.holder[place.key];
    delete place.holder[place.key];
    Object.defineProperty(place.holder, word, { value, enumerable: true, configurable: true, writable: true });
  }
  return spec;
}

test("B6: the words that every object answers to name nothing, wherever they stand: never an exception", () => {
  const random = dice(23);
  for (let n = 0; n < 400 * LENGTH; n++) {
    const word = pick(MACHINERY, random);
    const spec = withWord(word, random);
    assert.doesNotThrow(() => checkExperiment(spec, options), `${word}: round ${n}`);
  }
});

test("B6: null, and whatever else JSON has, at any place is never thrown at", () => {
  const random = dice(29);
  const values = [null, 0, -1, "", [], {}, true, [null], { a: null }, [[]], 1e308, "\ud800", "x".repeat(20_000)];
  for (let n = 0; n < 400 * LENGTH; n++) {
    const spec = structuredClone(SWEEP) as unknown;
    const place = pick(places(spec), random);
    place.holder[place.key] = pick(values, random);
    assert.doesNotThrow(() => checkExperiment(spec, options), `${place.pointer}: round ${n}`);
  }
  assert.match(
    checkExperiment({ ...SWEEP, runs: { ...SWEEP.runs, exact: { task: "same-as", run: "ridge", but: null } } }, options)
      .map(({ pointer, message }) => `${pointer} ${message}`)
      .join("\n"),
    /^\/runs\/exact\/but must be an object \{\.\.\.\}, not null/m,
  );
});

test("B6: no table is read through its prototype by a word of a spec", () => {
  const read: string[] = [];
  const random = dice(31);
  checkExperiment(SWEEP, options);
  Object.defineProperty(Object.prototype, "trap", {
    configurable: true,
    get: () => void read.push(new Error("trap").stack?.split("\n")[2] ?? ""),
    set(this: object, value: unknown) {
      Object.defineProperty(this, "trap", { value, enumerable: true, configurable: true, writable: true });
    },
  });
  try {
    for (let n = 0; n < 300; n++) checkExperiment(withWord("trap", random), options);
    for (const formula of [...formulasOf("trap"), "f.trap[trap=1]"])
      try {
        evaluate(formula, { spec: SWEEP, runs: {} });
      } catch (error) {
        if (!isFormulaError(error)) throw error;
      }
  } finally {
    delete (Object.prototype as { trap?: unknown }).trap;
  }
  assert.deepEqual(read, []);
});

const SYMBOLS = ["+", "-", "*", "/", "^", "(", ")", "[", "]", "=", ",", ".", " ", "max", "t", "x", "exact", "F", "phi"];
const NUMBERS = ["0", "1e999", "1e-999", "9".repeat(400), ".5", "2", "1e308"];

test("formulas of nonsense, towers, huge numbers and long words are read or refused with their place, never thrown at", () => {
  const random = dice(37);
  const word = (): string => pick(random() < 0.7 ? SYMBOLS : random() < 0.5 ? NUMBERS : MACHINERY, random);
  const towers = ["(", "-", "2^", "exp(", "1+", "x[", "max("].map(brick => brick.repeat(900));
  const formulas = [
    ...Array.from({ length: 3000 * LENGTH }, () => Array.from({ length: 1 + random() * 25 }, word).join("")),
    ...towers,
    "x".repeat(1900),
    "\u0000",
    "",
  ];
  for (const formula of formulas)
    for (const read of [parseInX, (text: string) => evaluate(text, { spec: SWEEP, runs: {} })])
      try {
        read(formula);
      } catch (error) {
        assert.ok(isFormulaError(error) && Number.isFinite(error.at), `${formula}: ${String(error)}`);
      }
});

/** Every keyword of the contract, names of properties left out. */
function keywordsIn(schema: unknown, isTable = false): readonly string[] {
  if (schema === null || typeof schema !== "object") return [];
  if (Array.isArray(schema)) return schema.flatMap(part => keywordsIn(part));
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(isTable ? [] : [key]),
    ...keywordsIn(value, !isTable && ["properties", "$defs", "outputs"].includes(key)),
  ]);
}

/** Keywords that refuse nothing, or nothing by themselves. */
const SILENT = new Set(
  [
    "$schema $id $ref $defs title description properties propertyName",
    "items outputs dims equation enumDescriptions allowed x-names x-formula",
  ].flatMap(words => words.split(" ")),
);

test("every keyword of the schemas that can refuse has a sentence of its own, and every pattern its words", () => {
  const refusing = new Set(keywordsIn(Object.values(SCHEMAS)).filter(keyword => !SILENT.has(keyword)));
  for (const tables of Object.values(SCHEMAS))
    JSON.stringify(tables, (_, value: unknown) => {
      if (value !== null && typeof value === "object" && "pattern" in value && typeof value.pattern === "string")
        assert.ok("allowed" in value, `${value.pattern} has no words`);
      return value;
    });
  assert.deepEqual(
    [...refusing].filter(keyword => !SENTENCES.has(keyword)),
    [],
  );
});

type Loose = { [key: string]: Loose };

test("C2: ten typical mistakes at once give ten sentences, each with the place and what is allowed", () => {
  const s = structuredClone(SWEEP) as unknown as Loose;
  Object.assign(s.runs.ridge.geometry, { name: "ridge-helinger" });
  Object.assign(s.runs.ridge.geometry.kernel, { name: "gausian", bandwidth: -1 });
  Object.assign(s.runs.ridge, { time: { end: 2, step: 41, records: 20 } });
  Object.assign(s.runs.exact, { run: "rigde" });
  Object.assign(s.runs.cloud.but["/space"], { n: 2.5 });
  Object.assign(s.axes.lambda, { set: ["/runs/ridge/geometry/lamda"] });
  Object.assign(s.quantities, { error: "max(abs(ridge.F - exact.F), tt)" });
  Object.assign(s.claims.small, { bound: "frst(exact.F)" });
  Object.assign(s.claims.mean, { because: "" });
  Object.assign(s.figures.family, { badges: ["limt"] });
  Object.assign(s.axes.kernel, { choices: {} });
  const said = checkExperiment(s, options).map(({ pointer, message }) => `${pointer} ${message}`);
  for (const expected of [
    /^\/runs\/ridge\/geometry\/name "ridge-helinger" is none of: .*did you mean "ridge-hellinger"\?$/,
    /^\/runs\/ridge\/geometry\/kernel\/name "gausian" is none of: .*did you mean "gaussian"\?$/,
    /^\/runs\/ridge\/geometry\/kernel\/bandwidth must be a number > 0.* "median".*, not -1 /,
    /^\/runs\/ridge\/time\/step is not known here; allowed: end, steps, records, budget; did you mean "steps"\?$/,
    /^\/runs\/ridge\/time\/step 41 is no multiple of records = 20$/,
    /^\/runs\/exact\/run there is no run "rigde", .*did you mean "ridge"\?$/,
    /^\/runs\/cloud\/but\/~1space\/n must be a whole number, not 2.5 /,
    /^\/axes\/lambda\/set\/0 points nowhere: no "lamda" among name, kernel, lambda; did you mean "lambda"\?$/,
    /^\/quantities\/error there is no dimension "tt", only: .*did you mean "t"\?/,
    /^\/claims\/small\/bound there is no function "frst", .*did you mean "first"\?/,
    /^\/claims\/mean\/because is empty, at least 5 characters are needed$/,
    /^\/figures\/family\/badges\/0 there is no claim "limt", .*did you mean "limit"\?$/,
    /^\/axes\/kernel\/choices is empty, at least 2 are needed /,
  ])
    assert.equal(said.filter(sentence => expected.test(sentence)).length, 1, `${expected} in\n${said.join("\n")}`);
  assert.equal(said.length, 13, said.join("\n"));
});

test("C2: one wrong pointer of a `same-as` is one sentence, and none about what it leaves behind", () => {
  for (const [path, expected] of [
    ["/time/stepss", /stepss is not known here; allowed: .*did you mean "steps"\?$/],
    ["time/steps", /^\/runs\/other\/but\/time~1steps is no admissible name: a JSON pointer/],
    ["/tme/steps", /points nowhere in the run "ridge"$/],
    ["", /^\/runs\/other\/but\/ is no admissible name: a JSON pointer/],
  ] as const) {
    const spec = { ...SWEEP, runs: { ...SWEEP.runs, other: { task: "same-as", run: "ridge", but: { [path]: 40 } } } };
    const said = checkExperiment(spec, options)
      .filter(({ pointer }) => pointer.startsWith("/runs/other/but"))
      .map(({ pointer, message }) => `${pointer} ${message}`);
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(said[0], expected);
  }
});

/** Nothing is wrong with a spec that says nothing. */
const isEmpty = (spec: unknown): boolean =>
  spec !== null && typeof spec === "object" && !Array.isArray(spec) && Object.keys(spec).length === 0;

const UNPRINTED = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/;

test("C2: messages are bounded and free of what a terminal obeys, whatever the spec", () => {
  const escape = "\u001b[31m\u0007\u202e";
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`run${i}${"x".repeat(200)}`, SWEEP.runs]));
  const specs: readonly unknown[] = [
    { ...SWEEP, title: escape, [escape]: 1, quantities: { [escape]: escape, q: `1 + ${escape}` } },
    { ...SWEEP, runs: many, quantities: Object.fromEntries(Object.keys(many).map(name => [name, "none.F"])) },
    { ...SWEEP, axes: { lambda: { axis: "values", values: Array.from({ length: 9000 }, () => "x"), set: ["/"] } } },
    { ...SWEEP, illustrates: Array.from({ length: 5000 }, (_, i) => `A-${"9".repeat(90)}${i}`) },
  ];
  const random = dice(41);
  const all = [...specs, ...Array.from({ length: 100 * LENGTH }, () => garbage(random))];
  for (const spec of all) {
    const problems = checkExperiment(spec, options);
    const text = problems.map(({ pointer, message }) => pointer + message).join("");
    assert.ok(text.length < 160_000, `${text.length} characters`);
    assert.ok((problems.length > 0 || isEmpty(spec)) && !UNPRINTED.test(text), JSON.stringify(text.slice(0, 300)));
    assert.doesNotMatch(text, /must NOT|must match|schema in|undefined|\[object/);
  }
  const [problem] = checkText(`{"a\\u001b": 1, "a\\u001b": 2}`, options).problems;
  assert.ok(!UNPRINTED.test(problem.message), JSON.stringify(problem.message));
});

test("what a notebook may hold and JSON cannot is refused by its kind, not thrown at", () => {
  const round: Record<string, unknown> = {};
  round.self = round;
  for (const [value, said] of [
    [Float64Array.of(1, 2), /is a Float64Array: write a list/],
    [10n, /is a bigint/],
    [() => 1, /is a function/],
    [new Date(0), /is a Date/],
    [NaN, /is not a number/],
    [round, /nested more than 40 deep/],
    [Symbol("s"), /is a symbol/],
  ] as const)
    assert.match(
      checkExperiment({ ...SWEEP, seed: value }, options)
        .map(({ message }) => message)
        .join("\n"),
      said,
    );
});

test("C2: a text of 60 million characters is refused by its size, one nested too deep by its depth", () => {
  const said = (text: string): string =>
    checkText(text, options)
      .problems.map(({ message }) => message)
      .join("; ");
  assert.match(said("[".repeat(6e7)), /^has 60 million characters, at most 17 million are read: put data into a file/);
  assert.match(said(`{"runs": ${"[".repeat(1e7)}`), /line 1, column \d+: nested more than 40 deep/);
});
