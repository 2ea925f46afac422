import { type Geometry, isNetwork } from "./geometry.js";
import { keepsNumber } from "./network.js";

/** Whether 𝕂* 1 = 0, so that <1, u̇> = 0 whatever the energy. */
export function conservesMass(geometry: Geometry): boolean {
  switch (geometry.type) {
    case "term":
      if (isNetwork(geometry.mechanism)) return keepsNumber(geometry.mechanism);
      return geometry.mechanism === "transport" || geometry.mechanism === "diffusion" || geometry.smoother.conserves;
    case "scaled":
      return conservesMass(geometry.of);
    case "sum":
      return geometry.of.every(conservesMass);
    case "spherical":
      return true;
  }
}
