import {
  banana,
  diagonalQuadratic,
  doubleWell,
  logSumExp,
  quadratic,
  rippled,
  rosenbrock,
} from "../../../systems/measures/potentials.js";
import { zeros } from "../../../arithmetic/vectors.js";
import { normals, stream } from "../../../arithmetic/random.js";
import { whole } from "../../../arithmetic/range.js";
import { refuse } from "../../../arithmetic/refusal.js";
import type { Potential } from "../../../systems/measures/cloud.js";
import type { Potential as PotentialSpec } from "../types.generated.js";
import { squareMatrix, vectorOf } from "./numbers.js";
import type { Context } from "./context.js";
import { buildData } from "./data.js";
import { negativeLogLikelihood, polynomial } from "../../../systems/measures/exponential-family.js";
import { construct, type Registry } from "./registry.js";

/** What a potential may depend on beside its spec. */
type Surroundings = Pick<Context, "dim" | "readFile">;

const inDimension = (wanted: number, dim: number, name: string): void => {
  if (dim !== wanted) refuse(`the ${name} potential lives on R^${wanted}, the space has dimension ${dim}`);
};

const POTENTIALS: Registry<PotentialSpec, Surroundings, Potential> = {
  quadratic: ({ matrix, centre }, { dim }) =>
    quadratic(squareMatrix(matrix, dim), centre ? vectorOf(centre, dim) : zeros(dim)),
  "double-well": ({ depth }, { dim }) => {
    inDimension(1, dim, "double-well");
    return doubleWell(depth);
  },
  rippled: ({ amplitude, wavenumber, curvature }, { dim }) => {
    inDimension(1, dim, "rippled");
    return rippled(amplitude, wavenumber, curvature);
  },
  banana: ({ curvature, width }, { dim }) => {
    inDimension(2, dim, "banana");
    return banana(curvature, width);
  },
  diagonal: ({ curvatures }, { dim }) => diagonalQuadratic(vectorOf(curvatures, dim)),
  rosenbrock: ({ factor }, { dim }) => {
    inDimension(2, dim, "rosenbrock");
    return rosenbrock(factor);
  },
  polynomial: ({ powers, coefficients }, { dim }) => {
    inDimension(1, dim, "polynomial");
    return polynomial(powers, coefficients);
  },
  "log-likelihood": ({ powers, interval, data }, { dim, readFile }) => {
    inDimension(powers.length, dim, "log-likelihood");
    const table = buildData(data, { readFile });
    if (table.dim !== 1) refuse(`an energy-based model of numbers needs points of the line, not of R^${table.dim}`);
    return negativeLogLikelihood(powers, interval, table.points);
  },
  "log-sum-exp": ({ rows, seed }, { dim }) => {
    whole("the number of rows of log-sum-exp", rows, 1);
    whole("the seed of log-sum-exp", seed, 0);
    return logSumExp(normals(stream(seed, "log-sum-exp"), rows * dim), dim);
  },
};

/** V on R^dim. */
export const buildPotential = (spec: PotentialSpec, { dim, readFile }: Surroundings): Potential =>
  construct(POTENTIALS, spec, { dim, readFile });
