import type { Json } from "./pointer.js";

/** What a spec says of itself where it leaves that out. */
export interface Defaults {
  readonly id: string;
  readonly title: string;
  readonly illustrates: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};

const entries = (value: unknown): readonly (readonly [string, Fields])[] =>
  Object.entries(fieldsOf(value)).map(([name, child]) => [name, fieldsOf(child)]);

/** {}, which is as good as nothing where claims are meant: a figure may be unwanted, but every run is to end. */
const isEmpty = (value: unknown): boolean =>
  value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0;

/** The energy of every run that records it, over time. */
function energyFigure(runs: unknown): Fields | undefined {
  const series = entries(runs).flatMap(([run, { record }]) =>
    entries(record)
      .filter(([, recorder]) => recorder.name === "energy")
      .map(([name]) => ({ of: `${run}.${name}`, label: run })),
  );
  return series.length === 0
    ? undefined
    : { energy: { name: "decay", title: "The energy decays along the flow", series } };
}

/** How far the claims are from failing: what is drawn where nothing else is. */
export function claimsFigure(claims: unknown): Fields | undefined {
  const names = entries(claims)
    .filter(([, { claim }]) => claim !== "ends")
    .map(([name]) => name);
  return names.length === 0
    ? undefined
    : { claims: { name: "residuals", title: "What was claimed, and what was measured", claims: names } };
}

/** That every run reaches its end. */
const completion = (runs: unknown): Fields =>
  Object.fromEntries(
    entries(runs).map(([run]) => [
      `${run}Ends`,
      { claim: "ends", run, status: "completed", because: "the run reaches its end" },
    ]),
  );

/**
 * A spec with all that it may leave out, which is all but its runs: without claims it claims that every run reaches its
 * end, without figures it draws the energies, or else the claims. What it says stays as it is, and where it is; so does
 * what is no object.
 */
export function completed(json: Json, defaults: Defaults): Json {
  if (json === null || typeof json !== "object" || Array.isArray(json)) return json;
  const { runs, claims } = json as Fields;
  const full = {
    ...defaults,
    seed: 1,
    claims: completion(runs),
    figures: energyFigure(runs) ?? claimsFigure(claims) ?? {},
  };
  const isLeftOut = (key: string): boolean => !Object.hasOwn(json, key) || (key === "claims" && isEmpty(claims));
  const missing = Object.entries(full).filter(([key]) => isLeftOut(key));
  return { ...json, ...Object.fromEntries(missing) } as unknown as Json;
}
