import { attempt } from "../../arithmetic/refusal.js";
import { rowsAtMost } from "../../systems/measures/data/rows.js";
import { pow } from "../../arithmetic/functions.js";
import { dimensionOf } from "../language/builders/space.js";
import type { Integrator, RegressionRun, Space } from "../language/types.generated.js";
import {
  distanceNumbers,
  distanceSeconds,
  recordNumbers,
  recordSeconds,
  shootingNumbers,
  type Sizes,
} from "./estimate-distances.js";
import { energyNumbers } from "./estimate-energies.js";
import type { ResolvedRun } from "./task.js";

const NUMBER = 8;

/**
 * Matrices of one unknown per row and column that live at the same time: Gram matrix, its factor, and a copy while it
 * is made.
 */
const DENSE_COPIES = 3;

/** Nodes of a finite set or grid, particles with as many anchors, or the quadrature points of a Gaussian. */
const POINTS: { readonly [N in Space["name"]]: (spec: Extract<Space, { name: N }>) => number } = {
  "finite-set": ({ n }) => n,
  grid1d: ({ n }) => n,
  grid2d: ({ n: [nx, ny] }) => nx * ny,
  particles: ({ n, anchors = false }) => (anchors ? 2 : 1) * n,
  gaussian: ({ d }) => pow(3, d),
};

/** Number of points of a space. */
export const pointsOf = (space: Space): number => (POINTS[space.name] as (spec: Space) => number)(space);

/** Length of a state. */
function stateLength(space: Space): number {
  if (space.name === "gaussian") return space.d + space.d * space.d;
  return space.name === "particles" ? pointsOf(space) * (space.d + 1) : pointsOf(space);
}

/** The size of a data file: its rows, at most, and its bytes. */
export interface FileSize {
  readonly rows: number;
  readonly bytes: number;
}

/** The size of a data file that a spec names; unknown files are small. */
export type SizeOfFile = (path: string) => FileSize;

/** The sizes of the files that are read so, each looked at once; of those that cannot be read nothing is known. */
export function sizesFrom(read: (path: string) => Uint8Array): SizeOfFile {
  const known = new Map<string, FileSize>();
  return path => {
    let size = known.get(path);
    if (size === undefined) {
      const { value: bytes = new Uint8Array(0) } = attempt(() => read(path));
      size = { rows: rowsAtMost(path, bytes), bytes: bytes.length };
      known.set(path, size);
    }
    return size;
  };
}

const UNKNOWN: SizeOfFile = () => ({ rows: 0, bytes: 0 });

/** The path of a part that is a data file. */
function pathOf(part: object): string | undefined {
  const { name, path } = part as { name?: unknown; path?: unknown };
  return name === "file" && typeof path === "string" ? path : undefined;
}

/** Points that a part of a spec writes down, generates or reads, the largest list of them. */
function ownPoints(part: unknown, sizeOf: SizeOfFile): number {
  if (typeof part !== "object" || part === null) return 0;
  const { n, points } = part as { n?: unknown; points?: unknown };
  const path = pathOf(part);
  if (path !== undefined) return sizeOf(path).rows;
  const own = Array.isArray(points) ? points.length : "generator" in part && typeof n === "number" ? n : 0;
  return Object.values(part).reduce<number>((most, child) => Math.max(most, ownPoints(child, sizeOf)), own);
}

/** Sizes of the two measures that a distance compares: those of the data where there are data, else of the space. */
function sizesOf(space: Space, from: unknown, to: unknown, sizeOf: SizeOfFile): Sizes {
  const gaussian = space.name === "gaussian";
  const most = (measure: unknown): number => Math.max(gaussian ? 1 : pointsOf(space), ownPoints(measure, sizeOf));
  return { n: most(from), m: most(to), d: dimensionOf(space), gaussian };
}

/** What is said of the one distance of a run, or of the distances that it records. */
function ofDistances(
  run: ResolvedRun,
  sizeOf: SizeOfFile,
  one: typeof distanceNumbers,
  recorded: typeof recordNumbers,
): number {
  if (run.task === "distance") return one(sizesOf(run.space, run.from, run.to, sizeOf), run);
  if (run.task !== "flow" && run.task !== "curve") return 0;
  const recorders = Object.values(run.record).flatMap(r => (r ? [r] : []));
  return recorded(sizesOf(run.space, run.task === "flow" ? run.initial : run.from, run.record, sizeOf), recorders);
}

/** What the distances of a run keep while they are computed, and a shot geodesic. */
const distances = (run: ResolvedRun, sizeOf: SizeOfFile): number =>
  ofDistances(run, sizeOf, distanceNumbers, recordNumbers) +
  (run.task === "curve" && run.by.name === "shooting"
    ? shootingNumbers(sizesOf(run.space, run.from, run.to, sizeOf), run.by.steps)
    : 0);

/** Whether a part of a spec speaks of a kernel anywhere. */
const mentionsKernel = (part: unknown): boolean =>
  typeof part === "object" && part !== null && ("kernel" in part || Object.values(part).some(mentionsKernel));

/** Matrices over pairs of points of geometries: for each kernel, and as many again for a ridge and its inverse. */
function copiesIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  if ("kernel" in part) return DENSE_COPIES * ("lambda" in part ? 2 : 1);
  return Object.values(part).reduce<number>((sum, child) => sum + copiesIn(child), 0);
}

/** The geometry of a run, and those in which it records slopes and norms. */
function geometriesOf(run: ResolvedRun): readonly unknown[] {
  const { geometry, record = {} } = run as { readonly geometry?: unknown; readonly record?: object };
  return [geometry, ...Object.values(record).map((recorder: { readonly geometry?: unknown }) => recorder.geometry)];
}

/** A matrix, its reflections and eigenvectors, each once more in WebAssembly, and copies while they are made. */
const EIGENVECTORS = 8;
/** Regressions that solve by iteration keep no matrix. */
const REGRESSION: { readonly [B in RegressionRun["by"]]: number } = {
  primal: DENSE_COPIES,
  spectral: EIGENVECTORS + 1,
  functional: 0,
  dual: 0,
};

/** Matrices over pairs of points, edges of the plane being twice as many: of geometries, spectra and regressions. */
function pairs(run: ResolvedRun, sizeOf: SizeOfFile): number {
  const square = (points: number): number => points * points;
  if (run.task === "distance") return 0;
  if (run.task === "robust") return ofBall(run, sizeOf);
  const given = (): number => Math.max(pointsOf(run.space), ownPoints(run, sizeOf));
  if (run.task === "spectrum") return run.method.name === "exact" ? 0 : EIGENVECTORS * square(given());
  if (run.task === "regression") return REGRESSION[run.by] * square(given());
  return copiesIn(geometriesOf(run)) * (run.space.name === "grid2d" ? 2 : 1) * square(pointsOf(run.space));
}

/**
 * A Wasserstein ball keeps the costs between the points of P and of its support, where examples do not move by a
 * formula, and an MMD ball Gram matrices; the others reweigh.
 */
function ofBall(run: Extract<ResolvedRun, { readonly task: "robust" }>, sizeOf: SizeOfFile): number {
  const pointsIn = (part: unknown): number =>
    part === undefined ? 0 : Math.max(pointsOf(run.space), ownPoints(part, sizeOf));
  const n = pointsIn(run.measure) + pointsIn(run.support);
  if (run.ball.name === "mmd") return DENSE_COPIES * n * n;
  return run.ball.name === "wasserstein" && run.loss.name === "function" ? n * n : 0;
}

/** What the energies keep that a run follows, records or takes its force from. */
function energies(run: ResolvedRun, sizeOf: SizeOfFile): number {
  const { energy, record, force } = run as Partial<Record<"energy" | "record" | "force", unknown>>;
  return energyNumbers([energy, record, force], part => Math.max(pointsOf(run.space), ownPoints(part, sizeOf)));
}

/** Jacobian and mass matrix of a dense minimising step, with their factors and the axes of its search. */
const DENSE_STEP = 8;
/** Jacobian of a dense implicit step as a band of 2n entries a row, its factor, and one more while it is made. */
const DENSE_BAND = 6;

/** What an implicit step keeps where everything is coupled: by a kernel, or by a metric of another norm. */
function implicit(run: ResolvedRun): number {
  if (run.task !== "flow") return 0;
  const inner = (integrator: Integrator): number => {
    const n = stateLength(run.space);
    if (integrator.name === "splitting") return Math.max(0, ...integrator.of.map(inner));
    if (integrator.name === "reseeding") return inner(integrator.of);
    if (integrator.name === "jko") return hasScalarSteps(run) ? 0 : DENSE_STEP * n * n;
    return integrator.name === "implicit-euler" && (mentionsKernel(run.geometry) || mentionsKernel(run.energy))
      ? DENSE_BAND * n * n
      : 0;
  };
  return inner(run.integrator);
}

/** Minimising steps node by node, or of quantiles on the line. */
const hasScalarSteps = ({ geometry, energy, space }: Extract<ResolvedRun, { readonly task: "flow" }>): boolean =>
  geometry.name === "hellinger" ||
  space.name === "gaussian" ||
  (space.name === "particles" && space.d === 1 && !mentionsKernel(energy));

/** Times at which a run records. */
const recordsOf = (run: ResolvedRun): number =>
  run.task === "flow" ? run.time.records + 1 : run.task === "curve" ? run.records + 1 : 1;

/** About how many seconds the exact transport plans of a run take on one core: what reports no progress meanwhile. */
export const planTime = (run: ResolvedRun, sizeOf: SizeOfFile = UNKNOWN): number =>
  recordsOf(run) * ofDistances(run, sizeOf, distanceSeconds, recordSeconds);

/** States kept at the recorded times, and what the recorders make of them. */
function kept(run: ResolvedRun): number {
  if (run.task !== "flow" && run.task !== "curve") return 1;
  return recordsOf(run) * (1 + Object.keys(run.record).length);
}

/** Recorders that have a number for every point at each time, and those that have one for every coordinate of it. */
const BY_POINT: ReadonlySet<string> = new Set(["weights", "masses", "density"]);
const BY_COORDINATE: ReadonlySet<string> = new Set(["positions"]);

/** Bytes of what a flow records, about. */
export function recordedBytes(run: Extract<ResolvedRun, { readonly task: "flow" }>): number {
  const n = pointsOf(run.space);
  const numbers = Object.values(run.record).map(recorder =>
    BY_COORDINATE.has(recorder?.name ?? "") ? n * dimensionOf(run.space) : BY_POINT.has(recorder?.name ?? "") ? n : 1,
  );
  return NUMBER * (run.time.records + 1) * numbers.reduce((a, b) => a + b, 1);
}

/** Numbers of 8 bytes for each byte of a file: its bytes, its text, its cells, and their numbers. */
const OF_FILE = 2;

/** Numbers of generated data and of data files in a spec. */
function dataLength(part: unknown, sizeOf: SizeOfFile): number {
  if (typeof part !== "object" || part === null) return 0;
  const path = pathOf(part);
  if (path !== undefined) return OF_FILE * sizeOf(path).bytes;
  const { n, d = 2 } = part as { n?: number; d?: number };
  const inner = Object.values(part).reduce<number>((s, child) => s + dataLength(child, sizeOf), 0);
  return inner + ("generator" in part && typeof n === "number" ? n * (d + 1) : 0);
}

/**
 * An upper bound, in bytes, of what a run keeps in memory: recorded states, outputs, matrices over pairs of points,
 * generated data, and the data files whose sizes are known.
 */
export const memoryEstimate = (run: ResolvedRun, sizeOf: SizeOfFile = UNKNOWN): number =>
  NUMBER *
  (kept(run) * stateLength(run.space) +
    pairs(run, sizeOf) +
    energies(run, sizeOf) +
    implicit(run) +
    distances(run, sizeOf) +
    dataLength(run, sizeOf));
