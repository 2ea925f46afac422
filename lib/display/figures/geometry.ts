/** Which of the eight colours a geometry has, and what it is called. */
import type { Geometry, Smoother } from "../../experiments/language/types.generated.js";
import { words } from "../../systems/geometries/smoothers/index.js";
import type { Called } from "../../systems/geometries/smoothers/word.js";
import type { GeometryKey } from "./theme.js";

export interface Named {
  readonly key: GeometryKey;
  readonly name: string;
}

type Place = "transport" | "growth";
type Of<N extends Geometry["name"]> = Extract<Geometry, { name: N }>;

type Rung = "identity" | "kernel" | "inverse";

/** The ladder of kernel powers, f(s) = 1, s, 1/s, of motion and of reweighting. */
const RUNGS: { readonly [P in Place]: { readonly [R in Rung]: Named } } = {
  transport: {
    identity: { key: "wasserstein", name: "Wasserstein" },
    kernel: { key: "stein", name: "Stein" },
    inverse: { key: "de-stein", name: "De-Stein" },
  },
  growth: {
    identity: { key: "fisher-rao", name: "Fisher–Rao" },
    kernel: { key: "kernel-fisher-rao", name: "kernelised Fisher–Rao" },
    inverse: { key: "mmd", name: "MMD" },
  },
};

/** What a smoother is made of. */
const partsOf = (smoother: Smoother): readonly Smoother[] => ("of" in smoother ? [smoother.of].flat() : []);

/** How its word calls a smoother; one that is no word of the language stands on the rung of the identity. */
const calledBy = ({ name }: Smoother): Called => words.find(word => word.name === name) ?? { adjective: name };

const powerOf = (smoother: Smoother): number =>
  partsOf(smoother).reduce((power, part) => power + powerOf(part), calledBy(smoother).rung ?? 0);

/**
 * What stands before the name: a smoother of one part also has the adjectives of its part, a product of many has none.
 */
function adjectivesOf(smoother: Smoother): readonly string[] {
  const { adjective } = calledBy(smoother);
  const parts = partsOf(smoother);
  return [...(adjective ? [adjective] : []), ...(parts.length === 1 ? adjectivesOf(parts[0]) : [])];
}

/**
 * A ridge stands between two rungs and has the colour of its limit for small λ; a product is called after its power.
 */
function termName(place: Place, smoother: Smoother): Named {
  const power = powerOf(smoother);
  const { key, name } = RUNGS[place][power < 0 ? "inverse" : power > 0 ? "kernel" : "identity"];
  return { key, name: [...adjectivesOf(smoother), name].join(" ") };
}

const PLACES = { transport: "transport", diffusion: "transport", growth: "growth", deposit: "growth" } as const;

const NAMES: { readonly [N in Geometry["name"]]: (geometry: Of<N>) => Named } = {
  hellinger: () => RUNGS.growth.identity,
  "kernel-hellinger": () => RUNGS.growth.kernel,
  "ridge-hellinger": () => ({ key: "fisher-rao", name: "ridge Fisher–Rao" }),
  mmd: () => RUNGS.growth.inverse,
  wasserstein: () => RUNGS.transport.identity,
  stein: () => RUNGS.transport.kernel,
  "ridge-wasserstein": () => ({ key: "wasserstein", name: "ridge Wasserstein" }),
  "de-stein": () => RUNGS.transport.inverse,
  l2: () => ({ key: "fisher-rao", name: "L²" }),
  "h-minus-1": () => ({ key: "wasserstein", name: "H⁻¹" }),
  term: g => termName(PLACES[g.mechanism], g.smoother),
  reactions: () => ({ key: "fisher-rao", name: "reactions" }),
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
export function briefName({ key, name }: Named): string {
  const brief = /^(L²|H⁻¹|reactions)/.test(name) ? name : BRIEF[key];
  return `${name.startsWith("spherical") ? "S" : ""}${brief}${name.includes("ridge") ? " λ" : ""}`;
}

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
