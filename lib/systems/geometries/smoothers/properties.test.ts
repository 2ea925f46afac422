import test from "node:test";
import assert from "node:assert/strict";
import { stream } from "../../../arithmetic/random.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { dot, maxAbs, subtract, sum, tabulate, times } from "../../../arithmetic/vectors.js";
import { gaussianKernel } from "../../kernels/gaussian.js";
import type { Block } from "../carrier.js";
import { built, type Reference } from "../../word.js";
import { centredSmoother } from "./centred.js";
import { words } from "./index.js";
import { kernelSmoother } from "./kernel.js";
import { ownSmoother } from "./own.js";
import { productSmoother } from "./product.js";
import { projectionSmoother } from "./projection.js";
import { ridgeSmoother } from "./ridge.js";
import type { Smoother } from "./smoother.js";

const rng = stream(5, "properties of smoothers");
const k = gaussianKernel(0.6);
const kernel = kernelSmoother(k);
const own = ownSmoother({ name: "iterated ridge", kernel: k, phi: s => 1 - 1 / ((1 + 5 * s) * (1 + 5 * s)) });
const build = (spec: Reference): Smoother => built(words, spec, { kernel: () => k, smoother: build });
/** Every sample of every smoother of the language, and products of factors that commute and that do not. */
const SMOOTHERS: readonly Smoother[] = [
  ...words.flatMap(({ samples }) => samples.map(build)),
  productSmoother(kernel, ridgeSmoother(k, 0.2)),
  productSmoother(centredSmoother(kernel), kernel),
  productSmoother(kernel, projectionSmoother(1)),
];
const points = Float64Array.of(-1.4, -0.6, 0.1, 0.8, 1.7);
const block = (weights: Vec): Block => ({ dim: 1, columns: 1, points, weights, fixed: false });
const weights = tabulate(5, () => 0.2 + rng.uniform());
const others = tabulate(5, () => 0.2 + rng.uniform());
const [f, g] = [1, 2].map(() => tabulate(5, () => rng.normal()));
const flux = (s: Smoother, w: Vec, values: Vec): Vec => s.flux(block(w), { values, temperature: 0 });

test("what a smoother says of itself is so: <g, D_w S f> = <f, D_w S g>, <1, D_w S f> = 0, D_w S without w, S𝒦_w = 𝒦_w S", () => {
  for (const s of [...SMOOTHERS, own]) {
    const label = [s.name, ...(s.of ?? []).map(part => part.name)].join(" ");
    const j = flux(s, weights, f);
    const size = maxAbs(j);
    assert.equal(Math.abs(dot(g, j) - dot(f, flux(s, weights, g))) < 1e-9 * size, s.symmetric, `${label}: symmetric`);
    assert.equal(Math.abs(sum(j)) < 1e-9 * size, s.conserves, `${label}: conserves`);
    assert.equal(maxAbs(subtract(j, flux(s, others, f))) < 1e-9 * size, s.weightless, `${label}: weightless`);
    const field = (part: Smoother, values: Vec): Vec => part.field(block(weights), { values, temperature: 0 });
    const apart = subtract(field(s, field(kernel, f)), field(kernel, field(s, f)));
    assert.equal(maxAbs(apart) < 1e-9, s.spectral, `${label}: spectral`);
  }
});

test("weightSlope is the derivative of ½ Σ w f·S_w f in the weights; where it is absent, no geodesics", () => {
  const half = (s: Smoother, w: Vec): number => 0.5 * dot(f, flux(s, w, f));
  const h = 1e-5;
  for (const s of SMOOTHERS) {
    const slope = s.weightSlope;
    assert.equal(slope !== undefined, s.spectral && s.of === undefined, s.name);
    if (!slope) continue;
    const field = s.field(block(weights), { values: f, temperature: 0 });
    const derivative = tabulate(5, i => {
      const shifted = (sign: number): Vec => weights.map((w, l) => (l === i ? w + sign * h : w));
      return (half(s, shifted(1)) - half(s, shifted(-1))) / (2 * h);
    });
    const said = tabulate(5, i => slope(f[i], field[i]));
    assert.ok(maxAbs(subtract(said, derivative)) < 1e-7 * Math.max(1, maxAbs(times(f, field))), s.name);
  }
});
