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

/** Half the width of the window at a face, in units of the narrower cell beside it. */
const WINDOW = 1e-6;

/** What passes the inner faces at a time. */
export interface Passage {
  /** ρ_t, per length. */
  readonly density: Vec;
  /** T(x) - x; 0 where nothing passes. */
  readonly velocity: Vec;
}

/**
 * ρ_t and T(x) - x at the inner faces: means over a window that is much narrower than a cell. A face where pieces meet
 * sees both of them, and what rounding leaves between them, or of them, weighs nothing.
 */
export function passage(pieces: readonly MonotonePiece[], faces: Faces, t: number): Passage {
  const density = zeros(faces.length - 2);
  const velocity = zeros(faces.length - 2);
  const width = (e: number): number => WINDOW * Math.min(faces[e + 1] - faces[e], faces[e + 2] - faces[e + 1]);
  for (const piece of pieces) {
    const [a, b] = endsAt(piece, t);
    const { mass, from, to } = piece;
    const speedA = to[0] - from[0];
    const speedB = to[1] - from[1];
    if (!(b > a)) continue;
    const speed = (x: number): number => speedA + ((x - a) / (b - a)) * (speedB - speedA);
    for (let e = Math.max(0, cellOf(faces, a) - 1); e < density.length && faces[e + 1] - width(e) < b; e++) {
      const [face, half] = [faces[e + 1], width(e)];
      const [left, right] = [Math.max(a, face - half), Math.min(b, face + half)];
      if (!(right > left)) continue;
      const inside = a <= face - half && face + half <= b;
      const part = (mass / (b - a)) * (inside ? 1 : (right - left) / (2 * half));
      density[e] += part;
      velocity[e] += (part / density[e]) * (speed(inside ? face : (left + right) / 2) - velocity[e]);
    }
  }
  return { density, velocity };
}

/** d/dt of `displacedMasses`: the fluxes ρ (T - id) that enter each cell minus those that leave it. */
export function netInflow({ density, velocity }: Passage): Vec {
  const rate = zeros(density.length + 1);
  density.forEach((rho, e) => {
    const flux = rho * velocity[e];
    rate[e] -= flux;
    rate[e + 1] += flux;
  });
  return rate;
}
