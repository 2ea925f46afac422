import type { Rng } from "../../arithmetic/random.js";
import type { Vec } from "../../arithmetic/vec.js";
import { cos, norm, sin } from "../../arithmetic/functions.js";
import { maxAbs, row, scale, zeros } from "../../arithmetic/vectors.js";
import { stream } from "../../arithmetic/random.js";
import type { Box } from "../spaces/graph-operators.js";
import type { Field, Nodes } from "./measure.js";
import { finite, positive, whole } from "../../arithmetic/range.js";

const atNodes = ({ points, dim, volumes }: Nodes, f: (x: Vec) => number): Vec =>
  volumes.map((_, i) => f(row(points, i, dim)));

/**
 * u = a cos(k x), x the first coordinate.
 *
 * ```ts
 * const field = measures.wave(0.1, 2);
 * ```
 */
export function wave(amplitude: number, wavenumber: number): Field {
  finite("the amplitude of a wave", amplitude);
  whole("the wave number of a wave", wavenumber, 0);
  return { kind: "field", on: nodes => atNodes(nodes, ([x]) => amplitude * cos(wavenumber * x)) };
}

/**
 * -1 left and +1 right of a point of the line; +1 in the disc of this radius about the centre of the box, -1 outside.
 *
 * ```ts
 * const field = measures.sharpInterface(0.5);
 * ```
 */
export function sharpInterface(at: number): Field {
  finite("the place or radius of an interface", at);
  return {
    kind: "field",
    on: nodes => {
      const centre = nodes.box.map(([a, b]) => (a + b) / 2);
      const radius = (x: Vec): number => norm(...centre.map((c, i) => x[i] - c));
      const signed = nodes.dim === 1 ? ([x]: Vec): number => x - at : (x: Vec): number => at - radius(x);
      return atNodes(nodes, x => Math.sign(signed(x)));
    },
  };
}

/**
 * All integer wave vectors of length at most `modes`, one of each pair ±k, in lexicographic order; k = 0 is left out.
 */
function waveVectors(dim: number, modes: number): readonly (readonly number[])[] {
  const axis = Array.from({ length: 2 * modes + 1 }, (_, i) => i - modes);
  const all = Array.from({ length: dim }).reduce<number[][]>(list => list.flatMap(k => axis.map(a => [...k, a])), [[]]);
  return all.filter(k => norm(...k) <= modes && (k.find(a => a !== 0) ?? 0) > 0);
}

/** a cos(k·θ) + b sin(k·θ) with standard normal a, b, where θ runs through [0, 2π) on each side of the box. */
function addMode(out: Vec, { points, dim }: Nodes, box: Box, k: readonly number[], random: Rng): void {
  const a = random.normal();
  const b = random.normal();
  for (let i = 0; i < out.length; i++) {
    const phase = k.reduce(
      (s, kc, c) => s + (2 * Math.PI * kc * (points[i * dim + c] - box[c][0])) / (box[c][1] - box[c][0]),
      0,
    );
    out[i] += a * cos(phase) + b * sin(phase);
  }
}

/**
 * A random trigonometric polynomial on the box, periodic and of mean 0, scaled to max |u| = amplitude.
 *
 * ```ts
 * const field = measures.smoothNoise(0.05, 8, 1);
 * ```
 */
export function smoothNoise(amplitude: number, modes: number, seed: number): Field {
  positive("the amplitude of smooth noise", amplitude);
  whole("the largest wave number of smooth noise", modes, 1);
  whole("the seed of smooth noise", seed, 0);
  return {
    kind: "field",
    on: nodes => {
      const random = stream(seed, "smooth-noise");
      const out = zeros(nodes.volumes.length);
      for (const k of waveVectors(nodes.dim, modes)) addMode(out, nodes, nodes.box, k, random);
      return scale(amplitude / maxAbs(out), out);
    },
  };
}
