import { exp, log, square } from "../numerics/functions.js";
import type { ExperimentResult } from "../spec/result.js";
import { array, claim, experiment, normal, numbered, run } from "./fixtures.js";

/** Geodesics between two normal laws that are straight in μ, in √μ and in log μ. */
export const interpolationsFixture = (): ExperimentResult => {
  const x = numbered(121, (i) => -5 + i / 12);
  const t = numbered(41, (i) => i / 40);
  const [from, to] = [(v: number) => normal(v, -1.9, 0.7), (v: number) => normal(v, 1.7, 1.2)];
  const curve = (mean: (a: number, b: number, s: number) => number) => {
    const at = (k: number, i: number): number => mean(from(x[i]), to(x[i]), t[k]);
    const density = array(["t", "node"], [t.length, x.length], at);
    const mass = array(["t"], [t.length], (k) => numbered(x.length, (i) => at(k, i)).reduce((s, v) => s + v / 12, 0));
    return run({ density, mass }, { t, node: x });
  };
  const record = { density: { name: "density" }, mass: { name: "mass" } } as const;
  const kernel = { name: "gaussian", bandwidth: 1 } as const;
  return experiment({
    tasks: {
      affine: { task: "curve", geometry: { name: "mmd", kernel }, record }, root: { task: "curve", geometry: { name: "hellinger" }, record },
      log: { task: "curve", geometry: { name: "kernel-hellinger", kernel }, record },
    },
    runs: {
      affine: curve((a, b, s) => (1 - s) * a + s * b),
      root: curve((a, b, s) => square((1 - s) * Math.sqrt(a) + s * Math.sqrt(b))),
      log: curve((a, b, s) => exp((1 - s) * log(a) + s * log(b))),
    },
    claims: [claim("dip", 2e-14, 0, 1e-10)],
    figures: {
      ridges: {
        name: "interpolations", runs: ["affine", "root", "log"], labels: ["straight in $\\mu$", "straight in $\\sqrt\\mu$", "straight in $\\log\\mu$"],
        title: "Straight in $\\mu$, in $\\sqrt\\mu$, in $\\log\\mu$", caption: "Geodesics between the same two probabilities; only the first stays on the simplex, the others lose mass and regain it.",
        strip: [{ of: "affine.mass" }, { of: "root.mass" }, { of: "log.mass" }], badges: ["dip"],
      },
      two: { name: "interpolations", runs: ["affine", "root"], title: "Two columns", strip: [{ of: "affine.mass" }, { of: "root.mass" }] },
    },
  });
};
