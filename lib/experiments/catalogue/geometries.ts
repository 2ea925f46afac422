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
import { centredSmoother } from "../../systems/geometries/smoothers/centred.js";
import { identity } from "../../systems/geometries/smoothers/identity.js";
import { kernelSmoother } from "../../systems/geometries/smoothers/kernel.js";
import { nadarayaWatson } from "../../systems/geometries/smoothers/nadaraya-watson.js";
import { productSmoother } from "../../systems/geometries/smoothers/product.js";
import { projectionSmoother } from "../../systems/geometries/smoothers/projection.js";

/** Every geometry of table 0.2 and what the combinators make of them, with one kernel. */
export const geometriesWith = (k: Kernel): Readonly<Record<string, Geometry>> => ({
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
  "growth x nadaraya-watson": term("growth", nadarayaWatson(k)),
  "transport x nadaraya-watson": term("transport", nadarayaWatson(k)),
  "growth x centred kernel": term("growth", centredSmoother(kernelSmoother(k))),
  "transport x centred identity": term("transport", centredSmoother(identity)),
  "growth x product": term("growth", productSmoother(kernelSmoother(k), kernelSmoother(k))),
  "transport x product": term("transport", productSmoother(identity, kernelSmoother(k))),
  "growth x projection": term("growth", projectionSmoother(2)),
  "transport x projection": term("transport", projectionSmoother(1)),
  "sum of spherical and free": sum(spherical(hellinger), scaled(0.2, mmd(k)), stein(k)),
  "spherical of a sum of spherical": spherical(sum(spherical(hellinger), kernelHellinger(k))),
});
