import type * as library from "../../lib/index.js";

/** Where two particles end that flow to data under ½MMD²: by the library as it is, or as one bundle. */
export function endOfFlow({
  concat,
  energies,
  geometries,
  integrators,
  kernels,
  measures,
  normals,
  solve,
  spaces,
  stream,
}: typeof library): readonly number[] {
  const data = { points: normals(stream(7, "data"), 20), weights: measures.equalWeights(10) };
  const space = spaces.particles({ n: 2, dim: 2 });
  const system = {
    space,
    energy: energies.halfMmd2(space, kernels.gaussian(1), data),
    geometry: geometries.wasserstein,
  };
  const initial = concat(normals(stream(7, "start"), 4), measures.equalWeights(2));
  return [...solve({ system, initial, end: 1 }, integrators.rk4, { steps: 10 }).final];
}
