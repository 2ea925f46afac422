import assert from "node:assert/strict";
import test from "node:test";
import { checkExperiment } from "../validate.js";
import { SWEEP } from "../fixtures/experiments.js";

interface Loose {
  [key: string]: Loose;
}
const fresh = (): Loose => structuredClone(SWEEP) as unknown as Loose;
const names = (section: string): readonly string[] => Object.keys(fresh()[section]);

/** The sentences about a formula that names something that is not there. */
const saidOf = (spec: Loose, formula: string): readonly string[] => {
  Object.assign(spec.quantities, { lost: formula });
  return checkExperiment(spec, { file: `${String(spec.id)}.json` })
    .filter(({ pointer }) => pointer === "/quantities/lost")
    .map(({ message }) => message);
};

test("C2: `only: …` lists all names that are written, whatever is wrong with what they mean", () => {
  const breaks: readonly ((part: Loose) => unknown)[] = [
    part => Object.assign(part, { task: "flwo", axis: "gird" }),
    part => Object.assign(part, { space: 7, set: 7 }),
    part => Object.assign(part, { nonsense: {} }),
    part => Object.keys(part).forEach(key => delete part[key]),
  ];
  for (const mistake of breaks)
    for (const section of ["runs", "axes"])
      for (const some of [names(section).slice(0, 1), names(section)]) {
        const spec = fresh();
        for (const name of some) mistake(spec[section][name]);
        const [run] = saidOf(structuredClone(spec), "zzzzzz.F");
        assert.match(run, new RegExp(`^there is no run "zzzzzz", only: ${names("runs").join(", ")}`), run);
        const [word] = saidOf(structuredClone(spec), "zzzzzz");
        assert.match(
          word,
          new RegExp(`^"zzzzzz" is no axis, quantity or constant, only: t, ${names("axes").join(", ")}`),
        );
        for (const quantity of names("quantities")) assert.ok(word.includes(`, ${quantity}, `), word);
      }
});

test("C2: a claim or figure with `t` beside no recorded times is refused; a quantity may have `t`", () => {
  const spec = fresh();
  Object.assign(spec.quantities, { ramp: "1 + t" });
  Object.assign(spec.figures, {
    bare: {
      name: "curves",
      title: "t alone",
      x: "t",
      curves: [
        { of: "ramp", label: "r" },
        { of: "exp(-t)", label: "e" },
      ],
    },
  });
  Object.assign(spec.claims, {
    bare: { claim: "equal", measured: "max(ramp, t)", expected: 2, tolerance: 1, because: "alone" },
  });
  const said = checkExperiment(spec, { file: `${String(spec.id)}.json` }).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );
  for (const place of ["/figures/bare/curves/0/of", "/figures/bare/curves/1/of", "/claims/bare/measured"])
    assert.ok(
      said.some(sentence => sentence.startsWith(`${place} "t" needs recorded times`)),
      `${place} in\n${said.join("\n")}`,
    );
  assert.ok(!said.some(sentence => sentence.startsWith("/quantities/ramp")), said.join("\n"));
});

test("a time may be selected up to half a step before the first record and after the last, as the evaluation does", () => {
  const half = 2 / 20 / 2;
  for (const [time, allowed] of [
    [-half / 2, true],
    [0, true],
    [2 + half / 2, true],
    [-3 * half, false],
    [2 + 3 * half, false],
  ] as const) {
    const said = saidOf(fresh(), `sum(sum(exact.F[t=${time}], lambda), kernel)`);
    assert.equal(
      said.some(sentence => /is no recorded time between 0 and 2/.test(sentence)),
      !allowed,
      `t = ${time}: ${said.join("; ")}`,
    );
  }
});
