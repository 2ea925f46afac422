import type { Keeps } from "../../../arithmetic/kept-few.js";
import type { Nodes } from "../../../systems/measures/measure.js";
import type { Note } from "../../../arithmetic/notes.js";
import type { Vec } from "../../../arithmetic/vec.js";
import type { Summation } from "../../../compute/kernel-form.js";
import type { Cloud } from "../../../systems/measures/cloud.js";
import type { Space } from "../../../systems/spaces/space.js";
import type { FlowRun, Measure, Space as SpaceSpec } from "../types.generated.js";

/** What every builder may ask for. Randomness comes from named streams of `seed`. */
export interface Context {
  readonly seed: number;
  readonly dim: number;
  /** The points whose median distance `"bandwidth": "median"` means: nodes of the grid, or of the initial state. */
  readonly points?: Vec;
  /** Whether what is built is built again at every state, so that a bandwidth may run along. */
  readonly renews?: true;
  /** How sums with the kernels of this run are computed. */
  readonly summation?: Summation;
  /** Where draws are kept that several runs make alike; default: each makes its own. */
  readonly draws?: Keeps<Cloud>;
  /** Bytes of a data file named in the spec. */
  readFile(path: string): Uint8Array;
  /** Writes a choice into the notes of the result. */
  readonly note: Note;
}

/** A context with its state space built: enough for states, kernels, energies and geometries. */
export interface Setting extends Context {
  readonly space: Space;
  readonly spec: SpaceSpec;
  /** Nodes and volumes of a finite set or grid. */
  readonly nodes?: Nodes;
  /** Atoms of the target that stand behind the moving particles. */
  readonly anchors?: Cloud;
}

/** A setting, what the energy of the run compares with, and the run. */
export interface RecorderSetting extends Setting {
  readonly target?: Measure;
  /** The flow that is recorded, and its first state. */
  readonly flow?: FlowRun;
  readonly first?: Vec;
}
