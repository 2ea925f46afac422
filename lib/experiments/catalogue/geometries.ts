import type { Kernel } from "../../compute/kernel-form.js";
import type { Geometry } from "../../systems/geometries/geometry.js";
import { scaled, spherical, sum, term } from "../../systems/geometries/combinators.js";
import {
  deStein,
  hellinger,
  hellingerKantorovich,
  hMinus1,
  interactionForceTransport,
  kernelHellinger,
  l2,
  mmd,
  ridgeHellinger,
  ridgeWasserstein,
  stein,
  wasserstein,
} from "../../systems/geometries/named.js";
import { reactions } from "../../systems/geometries/reactions.js";
import { leaves } from "../../systems/geometries/terms.js";
import { words } from "../../systems/geometries/smoothers/index.js";
import type { Smoother } from "../../systems/geometries/smoothers/smoother.js";
import { built, type Reference } from "../../systems/word.js";
import { kernelSmoother } from "../../systems/geometries/smoothers/kernel.js";

/** Reactions between five species, among them 2 A ⇌ B + C and one that makes more than it takes. */
const network = reactions(
  [
    { from: [2, 0, 0, 0, 0], to: [0, 1, 1, 0, 0], rate: 1 },
    { from: [0, 1, 0, 0, 0], to: [0, 0, 0, 1, 1], rate: 0.7 },
    { from: [0, 0, 0, 0, 1], to: [1, 0, 0, 0, 0], rate: 1.3 },
  ],
  [0.3, 0.2, 0.1, 0.25, 0.15],
);

/** Every geometry of table 0.2 and what the combinators make of them. */
const named = (k: Kernel): Readonly<Record<string, Geometry>> => ({
  hellinger,
  "spherical hellinger": spherical(hellinger),
  "kernel-hellinger": kernelHellinger(k),
  "spherical kernel-hellinger": spherical(kernelHellinger(k)),
  "ridge-hellinger": ridgeHellinger(k, 0.1),
  "spherical ridge-hellinger": spherical(ridgeHellinger(k, 0.1)),
  mmd: mmd(k),
  "spherical mmd": spherical(mmd(k)),
  wasserstein,
  stein: stein(k),
  "ridge-wasserstein": ridgeWasserstein(k, 0.1),
  "de-stein": deStein(k),
  "hellinger-kantorovich": hellingerKantorovich(0.7, 1.3),
  "spherical hellinger-kantorovich": spherical(hellingerKantorovich(0.7, 1.3)),
  ift: interactionForceTransport(0.7, 1.3, k),
  "spherical ift": spherical(interactionForceTransport(0.7, 1.3, k)),
  l2,
  "spherical l2": spherical(l2),
  "h-minus-1": hMinus1,
  "diffusion x kernel": term("diffusion", kernelSmoother(k)),
  reactions: network,
  "reactions and transport": sum(scaled(0.5, network), wasserstein),
  "spherical reactions": spherical(network),
  "sum of spherical and free": sum(spherical(hellinger), scaled(0.2, mmd(k)), stein(k)),
  "spherical of a sum of spherical": spherical(sum(spherical(hellinger), kernelHellinger(k))),
});

/** The samples of all smoothers, with one kernel. */
function smoothersWith(k: Kernel): Readonly<Record<string, Smoother>> {
  const smoother = (spec: Reference): Smoother => built(words, spec, { kernel: () => k, smoother });
  return Object.fromEntries(
    words.flatMap(({ samples }) =>
      samples.map((sample, i) => [`${sample.name}${i === 0 ? "" : ` ${i + 1}`}`, smoother(sample)] as const),
    ),
  );
}

/**
 * The geometries that have a name, and growth and transport with all other smoothers of the language, with one kernel.
 */
export function geometriesWith(k: Kernel): Readonly<Record<string, Geometry>> {
  const all = named(k);
  const covered = new Set(Object.values(all).flatMap(g => leaves(g).map(({ term: { smoother } }) => smoother.name)));
  const others = Object.entries(smoothersWith(k)).filter(([, smoother]) => !covered.has(smoother.name));
  const terms = others.flatMap(([name, smoother]) =>
    (["growth", "transport"] as const).map(mechanism => [`${mechanism} x ${name}`, term(mechanism, smoother)] as const),
  );
  return { ...all, ...Object.fromEntries(terms) };
}
