/** Which of the eight colours a geometry has, and what it is called. */
import type { Geometry, Smoother } from "../../experiments/language/types.generated.js";
import type { GeometryKey } from "./theme.js";

export interface Named {
  readonly key: GeometryKey;
  readonly name: string;
}

type Place = "transport" | "growth";
type Of<N extends Geometry["name"]> = Extract<Geometry, { name: N }>;

type Plain = Exclude<Smoother["name"], "product" | "centred">;

/** The ridge smoother stands between two rows; it has the colour of its limit for small λ. */
const TERMS: { readonly [P in Place]: { readonly [S in Plain]: Named } } = {
  transport: {
    identity: { key: "wasserstein", name: "Wasserstein" },
    kernel: { key: "stein", name: "Stein" },
    ridge: { key: "wasserstein", name: "ridge Wasserstein" },
    inverse: { key: "de-stein", name: "De-Stein" },
    "nadaraya-watson": { key: "wasserstein", name: "averaged Wasserstein" },
    projection: { key: "wasserstein", name: "projected Wasserstein" },
  },
  growth: {
    identity: { key: "fisher-rao", name: "Fisher–Rao" },
    kernel: { key: "kernel-fisher-rao", name: "kernelised Fisher–Rao" },
    ridge: { key: "fisher-rao", name: "ridge Fisher–Rao" },
    inverse: { key: "mmd", name: "MMD" },
    "nadaraya-watson": { key: "fisher-rao", name: "averaged Fisher–Rao" },
    projection: { key: "fisher-rao", name: "projected Fisher–Rao" },
  },
};
/** Powers of s: a product is called after the rung where it ends. */
const POWERS: { readonly [S in Plain]: number } = {
  identity: 0,
  kernel: 1,
  ridge: 0,
  inverse: -1,
  "nadaraya-watson": 0,
  projection: 0,
};

const powerOf = (smoother: Smoother): number => {
  if (smoother.name === "product") return smoother.of.reduce((n, s) => n + powerOf(s), 0);
  return smoother.name === "centred" ? powerOf(smoother.of) : POWERS[smoother.name];
};

function termName(place: Place, smoother: Smoother): Named {
  if (smoother.name === "centred") {
    const { key, name } = termName(place, smoother.of);
    return { key, name: `centred ${name}` };
  }
  if (smoother.name !== "product") return TERMS[place][smoother.name];
  const power = powerOf(smoother);
  return TERMS[place][power < 0 ? "inverse" : power > 0 ? "kernel" : "identity"];
}

const PLACES = { transport: "transport", diffusion: "transport", growth: "growth", deposit: "growth" } as const;

const NAMES: { readonly [N in Geometry["name"]]: (geometry: Of<N>) => Named } = {
  hellinger: () => TERMS.growth.identity,
  "kernel-hellinger": () => TERMS.growth.kernel,
  "ridge-hellinger": () => TERMS.growth.ridge,
  mmd: () => TERMS.growth.inverse,
  wasserstein: () => TERMS.transport.identity,
  stein: () => TERMS.transport.kernel,
  "ridge-wasserstein": () => TERMS.transport.ridge,
  "de-stein": () => TERMS.transport.inverse,
  l2: () => ({ key: "fisher-rao", name: "L²" }),
  "h-minus-1": () => ({ key: "wasserstein", name: "H⁻¹" }),
  term: g => termName(PLACES[g.mechanism], g.smoother),
  scaled: g => namedGeometry(g.of),
  spherical: g => spherical(namedGeometry(g.of)),
  sum: g => sum(g.of),
};

export const namedGeometry = (geometry: Geometry): Named => (NAMES[geometry.name] as (g: Geometry) => Named)(geometry);

/** Letters for narrow panels. */
const BRIEF: Readonly<Record<GeometryKey, string>> = {
  "de-stein": "De-Stein",
  wasserstein: "W",
  stein: "Stein",
  mmd: "MMD",
  "fisher-rao": "He",
  "kernel-fisher-rao": "KFR",
  ift: "IFT",
  wfr: "WFR",
};

/** A short name; S is spherical, λ a ridge. */
export const briefName = ({ key, name }: Named): string =>
  `${name.startsWith("spherical") ? "S" : ""}${name.startsWith("L²") || name.startsWith("H⁻¹") ? name : BRIEF[key]}${name.includes("ridge") ? " λ" : ""}`;

/** A name for narrow columns: "spherical FR". */
export const middleName = ({ name }: Named): string => name.replace("Fisher–Rao", "FR");

const spherical = ({ key, name }: Named): Named => ({ key, name: `spherical ${name}` });

const COOL: readonly GeometryKey[] = ["wasserstein", "stein", "de-stein"];

/** Motion and reweighting: with MMD it is IFT, otherwise Hellinger–Kantorovich. A term scaled by 0 is not there. */
function sum(terms: readonly Geometry[]): Named {
  const present = terms.filter(g => !(g.name === "scaled" && g.factor === 0)).map(namedGeometry);
  const moves = present.some(g => COOL.includes(g.key));
  const weighs = present.some(g => !COOL.includes(g.key));
  if (!moves || !weighs) return present[0];
  return present.some(g => g.key === "mmd") ? { key: "ift", name: "IFT" } : { key: "wfr", name: "WFR" };
}
