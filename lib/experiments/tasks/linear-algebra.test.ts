import assert from "node:assert/strict";
import { test } from "node:test";
import { methodsOf, METRICS } from "../../dynamics/distances/registry.js";
import { words as INTEGRATORS } from "../../dynamics/integrators/index.js";
import { ENERGY_WORDS } from "../../systems/energies/words.js";
import { words as SMOOTHERS } from "../../systems/geometries/smoothers/index.js";
import { KERNEL_WORDS } from "../../systems/kernels/words.js";
import { read, steps, type Json } from "../language/pointer.js";
import { SCHEMAS } from "../language/schemas.generated.js";
import { attempt } from "./attempt.js";
import { bare } from "./fixtures.js";
import type { ResolvedRun } from "./task.js";

type Part = Readonly<Record<string, unknown>>;

/** What linear algebra says, whoever asked it. */
const ALGEBRA = /positive definite|singular|pivot|linear system|factor/;
/** The names of what a user gives that a matrix is made of. */
const GIVEN = /covariance|lambda|kernel|matrix of a quadratic potential/;

const SINGULAR: Part = { name: "gaussian", mean: [0, 0], covariance: [[1, 1], [1, 1]] }; // prettier-ignore
const REGULAR: Part = { name: "gaussian", mean: [0, 0], covariance: [[1, 0], [0, 2]] }; // prettier-ignore
const FLAT: Part = { name: "quadratic", matrix: [[1, 1], [1, 1]] }; // prettier-ignore
const COINCIDENT: Part = {
  name: "samples",
  data: { name: "inline", points: [[0, 0], [0, 0], [1, 0], [1, 1e-9]] }, // prettier-ignore
};

/** The messages of a run, with what is wrong with the way they are said. */
function said(run: Part): { readonly heard: number; readonly faults: readonly string[] } {
  const result = attempt(run as unknown as ResolvedRun, bare);
  const texts = [result.reason, ...Object.values(result.notes)].filter(text => ALGEBRA.test(text));
  const faults = texts.flatMap(text => {
    const places = [...text.matchAll(/\(at (\/[^)]*)\)/g)].map(([, place]) => place);
    const isThere = places.some(place => read(run as unknown as Json, steps(place)) !== undefined);
    return GIVEN.test(text) && isThere ? [] : [`${JSON.stringify(run)}\n  ${result.status}: ${text}`];
  });
  const internal = /internal error/.test(result.reason) ? [`${JSON.stringify(run)}\n  ${result.reason}`] : [];
  return { heard: texts.length, faults: [...faults, ...internal] };
}

/** Every run names what was given, and at least `least` of them have something to say. */
function named(runs: readonly Part[], least: number): void {
  const all = runs.map(said);
  const faults = all.flatMap(each => each.faults);
  assert.ok(faults.length === 0, `${faults.length} of ${runs.length}:\n${faults.slice(0, 12).join("\n")}`);
  const heard = all.reduce((n, each) => n + each.heard, 0);
  assert.ok(heard >= least, `${heard} messages`);
}

const SPACES: readonly Part[] = [
  { name: "gaussian", d: 2 },
  { name: "particles", n: 4, d: 2 },
  { name: "grid2d", n: [4, 4], box: [-6, 6, -6, 6] },
];

const flow = (changes: Part): Part => ({
  task: "flow",
  space: SPACES[1],
  initial: REGULAR,
  energy: { name: "kl", target: REGULAR },
  geometry: { name: "stein", kernel: { name: "gaussian", bandwidth: 1 } },
  integrator: { name: "rk4" },
  time: { end: 0.01, steps: 2, records: 2 },
  record: { F: { name: "energy" } },
  ...changes,
});

/** Measures that hold a singular covariance or precision somewhere. */
const DEGENERATE: readonly Part[] = [
  SINGULAR,
  { name: "mixture", weights: [0.5, 0.5], components: [REGULAR, SINGULAR] },
  { name: "scaled", mass: 2, of: SINGULAR },
  { name: "truncated", of: SINGULAR },
  { name: "gibbs", potential: FLAT },
  { name: "posterior", model: "gaussian-mean", prior: SINGULAR, noise: 1, data: COINCIDENT.data },
];

const branches = (
  union: string,
): Readonly<Record<string, { readonly properties?: Part; readonly required?: readonly string[] }>> =>
  SCHEMAS[`${union}.schema.json`].$defs as never;

test("A10: a singular covariance is named with its field wherever a measure stands", () => {
  const energies = ENERGY_WORDS.filter(({ properties }) => "target" in properties);
  const runs = SPACES.flatMap(space =>
    DEGENERATE.flatMap(measure => [
      flow({ space, initial: measure }),
      ...energies.map(({ name }) => flow({ space, energy: { name, kernel: KERNEL, target: measure } })),
      flow({ space, record: { d: { name: "distance", metric: { name: "wasserstein", order: 2 }, to: measure } } }),
      { task: "rate", space, state: measure, geometry: { name: "hellinger" }, force: { name: "random", seed: 1 } },
      {
        task: "spectrum",
        space,
        modes: 2,
        method: { name: "static" },
        operator: { name: "kernel", kernel: { name: "laplace", bandwidth: 1 }, measure },
      },
      {
        task: "regression",
        space,
        measure,
        kernel: { name: "laplace", bandwidth: 1 },
        lambda: 0.1,
        by: "primal",
        response: { name: "function", of: "x1" },
      },
      ...METRICS.flatMap(metric =>
        methodsOf(metric).map(method => distance({ space, from: REGULAR, to: measure }, metric, method)),
      ),
    ]),
  );
  named(runs, 500);
});

const KERNEL: Part = { name: "gaussian", bandwidth: 1 };
const PARAMETERS: Readonly<Record<string, Part>> = {
  wasserstein: { order: 2 },
  "sliced-wasserstein": { order: 2, directions: 3 },
  "hellinger-kantorovich": { alpha: 1, beta: 1 },
};
const METHODS: Readonly<Record<string, Part>> = {
  quantiles: { nodes: 8 },
  sinkhorn: { epsilon: 1 },
  dynamic: { steps: 4 },
  samples: { statistic: "v" },
};

const distance = (ends: Part, metric: string, method: string, kernel: Part = KERNEL): Part => ({
  task: "distance",
  ...ends,
  metric: {
    name: metric,
    ...PARAMETERS[metric],
    ...("kernel" in (branches("metric")[metric].properties ?? {}) ? { kernel } : {}),
  },
  method: { name: method, ...METHODS[method] },
});

/** A sample with a law where the samples of kernels have a place for one. */
const filled = (sample: Part): Part => ({ ...sample, ...("target" in sample ? { target: REGULAR } : {}) });

/** One kernel of every word, and one that is too wide for so many points. */
const KERNELS: readonly Part[] = [
  ...KERNEL_WORDS.map(({ samples }) => filled(samples[0] as Part)),
  { name: "gaussian", bandwidth: 1e4 },
];

test("A10: a kernel matrix that cannot be factored is named with the kernel and its field, wherever it stands", () => {
  const geometries = Object.entries(branches("geometry")).flatMap(([name, { properties = {}, required = [] }]) =>
    "kernel" in properties
      ? [(kernel: Part): Part => ({ name, kernel, ...(required.includes("lambda") ? { lambda: 1e-20 } : {}) })]
      : [],
  );
  const smoothers = SMOOTHERS.filter(({ properties }) => "kernel" in properties).flatMap(({ name, samples }) =>
    ["transport", "growth", "deposit"].map(mechanism => (kernel: Part): Part => ({
      name: "term",
      mechanism,
      smoother: { ...samples[0], name, kernel, ...("lambda" in samples[0] ? { lambda: 1e-20 } : {}) },
    })),
  );
  const mmd2 = { name: "half-mmd2", kernel: KERNEL, target: { name: "dirac", at: [0, 0] } };
  const grid = { name: "grid2d", n: [4, 4], box: [-6, 6, -6, 6] };
  const runs = KERNELS.flatMap(kernel => [
    ...[...geometries, ...smoothers].flatMap(geometry => [
      flow({ initial: COINCIDENT, geometry: geometry(kernel), energy: { ...mmd2, kernel } }),
      flow({ space: grid, geometry: geometry(kernel), energy: mmd2 }),
      { task: "rate", space: grid, state: REGULAR, geometry: geometry(kernel), force: { name: "random", seed: 1 } },
    ]),
    ...INTEGRATORS.flatMap(({ samples }) =>
      samples.flatMap(integrator => [
        flow({ initial: COINCIDENT, geometry: { name: "mmd", kernel }, energy: { ...mmd2, kernel }, integrator }),
        flow({ space: grid, geometry: { name: "mmd", kernel }, energy: mmd2, integrator }),
      ]),
    ),
    ...METRICS.flatMap(metric =>
      methodsOf(metric).flatMap(method =>
        [SPACES[1], grid].map(space => distance({ space, from: COINCIDENT, to: REGULAR }, metric, method, kernel)),
      ),
    ),
    ...["primal", "dual", "functional", "spectral"].map(by => ({
      task: "regression",
      space: SPACES[1],
      measure: COINCIDENT,
      kernel,
      lambda: 1e-20,
      by,
      response: { name: "function", of: "x1" }, // prettier-ignore
    })),
  ]);
  named(runs, 100);
});

test("A10: covariances that differ by more than doubles hold are named in flows, geodesics and recorders of Gaussians", () => {
  const law = (a: number, b: number): Part => ({
    name: "gaussian",
    mean: [0, 0],
    covariance: [
      [a, 0],
      [0, b],
    ],
  });
  const space = SPACES[0];
  const runs = [1e-12, 1e-100, 1e-160, 1e100].flatMap(small =>
    [law(small, 1), law(1, small), law(small, small)].flatMap(extreme => [
      ...METRICS.flatMap(metric =>
        methodsOf(metric).map(method => distance({ space, from: law(1, 1), to: extreme }, metric, method)),
      ),
      ...["wasserstein", "hellinger"].flatMap(geometry =>
        ["exact", "rk4", "jko", "implicit-euler"].flatMap(integrator => [
          flow({ space, initial: extreme, geometry: { name: geometry }, integrator: { name: integrator } }),
          flow({
            space,
            energy: { name: "kl", target: extreme },
            geometry: { name: geometry },
            integrator: { name: integrator },
          }),
        ]),
      ),
      ...["exact", "interpolation"].map(by => ({
        task: "curve",
        space,
        from: law(1, 1),
        to: extreme,
        geometry: { name: "wasserstein" },
        by: { name: by, ...(by === "exact" ? {} : { chart: "plain" }) },
        records: 2,
        record: { m: { name: "expectation", of: "x1^2" } }, // prettier-ignore
      })),
    ]),
  );
  named(runs, 50);
});
