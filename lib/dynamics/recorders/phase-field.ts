import { whole } from "../../arithmetic/range.js";
import { cos } from "../../arithmetic/functions.js";
import type { Nodes } from "../../systems/measures/measure.js";
import type { Vec } from "../../arithmetic/vec.js";
import { type Recorder, series } from "./recorder.js";

/**
 * Coefficient of cos(k x₁): (2/|box|) ∫ u cos(k x₁) dx, where k x₁ runs through whole periods.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const record = [recorders.amplitude(measures.nodesOf(space), 2)];
 * ```
 */
export const amplitude = ({ points, volumes, dim }: Nodes, wavenumber: number): Recorder => {
  whole("the wavenumber of an amplitude", wavenumber, 1);
  const total = volumes.reduce((s, v) => s + v, 0);
  const basis = volumes.map((_, i) => cos(wavenumber * points[i * dim]));
  return series("amplitude", (_system, { u }) => (2 * u.reduce((s, m, i) => s + m * basis[i], 0)) / total);
};

/** Fraction of an interval on which the straight line from a to b is positive. */
function positiveFraction(a: number, b: number): number {
  if (a > 0 && b > 0) return 1;
  if (a <= 0 && b <= 0) return 0;
  return Math.max(a, b) / Math.abs(a - b);
}

/** The first zero of the piecewise linear u on the line; NaN where u has one sign. */
function firstZero(x: Vec, u: Vec): number {
  for (let i = 0; i + 1 < x.length; i++)
    if (u[i] === 0 || u[i] * u[i + 1] < 0) return x[i] + ((x[i + 1] - x[i]) * u[i]) / (u[i] - u[i + 1]);
  return NaN;
}

/**
 * Area of {u > 0} for u linear between the nodes of each row (second order in the cell) and constant on the half cells
 * at its ends.
 */
function positiveArea(u: Vec, rowLength: number, cell: number): number {
  let cells = 0;
  for (let start = 0; start < u.length; start += rowLength) {
    const last = start + rowLength - 1;
    cells += 0.5 * ((u[start] > 0 ? 1 : 0) + (u[last] > 0 ? 1 : 0));
    for (let i = start; i < last; i++) cells += positiveFraction(u[i], u[i + 1]);
  }
  return cells * cell;
}

/**
 * On the line the zero of u, NaN where it has none; in the plane the radius √(|{u > 0}|/π) of the disc.
 *
 * ```ts
 * const space = spaces.grid1d({ n: 100, interval: [-5, 5] });
 * const record = [recorders.interfacePosition(measures.nodesOf(space))];
 * ```
 */
export const interfacePosition = ({ points, volumes, dim }: Nodes): Recorder => {
  const rowLength = dim === 1 ? volumes.length : rowOf(points);
  return series(
    "interface-position",
    (_system, { u }) => {
      const field = u.map((m, i) => m / volumes[i]);
      return dim === 1 ? firstZero(points, field) : Math.sqrt(positiveArea(field, rowLength, volumes[0]) / Math.PI);
    },
    "partial",
  );
};

/** Number of nodes with the first x-coordinate: the length of a row of a 2-D grid. */
function rowOf(points: Vec): number {
  let n = 1;
  while (2 * n < points.length && points[2 * n] === points[0]) n++;
  return n;
}
