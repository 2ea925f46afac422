import { admitted, refused, unmet } from "../../../arithmetic/admission.js";
import { exp } from "../../../arithmetic/functions.js";
import type { Vec } from "../../../arithmetic/vec.js";
import { axpy, concat, fill, subtract, sum, times } from "../../../arithmetic/vectors.js";
import { kernelGradientSum, kernelSum } from "../../../compute/index.js";
import { projectOnSimplex } from "../../../numerics/simplex.js";
import { parts } from "../../../systems/geometries/parts.js";
import { sameForm } from "../../../systems/kernels/same-form.js";
import { mapMasses } from "../../../systems/spaces/masses.js";
import type { GradientSystem } from "../../../systems/system.js";
import type { Integrator } from "../../integrator.js";
import { attractions, BATCHES, batchRefusals, type Batches, checkedBatches } from "./batches.js";
import { checkedNoise, type Noise, NOISE, noiseRefusals, perturbed } from "./noise.js";
import { integratorWord, type IntegratorWord } from "../word.js";

/** w -> the weights after a step, before they are projected, from the slope g = 𝒦(π - μ) at the particles. */
type Reweighting = (w: Vec, g: Vec, rate: number) => Vec;

/** The step of the weights that the second part of a geometry stands for, with its factor. */
interface Published {
  readonly alpha: number;
  readonly beta: number;
  readonly reweighting?: Reweighting;
}

/** w + 2 dt β g: the Euclidean gradient of MMD². */
const byMmd: Reweighting = (w, g, rate) => axpy(2 * rate, g, w);
/** w e^{dt β g} */
const byKl: Reweighting = (w, g, rate) =>
  times(
    w,
    g.map(v => exp(rate * v)),
  );

/** α W, α W + β MMD or α W + β Hellinger, the second spherical; undefined for other geometries. */
function publishedOf({ geometry, energy: { form } }: GradientSystem): Published | undefined {
  const [first, second, ...others] = parts(geometry);
  if (first.term.mechanism !== "transport" || first.term.smoother.form !== "identity" || others.length > 0)
    return undefined;
  const alpha = first.factor;
  if (!second) return { alpha, beta: 0 };
  const { term, spherical, factor: beta } = second;
  const { form: smoother, kernel } = term.smoother;
  if (!spherical || form.type !== "half-mmd2") return undefined;
  if (term.mechanism === "growth" && smoother === "identity") return { alpha, beta, reweighting: byKl };
  const same = smoother === "inverse" && kernel && sameForm(kernel.form, form.kernel.form);
  return same ? { alpha, beta, reweighting: byMmd } : undefined;
}

/** What the published algorithm leaves open: its noise, the target points of a step, and a remedy. */
export interface PublishedIft extends Partial<Noise>, Batches {
  /** Every particle moves as one of mean weight would, instead of the heavy ones faster and the massless ones never. */
  readonly unweighted?: boolean;
}

/**
 * The algorithm of the published IFT code, with its conventions (C-4), for α W, α W + β MMD and α W + β Hellinger, the
 * second part spherical: with f = 𝒦(μ - π), all of it at X + σN (noise at all points),
 * x_i ← x_i - dt α 2 w_i ∇f(x_i): the gradient of the un-halved MMD² in x_i, weight included; then at the new points
 * w ← P(w - 2 dt β f) for MMD, w ← P(w e^{-dt β f}) for Hellinger (KL), P the Euclidean projection on the simplex,
 * after KL too. dt α and dt β are the two step sizes of the code. Not a discretisation of the flow, whose velocity does
 * not depend on the weight, and no energy balance is claimed; for the flow take `splitting`.
 *
 * ```ts
 * const integrator = integrators.publishedIft({ level: 2, until: 4000 });
 * ```
 */
export function publishedIft({ unweighted = false, batch, batches, ...options }: PublishedIft = {}): Integrator {
  const seen = checkedBatches({ batch, batches });
  const noise = checkedNoise({ level: 0, everywhere: true, ...options });
  return {
    name: "published-ift",
    order: 0,
    inertial: true,
    ...((noise.level > 0 || seen.batch !== undefined || seen.batches) && { drift: publishedIft({ unweighted }) }),
    admit: system => {
      const { space, energy } = system;
      const { form } = energy;
      const method = publishedOf(system);
      if (space.support !== "atoms" || form.type !== "half-mmd2" || !method)
        return unmet(
          [space.support === "atoms", "is for particles"],
          [form.type === "half-mmd2", "is for ½MMD², of which it descends the double"],
          [method, "is for `wasserstein`, alone or with spherical `mmd` of the same kernel or spherical `hellinger`"],
        );
      const against = [...noiseRefusals(noise, space), ...batchRefusals(seen, form, space)];
      if (against.length > 0) return refused(...against);
      const { alpha, beta, reweighting } = method;
      const { kernel } = form;
      const { dim } = space;
      return admitted((dt, rng, _note, memory) => {
        const perturb = perturbed(noise, space, rng, memory);
        const attraction = attractions(seen, form, space, rng, memory);
        return (u, t) => {
          const w = space.masses(u);
          const speed = unweighted ? fill(w.length, sum(w) / w.length) : w;
          const z = perturb(u, t);
          const pi = attraction();
          const sources = space.nodes(noise.everywhere ? concat(z, u.subarray(z.length)) : u);
          const slopes = subtract(kernelGradientSum(kernel, z, sources, dim, w), pi.gradient(z));
          const v = u.slice();
          slopes.forEach((slope, i) => {
            v[i] -= dt * alpha * 2 * speed[Math.floor(i / dim)] * slope;
          });
          if (!reweighting) return v;
          const x = space.nodes(v);
          const g = subtract(pi.value(x), kernelSum(kernel, x, x, dim, w));
          const next = projectOnSimplex(reweighting(w, g, dt * beta), sum(w));
          return mapMasses(space, v, (_, i) => next[i]);
        };
      });
    },
  };
}

export const publishedIftWord: IntegratorWord = integratorWord({
  name: "published-ift",
  description:
    "The algorithm of the published IFT code with its conventions: " +
    "the un-halved MMD^2, position steps scaled by the weights, the Euclidean projection on the simplex " +
    "also after the KL update, noise at all points. " +
    "For half-mmd2 under wasserstein alone (MMD flow), with spherical mmd of the same kernel (IFT) " +
    "or with spherical hellinger (KL weights); dt times their factors are the two step sizes of the code. " +
    "Not a discretisation of the flow: no energy balance is claimed.",
  equation:
    "x_i+ = x_i - 2 dt alpha w_i grad f(x_i), f = K(u - pi); w+ = P(w - 2 dt beta f(x+)) or P(w exp(-dt beta f(x+)))",
  properties: {
    level: {
      description: "Standard deviation of the noise, in units of length; default 0.",
      optional: true,
      type: "number",
      minimum: 0,
    },
    ...NOISE,
    everywhere: {
      description: "Noise at all points, as published; false: only where the force is evaluated. Default true.",
      optional: true,
      type: "boolean",
    },
    ...BATCHES,
    unweighted: {
      description:
        "A remedy: every particle moves as one of mean weight would, so that massless ones do not stand still. " +
        "Default false.",
      optional: true,
      type: "boolean",
    },
  },
  build: ({ noise, batches, ...rest }, { table }) =>
    publishedIft({ ...rest, ...(noise && { given: table(noise) }), ...(batches && { batches: table(batches) }) }),
  on: () => publishedIft(),
});
