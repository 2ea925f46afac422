import type { Vec } from "../../arithmetic/vec.js";
import { zeros } from "../../arithmetic/vectors.js";
import type { MonotonePiece } from "./monotone.js";

/** Cells between consecutive increasing faces. */
export type Faces = Vec;

/** The piece at time t: ends (1-t) from + t to, velocities of the ends to - from. */
const endsAt = ({ from, to }: MonotonePiece, t: number): readonly [number, number] => [
  (1 - t) * from[0] + t * to[0],
  (1 - t) * from[1] + t * to[1],
];

/** Index of the cell that holds x, by bisection; clamped to the first and the last one. */
function cellOf(faces: Faces, x: number): number {
  let low = 0;
  let high = faces.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (faces[middle] <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Masses on the cells of μ_t = ((1-t) id + t T)_# μ_0: every piece is spread over the cells that it covers. */
export function displacedMasses(pieces: readonly MonotonePiece[], faces: Faces, t: number): Vec {
  const masses = zeros(faces.length - 1);
  for (const piece of pieces) {
    const [a, b] = endsAt(piece, t);
    const first = cellOf(faces, a);
    const last = cellOf(faces, b);
    for (let i = first; i <= last; i++) {
      const share = first === last ? 1 : (Math.min(b, faces[i + 1]) - Math.max(a, faces[i])) / (b - a);
      masses[i] += piece.mass * share;
    }
  }
  return masses;
}

/**
 * Calls visit(face, velocity, density) for every inner face in [a, b) of a piece at time t: a face where two pieces
 * meet belongs to the right one.
 */
function atFaces(
  pieces: readonly MonotonePiece[],
  faces: Faces,
  t: number,
  visit: (face: number, velocity: number, density: number) => void,
): void {
  for (const piece of pieces) {
    const [a, b] = endsAt(piece, t);
    const { mass, from, to } = piece;
    const speedA = to[0] - from[0];
    const speedB = to[1] - from[1];
    for (let e = Math.max(0, cellOf(faces, a) - 1); e < faces.length - 2 && faces[e + 1] < b; e++)
      if (faces[e + 1] >= a) visit(e, speedA + ((faces[e + 1] - a) / (b - a)) * (speedB - speedA), mass / (b - a));
  }
}

/** Velocity T(x) - x of what passes the inner faces; 0 where nothing does. */
export function displacementVelocities(pieces: readonly MonotonePiece[], faces: Faces, t: number): Vec {
  const velocities = zeros(faces.length - 2);
  atFaces(pieces, faces, t, (face, velocity) => {
    velocities[face] = velocity;
  });
  return velocities;
}

/** Flux ρ_t v_t through the inner faces. */
function displacementFluxes(pieces: readonly MonotonePiece[], faces: Faces, t: number): Vec {
  const fluxes = zeros(faces.length - 2);
  atFaces(pieces, faces, t, (face, velocity, density) => {
    fluxes[face] = density * velocity;
  });
  return fluxes;
}

/** d/dt of `displacedMasses`: what enters each cell minus what leaves it. */
export function displacementRate(pieces: readonly MonotonePiece[], faces: Faces, t: number): Vec {
  const fluxes = displacementFluxes(pieces, faces, t);
  const rate = zeros(faces.length - 1);
  fluxes.forEach((j, e) => {
    rate[e] -= j;
    rate[e + 1] += j;
  });
  return rate;
}
