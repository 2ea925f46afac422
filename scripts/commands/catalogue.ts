import { catalogue as entries, type CatalogueEntry } from "../../lib/experiments/catalogue/index.js";
import { type Command, EXIT, command } from "../command.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
import { insteadOf } from "../../lib/arithmetic/suggest.js";
import { note, print, printJson, table } from "../terminal/print.js";
import { jsonOption } from "./options.js";

const admitting = ({ integrators }: CatalogueEntry): readonly string[] =>
  Object.entries(integrators).flatMap(([name, reason]) => (reason === "" ? [name] : []));

const isRefused = (entry: CatalogueEntry): boolean => admitting(entry).length === 0;

const admittedRow = (entry: CatalogueEntry): readonly string[] => [
  entry.space,
  entry.energy,
  entry.geometry,
  admitting(entry).join(" "),
];

/** The reasons of the combination or, where no integrator admits it, why its rate equation cannot be evaluated. */
const refusedRow = (entry: CatalogueEntry): readonly string[] => [
  entry.space,
  entry.energy,
  entry.geometry,
  entry.refusals.join("; ") || entry.integrators.rk4,
];

const FILTERS = ["space", "energy", "geometry", "integrator"] as const;

type Filters = Readonly<Record<string, unknown>>;

/** What a filter looks at: the name of a part, or of all integrators that admit the combination. */
const columnOf = (entry: CatalogueEntry, name: (typeof FILTERS)[number]): readonly string[] =>
  name === "integrator" ? admitting(entry) : [entry[name]];

/** Whether anything is chosen. */
const isFiltered = (filters: Filters): boolean => FILTERS.some(name => filters[name] !== undefined);

const fits =
  (filters: Filters) =>
  (entry: CatalogueEntry): boolean =>
    FILTERS.every(name => {
      const wanted = filters[name];
      return typeof wanted !== "string" || columnOf(entry, name).some(word => word.includes(wanted));
    });

/** What no combination has, filter by filter, with the names that there are. */
const unknown = (filters: Filters): readonly string[] =>
  FILTERS.flatMap(name => {
    const words = [...new Set(entries().flatMap(entry => columnOf(entry, name)))];
    const wanted = filters[name];
    return typeof wanted !== "string" || words.some(word => word.includes(wanted))
      ? []
      : [`--${name} ${wanted} is in no name; ${insteadOf(wanted, words)}`];
  });

/** The names of one part, each with the number of admissible combinations that it is in. */
const partRows = (
  admitted: readonly CatalogueEntry[],
  name: (typeof FILTERS)[number],
): readonly (readonly string[])[] => {
  const words = admitted.flatMap(entry => columnOf(entry, name));
  return [...new Set(words)].map(word => [name, word, String(words.filter(each => each === word).length)]);
};

const overview = (admitted: readonly CatalogueEntry[]): string =>
  table([["part", "name", "combinations"], ...FILTERS.flatMap(name => partRows(admitted, name))]);

export const catalogue: Command = command({
  command: "catalogue",
  describe: "what can be combined: space, energy, geometry, integrator; --refused: what cannot, and why",
  options: cli =>
    cli.options({
      json: jsonOption,
      all: { type: "boolean", default: false, describe: "every combination, some thousands" },
      refused: { type: "boolean", default: false, describe: "what is refused, and why" },
      ...Object.fromEntries(
        FILTERS.map(name => [name, { type: "string", describe: `only rows whose ${name} contains this` } as const]),
      ),
    }),
  run: async ({ json, all, refused, ...filters }) => {
    const rows = entries().filter(fits(filters));
    if (rows.length === 0)
      refuse(unknown(filters).join("; ") || "no combination fits all these filters; leave some of them out");
    const admitted = rows.filter(row => !isRefused(row));
    if (json) printJson(rows);
    else if (refused)
      print(table([["space", "energy", "geometry", "because"], ...rows.filter(isRefused).map(refusedRow)]));
    else if (all || isFiltered(filters))
      print(table([["space", "energy", "geometry", "integrators"], ...admitted.map(admittedRow)]));
    else {
      print(overview(admitted));
      note(
        `${admitted.length} combinations: ${FILTERS.map(name => `--${name}`).join(", ")} choose some, --all shows all`,
      );
    }
    return EXIT.done;
  },
});
