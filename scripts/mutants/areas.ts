/** The errors that are tried: as many in every area of the mathematics, at places drawn by lot. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../../lib/experiments/archive/hash.js";
import { filesBelow } from "./files.js";
import { mutationsOf } from "./operators.js";
import type { Mutant } from "./outcome.js";

/** Area -> the modules in which it stands; a module belongs to the first area that names it. */
const AREAS: Readonly<Record<string, RegExp>> = {
  "formula functions": /experiments\/language\/formula\/|arithmetic\/functions/,
  certificate: /dynamics\/(certif|checks|evidence|flow-evidence|solve)/,
  recorders: /dynamics\/recorders\//,
  "closed forms": /dynamics\/closed-forms\//,
  geodesics: /dynamics\/geodesics\//,
  distances: /dynamics\/distances\//,
  "interaction-force transport": /published-ift|energies\/(mmd-reg|half-mmd|dr-mmd|mean-emb|embedding)|moreau/,
  networks: /numerics\/networks\/|network-jko|score-matching|semi-implicit|probability-flow/,
  "unbalanced and sliced transport": /transport\/(relax|unbalanced|sliced)|sliced-wasserstein/,
  "finite-time flows": /integrators\/(rescaled|signed|sphere|newton-flow|by-coordinate|adaptive)/,
  momentum: /integrators\/(rattle|heavy-ball|nesterov|ada)/,
  "minimising movements": /minimizing-movement|integrators\/jko/,
  "noise and jumps": /integrators\/(noise|noisy|langevin|birth-death|observed|reseeding)|mean-field/,
  integrators: /dynamics\/integrator/,
  transport: /numerics\/transport\//,
  "linear algebra and quadrature": /numerics\//,
  "robust optimisation": /systems\/robust\//,
  reactions: /geometries\/(reactions|network)|spaces\/(graph|components|forest)/,
  energies: /systems\/energies\//,
  kernels: /systems\/kernels\//,
  smoothers: /geometries\/smoothers\//,
  geometries: /systems\/(geometries\/|[a-z-]*\.js)/,
  densities: /systems\/measures\/(?!data)/,
  spaces: /systems\/spaces\//,
  operators: /systems\/operators\//,
};

/** What is compiled and holds mathematics; `lib/compute` has a twin for every routine, and a test that they agree. */
const FOLDERS = ["arithmetic", "numerics", "systems", "dynamics", "experiments/language/formula"];
const NO_MATHEMATICS = /\.test\.js$|\/fixtures|\.generated\.js$|\/index\.js$|\/words?\.js$|\/registry\.js$/;

const areaOf = (file: string): string | undefined => Object.keys(AREAS).find(area => AREAS[area].test(file));

type Place = Mutant & { readonly lot: string };

/** All errors of one letter in a module, each with a lot that changes with nothing but itself. */
function placesIn(root: string, file: string, seed: number): readonly Place[] {
  const area = areaOf(file);
  if (area === undefined) return [];
  const seen = new Map<string, number>();
  return mutationsOf(readFileSync(join(root, file), "utf8")).map(mutation => {
    const name = [file, mutation.kind, mutation.before, mutation.after].join("\n");
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return { ...mutation, file, area, lot: hashOf({ seed, name, nth }) };
  });
}

/** Without those that overlap an earlier one. */
const apart = (places: readonly Place[]): readonly Place[] =>
  places.filter(
    ({ file, start, end }, i) =>
      !places.slice(0, i).some(other => other.file === file && other.start < end && start < other.end),
  );

/**
 * `each` errors of every area: those with the smallest lots, so that errors in other modules do not change which they
 * are. The first of all areas come first, so that a part of the list is spread as the whole is.
 */
export function chosenMutants(root: string, each: number, seed: number): readonly Mutant[] {
  const places = FOLDERS.flatMap(folder => filesBelow(root, join("dist/lib", folder)))
    .filter(file => file.endsWith(".js") && !NO_MATHEMATICS.test(file))
    .flatMap(file => placesIn(root, file, seed));
  const drawn = Object.keys(AREAS).map(area =>
    apart(places.filter(place => place.area === area).sort((a, b) => (a.lot < b.lot ? -1 : 1))).slice(0, each),
  );
  return Array.from({ length: each }, (_, i) => drawn.flatMap(row => row.slice(i, i + 1))).flat();
}
