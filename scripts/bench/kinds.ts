/** Units of work of different kinds, each of some seconds. */

type Part = Readonly<Record<string, unknown>>;

const normal = (mean: number, covariance = 1): Part => ({ name: "gaussian", mean, covariance });
const I: readonly (readonly number[])[] = [
  [1, 0],
  [0, 1],
];
const planar = (x: number): Part => ({ name: "gaussian", mean: [x, 0], covariance: I });
const GAUSS: Part = { name: "gaussian", bandwidth: 1 };
const MMD: Part = { name: "half-mmd2", kernel: GAUSS, target: planar(0) };
const WELLS: Part = { name: "gibbs", potential: { name: "double-well", depth: 0.4 } };
const line = (n: number): Part => ({ name: "grid1d", n, interval: [-5, 5] });
const cloud = (n: number, d = 2): Part => ({ name: "particles", n, d });
const time = (end: number, steps: number, records: number): Part => ({ end, steps, records });
const F: Part = { F: { name: "energy" } };

const flow = (more: Part): Part => ({ task: "flow", geometry: { name: "wasserstein" }, record: F, ...more });
const transport = (n: number, method: Part): Part => ({
  task: "distance",
  space: line(n),
  from: normal(-0.5),
  to: normal(0.5, 2.25),
  metric: { name: "wasserstein", order: 2 },
  method,
});

/** Name -> unit: integrators and spaces of all families, and every task that can take long. */
export const KINDS: Readonly<Record<string, Part>> = {
  "noisy particles": flow({
    space: cloud(400),
    initial: planar(3),
    energy: MMD,
    integrator: { name: "noisy-euler", level: 0.1 },
    time: time(4, 3000, 30),
  }),
  "interaction-force transport": flow({
    space: cloud(64),
    initial: planar(3),
    energy: MMD,
    geometry: {
      name: "spherical",
      of: {
        name: "sum",
        of: [{ name: "wasserstein" }, { name: "scaled", factor: 0.1, of: { name: "mmd", kernel: GAUSS } }],
      },
    },
    integrator: {
      name: "splitting",
      scheme: "lie",
      of: [{ name: "noisy-euler", level: 0.5, until: 40 }, { name: "jko" }],
    },
    time: time(60, 600, 6),
  }),
  "transport on a grid": flow({
    space: line(400),
    initial: normal(1, 0.5),
    energy: { name: "kl", target: normal(0) },
    integrator: { name: "chang-cooper" },
    time: time(12, 20_000, 100),
  }),
  "growth on few states": flow({
    space: line(20),
    initial: normal(1, 0.5),
    energy: { name: "kl", target: normal(0) },
    geometry: { name: "hellinger" },
    integrator: { name: "exponential", order: 4 },
    time: time(4, 160_000, 80),
  }),
  "minimising movements of quantiles": flow({
    space: { name: "particles", n: 800, d: 1, placement: "quantiles" },
    initial: normal(0.3, 0.09),
    energy: { name: "kl", target: WELLS },
    integrator: { name: "jko" },
    time: time(1.2, 600, 6),
    record: { m: { name: "expectation", of: "x^2" } },
  }),
  "normal laws": flow({
    space: { name: "gaussian", d: 2 },
    initial: planar(2),
    energy: { name: "kl", target: planar(0) },
    integrator: { name: "rk4" },
    time: time(4, 100_000, 100),
  }),
  "steps that adapt": flow({
    space: line(60),
    initial: normal(1, 0.5),
    energy: { name: "kl", target: normal(0) },
    integrator: { name: "adaptive", tolerance: 1e-9 },
    time: time(6, 40, 40),
  }),
  "implicit steps": flow({
    space: line(1500),
    initial: normal(1, 0.5),
    energy: { name: "kl", target: normal(0) },
    integrator: { name: "implicit-euler" },
    time: time(4, 800, 8),
  }),
  "phases in the plane": flow({
    space: { name: "grid2d", n: [128, 128], box: [0, 1, 0, 1], periodic: true },
    initial: { name: "smooth-noise", amplitude: 0.05, modes: 12, seed: 7 },
    energy: { name: "ginzburg-landau", epsilon: 0.02 },
    geometry: { name: "l2" },
    integrator: { name: "semi-implicit", stabilisation: 2 },
    time: time(16, 800, 4),
  }),
  "convex networks": flow({
    space: { name: "particles", n: 400, d: 2, placement: "lattice" },
    initial: planar(0),
    energy: { name: "kl", target: planar(1) },
    integrator: { name: "network-jko", widths: [8], iterations: 40, rate: 0.02 },
    time: time(1.8, 36, 9),
    record: { m: { name: "expectation", of: "x1" } },
  }),
  "births and deaths": flow({
    space: cloud(1000, 1),
    initial: normal(0),
    energy: { name: "potential", potential: { name: "quadratic", matrix: [[1]] } },
    geometry: { name: "spherical", of: { name: "hellinger" } },
    integrator: { name: "birth-death" },
    time: time(2, 4000, 20),
    record: { m: { name: "expectation", of: "x^2" }, deaths: { name: "count", of: "deaths" } },
  }),
  "distances that are recorded": flow({
    space: cloud(60),
    initial: planar(2),
    energy: MMD,
    integrator: { name: "explicit-euler" },
    time: time(100, 200, 100),
    record: {
      w: { name: "distance", metric: { name: "wasserstein", order: 2 }, to: planar(0) },
    },
  }),
  geodesic: {
    task: "curve",
    space: cloud(24),
    from: planar(0),
    geometry: { name: "stein", kernel: GAUSS },
    by: { name: "release", end: 8, integrator: { name: "rk4" }, steps: 12_000 },
    records: 100,
    record: { hamiltonian: { name: "hamiltonian" } },
  },
  "linear program": transport(900, { name: "linear-program" }),
  "entropic transport": transport(1500, { name: "sinkhorn", epsilon: 0.5 }),
  "eigenvalues of a kernel": {
    task: "spectrum",
    space: line(1000),
    operator: { name: "kernel", kernel: { name: "laplace", bandwidth: 0.5 }, measure: normal(0) },
    method: { name: "static" },
    modes: 4,
  },
  regression: {
    task: "regression",
    space: line(2500),
    measure: { name: "uniform", interval: [-5, 5] },
    kernel: { name: "laplace", bandwidth: 0.5 },
    lambda: 0.1,
    response: { name: "function", of: "x1" },
    by: "primal",
  },
};
