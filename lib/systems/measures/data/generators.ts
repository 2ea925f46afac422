import { lookUp } from "../../../arithmetic/lookup.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { cos, sin } from "../../../arithmetic/functions.js";
import { dot } from "../../../arithmetic/vectors.js";
import { normals, type Random, stream } from "../../../arithmetic/random.js";
import { finite, nonNegative, whole } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Table } from "./table.js";

/** What every generator takes; each documents what `noise` and `shift` mean for it. */
export interface Recipe {
  readonly n: number;
  readonly d: number;
  readonly noise: number;
  readonly shift: number;
  readonly seed: number;
}

/** One row: a point and, for supervised data, its response. */
interface Row {
  readonly x: Vec;
  readonly y?: number;
}

/** N(shift · 1, noise² I). */
const gaussianRow = (random: Random, { d, noise, shift }: Recipe): Row => ({
  x: normals(random, d).map(z => shift + noise * z),
});

/** Equal parts of N(±2 e₁ + shift · 1, noise² I); the label is the side. */
function mixtureRow(random: Random, { d, noise, shift }: Recipe): Row {
  const y = random.uniform() < 0.5 ? 0 : 1;
  return { x: normals(random, d).map((z, c) => shift + (c === 0 ? 4 * y - 2 : 0) + noise * z), y };
}

/** Two interleaved half circles of radius 1 with centres (0, 0) and (1, ½), blurred by noise; the label is the moon. */
function moonRow(random: Random, { noise, shift }: Recipe): Row {
  const y = random.uniform() < 0.5 ? 0 : 1;
  const angle = Math.PI * random.uniform();
  const x = y === 0 ? [cos(angle), sin(angle)] : [1 - cos(angle), 0.5 - sin(angle)];
  return { x: Float64Array.from(x, v => v + shift + noise * random.normal()), y };
}

/** The unit circle, blurred by noise. */
function ringRow(random: Random, { noise, shift }: Recipe): Row {
  const angle = 2 * Math.PI * random.uniform();
  return { x: Float64Array.from([cos(angle), sin(angle)], v => v + shift + noise * random.normal()) };
}

/**
 * The dark half of the yin-yang of radius 1: the left half disc, without the half disc above, with the one below; the
 * eyes are the other way.
 */
function isDark(x: number, y: number): boolean {
  const from = (centre: number): number => x * x + (y - centre) * (y - centre);
  const eye = 1 / 36;
  if (from(0.5) < 0.25) return from(0.5) < eye;
  return from(-0.5) < 0.25 ? from(-0.5) >= eye : x < 0;
}

/** Uniform on the dark half of the yin-yang of radius 1, blurred by noise: draws from the square until one is there. */
function yinYangRow(random: Random, { noise, shift }: Recipe): Row {
  for (;;) {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    if (x * x + y * y < 1 && isDark(x, y))
      return { x: Float64Array.of(x, y).map(v => v + shift + noise * random.normal()) };
  }
}

/** y = Σ x_c/√d + noise z, x ~ N(shift · 1, I). */
function regressionRow(random: Random, { d, noise, shift }: Recipe): Row {
  const x = normals(random, d).map(z => z + shift);
  return { x, y: x.reduce((s, v) => s + v, 0) / Math.sqrt(d) + noise * random.normal() };
}

/** y = 1 where Σ x_c/√d + noise z > 0, else 0; x ~ N(shift · 1, I). */
function classificationRow(random: Random, recipe: Recipe): Row {
  const { x, y = 0 } = regressionRow(random, recipe);
  return { x, y: y > 0 ? 1 : 0 };
}

/** The outer weights a of the teacher. */
const TEACHER: Vec = Float64Array.of(1, -0.5, 0.25);

/**
 * y = Σ_j a_j max(0, w_j·x) + noise z with three fixed hidden units w_j = √2 e_{j mod d}, a = (1, -½, ¼); x ~ N(shift ·
 * 1, I).
 */
function teacherRow(random: Random, { d, noise, shift }: Recipe): Row {
  const x = normals(random, d).map(z => z + shift);
  const hidden = TEACHER.map((_, j) => Math.max(0, Math.SQRT2 * x[j % d]));
  return { x, y: dot(TEACHER, hidden) + noise * random.normal() };
}

/** Names of the generators of data. */
export type Generator =
  "gaussian" | "mixture" | "two-moons" | "ring" | "yin-yang" | "regression" | "classification" | "teacher-network";

const GENERATORS: { readonly [N in Generator]: (random: Random, recipe: Recipe) => Row } = {
  gaussian: gaussianRow,
  mixture: mixtureRow,
  "two-moons": moonRow,
  ring: ringRow,
  "yin-yang": yinYangRow,
  regression: regressionRow,
  classification: classificationRow,
  "teacher-network": teacherRow,
};

const PLANAR: readonly Generator[] = ["two-moons", "ring", "yin-yang"];

/**
 * n independent rows from the generator's own stream: the first m rows do not depend on n.
 *
 * ```ts
 * const moons = data.generate("two-moons", { n: 200, d: 2, noise: 0.1, shift: 0, seed: 1 });
 * ```
 */
export function generate(name: Generator, recipe: Recipe): Table {
  const rowOf = lookUp(GENERATORS, name);
  const dim = PLANAR.includes(name) ? 2 : recipe.d;
  if (PLANAR.includes(name) && recipe.d !== 2) refuse(`${name} is data in the plane: d must be 2`);
  whole("n, the number of rows,", recipe.n, 1);
  whole("d, the dimension of a row,", recipe.d, 1);
  nonNegative("the noise of data", recipe.noise);
  finite("the shift of data", recipe.shift);
  const random = stream(recipe.seed, `data/${name}`);
  const rows = Array.from({ length: recipe.n }, () => rowOf(random, recipe));
  return {
    dim,
    points: Float64Array.from(rows.flatMap(r => [...r.x])),
    labels: rows[0].y === undefined ? undefined : Float64Array.from(rows, r => r.y ?? NaN),
  };
}
