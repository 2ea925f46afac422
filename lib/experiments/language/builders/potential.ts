import {
  banana,
  diagonalQuadratic,
  doubleWell,
  logSumExp,
  quadratic,
  rosenbrock,
} from "../../../systems/measures/potentials.js";
import { zeros } from "../../../arithmetic/vectors.js";
import { normals, stream } from "../../../arithmetic/random.js";
import { whole } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Potential } from "../../../systems/measures/cloud.js";
import type { Potential as PotentialSpec } from "../types.generated.js";
import { squareMatrix, vectorOf } from "./numbers.js";
import { construct, type Registry } from "./registry.js";

const inDimension = (wanted: number, dim: number, name: string): void => {
  if (dim !== wanted) refuse(`the ${name} potential lives on R^${wanted}, the space has dimension ${dim}`);
};

const POTENTIALS: Registry<PotentialSpec, number, Potential> = {
  quadratic: ({ matrix, centre }, dim) =>
    quadratic(squareMatrix(matrix, dim), centre ? vectorOf(centre, dim) : zeros(dim)),
  "double-well": ({ depth }, dim) => {
    inDimension(1, dim, "double-well");
    return doubleWell(depth);
  },
  banana: ({ curvature, width }, dim) => {
    inDimension(2, dim, "banana");
    return banana(curvature, width);
  },
  diagonal: ({ curvatures }, dim) => diagonalQuadratic(vectorOf(curvatures, dim)),
  rosenbrock: ({ factor }, dim) => {
    inDimension(2, dim, "rosenbrock");
    return rosenbrock(factor);
  },
  "log-sum-exp": ({ rows, seed }, dim) => {
    whole("the number of rows of log-sum-exp", rows, 1);
    whole("the seed of log-sum-exp", seed, 0);
    return logSumExp(normals(stream(seed, "log-sum-exp"), rows * dim), dim);
  },
};

/** V on R^dim. */
export const buildPotential = (spec: PotentialSpec, dim: number): Potential => construct(POTENTIALS, spec, dim);
