/**
 * A small result with everything that is hard to store: NaN, infinities, -0, subnormal numbers, an array above the
 * readable size.
 */
import type { Experiment } from "../language/types.generated.js";
import type { ExperimentResult } from "../language/result.js";

const spec: Experiment = {
  id: "small",
  title: "A result that is hard to store",
  illustrates: ["A-2.1"],
  seed: 1,
  claims: { same: { claim: "equal", measured: "flow.F", expected: "1", tolerance: 0, because: "it is a fixture" } },
  figures: { decay: { name: "decay", title: "Nothing", series: ["flow.F"] } as never },
};

/** Values whose bits a careless archive would lose. */
export const hardNumbers: readonly number[] = [
  NaN,
  Infinity,
  -Infinity,
  -0,
  0,
  5e-324,
  0.1 + 0.2,
  1e21,
  -1e-7,
  Number.MAX_VALUE,
  1 / 3,
];

/** `shift` is added to the last number of the large array. */
export const smallResult = (shift = 0): ExperimentResult => ({
  path: "paper/small",
  spec,
  runs: {
    flow: {
      axes: ["lambda"],
      status: [
        { status: "completed", reason: "" },
        { status: "diverged", reason: 'non-finite at t = 0.25: "halve" the step' },
      ],
      outputs: {
        F: {
          dims: ["lambda", "t"],
          shape: [2, hardNumbers.length],
          data: Float64Array.from([...hardNumbers, ...hardNumbers]),
        },
        masses: {
          dims: ["lambda", "node"],
          shape: [2, 150],
          data: Float64Array.from({ length: 300 }, (_, i) =>
            i === 299 ? 0.5 + shift : hardNumbers[i % hardNumbers.length],
          ),
        },
        mass: { dims: [], shape: [], data: Float64Array.of(1) },
      },
      coordinates: { t: Float64Array.from(hardNumbers, (_, i) => i / 8), lambda: Float64Array.of(0.1, 0.01) },
      certificate: {
        series: { energy: { dims: ["t"], shape: [2], data: Float64Array.of(1, -0) } },
        absent: { dual: "a point cloud" },
      },
      notes: { bandwidth: "0.5" },
    },
    spec: { axes: [], status: [], outputs: {}, coordinates: {}, notes: {} },
  },
  claims: [
    {
      name: "same",
      claim: "equal",
      for: ["A-2.1"],
      control: false,
      because: "it is a fixture",
      satisfied: false,
      holds: false,
      measured: NaN,
      expected: "completed",
      tolerance: 0,
      deviation: Infinity,
      at: { lambda: "0.1" },
    },
  ],
});
