import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vec } from "../../../arithmetic/vec.js";
import { concat } from "../../../arithmetic/vectors.js";
import type { Kernel } from "../../../compute/kernel-form.js";
import { halfMmd2 } from "../../../systems/energies/half-mmd2.js";
import { scaled, spherical, sum } from "../../../systems/geometries/combinators.js";
import type { Geometry } from "../../../systems/geometries/geometry.js";
import { mmd, wasserstein } from "../../../systems/geometries/named.js";
import { gaussianKernel } from "../../../systems/kernels/gaussian.js";
import { inverseMultiquadricKernel } from "../../../systems/kernels/inverse-multiquadric.js";
import { particles } from "../../../systems/spaces/particles.js";
import type { Integrator } from "../../integrator.js";
import { solve } from "../../solve.js";
import { splitting } from "../splitting.js";
import { jko } from "./jko.js";

const space = particles({ n: 6, dim: 2 });
const X = Float64Array.of(0.1, -0.3, 1.2, 0.4, -0.7, 0.9, 0.5, 1.6, -1.1, -0.8, 2, -0.5);
const W = Float64Array.of(0.3, 0.1, 0.2, 0.1, 0.2, 0.1);
const target = {
  points: Float64Array.of(0.4, 0.2, -0.6, -1.2, 1.5, 1.1, -0.2, 1.9, 0.9, -1.4),
  weights: Float64Array.of(0.1, 0.3, 0.25, 0.2, 0.15),
};

/** Where `steps` steps of length dt end that descend ½MMD² to the target. */
function end(kernel: Kernel, geometry: Geometry, integrator: Integrator, dt: number, steps: number): Vec {
  const system = { space, energy: halfMmd2(space, kernel, target), geometry };
  const { status, reason, final } = solve({ system, initial: concat(X, W), end: steps * dt }, integrator, { steps });
  assert.equal(status, "completed", reason);
  return final;
}

/** Stationary points are found to 1e-8 of the terms of their equations at worst, and mostly to rounding. */
function near(values: Vec, known: readonly number[]): void {
  assert.equal(values.length, known.length);
  known.forEach((v, i) => assert.ok(Math.abs(values[i] - v) <= 1e-9, `${i}: ${values[i]}, not ${v}`));
}

/*
 * By numpy 2.4.6 and scipy 1.17.1: the lowest of four minima found by BFGS from different starts, each polished by
 * Powell's hybrid method until the gradient is below 1e-14; the quadratic programs by all 63 supports.
 */

const MOVED: readonly (readonly [kernel: Kernel, tau: number, known: readonly number[]])[] = [
  [
    gaussianKernel(0.9),
    0.5,
    [
      0.16001520933258215, -0.5350424684955672, 1.3258192510289577, 0.6591790828873529, -0.6454028796910715,
      1.1315179691812804, 0.6138801471589601, 1.6710239913597944, -1.0506738860035216, -1.041444993855628,
      1.9888974782551443, -0.5070849362975044,
    ],
  ],
  [
    gaussianKernel(0.9),
    4,
    [
      0.17450991532011614, -1.003021126103571, 1.4554182458995557, 1.0298431443558904, -0.27931510929881354,
      1.644522676721816, 1.1244970988055347, 1.398872383581952, -0.9850271229313271, -1.2754251833639194,
      1.7957168703967328, -0.17768825081403947,
    ],
  ],
  [
    inverseMultiquadricKernel(0.6),
    0.5,
    [
      0.1580181562930251, -0.362233914490339, 1.3020060899799586, 0.6201821948460902, -0.6666543495432807,
      1.0205837697927702, 0.5078963791606608, 1.6713290041158808, -0.9282317764117922, -1.0239876193757116,
      2.0033025431697506, -0.5117303791434882,
    ],
  ],
  [
    inverseMultiquadricKernel(0.6),
    4,
    [
      0.27959532725734254, -0.34304405214224565, 1.5283858103390624, 1.0873240253399654, -0.2882175979689907,
      1.8179749605469913, 0.6665933075171149, 1.73058830437778, -0.6336709403372335, -1.253546549441003,
      1.9609294999310132, -0.5641037945438581,
    ],
  ],
];

for (const [kernel, tau, known] of MOVED)
  test(`${kernel.name}, α dt = ${tau}: three steps argmin ½MMD² + Σ w|y - x|²/2α dt are a peer's to 1e-9`, () => {
    near(end(kernel, scaled(2, wasserstein), jko, tau / 2, 3), [...known, ...W]);
  });

const WEIGHTED: readonly (readonly [kernel: Kernel, eta: number, free: readonly number[], kept: readonly number[]])[] =
  [
    [
      gaussianKernel(0.9),
      0.2,
      [
        0.23453737526680152, 0.12119222486127076, 0.11912378006374322, 0.15175589127943365, 0.20100862855995136,
        0.06855275045120869,
      ],
      [
        0.2440034297378546, 0.12922661158161652, 0.13558402062720357, 0.1727298860127275, 0.2247472836972285,
        0.09370876834336933,
      ],
    ],
    [
      inverseMultiquadricKernel(0.6),
      3,
      [
        0.15093754479771554, 0.16078128259022864, 0.06461323203953329, 0.17935462691155638, 0.19624884199405004,
        0.07029254841936645,
      ],
      [
        0.16814522679277527, 0.17959747332582163, 0.0931332743354602, 0.21285017900389225, 0.23556845634544502,
        0.11070539019660566,
      ],
    ],
    [
      // one particle ends without mass: the sign constraint holds it
      gaussianKernel(1.6),
      5,
      [0.23198032486046147, 0.029954200021338168, 0, 0.30532544137153705, 0.21147002130462084, 0.14748306780786152],
      [0.21839140797930742, 0.006194581904269785, 0, 0.3415358421730011, 0.24558995071984824, 0.18828821722357342],
    ],
  ];

for (const [kernel, eta, free, kept] of WEIGHTED)
  test(`${kernel.name}, β dt = ${eta}: three MMD steps over w ≥ 0, and with Σw kept, are a peer's to 1e-9`, () => {
    const geometry = scaled(0.5, mmd(kernel));
    near(end(kernel, geometry, jko, 2 * eta, 3), [...X, ...free]);
    near(end(kernel, spherical(geometry), jko, 2 * eta, 3), [...X, ...kept]);
  });

const INTERACTION: readonly (readonly [kernel: Kernel, known: readonly number[]])[] = [
  [
    gaussianKernel(0.9),
    [
      0.17993231422987707, -0.6493035548993398, 1.3775064334922011, 0.7313567398336598, -0.6365135593066156,
      1.217865792099887, 0.6181087302825118, 1.691231085411515, -0.9904656101436985, -1.1251225161309668,
      1.9749890927384621, -0.542454854800779, 0.24333567646609724, 0.15993541519162913, 0.13892235689823548,
      0.16121536100268818, 0.22734552658761237, 0.06924566385373757,
    ],
  ],
  [
    inverseMultiquadricKernel(0.6),
    [
      0.18280477803934214, -0.3874544824920867, 1.3626928349698164, 0.7559688737829525, -0.6535075387982154,
      1.0791949018482754, 0.4694162231803596, 1.7100912944622633, -0.7987461044519716, -1.1253192558814593,
      1.997372556732248, -0.5328193715353113, 0.2024806400658631, 0.16975270694183028, 0.13528403187888208,
      0.14653168503380912, 0.2560254390881357, 0.08992549699147971,
    ],
  ],
];

for (const [kernel, known] of INTERACTION)
  test(`${kernel.name}: five Wasserstein steps of ½MMD² and a simplex-constrained MMD step are those of a peer to 1e-9`, () => {
    const geometry = spherical(sum(scaled(5, wasserstein), scaled(2, mmd(kernel))));
    near(end(kernel, geometry, splitting("lie", [jko, jko]), 0.1, 5), known);
  });
