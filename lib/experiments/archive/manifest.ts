import type { ClaimResult, ExperimentResult } from "../language/result.js";
import { hashOf, sha256 } from "./hash.js";
import { revive } from "./json.js";
import type { Files } from "./runs.js";
import type { Manifest } from "./manifest-record.js";

type Hashes = Readonly<Record<string, string>>;

/** SHA-256 of a spec and of the data files it names: equal if and only if the same experiment is meant. */
export const specHash = (spec: unknown, data: Hashes): string => hashOf({ spec, data });

/** SHA-256 of everything in a manifest but its provenance and the digest itself. */
export function digestOf(manifest: Omit<Manifest, "digest">): string {
  const { id, title, illustrates, seed, spec, files, claims } = manifest;
  return hashOf({ id, title, illustrates, seed, spec, files, claims });
}

/**
 * The manifest of a result whose runs are stored in `files`; `data` are the hashes of the data files that the spec
 * names.
 */
export function manifestOf(
  result: ExperimentResult,
  files: Files,
  data: Hashes,
  provenance: Manifest["provenance"],
): Manifest {
  const { id, title, illustrates, seed } = result.spec;
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]));
  const hashed = {
    id,
    title,
    illustrates,
    seed,
    spec: specHash(result.spec, data),
    files: hashes,
    claims: result.claims,
    provenance,
  };
  return { ...hashed, digest: digestOf(hashed) };
}

const reviveClaim = (claim: ClaimResult): ClaimResult => ({
  ...claim,
  measured: revive(claim.measured),
  expected: revive(claim.expected),
  tolerance: Number(claim.tolerance),
  deviation: Number(claim.deviation),
});

/** A manifest from its JSON, with the numbers that JSON cannot express. Throws if the text is no manifest. */
export function manifestOfJson(text: string): Manifest {
  const stored = JSON.parse(text) as Manifest | null;
  if (!Array.isArray(stored?.claims) || typeof stored.files !== "object")
    throw new Error("it is no manifest of results");
  return { ...stored, claims: stored.claims.map(reviveClaim) };
}
