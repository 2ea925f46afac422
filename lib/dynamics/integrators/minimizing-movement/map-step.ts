import { stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import {
  constant,
  convex,
  type Expression,
  gradients,
  jacobian,
  logDeterminant,
  minimise,
  minus,
  type Network,
  plus,
  product,
  rowSums,
  scaled,
  spread,
  times,
} from "../../../numerics/networks/index.js";
import { potentialGradients, potentialValues } from "../../../systems/energies/potential-values.js";
import type { Cloud, Potential } from "../../../systems/measures/cloud.js";

/** How a map is fitted: the input-convex network, and the steps of Adam. */
export interface MapFit {
  /** Units of the hidden layers; none leaves quadratics, whose gradients are the affine maps. */
  readonly widths: readonly number[];
  /** Size of the slopes of its units at the start; default 1. A potential that ripples wants its wavenumber. */
  readonly slope?: number;
  /** Distance from 0 over which they bend at the start; default 0. */
  readonly spread?: number;
  /** Steps of Adam for one step in time: a half at the rate, a quarter at 1/4 and a quarter at 1/16 of it. */
  readonly iterations: number;
  readonly rate: number;
  /** Seed of the first parameters. */
  readonly seed: number;
}

/** Parameters of a network as plain data, which the memory of a run can keep. */
export type Parameters = readonly { readonly values: Vec; readonly columns: number }[];

/** The map after a step: where it takes the points, log det DT there, its loss and that of standing still. */
export interface FittedMap {
  readonly points: Vec;
  readonly logDeterminants: Vec;
  readonly parameters: Parameters;
  readonly loss: number;
  readonly still: number;
}

/** V at the rows of y: a leaf of the library that is differentiated once, by ∇V. */
function potentialAt(V: Potential, y: Expression): Expression {
  const { rows, columns, values } = y;
  const slopes = constant(potentialGradients(V, values, columns), columns);
  return {
    rows,
    columns: 1,
    values: potentialValues(V, values, columns),
    dependences: [{ on: y, pullback: g => times(spread(g, rows, columns), slopes) }],
  };
}

const networkOf = (dimension: number, { widths, slope, spread: distance }: MapFit): Network =>
  convex({ dimension, widths, slope, spread: distance });

/** The parameters from which a run starts: near the identity. */
export const firstParameters = (dimension: number, fit: MapFit): Parameters =>
  networkOf(dimension, fit).start(stream(fit.seed, "network"));

/**
 * One JKO step over maps T = ∇ψ with ψ an input-convex network: from weighted points of u it minimises
 *
 *     Σ w_i (|x_i - T(x_i)|²/2τ + V(T(x_i)) - θ log det DT(x_i)),
 *
 * which is W²(u, T_#u)/2τ + F(T_#u) - θ ∫ u log u of the free energy F with temperature θ, since gradients of convex
 * functions are optimal maps and ∫ log(T_#u) dT_#u = ∫ log u du - ∫ log det DT du.
 */
export function mapStep(
  { points, weights }: Cloud,
  dimension: number,
  energy: { readonly potential: Potential; readonly temperature: number },
  tau: number,
  fit: MapFit,
  before: Parameters,
): FittedMap {
  const network = networkOf(dimension, fit);
  const x = constant(points, dimension);
  const row = constant(weights, weights.length);
  const at = (parameters: readonly Expression[]): { readonly map: Expression; readonly volume: Expression } => {
    const [map] = gradients(network.apply(parameters, x), [x]);
    return { map, volume: logDeterminant(jacobian(map, x)) };
  };
  const lossOf = ({ map, volume }: ReturnType<typeof at>): Expression => {
    const move = minus(x, map);
    const cost = plus(scaled(0.5 / tau, rowSums(times(move, move))), potentialAt(energy.potential, map));
    return product(row, minus(cost, scaled(energy.temperature, volume)));
  };
  let parameters: readonly Expression[] = before.map(({ values, columns }) => constant(values, columns));
  for (const [share, factor] of SCHEDULE)
    ({ parameters } = minimise(p => lossOf(at(p)), parameters, {
      steps: Math.ceil(share * fit.iterations),
      rate: factor * fit.rate,
    }));
  const fitted = at(parameters);
  return {
    points: fitted.map.values,
    logDeterminants: fitted.volume.values,
    parameters: parameters.map(({ values, columns }) => ({ values, columns })),
    loss: lossOf(fitted).values[0],
    still: potentialValues(energy.potential, points, dimension).reduce((s, v, i) => s + weights[i] * v, 0),
  };
}

/** Shares of the iterations, and the part of the rate at which they go. */
const SCHEDULE = [
  [0.5, 1],
  [0.25, 1 / 4],
  [0.25, 1 / 16],
] as const;
