import { exp, log, log10, pow } from "../../arithmetic/functions.js";
import type { Note } from "../../arithmetic/notes.js";
import { refuse } from "../../arithmetic/refusal.js";
import type { Vec } from "../../arithmetic/vec.js";
import { sum } from "../../arithmetic/vectors.js";
import type { Box } from "../spaces/graph-operators.js";
import type { Atoms, Density, Nodes } from "./measure.js";
import { quantile } from "./quantiles.js";

/** Parts of the mass that are worth a note, and that make the state another measure. */
const NOTED = 1e-6;
const REFUSED = 0.05;

/** log Σ p(x) over the products of these coordinates. */
function logSum({ logDensity }: Density, axes: readonly Vec[]): number {
  const count = axes.reduce((n, axis) => n * axis.length, 1);
  const logs = Float64Array.from({ length: count }, (_, k) => {
    let rest = k;
    const x = axes.map(axis => {
      const value = axis[rest % axis.length];
      rest = Math.floor(rest / axis.length);
      return value;
    });
    return logDensity(Float64Array.from(x));
  });
  const top = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  return top === -Infinity ? top : top + log(sum(logs.map(v => exp(v - top))));
}

/** Midpoints of n cells of [a, b]. */
const midpoints = ([a, b]: readonly [number, number], n: number): Vec =>
  Float64Array.from({ length: n }, (_, i) => a + ((i + 0.5) * (b - a)) / n);

const cells = (box: Box, spacing: readonly number[]): readonly number[] =>
  box.map(([a, b], c) => Math.round((b - a) / spacing[c]));

/** 1 - Σ_box p / Σ_{three times the box} p: the mass outside as far as one length on each side shows it. */
function outsideBySums(density: Density, box: Box, spacing: readonly number[]): number {
  const counts = cells(box, spacing);
  const wide = box.map(([a, b]) => [2 * a - b, 2 * b - a] as const);
  const inside = logSum(
    density,
    box.map((side, c) => midpoints(side, counts[c])),
  );
  const all = logSum(
    density,
    wide.map((side, c) => midpoints(side, 3 * counts[c])),
  );
  return all === -Infinity ? 1 : Math.max(0, 1 - exp(inside - all));
}

/**
 * The part of a density outside of the box of a grid or finite set; 0 where no closed form is known on a finite set.
 */
export function outsideOf(density: Density, { box, spacing }: Nodes): number {
  if (density.outside) return density.outside(box);
  if (density.cdf) return density.cdf(box[0][0]) + (1 - density.cdf(box[0][1]));
  return spacing === undefined || density.improper === true ? 0 : outsideBySums(density, box, spacing);
}

/** k from -2 to 2 in each coordinate, without 0. */
const frequencies = (dim: number): readonly (readonly number[])[] =>
  Array.from({ length: pow(5, dim) }, (_, k) =>
    Array.from({ length: dim }, (_c, c) => (Math.floor(k / pow(5, c)) % 5) - 2),
  ).filter(k => k.some(v => v !== 0));

/**
 * Poisson's formula: the midpoint rule with spacing h sums N(m, Σ) to 1 + Σ_{k≠0} ± e^{-2π² kᵀH⁻¹ΣH⁻¹k}, H = diag h;
 * the largest that this can be off.
 */
function aliasing(covariance: Vec, spacing: readonly number[]): number {
  const d = spacing.length;
  const form = (k: readonly number[]): number =>
    k.reduce(
      (s, a, i) => s + k.reduce((t, b, j) => t + (a * b * covariance[i * d + j]) / (spacing[i] * spacing[j]), 0),
      0,
    );
  const total = frequencies(d).reduce((s, k) => s + exp(-2 * Math.PI * Math.PI * form(k)), 0);
  return Math.min(1, total);
}

/** How far the sum over the cells is from the one over cells of half the width, relative to the larger. */
function refinementDefect(density: Density, box: Box, spacing: readonly number[]): number {
  const counts = cells(box, spacing);
  const sumOver = (factor: number): number =>
    logSum(
      density,
      box.map((side, c) => midpoints(side, factor * counts[c])),
    ) -
    box.length * log(factor);
  const [coarse, fine] = [sumOver(1), sumOver(2)];
  return coarse === fine ? 0 : 1 - exp(-Math.abs(coarse - fine));
}

/** The relative error of the midpoint rule for the mass of a density: what the cells cannot resolve. */
export function unresolvedOf(density: Density, { box, spacing }: Nodes): number {
  if (spacing === undefined || density.improper === true) return 0;
  if (density.normal)
    return density.normal.reduce((s, { weight, covariance }) => s + weight * aliasing(covariance, spacing), 0);
  return refinementDefect(density, box, spacing);
}

/** The number of decimals that a length of this size is given with. */
const unitOf = (length: number): number => pow(10, Math.floor(log10(length)) - 1);

const text = (box: Box): string => box.map(([a, b]) => `[${a}, ${b}]`).join(" × ");

/** The least box around these and the old one, its ends rounded away from it. */
function around(box: Box, needed: Box): string {
  const sides = box.map(([a, b], c) => {
    const low = Math.min(a, needed[c][0]);
    const high = Math.max(b, needed[c][1]);
    const unit = unitOf(high - low);
    const rounded = (f: (x: number) => number, x: number): number => Number((f(x / unit) * unit).toPrecision(12));
    return [low < a ? rounded(Math.floor, low) : a, high > b ? rounded(Math.ceil, high) : b] as const;
  });
  return text(sides);
}

/** Deviations from the mean beyond which a normal law has less than NOTED of its mass. */
const FAR = 5;

/** A box that holds all but NOTED of the mass, where one is known. */
function boxOf({ normal, cdf, moments, dim }: Density): Box | undefined {
  const parts = normal ?? (cdf === undefined && moments ? [{ ...moments, weight: 1 }] : undefined);
  if (parts)
    return Array.from({ length: dim }, (_, c) => {
      const ends = parts.map(({ mean, covariance }) => [mean[c], FAR * Math.sqrt(covariance[c * dim + c])] as const);
      return [Math.min(...ends.map(([m, r]) => m - r)), Math.max(...ends.map(([m, r]) => m + r))] as const;
    });
  return cdf && [[quantile(cdf, NOTED / 2), quantile(cdf, 1 - NOTED / 2)]];
}

const part = (amount: number): string => Number(amount.toPrecision(2)).toString();

/** Says or refuses what of a density these nodes leave out or cannot resolve. Both are 0 of a truncated law. */
export function checkDensity(density: Density, nodes: Nodes, note: Note): void {
  if (density.truncated === true) return;
  const outside = outsideOf(density, nodes);
  const box = boxOf(density);
  const advice = box ? `${around(nodes.box, box)} would hold it` : "take a wider one";
  if (outside > REFUSED)
    refuse(
      `${part(outside)} of the mass lies outside of ${text(nodes.box)}: ${advice}; ` +
        `or write \`truncated\`, the law given that it is inside`,
    );
  if (outside > NOTED)
    note(
      "grid",
      `${part(outside)} of the mass lies outside of ${text(nodes.box)} and is left out, the rest scaled: ${advice}`,
    );
  const unresolved = unresolvedOf(density, nodes);
  const finer = "take more nodes, whose cells are narrower than the law's deviation";
  if (unresolved > REFUSED)
    refuse(`the cells are too wide for the law: its mass is off by up to ${part(unresolved)}; ${finer}`);
  if (unresolved > NOTED)
    note(
      "cells",
      `the cells are wide for the law: its mass is off by up to ${part(unresolved)}, which is scaled away; ${finer}`,
    );
}

/** Refuses atoms outside of the box; on a finite set a note says how far atoms are moved to their nodes. */
export function checkAtoms(
  { dim, cloud: { points, weights } }: Atoms,
  { box, spacing }: Nodes,
  moved: number,
  note: Note,
): void {
  const isOut = (j: number): boolean =>
    box.some(([a, b], c) => !(points[j * dim + c] >= a && points[j * dim + c] <= b));
  const total = weights.reduce((s, w) => s + Math.abs(w), 0);
  const outside = weights.reduce((s, w, j) => s + (isOut(j) ? Math.abs(w) : 0), 0) / total;
  const coordinates = (c: number): Vec => points.filter((_, k) => k % dim === c);
  const ends = (c: number): readonly [number, number] => [
    coordinates(c).reduce((a, b) => Math.min(a, b)),
    coordinates(c).reduce((a, b) => Math.max(a, b)),
  ];
  if (outside > NOTED)
    refuse(
      `${part(outside)} of the mass of the atoms lies outside of ${text(box)}: ${around(
        box,
        box.map((_, c) => ends(c)),
      )} would hold it`,
    );
  if (spacing === undefined && moved > 0)
    note("nodes", `atoms are moved by up to ${part(moved)} to their nearest nodes`);
}
