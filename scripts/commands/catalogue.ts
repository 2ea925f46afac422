import { catalogue as entries, type CatalogueEntry } from "../../lib/experiments/catalogue/index.js";
import { type Command, EXIT, command } from "../command.js";
import { refuse } from "../../lib/arithmetic/refusal.js";
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

const fits =
  (filters: Filters) =>
  (entry: CatalogueEntry): boolean =>
    FILTERS.every(name => {
      const wanted = filters[name];
      return typeof wanted !== "string" || columnOf(entry, name).some(word => word.includes(wanted));
    });

/** More rows than fit on a screen. */
const MANY = 100;

export const catalogue: Command = command({
  command: "catalogue",
  describe: "all admissible combinations of space, energy, geometry and integrator; --refused: the others, and why",
  options: cli =>
    cli.options({
      json: jsonOption,
      refused: { type: "boolean", default: false, describe: "what is refused, and why" },
      ...Object.fromEntries(
        FILTERS.map(name => [name, { type: "string", describe: `only rows whose ${name} contains this` } as const]),
      ),
    }),
  run: async ({ json, refused, ...filters }) => {
    const rows = entries().filter(fits(filters));
    if (rows.length === 0) refuse("no combination fits these filters; `flows catalogue` shows all");
    if (!json && rows.length > MANY)
      note(`${rows.length} rows; ${FILTERS.map(name => `--${name}`).join(", ")} choose among them`);
    if (json) printJson(rows);
    else if (refused)
      print(table([["space", "energy", "geometry", "because"], ...rows.filter(isRefused).map(refusedRow)]));
    else
      print(
        table([
          ["space", "energy", "geometry", "integrators"],
          ...rows.filter(row => !isRefused(row)).map(admittedRow),
        ]),
      );
    return EXIT.done;
  },
});
