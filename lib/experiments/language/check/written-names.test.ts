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

test("C2: `only: …` lists all names that are written, whatever is wrong with what they mean: runs, axes and quantities, one or all of them broken", () => {
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
